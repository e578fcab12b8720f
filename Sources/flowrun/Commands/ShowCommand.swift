import ArgumentParser

/// `flowrun show`
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a case: what is due, its facts, the way it went, what was decided and corrected.",
    discussion: """
      Examples:
        flowrun show 7K3M-2QXD           everything of one case
        flowrun show 7k3m                its first characters are enough
        flowrun show 7K3M --format json  for programs
      """)

  @Argument(help: ArgumentHelp("The case, or how its name begins.", valueName: "case"))
  var name: String
  @Option(help: "What is written: text or json.")
  var format = OutputFormat.text
  @OptionGroup var language: LanguageOption
  @OptionGroup var journal: JournalOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let journal = try JournalDesk(
        at: try self.journal.path(desk.environment), for: .reading, of: desk,
        reader: CaseReader(desk.environment))
      let stored = try journal.stored(named: name)
      let report = CaseReport(words: desk.words, now: SystemClock.now())
      switch format {
      case .json: Output.write(report.whole(stored).text())
      case .text: desk.write(report.page(stored))
      }
    }
  }
}
