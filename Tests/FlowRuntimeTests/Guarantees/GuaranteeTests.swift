import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// A guarantee is looked at on the walk: at each moment, at each step reached, and at the end.
@Suite struct GuaranteeTests {
  private static let flow = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    roles: {officer: Officer}
    facts:
      grave: {type: boolean, about: victim}
      agreed: {type: boolean, about: victim}
      marks: {type: list of text, about: child}
    steps:
      - ask: first
        by: officer
        questions: {grave: {en: Grave?}, agreed: {en: Agreed?}, marks: {en: Marks?}}
      - do: door
        when: grave = true
        due: PT1M
        tick: {closed: {en: Closed}}
      - do: patrol
        due: PT2M
        tick: {sent: {en: Sent}}
      - each: child
        in: marks
        as: mark
      - end: done
    """
  private static let child = """
    flow: child
    version: 1.0.0
    title: Child
    languages: [en]
    takes: [mark]
    facts: {mark: {type: text, about: child}, hurt: {type: boolean, about: child}}
    steps:
      - ask: care
        questions: {hurt: {en: Hurt?}}
      - do: doctor
        when: hurt = true
        tick: {called: {en: Called}}
      - end: seen
    """

  /// The guarantees broken by a walk with these answers; entries are so many minutes apart.
  private static func broken(
    _ guarantees: String, grave: Bool, agreed: Bool = true, hurt: [Bool] = [], minutes: [Int64] = []
  ) throws -> (all: [BrokenGuarantee], names: [String]) {
    let sources = [
      SourceText(path: "desk.yaml", text: flow + "\nguarantees:\n" + guarantees),
      SourceText(path: "child.yaml", text: child),
    ]
    let (compiled, diagnostics) = FlowCompiler.compile(main: "desk", sources: sources)
    let program = try #require(compiled, "\(diagnostics)")
    let interpreter = Interpreter(program)
    var state = interpreter.initial
    let marks = Value.list(hurt.indices.map { .string("C\($0)") })
    var events: [Event] = [
      .started(Start(program: program.hash, flow: "desk", language: "en")),
      .answered(step: StepPath("first"), fact: "grave", .value(.boolean(grave))),
      .answered(step: StepPath("first"), fact: "agreed", .value(.boolean(agreed))),
      .answered(step: StepPath("first"), fact: "marks", .value(marks)),
    ]
    if grave { events.append(.ticked(step: StepPath("door"), item: "closed", done: true, reason: nil)) }
    events.append(.ticked(step: StepPath("patrol"), item: "sent", done: true, reason: nil))
    for (index, isHurt) in hurt.enumerated() {
      let path = "child[\(index + 1)]/"
      events.append(.answered(step: StepPath(path + "care"), fact: "hurt", .value(.boolean(isHurt))))
      if isHurt {
        events.append(.ticked(step: StepPath(path + "doctor"), item: "called", done: true, reason: nil))
      }
    }
    var now = Instant(milliseconds: 0)
    for (index, event) in events.enumerated() {
      now = now.advanced(by: 60_000 * (index < minutes.count ? minutes[index] : 1))
      try interpreter.step(event, by: Person(identifier: "p", role: "officer"), at: now, state: &state)
    }
    #expect(state.outcome == "done")
    return (
      state.brokenGuarantees, state.brokenGuarantees.map { "\($0.definition(in: program).name) \($0.step)" }
    )
  }

  @Test func whatIsAlwaysPassedIsLookedAtAtTheEnd() throws {
    let text = "  told: {if: grave = true, always: door}\n  ever: {always: door}\n"
    #expect(try Self.broken(text, grave: true).names == [])
    #expect(try Self.broken(text, grave: false).names == ["ever done"])
  }

  @Test func whatNeverIsIsLookedAtAtEveryMoment() throws {
    // Answered after the first question, before the second: the moment is over at the end.
    let text =
      "  moment: {never: grave = true and agreed = null}\n  end: {never: 'outcome = \"done\" and grave = true'}\n"
    #expect(try Self.broken(text, grave: true).names == ["moment first", "end done"])
    #expect(try Self.broken(text, grave: false).names == [])
  }

  @Test func whatMustHoldIsLookedAtWhereTheStepIsReached() throws {
    let text = "  agreed-first: {before: patrol, must: agreed = true}\n"
    #expect(try Self.broken(text, grave: false, agreed: false).names == ["agreed-first patrol"])
    #expect(try Self.broken(text, grave: false).names == [])
  }

  @Test func whatIsPassedBeforeIsOfTheSameChild() throws {
    let text = "  care-first: {before: child/care, passed: child/doctor}\n"
    #expect(try Self.broken(text, grave: false, hurt: [true, false]).names == ["care-first child[1]/care"])
    let right = "  care-first: {before: child/doctor, passed: child/care}\n"
    #expect(try Self.broken(right, grave: false, hurt: [false, true]).names == [])
  }

  @Test func aTimeIsMeasuredOnTheWalk() throws {
    let text = "  in-time: {within: PT2M, from: first, to: patrol}\n"
    #expect(try Self.broken(text, grave: false).names == [])
    // A minute for the door and two for the patrol: nobody is late, and the promise is not kept.
    let broken = try Self.broken(text, grave: true, minutes: [1, 1, 1, 1, 1, 2])
    #expect(broken.names == ["in-time patrol"])
    #expect(broken.all.first?.elapsed == 180_000 && broken.all.first?.isByLateness == false)
  }

  @Test func beingLateIsNotTheFlowsFault() throws {
    let text = "  in-time: {within: PT3M, from: first, to: patrol}\n"
    let broken = try Self.broken(text, grave: true, minutes: [1, 1, 1, 1, 1, 30])
    #expect(broken.names == ["in-time patrol"])
    #expect(broken.all.first?.late.map(\.description) == ["patrol"])
  }

  @Test func aTimeThatRunsOutIsToldBeforeTheStepIsDone() throws {
    let (compiled, diagnostics) = FlowCompiler.compile(
      main: "desk",
      sources: [
        SourceText(
          path: "desk.yaml",
          text: Self.flow + "\nguarantees:\n  in-time: {within: PT2M, from: first, to: patrol}"),
        SourceText(path: "child.yaml", text: Self.child),
      ])
    let program = try #require(compiled, "\(diagnostics)")
    let interpreter = Interpreter(program)
    var state = interpreter.initial
    let answers: [(String, Value)] = [
      ("grave", .boolean(false)), ("agreed", .boolean(true)), ("marks", .list([])),
    ]
    let start = Event.started(Start(program: program.hash, flow: "desk", language: "en"))
    for event in [start] + answers.map({ .answered(step: StepPath("first"), fact: $0, .value($1)) }) {
      try interpreter.step(
        event, by: Person(identifier: "p", role: "officer"), at: Instant(milliseconds: 0), state: &state)
    }
    #expect(state.brokenGuarantees(at: Instant(milliseconds: 120_000)) == [])
    #expect(state.brokenGuarantees(at: Instant(milliseconds: 120_001)).map(\.isByLateness) == [true])
    #expect(state.brokenGuarantees == [])
  }

  @Test func aScenarioThatBreaksAGuaranteeFails() throws {
    let text = Self.flow + "\nguarantees:\n  ever: {always: door}"
    let scenario = """
      scenario: quiet
      flow: desk
      title: Quiet
      otherwise: "false"
      answers: {grave: false}
      expect: {outcome: done}
      """
    let folder = ProtocolFolder.parse([
      SourceText(path: "desk.yaml", text: text), SourceText(path: "child.yaml", text: Self.child),
      SourceText(path: "scenarios/quiet.yaml", text: scenario),
    ])
    let program = try #require(FlowCompiler.compile(main: "desk", folder).program)
    let result = ScenarioRunner.run(try #require(folder.scenarios.first), of: program)
    #expect(result.failures.map(\.identifier) == ["guarantee-broken"])
    #expect(result.failures.first?.arguments["guarantee"] == "ever")
    #expect(result.failures.first?.arguments["step"] == "done")
  }
}
