import ArgumentParser
import FlowDSL
import FlowRuntime

/// `flowrun due`
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List what is due, left undone or open in all cases: what is late first, then the soonest.",
    discussion: """
      Examples:
        flowrun due                           everything that is due
        flowrun due --role officer            what an officer has to do
        flowrun due --within P7D              what is late, and the next seven days
        flowrun due --format json             for programs
      """)

  @Option(help: "Only what is for this role.")
  var role: String?
  @Option(
    help: ArgumentHelp(
      "Only what is due within this time, and what is late: P7D, PT2H.", valueName: "duration"))
  var within: String?
  @Option(help: "What is written: text or json.")
  var format = OutputFormat.text
  @OptionGroup var language: LanguageOption
  @OptionGroup var journal: JournalOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let now = SystemClock.now()
      let end = try self.end(after: now)
      let journal = try JournalDesk(
        at: try self.journal.path(desk.environment), for: .reading, of: desk,
        reader: CaseReader(desk.environment))
      var rows: [DueRow] = []
      var abandoned = 0
      var broken: [BrokenRow] = []
      var roles = KnownRoles()
      // One case at a time: what is kept of each are its rows. Of practice cases nothing is due.
      for record in try journal.records() {
        switch try journal.readable(record) {
        case .success(let stored) where stored.state.isPractice: break
        case .success(let stored):
          if stored.state.isAbandonedAtHighLevel { abandoned += 1 }
          roles.add(of: ProgramWords(program: stored.state.program, words: desk.words))
          broken += BrokenRow.rows(of: stored.state, case: record.identifier, words: desk.words, now: now)
          rows += DueRow.rows(of: stored.state, case: record.identifier, words: desk.words)
            .filter { (role == nil || $0.role == role) && ($0.due ?? now) <= end }
        case .failure: desk.say(.damaged(record.identifier))
        case nil: break
        }
      }
      try roles.check(role)
      let report = DueReport(
        words: desk.words, now: now, rows: rows.sorted(by: DueRow.isBefore), abandoned: abandoned,
        broken: broken.sorted { ($0.at, $0.identifier) < ($1.at, $1.identifier) })
      switch format {
      case .json: Output.write(report.json().text())
      case .text: desk.write(report.page())
      }
    }
  }

  private func end(after now: Instant) throws(Failure) -> Instant {
    guard let within else { return Instant(milliseconds: .max) }
    guard case .success(let length) = DurationParser.milliseconds(of: within) else {
      throw Failure(.badDuration, .usage, ["found": within])
    }
    return now.advanced(by: length)
  }
}
