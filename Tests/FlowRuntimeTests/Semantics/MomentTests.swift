import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// Expressions read the moment of the entry at which they are evaluated, at the place where it was made; nothing else of time.
@Suite struct MomentTests {
  static let flow = """
    flow: desk
    version: 1.0.0
    title: {en: Desk}
    languages: [en]
    facts:
      born: {type: date, about: victim}
      began: {type: date and time}
      age: {type: number}
      minor: {type: boolean}
      at_night: {type: boolean}
      long_ago: {type: boolean}
      told: {type: boolean}
    steps:
      - ask: first
        questions:
          born: {en: Born on?}
          began: {en: Since when?}
      - decide: times
        values:
          age: 'if born = null then null else years and months duration(born, today()).years'
          minor: 'if age = null then true else age < 18'
          at_night: 'time(now()) < time("06:00:00") or time(now()) >= time("22:00:00")'
          long_ago: 'began != null and now() - began >= duration("PT20H")'
      - do: door
        when: time(now()) < time("06:00:00")
        tick: {bell: {en: Bell rung}}
      - wait: morning
        on: time(now()) >= time("08:00:00") and time(now()) < time("12:00:00")
      - end: done
    interrupts:
      too-long:
        when: began != null and now() > began + duration("PT24H")
        run: warn
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

  static func program() throws -> Program {
    let (program, diagnostics) = FlowCompiler.compile(
      main: "desk",
      sources: [SourceText(path: "desk.yaml", text: flow), SourceText(path: "warn.yaml", text: warn)])
    return try #require(program, "\(diagnostics.map { "\($0.code) \($0.place.start) \($0.arguments)" })")
  }

  /// A case at a place: what is said, and when, as a date and time with the place's offset.
  struct Walk {
    let interpreter: Interpreter
    var state: State
    var entries: [Entry] = []

    init(_ program: Program, at start: String) throws {
      interpreter = Interpreter(program)
      state = interpreter.initial
      try say(.started(Start(program: program.hash, flow: "desk", language: "en")), at: start)
    }

    mutating func say(_ event: Event, at text: String) throws {
      let moment = try #require(Value(temporal: text))
      entries += try interpreter.step(
        event, by: Person(identifier: "o", role: "officer"), at: try #require(moment.instant),
        offset: moment.offset ?? .utc, state: &state)
    }

    func fact(_ name: String) -> Value? { state.fact(name)?.value }
    var open: [String] { state.open.map(\.path.description) }
  }

  private static let first = StepPath("first")

  /// The same instant is night in Paris and evening in New York.
  @Test(arguments: [
    ("2026-03-06T03:30:00+01:00", true, "door"), ("2026-03-05T21:30:00-05:00", false, "morning"),
    ("2026-03-06T02:30:00Z", true, "door"),
  ]) func theClockIsThatOfThePlace(_ moment: String, _ atNight: Bool, _ open: String) throws {
    var walk = try Walk(Self.program(), at: moment)
    try walk.say(.answered(step: Self.first, fact: "born", .unknown), at: moment)
    try walk.say(.answered(step: Self.first, fact: "began", .unknown), at: moment)
    #expect(walk.fact("at_night") == .boolean(atNight))
    #expect(walk.fact("minor") == .boolean(true))
    #expect(walk.open == [open])
  }

  /// A birthday begins at midnight of the place.
  @Test(arguments: [
    ("2026-03-05T23:30:00+01:00", 17), ("2026-03-06T00:30:00+01:00", 18), ("2026-03-05T23:30:00Z", 17),
  ]) func theDayIsThatOfThePlace(_ moment: String, _ age: Int) throws {
    var walk = try Walk(Self.program(), at: moment)
    let born = try #require(Value(temporal: "2008-03-06"))
    try walk.say(.answered(step: Self.first, fact: "born", .value(born)), at: moment)
    try walk.say(.answered(step: Self.first, fact: "began", .unknown), at: moment)
    #expect(walk.fact("age") == .number(Number(age)))
  }

  /// Without a zone a moment is in UTC, and is compared all the same.
  @Test(arguments: ["2026-03-05T20:00:00+01:00", "2026-03-05T19:00:00"])
  func lengthsOfTimeAreCounted(_ began: String) throws {
    var walk = try Walk(Self.program(), at: "2026-03-06T17:30:00+01:00")
    try walk.say(
      .answered(step: Self.first, fact: "born", .declined), at: "2026-03-06T17:30:00+01:00")
    try walk.say(
      .answered(step: Self.first, fact: "began", .value(try #require(Value(temporal: began)))),
      at: "2026-03-06T17:31:00+01:00")
    #expect(walk.fact("long_ago") == .boolean(true))
  }

  /// When only time passes, a condition that reads it is looked at again at each entry: waits, and interrupts.
  @Test func passingTimeIsAChange() throws {
    var walk = try Walk(Self.program(), at: "2026-03-05T21:00:00+01:00")
    try walk.say(.answered(step: Self.first, fact: "born", .unknown), at: "2026-03-05T21:00:00+01:00")
    try walk.say(
      .answered(
        step: Self.first, fact: "began", .value(try #require(Value(temporal: "2026-03-05T06:00:00+01:00")))),
      at: "2026-03-05T21:00:00+01:00")
    #expect(walk.open == ["morning"])
    try walk.say(.clock, at: "2026-03-06T05:59:00+01:00")
    #expect(walk.open == ["morning"])
    try walk.say(.noted("Still here."), at: "2026-03-06T06:01:00+01:00")
    #expect(walk.open == ["!too-long[1]/chief"])
    try walk.say(
      .ticked(step: StepPath("!too-long[1]/chief"), item: "chief", done: true, reason: nil),
      at: "2026-03-06T06:02:00+01:00")
    #expect(walk.open == ["morning"])
    try walk.say(.clock, at: "2026-03-06T08:00:00+01:00")
    #expect(walk.state.status == .ended(outcome: "done"))
    // It went off once: its condition did not become false meanwhile.
    #expect(walk.state.effects.count { $0.event.name == "interrupted" } == 1)
    #expect(try Replay.state(after: walk.entries, of: Self.program()) == walk.state)
  }

  /// A corrected answer is evaluated at the moment at which it was given: the walk is that of having answered so at once.
  @Test func aCorrectedAnswerIsReadAtItsOwnMoment() throws {
    let times = (first: "2026-03-05T23:50:00+01:00", later: "2026-03-06T00:20:00+01:00")
    let right = Answer.value(try #require(Value(temporal: "2008-03-06")))
    let wrong = Answer.value(try #require(Value(temporal: "1990-03-06")))
    func walked(_ answer: Answer) throws -> Walk {
      var walk = try Walk(Self.program(), at: times.first)
      try walk.say(.answered(step: Self.first, fact: "born", answer), at: times.first)
      try walk.say(.answered(step: Self.first, fact: "began", .unknown), at: times.first)
      return walk
    }
    var corrected = try walked(wrong)
    let number = try #require(corrected.state.answers.first { $0.event.step == Self.first }).sequence
    try corrected.say(
      .corrected(
        sequence: number, to: .answered(step: Self.first, fact: "born", right), reason: "Misheard"),
      at: times.later)
    var atOnce = try walked(right)
    try atOnce.say(.clock, at: times.later)
    // She was 17 when it was asked.
    #expect(corrected.fact("age") == 17)
    #expect(corrected.state.facts.map(\.value) == atOnce.state.facts.map(\.value))
    #expect(corrected.state.steps == atOnce.state.steps)
    #expect(corrected.open == atOnce.open)
    #expect(try Replay.state(after: corrected.entries, of: Self.program()) == corrected.state)
  }

  /// A decision of a model reads the same moment.
  @Test func modelsReadThePlacesDay() throws {
    let model = """
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="Day" namespace="urn:day">
        <decision name="Day"><variable name="Day" typeRef="date"/>
          <literalExpression><text>today()</text></literalExpression></decision>
      </definitions>
      """
    let flow = """
      flow: desk
      version: 1.0.0
      title: {en: Desk}
      languages: [en]
      facts:
        day: {type: date}
      steps:
        - decide: which-day
          model: day.dmn
          decision: Day
          sets: day
        - ask: more
          questions: {day: {en: Which day?, again: true}}
        - end: done
      """
    let (program, diagnostics) = FlowCompiler.compile(
      main: "desk",
      sources: [SourceText(path: "desk.yaml", text: flow), SourceText(path: "day.dmn", text: model)])
    let walk = try Walk(
      try #require(program, "\(diagnostics.map(\.code))"), at: "2026-03-06T00:30:00+01:00")
    #expect(walk.fact("day") == Value(temporal: "2026-03-06"))
  }
}
