import ArgumentParser
import FlowDirectory
import FlowRuntime

/// `flowrun needs`
struct NeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "needs", abstract: "Show what a person needs: to do, under way, done, and whom to call.",
    discussion: """
      Examples:
        flowrun needs 7K3M-2QXD                          the board of one case
        flowrun needs 7k3m --at 47.50,2.50 --speaks ar   the nearest service that speaks Arabic
        flowrun needs 7K3M --format json                 for programs
      """)

  @Argument(help: ArgumentHelp("The case, or how its name begins.", valueName: "case"))
  var name: String
  @Option(help: "What is written: text or json.")
  var format = OutputFormat.text
  @OptionGroup var search: SearchOptions
  @OptionGroup var language: LanguageOption
  @OptionGroup var journal: JournalOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let journal = try JournalDesk(
        at: try self.journal.path(desk.environment), for: .reading, of: desk,
        reader: CaseReader(desk.environment))
      let stored = try journal.stored(named: name)
      let report = NeedsReport(
        words: desk.words, stored: stored,
        position: try search.position(desk.environment), spoken: search.speaks, now: try search.moment(),
        zones: ZoneFiles.rules)
      switch format {
      case .json: Output.write(report.json().text())
      case .text: desk.write(report.page())
      }
    }
  }
}
