import ArgumentParser

/// `flowrun contacts`
struct ContactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts",
    abstract: "Show who dealt with a person, when: entries, calls, referrals, hand-overs, by day.",
    discussion: """
      Examples:
        flowrun contacts 7K3M-2QXD           the log of one case
        flowrun contacts 7K3M --format json  for programs
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
      let report = ContactReport(try journal.stored(named: name), words: desk.words)
      switch format {
      case .json: Output.write(report.json().text())
      case .text: desk.write(report.page())
      }
    }
  }
}
