import ArgumentParser
import FlowDSL

/// `flowrun explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a diagnostic: what it means, an example that is wrong and one that is right.",
    discussion: """
      Examples:
        flowrun explain F1012
        flowrun explain F2001 --language fr
        flowrun explain              every code with its title
      """)

  @Argument(help: "The code, such as F1012.")
  var code: String?
  @OptionGroup var language: LanguageOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let words = try desk.diagnosticWords()
      guard let code else {
        var screen = Screen()
        for code in DiagnosticCode.allCases {
          screen.add(words.explanation(of: code).title, marker: [Run(code.rawValue, .key), Run("  ")])
        }
        desk.write(screen)
        return
      }
      guard let known = DiagnosticCode(rawValue: code.uppercased()) else {
        throw Failure(.unknownCode, .noInput, ["code": code])
      }
      let terminal = Terminal.current(environment: desk.environment)
      let renderer = DiagnosticRenderer(words: words, colour: terminal.hasColour, width: terminal.width)
      Output.write(renderer.render(words.explanation(of: known)))
    }
  }
}
