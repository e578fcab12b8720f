import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// Due times by expression, in working days and at a moment; what happens when a step is late.
@Suite struct DueTimeTests {
  static let flow = """
    flow: desk
    version: 1.0.0
    title: {en: Desk}
    languages: [en]
    facts:
      grave: {type: [low, extreme]}
      hearing_at: {type: date and time}
      told: {type: boolean}
    steps:
      - ask: first
        questions:
          grave: {en: How grave?}
          hearing_at: {en: Hearing at?}
      - together: tasks
        branches:
          prosecutor:
            steps:
              - contact: prosecutor
                legal: CPP 63
                due: {in: 'if grave = "extreme" then duration("PT15M") else if grave = null then null else duration("PT1H")'}
          report:
            steps:
              - do: report
                due: {working-days: 2, from: first}
                tick: {written: {en: Written}}
          hearing:
            steps:
              - do: hearing
                due: {at: hearing_at - duration("PT2H")}
                tick: {prepared: {en: Prepared}}
      - end: done
    interrupts:
      silence: {late: prosecutor, run: warn}
    roles: {prosecutor: {en: Prosecutor}}

    """
  static let warn = """
    flow: warn
    version: 1.0.0
    title: {en: Warn}
    languages: [en]
    steps:
      - inform: chief
        tell: {en: The chief is told}
      - end: told

    """
  static let calendar = """
    calendar: france
    week: mon-fri
    holidays: {easter-monday: {easter: 1}}

    """

  private func program() throws -> Program {
    let (program, diagnostics) = FlowCompiler.compile(
      main: "desk",
      sources: [
        SourceText(path: "desk.yaml", text: Self.flow), SourceText(path: "warn.yaml", text: Self.warn),
        SourceText(path: "calendar.yaml", text: Self.calendar),
      ])
    return try #require(program, "\(diagnostics.map { "\($0.code) \($0.place.start) \($0.arguments)" })")
  }

  private func walk(
    _ grave: Answer, hearing: String? = nil, at moment: String = "2026-04-02T15:00:00+02:00"
  ) throws -> MomentTests.Walk {
    var walk = try MomentTests.Walk(program(), at: moment)
    let first = StepPath("first")
    try walk.say(.answered(step: first, fact: "grave", grave), at: moment)
    let answer = try hearing.map { Answer.value(try #require(Value(temporal: $0))) } ?? .unknown
    try walk.say(.answered(step: first, fact: "hearing_at", answer), at: moment)
    return walk
  }

  private func due(_ step: String, in walk: MomentTests.Walk) -> Instant? {
    walk.state.dueSteps.first { $0.path.description == step }?.due
  }

  private func instant(_ text: String) throws -> Instant {
    try #require(Value(temporal: text)?.instant)
  }

  /// The more danger, the sooner; what is not known sets no time.
  @Test func theLengthMayDependOnFacts() throws {
    #expect(try due("prosecutor", in: walk(.value("extreme"))) == instant("2026-04-02T15:15:00+02:00"))
    #expect(try due("prosecutor", in: walk(.value("low"))) == instant("2026-04-02T16:00:00+02:00"))
    #expect(try due("prosecutor", in: walk(.unknown)) == nil)
  }

  /// From Thursday before Easter, two working days are over when Tuesday is, at midnight of the place.
  @Test(arguments: [
    ("2026-04-02T15:00:00+02:00", "2026-04-08T00:00:00+02:00"),
    ("2026-04-02T15:00:00Z", "2026-04-08T00:00:00Z"),
    // It is Friday already in the east.
    ("2026-04-03T01:00:00+10:00", "2026-04-09T00:00:00+10:00"),
  ]) func workingDaysEndAtMidnightOfThePlace(_ moment: String, _ expected: String) throws {
    #expect(try due("report", in: walk(.unknown, at: moment)) == instant(expected))
  }

  @Test func aMomentMayBeComputed() throws {
    let walk = try walk(.unknown, hearing: "2026-04-03T10:00:00+02:00")
    #expect(try due("hearing", in: walk) == instant("2026-04-03T08:00:00+02:00"))
    #expect(try due("hearing", in: self.walk(.unknown)) == nil)
  }

  /// A step that is late and still open runs what the author wants, once, at the next entry; the rest stands still meanwhile.
  @Test func lateStepsRunWhatTheAuthorWants() throws {
    var walk = try walk(.value("extreme"))
    try walk.say(.clock, at: "2026-04-02T15:15:00+02:00")
    #expect(walk.open.first == "prosecutor")
    try walk.say(.clock, at: "2026-04-02T15:16:00+02:00")
    #expect(walk.entries.suffix(3).map(\.event.name) == ["clock", "overdue", "interrupted"])
    #expect(walk.open == ["!silence[1]/chief"])
    try walk.say(
      .ticked(step: StepPath("!silence[1]/chief"), item: "chief", done: true, reason: nil),
      at: "2026-04-02T15:17:00+02:00")
    #expect(walk.open == ["prosecutor", "report", "hearing"])
    try walk.say(.clock, at: "2026-04-02T18:00:00+02:00")
    #expect(walk.open == ["prosecutor", "report", "hearing"])
    #expect(try Replay.state(after: walk.entries, of: program()) == walk.state)
  }

  /// What the late entry itself did is not chased any more; that it was late is recorded all the same.
  @Test func whatIsDoneLateIsNotChased() throws {
    var walk = try walk(.value("extreme"))
    try walk.say(.contacted(step: StepPath("prosecutor"), .reached), at: "2026-04-02T15:20:00+02:00")
    #expect(walk.entries.contains { $0.event.name == "overdue" })
    #expect(!walk.entries.contains { $0.event.name == "interrupted" })
    #expect(walk.open == ["report", "hearing"])
  }

  /// With the danger corrected, the step has another due time: the walk is that of having answered so at once.
  @Test func aCorrectionSetsTheTimeThatWouldHaveBeen() throws {
    var corrected = try walk(.value("low"))
    let number = try #require(corrected.state.answers.first { $0.event.step == StepPath("first") }).sequence
    try corrected.say(
      .corrected(
        sequence: number, to: .answered(step: StepPath("first"), fact: "grave", .value("extreme")),
        reason: "Misread"), at: "2026-04-02T15:30:00+02:00")
    #expect(corrected.open == ["!silence[1]/chief"])
    #expect(try Replay.state(after: corrected.entries, of: program()) == corrected.state)
  }
}
