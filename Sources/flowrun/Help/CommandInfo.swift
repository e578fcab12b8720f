import ArgumentParser
import FEEL

/// A command as the parser describes it: what it is for, what it takes, its subcommands.
struct CommandInfo: Sendable {
  /// Something that a command takes.
  struct Argument: Sendable {
    /// As it is typed: `--journal <path>`, `-h, --help`, `<case>`.
    var synopsis: String
    /// How it stands in the line of usage: `[--journal <path>]`.
    var usage: String
    var abstract: String
    var isPositional: Bool
    var defaultValue: String?
    var values: [String]
  }

  var name: String
  var abstract: String
  var discussion: String
  var arguments: [Argument]
  var subcommands: [CommandInfo]

  /// The whole tool.
  static func tool() -> CommandInfo? {
    guard case .context(let dump)? = JSONReader.value(Flowrun._dumpHelp()) else { return nil }
    return CommandInfo(dump["command"] ?? .null)
  }

  private init?(_ value: Value) {
    guard case .context(let command) = value, let name = command.text("commandName") else { return nil }
    self.name = name
    abstract = command.text("abstract") ?? ""
    discussion = command.text("discussion") ?? ""
    arguments = command.list("arguments").compactMap(Argument.init)
    subcommands = command.list("subcommands").compactMap(CommandInfo.init).filter { $0.name != "help" }
  }

  /// The command that words of a command line name, with the names that lead there.
  func command(named words: [String]) -> (path: [String], command: CommandInfo) {
    var found = (path: [name], command: self)
    for word in words {
      guard let next = found.command.subcommands.first(where: { $0.name == word }) else { break }
      found = (found.path + [next.name], next)
    }
    return found
  }
}

extension CommandInfo.Argument {
  fileprivate init?(_ value: Value) {
    guard case .context(let argument) = value, argument["shouldDisplay"] != false else { return nil }
    let valueName = argument.text("valueName") ?? ""
    let names = argument.list("names").compactMap { name -> String? in
      guard case .context(let name) = name, let word = name.text("name") else { return nil }
      return (name.text("kind") == "short" ? "-" : "--") + word
    }
    let kind = argument.text("kind")
    isPositional = kind == "positional"
    let value = kind == "option" ? " <\(valueName)>" : ""
    synopsis =
      isPositional ? "<\(valueName)>" : names.sorted { $0.count < $1.count }.joined(separator: ", ") + value
    let long = names.max { $0.count < $1.count } ?? ""
    var usage = isPositional ? "<\(valueName)>" : long + value
    if argument["isRepeating"] == true { usage += " ..." }
    if argument["isOptional"] == true { usage = "[\(usage)]" }
    self.usage = usage
    abstract = argument.text("abstract") ?? ""
    defaultValue = argument.text("defaultValue")
    values = argument.list("allValues").compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}

extension Context {
  fileprivate func text(_ name: String) -> String? {
    if case .string(let text)? = self[name] { text } else { nil }
  }

  fileprivate func list(_ name: String) -> [Value] {
    if case .list(let items)? = self[name] { items } else { [] }
  }
}
