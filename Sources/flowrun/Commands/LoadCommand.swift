import ArgumentParser
import FlowDSL
import FlowRuntime

/// `flowrun load`
struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Show what lies on each professional: to share out the work and see who needs a rest.",
    discussion: """
      It is not a measure of merit: entries say how long someone was at it, not how well. A case that was \
      handed over is with who got it; another with who went on with it last. Practice cases are passed over.

      Examples:
        flowrun load                          cases held, what is late, the last 30 days
        flowrun load --role officer           the officers
        flowrun load --days 7                 the last week
        flowrun load --format json            for programs
        flowrun run debrief                   after a hard case: for the professional
      """)

  /// The most days that are looked at: ten years.
  static let mostDays = 3660

  @Option(help: "Only professionals in this role.")
  var role: String?
  @Option(help: "How many days are looked at, today among them.")
  var days = 30
  @Option(help: "What is written: text or json.")
  var format = OutputFormat.text
  @OptionGroup var language: LanguageOption
  @OptionGroup var journal: JournalOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      guard 1...Self.mostDays ~= days else {
        throw Failure(.badDays, .usage, ["found": String(days), "most": String(Self.mostDays)])
      }
      let journal = try JournalDesk(
        at: try self.journal.path(desk.environment), for: .reading, of: desk,
        reader: CaseReader(desk.environment))
      let report = try WorkloadReport(
        of: journal, role: role, days: days, now: SystemClock.now(), at: desk
      ) { LocalTime($0).offset }
      switch format {
      case .json: Output.write(report.json().text())
      case .text: desk.write(report.page())
      }
    }
  }
}

extension WorkloadReport {
  /// What lies on the professionals of a journal. A case that cannot be read is told and passed over.
  ///
  /// - Parameters:
  ///   - role: Only those in this role.
  ///   - days: How many days are looked at, the last of them that of `now`.
  ///   - offset: Seconds east of UTC at an instant, where the professionals work.
  init(
    of journal: JournalDesk, role: String?, days: Int, now: Instant, at desk: Desk,
    offset: @escaping @Sendable (Instant) -> Int
  ) throws(Failure) {
    var tally = WorkloadTally(now: now, days: days, offset: offset)
    var roles = KnownRoles()
    var levels: [String: [String]] = [:]
    for record in try journal.records() {
      switch try journal.readable(record) {
      case .success(let stored) where stored.state.isPractice: break
      case .success(let stored):
        tally.take(record.identifier, stored.entries, state: stored.state)
        let names = ProgramWords(program: stored.state.program, words: desk.words)
        roles.add(of: names)
        if stored.state.isLeftOpen { levels[record.identifier] = names.highLevels(stored.state) }
      case .failure: desk.say(.damaged(record.identifier))
      case nil: break
      }
    }
    try roles.check(role)
    self.init(
      words: desk.words, now: now, days: days, roles: roles.words, levels: levels,
      loads: tally.workloads.filter { load in role.map(load.roles.contains) ?? true })
  }
}
