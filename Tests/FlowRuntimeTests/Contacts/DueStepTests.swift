import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What is due in a case: open steps, what stands still or waits for its parts, and ends of waits.
@Suite struct DueStepTests {
  private static let desk = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    roles: {officer: Officer, chief: Chief}
    facts:
      attack: {type: boolean, about: victim}
      hurt: {type: boolean, about: victim}
      again: {type: boolean, about: victim}
    steps:
      - run: inner
        by: chief
        due: PT8H
      - together: both
        due: PT6H
        branches:
          left: {by: officer, steps: [{do: search, due: PT2H, tick: {searched: Searched}}]}
          right: {by: chief, steps: [{do: papers, tick: {written: Written}}]}
      - wait: morning
        by: officer
        for: PT5H
        due: PT7H
      - ask: last
        questions: {again: {en: Again?}}
      - end: done
    interrupts:
      attack-now: {when: attack = true, run: rescue, report: {attack: {en: Attack}}}
    """
  private static let inner = """
    flow: inner
    version: 1.0.0
    title: Inner
    languages: [en]
    gives: [hurt]
    facts:
      hurt: {type: boolean, about: victim}
    steps:
      - ask: body
        due: PT1H
        questions: {hurt: {en: Hurt?}}
      - end: done
    """
  private static let rescue = """
    flow: rescue
    version: 1.0.0
    title: Rescue
    languages: [en]
    steps:
      - do: shout
        due: PT1M
        tick: {shouted: Shouted}
      - end: done
    """

  private static let hour: Int64 = 3_600_000

  /// What is due after things said, an hour apart, in minutes since the start.
  private static func due(_ events: [Event]) throws -> [String] {
    let sources = [("desk", desk), ("inner", inner), ("rescue", rescue)]
      .map { SourceText(path: "\($0.0).yaml", text: $0.1) }
    let (program, diagnostics) = FlowCompiler.compile(main: "desk", sources: sources)
    let interpreter = Interpreter(try #require(program, "\(diagnostics)"))
    var state = interpreter.initial
    let person = Person(identifier: "ada", role: "officer")
    let start = Event.started(Start(program: state.program.hash, flow: "desk", language: "en"))
    for (number, event) in ([start] + events).enumerated() {
      try interpreter.step(
        event, by: person, at: Instant(milliseconds: Int64(number) * hour), state: &state)
    }
    return state.dueSteps.map { step in
      "\(step.path) \(step.due.milliseconds / 60_000)\(step.isWait ? " wait" : "") \(step.by ?? "-")"
    }
  }

  private static let hurt = Event.answered(step: StepPath("inner/body"), fact: "hurt", .value(true))
  private static func tick(_ step: String, _ item: String) -> Event {
    .ticked(step: StepPath(step), item: item, done: true, reason: nil)
  }

  @Test(
    arguments: [
      ([], ["inner/body 60 chief", "inner 480 chief"]),
      // What stands still behind an interrupt stays due.
      (
        [.reported(interrupt: "attack-now", fact: "attack")],
        ["inner/body 60 chief", "!attack-now[1]/shout 61 -", "inner 480 chief"]
      ),
      ([hurt], ["search 180 officer", "both 420 -"]),
      ([hurt, tick("search", "searched")], ["both 420 -"]),
      (
        [hurt, tick("search", "searched"), tick("papers", "written")],
        ["morning 480 wait officer", "morning 600 officer"]
      ),
      ([hurt, .abandoned(reason: "left")], []),
    ] as [([Event], [String])])
  func isTold(_ events: [Event], _ expected: [String]) throws {
    #expect(try Self.due(events) == expected)
  }

  @Test func nothingIsDueWhereACaseHasEnded() throws {
    let events = [Self.hurt, Self.tick("search", "searched"), Self.tick("papers", "written")]
    let later = events + [.clock, .clock, .clock, .clock, .clock, .clock]
    let last = Event.answered(step: StepPath("last"), fact: "again", .value(false))
    #expect(try Self.due(later + [last]) == [])
  }
}
