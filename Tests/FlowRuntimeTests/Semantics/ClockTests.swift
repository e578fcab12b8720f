import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// A correction restarts no clock, and hides no limit (grammar, 12.5).
@Suite struct ClockTests {
  private static let desk = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    roles: {officer: Officer, opj: OPJ, prosecutor: Prosecutor}
    facts:
      rifle: {type: boolean, about: perpetrator}
      threats: {type: boolean, about: perpetrator}
      danger: {type: [low, high]}
      reasons: {type: list of text, about: case}
      since: {type: date and time, about: perpetrator}
      heard: {type: boolean, about: perpetrator}
    steps:
      - ask: signs
        by: officer
        questions: {rifle: {en: Rifle?}, threats: {en: Threats?}}
      - assess: danger
        by: officer
        reasons: reasons
        risk: {rifle: 4, threats: 2}
        unknown: as risk
        level: [["score >= 4", high], ["-", low]]
      - contact: prosecutor
        by: officer
        when: danger = "high"
        due: PT1H
      - ask: custody
        by: opj
        when: danger = "high"
        questions: {since: {en: Since when?, unknown: false, declined: false}}
      - do: extension
        by: opj
        when: since != null
        due: {in: PT24H, from: since}
        tick: {asked: {en: Asked}}
      - ask: last
        questions: {heard: {en: Heard?}}
      - end: done
    """
  private static let minute: Int64 = 60_000

  private struct Desk {
    let interpreter: Interpreter
    var state: State
    var entries: [Entry] = []

    init(_ edition: Edition) throws {
      let source = SourceText(path: "desk.yaml", text: ClockTests.desk)
      let (program, diagnostics) = FlowCompiler.compile(main: "desk", sources: [source])
      let compiled = try #require(program, "\(diagnostics)")
      interpreter = Interpreter(
        Program(
          hash: compiled.hash, edition: edition, flows: compiled.flows, roles: compiled.roles,
          directory: compiled.directory, sources: compiled.sources))
      state = interpreter.initial
      try say(.started(Start(program: interpreter.program.hash, flow: "desk", language: "en")), at: 0)
      try say(.answered(step: StepPath("signs"), fact: "rifle", .value(true)), at: 1)
      try say(.answered(step: StepPath("signs"), fact: "threats", .value(true)), at: 2)
      try say(.confirmed(step: StepPath("danger")), at: 10)
    }

    mutating func say(_ event: Event, at minute: Int64) throws {
      entries += try interpreter.step(
        event, by: Person(identifier: "ada", role: "officer"),
        at: Instant(milliseconds: minute * ClockTests.minute), state: &state)
    }

    /// What is due, by which minute, among steps and tasks.
    var due: [String] {
      state.dueSteps.map { "\($0.path) \($0.due.milliseconds / ClockTests.minute)" }
        + state.openTasks.map { "task \($0.path) \(($0.due?.milliseconds ?? 0) / ClockTests.minute)" }
    }
  }

  /// What was said of the rifle is corrected.
  private static func rifle(_ answer: Answer) -> Event {
    .corrected(
      sequence: 2, to: .answered(step: StepPath("signs"), fact: "rifle", answer), reason: "seen again")
  }

  @Test(arguments: [(Edition.first, 90), (Edition.second, 70)])
  func aCorrectionRestartsNoClock(_ edition: Edition, _ due: Int) throws {
    var desk = try Desk(edition)
    #expect(desk.due == ["prosecutor 70"])
    let threats = Event.answered(step: StepPath("signs"), fact: "threats", .value(false))
    try desk.say(.corrected(sequence: 3, to: threats, reason: "none"), at: 20)
    // Still high, for other reasons: it is to be confirmed again, and meanwhile the hour goes on.
    #expect(desk.due == ["task prosecutor 70"])
    try desk.say(.confirmed(step: StepPath("danger")), at: 30)
    #expect(desk.due == ["prosecutor \(due)"])
    let isReplayed = try Replay.state(after: desk.entries, of: desk.interpreter.program) == desk.state
    #expect(isReplayed)
  }

  @Test func aCorrectionHidesNoCustodyLimit() throws {
    var desk = try Desk(.second)
    try desk.say(.contacted(step: StepPath("prosecutor"), .reached), at: 15)
    let start = try #require(Value(temporal: "1970-01-01T00:05:00Z"))
    try desk.say(.answered(step: StepPath("custody"), fact: "since", .value(start)), at: 16)
    let limit = 5 + 24 * 60
    #expect(desk.due == ["extension \(limit)"])
    try desk.say(Self.rifle(.value(false)), at: 20)
    // Nobody has said that he is out: the limit stands, although the walk is at the level again.
    #expect(desk.state.open.map(\.path.description) == ["danger"])
    #expect(desk.due == ["task extension \(limit)"])
    try desk.say(.confirmed(step: StepPath("danger")), at: 25)
    #expect(desk.due == ["task extension \(limit)"])
    var released = desk
    try released.say(
      .settled(step: StepPath("extension"), item: nil, done: false, reason: "released"), at: 30)
    #expect(released.due == [])
    let isReplayed =
      try Replay.state(after: released.entries, of: released.interpreter.program) == released.state
    #expect(isReplayed)
    // Where the walk comes there again, the step itself is due, with the same limit.
    try desk.say(Self.rifle(.value(true)), at: 40)
    #expect(desk.due == ["extension \(limit)"])
    // A second correction does not bring back what was settled before it.
    let threats = Event.answered(step: StepPath("signs"), fact: "threats", .value(false))
    try released.say(.corrected(sequence: 3, to: threats, reason: "none"), at: 50)
    #expect(released.due == [])
  }
}
