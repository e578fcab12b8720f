import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// A walker with second thoughts says again what it said, and hears of attacks; its seed determines all of it.
@Suite struct RandomWalkerTests {
  private static func walk(_ program: Program, seed: UInt64, hasSecondThoughts: Bool) throws
    -> (entries: [Entry], state: State)
  {
    let interpreter = Interpreter(program)
    var state = interpreter.initial
    var entries = try interpreter.step(
      .started(Start(program: program.hash, flow: program.flows[0].name, language: "fr")),
      by: Person(identifier: "p", role: "officer"), at: ScenarioRunner.defaultStart, state: &state)
    var walker = RandomWalker(seed: seed, hasSecondThoughts: hasSecondThoughts)
    entries += walker.walk(&state, with: interpreter, from: ScenarioRunner.defaultStart)
    return (entries, state)
  }

  private static let files = [
    "desk.yaml": """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    roles: {officer: Officer, chief: Chief}
    facts:
      hurt: {type: boolean, about: victim}
      agreed: {type: boolean, about: victim}
      attack: {type: boolean, about: victim}
      danger: {type: [low, medium, high], about: case}
    steps:
      - ask: first
        questions: {hurt: {en: Hurt?}, agreed: {en: Agreed?}}
      - assess: danger
        risk: {hurt: 1}
        unknown: as risk
        level: [["score >= 1", high], ["-", medium]]
        override: {roles: [chief], direction: both, reason: required}
      - do: room
        tick: {closed: {en: Closed}}
      - contact: chief
      - refer: shelter
        to: housing
        consent: agreed
      - end: done
    interrupts:
      attack-now: {when: attack = true, run: rescue, report: {attack: {en: Attack}}}
    """,
    "rescue.yaml": """
    flow: rescue
    version: 1.0.0
    title: Rescue
    languages: [en]
    steps:
      - do: patrol
        tick: {sent: {en: Sent}}
      - end: sent
    """,
    "directory/d.yaml": """
    directory: d
    categories: {housing: {en: Housing}}
    services:
      home: {title: {en: Home}, category: housing, source: x}
    """,
  ]

  @Test func secondThoughtsReachEverythingThatCanBeCorrected() throws {
    let (compiled, diagnostics) = FlowCompiler.compile(
      main: "desk", sources: Self.files.sorted { $0.key < $1.key }.map { SourceText(path: $0, text: $1) })
    let program = try #require(compiled, "\(diagnostics)")
    var corrected: Set<String> = []
    var reports = 0
    var afterTheEnd = 0
    for seed in 0..<300 as Range<UInt64> {
      let (entries, state) = try Self.walk(program, seed: seed, hasSecondThoughts: true)
      #expect(state.outcome != nil, "seed \(seed)")
      let isReplayed = try Replay.state(after: entries, of: program) == state
      #expect(isReplayed, "seed \(seed)")
      let end = entries.firstIndex { $0.event.name == "ended" } ?? entries.endIndex
      for (index, entry) in entries.enumerated() {
        if case .corrected(_, let event, _) = entry.event {
          corrected.insert(event.name)
          afterTheEnd += index > end ? 1 : 0
        }
        if case .reported = entry.event { reports += 1 }
      }
    }
    #expect(
      corrected == ["answered", "ticked", "contacted", "referred", "confirmed", "overridden", "noted"])
    #expect(reports > 50 && afterTheEnd > 50)
  }

  @Test func theSeedDeterminesTheWalk() throws {
    let program = try ProtocolPromiseTests.program("custody")
    for seed in 0..<20 as Range<UInt64> {
      let first = try Self.walk(program, seed: seed, hasSecondThoughts: true)
      let second = try Self.walk(program, seed: seed, hasSecondThoughts: true)
      #expect(first.entries == second.entries)
      let steady = try Self.walk(program, seed: seed, hasSecondThoughts: false)
      #expect(!steady.entries.contains { ["corrected", "reported"].contains($0.event.name) })
    }
  }

  /// A call that a correction withdrew was made, and keeps no promise of the walk that stands.
  @Test func whatIsWithdrawnKeepsNoPromise() throws {
    let flow = """
      flow: desk
      version: 1.0.0
      title: Desk
      languages: [en]
      roles: {officer: Officer, chief: Chief}
      facts:
        danger_now: {type: boolean, about: victim}
        agreed: {type: boolean, about: victim}
      steps:
        - ask: first
          questions: {danger_now: {en: Danger?}, agreed: {en: Agreed?}}
        - contact: chief
          when: agreed = true
        - end: done
      """
    let (program, diagnostics) = FlowCompiler.compile(
      main: "desk", sources: [SourceText(path: "desk.yaml", text: flow)])
    let interpreter = Interpreter(try #require(program, "\(diagnostics)"))
    let parts = ProtocolParts(interpreter.program)
    var state = interpreter.initial
    let agreed = { Event.answered(step: StepPath("first"), fact: "agreed", .value(.boolean($0))) }
    var seen: [Bool] = []
    for event in [
      .started(Start(program: interpreter.program.hash, flow: "desk", language: "en")),
      .answered(step: StepPath("first"), fact: "danger_now", .value(.boolean(true))), agreed(true),
      .contacted(step: StepPath("chief"), .reached),
      .corrected(sequence: 3, to: agreed(false), reason: "misheard"),
    ] as [Event] {
      try interpreter.step(
        event, by: Person(identifier: "p", role: "officer"), at: ScenarioRunner.defaultStart, state: &state)
      let kept = ProtocolPromises(state, parts)
      #expect(kept.isInDanger == (state.sequence > 1))
      seen.append(kept.isReached)
    }
    #expect(seen == [false, false, false, true, false])
    #expect(!ProtocolPromises(state, parts).isLookedAfter)
  }
}
