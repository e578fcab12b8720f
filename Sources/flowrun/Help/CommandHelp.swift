/// The help of a command, `flowrun show --help`, in the language that was asked for.
struct CommandHelp {
  let command: CommandInfo
  /// The names that lead to it: `flowrun`, `show`.
  let path: [String]
  let words: CommandWords

  /// The page.
  var screen: Screen {
    var screen = Screen()
    screen.add(words(command.abstract))
    screen.space()
    for line in words.discussion(command.discussion).split(separator: "\n", omittingEmptySubsequences: false)
    {
      line.isEmpty ? screen.space() : add(String(line), to: &screen)
    }
    screen.space()
    screen.add([Run(usage)], hang: 2)
    list(command.arguments.filter(\.isPositional), "arguments", to: &screen)
    list(command.arguments.filter { !$0.isPositional }, "options", to: &screen)
    guard !command.subcommands.isEmpty else { return screen }
    screen.space()
    screen.add(words.label("subcommands"))
    for subcommand in command.subcommands { row(subcommand.name, words(subcommand.abstract), to: &screen) }
    screen.space()
    screen.add(words.label("subcommand-help", ["command": path.joined(separator: " ")]))
    return screen
  }

  /// How the command is written: `Usage: flowrun show <case> [--language <language>]`.
  var usage: String {
    let parts = command.subcommands.isEmpty ? command.arguments.map(\.usage) : [words.label("command")]
    return words.label("usage") + (path + parts).joined(separator: " ")
  }

  /// A line of the discussion; of an example the words behind the command stay behind it.
  private func add(_ line: String, to screen: inout Screen) {
    guard line.hasPrefix("  ") else { return screen.add(line) }
    screen.add([Run(String(line.dropFirst(2)))], indent: 2, hang: 4)
  }

  private func list(_ arguments: [CommandInfo.Argument], _ label: String, to screen: inout Screen) {
    guard !arguments.isEmpty else { return }
    screen.space()
    screen.add(words.label(label))
    for argument in arguments {
      var notes: [String] = []
      if !argument.values.isEmpty {
        notes.append(words.label("values", ["values": argument.values.joined(separator: ", ")]))
      }
      if let value = argument.defaultValue { notes.append(words.label("default", ["value": value])) }
      let more = notes.isEmpty ? "" : " (" + notes.joined(separator: " ; ") + ")"
      row(argument.synopsis, words(argument.abstract) + more, to: &screen)
    }
  }

  private func row(_ name: String, _ text: String, to screen: inout Screen) {
    let width = 24
    if name.count + 4 > width {
      screen.add(name, indent: 2)
      screen.add(text, indent: width)
    } else {
      let marker = name + String(repeating: " ", count: width - 2 - name.count)
      screen.add(text, indent: 2, marker: [Run(marker)])
    }
  }
}
