import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What a correction gives back is read at the moment at which it was said, and a step at the moment at which the case first came
/// there: time that passed since changes neither (grammar, 12.5 and 12.6).
@Suite struct OwnMomentTests {
  private static let flow = """
    flow: desk
    version: 1.0.0
    title: {en: Desk}
    languages: [en]
    facts:
      grave: {type: boolean}
      level: {type: [low, high]}
      began: {type: date and time, allowed: '[now() - duration("P4D")..now()]'}
      appointment: {type: date, allowed: ">= today()"}
      hearing: {type: date and time, allowed: ">= now()"}
      day: {type: date}
      long_ago: {type: boolean}
    steps:
      - ask: first
        questions: {grave: {en: Grave?}}
      - assess: level
        risk: {grave: 1}
        unknown: as risk
        level: [["score >= 1", high], ["-", low]]
      - ask: custody
        questions:
          began: {en: Since when?}
          appointment: {en: Which day?}
          hearing: {en: When?}
      - decide: times
        values:
          day: today()
          long_ago: 'began != null and now() - began > duration("P1D")'
      - do: report
        due: {in: 'if time(now()) < time("01:00:00") then duration("PT2H") else duration("PT15M")'}
        tick: {written: {en: Written}}
      - end: done
    """

  /// A grave case with the start of a custody; six days later it proves not to be grave, and the level waits for its confirmation.
  private static func corrected() throws -> WalkedCase {
    var desk = try WalkedCase([("desk.yaml", flow)])
    let moment = { (text: String) in try #require(Value(temporal: text)) }
    try desk.answer("first", "grave", true)
    let grave = desk.state.said[desk.state.said.count - 1].sequence
    try desk.say(.confirmed(step: StepPath("level")))
    try desk.answer("custody", "began", try moment("1970-01-01T00:00:30Z"))
    try desk.answer("custody", "appointment", try moment("1970-01-01"))
    try desk.answer("custody", "hearing", try moment("1970-01-01T03:00:00Z"))
    #expect(desk.open == ["report"])
    let no = Event.answered(step: StepPath("first"), fact: "grave", .value(.boolean(false)))
    try desk.say(
      .corrected(sequence: grave, to: no, reason: "misheard"), after: 6 * 86_400_000 + 2 * 3_600_000)
    #expect(desk.open == ["level"])
    return desk
  }

  @Test func whatIsGivenBackIsAllowedByTheMomentAtWhichItWasSaid() throws {
    var desk = try Self.corrected()
    let made = try desk.say(.confirmed(step: StepPath("level")))
    #expect(made.contains { $0.name == "reinstated" })
    #expect(desk.open == ["report"])
    for fact in ["began", "appointment", "hearing"] {
      #expect(desk.state.fact(fact)?.standing == .known, "\(fact)")
    }
    #expect(try Replay.state(after: desk.entries, of: desk.interpreter.program) == desk.state)
  }

  @Test func whatIsLookedAtOnceIsReadWhenTheCaseFirstCameThere() throws {
    var desk = try Self.corrected()
    let due = try #require(desk.state.openTasks.first { $0.path == StepPath("report") }?.due)
    try desk.say(.confirmed(step: StepPath("level")))
    #expect(desk.state.fact("day")?.value == Value(temporal: "1970-01-01"))
    #expect(desk.state.fact("long_ago")?.value == .boolean(false))
    // Neither the start nor the length of the time begins anew.
    #expect(desk.state.open.first?.due == due)
    #expect(try Replay.state(after: desk.entries, of: desk.interpreter.program) == desk.state)
  }

  @Test func aDayAndAnHourAreByTheClockOfThePlace() throws {
    let flow = """
      flow: desk
      version: 1.0.0
      title: {en: Desk}
      languages: [en]
      facts:
        day: {type: date}
        at: {type: date and time}
        passed: {type: boolean}
      steps:
        - ask: first
          questions: {day: {en: Which day?}}
        - decide: times
          values:
            at: 'if day = null then null else date and time(day, time("18:00:00"))'
            passed: 'day != null and date and time(day, time("18:00:00")) < now()'
        - do: call
          due: {at: at}
          tick: {called: {en: Called}}
        - end: done
      """
    let (compiled, diagnostics) = FlowCompiler.compile(
      main: "desk", sources: [SourceText(path: "desk.yaml", text: flow)])
    let program = try #require(compiled, "\(diagnostics.map(\.code))")
    // 17:30 in UTC is 21:30 on an island four hours ahead: six o'clock is past.
    for (hours, hasPassed) in [(0, false), (4, true), (-4, false)] {
      let interpreter = Interpreter(program)
      var state = interpreter.initial
      let at = try #require(Value(temporal: "2026-03-05T17:30:00Z")?.instant)
      let offset = try #require(UTCOffset(minutes: hours * 60))
      for event in [
        Event.started(Start(program: program.hash, flow: "desk", language: "en")),
        .answered(
          step: StepPath("first"), fact: "day", .value(try #require(Value(temporal: "2026-03-05")))),
      ] {
        try interpreter.step(
          event, by: Person(identifier: "o", role: "officer"), at: at, offset: offset, state: &state)
      }
      let due = try #require(Value(temporal: "2026-03-05T18:00:00Z")?.instant)
      #expect(state.fact("passed")?.value == .boolean(hasPassed))
      #expect(state.open.first?.due == due.advanced(by: -Int64(hours) * 3_600_000))
    }
  }
}
