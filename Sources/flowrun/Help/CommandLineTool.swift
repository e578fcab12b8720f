import ArgumentParser
import FlowDSL

/// Where the tool begins: the parser reads the command line, help and mistakes are said in the language that was asked for.
@main
enum CommandLineTool {
  static func main() {
    let typed = Array(CommandLine.arguments.dropFirst())
    do {
      if let named = helped(typed) { return try writeHelp(of: named, language(of: typed)) }
      var command = try Flowrun.parseAsRoot(typed)
      try command.run()
    } catch {
      if Flowrun.exitCode(for: error) == .validationFailure { sayMistake(error, typed) }
      Flowrun.exit(withError: error)
    }
  }

  /// The words of a command of which help is asked: `show --help`, `help show`; `nil` where none is asked.
  private static func helped(_ typed: [String]) -> [String]? {
    if typed.first == "help" { return Array(typed.dropFirst()) }
    let options = typed.prefix { $0 != "--" }
    guard options.contains("--help") || options.contains("-h") || typed.isEmpty else { return nil }
    return typed
  }

  /// The language that was asked for; without, that of the machine.
  private static func language(of typed: [String]) -> Language {
    let asked =
      typed.firstIndex(of: "--language").flatMap { typed.indices.contains($0 + 1) ? typed[$0 + 1] : nil }
      ?? typed.first { $0.hasPrefix("--language=") }.map { String($0.dropFirst("--language=".count)) }
    return asked.flatMap(Language.init(rawValue:)) ?? Language(environment: Environment.current())
  }

  private static func writeHelp(of named: [String], _ language: Language) throws {
    guard let tool = CommandInfo.tool() else { return Flowrun.main(named + ["--help"]) }
    let found = tool.command(named: named)
    let help = CommandHelp(command: found.command, path: found.path, words: try CommandWords(language))
    let terminal = Terminal.current(environment: Environment.current())
    Output.write(help.screen.text(width: terminal.width, colour: false))
  }

  /// Says what is wrong with a command line and how it is written, and ends. Without words the parser says it.
  private static func sayMistake(_ error: any Error, _ typed: [String]) {
    guard let words = try? CommandWords(language(of: typed)), let tool = CommandInfo.tool() else { return }
    let found = tool.command(named: typed)
    let help = CommandHelp(command: found.command, path: found.path, words: words)
    var screen = Screen()
    screen.add(words.mistake(Flowrun.message(for: error)), marker: [Run(words.label("error"))])
    screen.add([Run(help.usage)], hang: 2)
    screen.add(words.label("more", ["command": found.path.joined(separator: " ")]))
    Output.write(screen.text(width: 80, colour: false), to: 2)
    Flowrun.exit(withError: ToolStatus.usage.code)
  }
}
