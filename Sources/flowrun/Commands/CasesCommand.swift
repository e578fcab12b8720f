import ArgumentParser
import FlowRuntime

/// `flowrun cases`
struct CasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases", abstract: "List the cases of a journal.",
    discussion: """
      Examples:
        flowrun cases                    the cases in which something is open, and those abandoned at a high level
        flowrun cases --all              the finished ones too
        flowrun cases --format json      for programs
      """)

  @Flag(name: .customLong("all"), help: "The finished and abandoned cases too.")
  var includesClosed = false
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
      var cases: [ListedCase] = []
      for record in try journal.records() {
        switch try journal.readable(record) {
        case .success(let stored):
          let state = stored.state
          if includesClosed || state.isLeftOpen || state.isAbandonedAtHighLevel
            || !state.brokenGuarantees.isEmpty
          {
            cases.append(.readable(stored))
          }
        case .failure(let failure): cases.append(.damaged(record, failure))
        case nil: break
        }
      }
      let report = CaseReport(words: desk.words, now: SystemClock.now())
      switch format {
      case .json: Output.write(JSON.array(cases.map(report.summary)).text())
      case .text: desk.write(report.list(cases))
      }
    }
  }
}
