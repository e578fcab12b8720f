import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// The board of needs, as a function of what was answered.
@Suite struct NeedsTests {
  private static let desk = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    roles: {helper: Helper, doctor: Doctor}
    facts:
      wants: {type: boolean, about: victim}
      place: {type: [asked, sheltered]}
      children: {type: list of text, about: child}
    steps:
      - ask: night
        questions:
          wants: {en: Wants a place?}
          place: {en: Found?, when: wants = true}
          children: {en: Children?}
      - run: care
      - each: child-care
        in: children
        as: name
      - end: done
    needs:
      housing:
        title: Housing
        when: wants = true
        begun: place = "asked"
        done: place = "sheltered"
        partner: helper
    """
  private static let care = """
    flow: care
    version: 1.0.0
    title: Care
    languages: [en]
    roles: {doctor: Doctor, helper: Helper}
    facts:
      hurt: {type: boolean, about: victim}
      seen: {type: boolean, about: victim}
    steps:
      - ask: body
        questions:
          hurt: {en: Hurt?}
          seen: {en: Seen?}
      - end: done
    needs:
      health: {title: Care, when: hurt != false, done: seen = true, partner: doctor}
      housing: {title: Inner, when: "true", done: "false", partner: helper}
    """
  private static let child = """
    flow: child-care
    version: 1.0.0
    title: Child
    languages: [en]
    roles: {doctor: Doctor}
    takes: [name]
    facts:
      name: {type: text, about: child}
      hurt: {type: boolean, about: child}
    steps:
      - ask: child
        questions:
          hurt: {en: "Is the child hurt?", when: name != null}
      - end: done
    needs:
      child-health: {title: Child, when: hurt = true, done: "false", partner: doctor}
    """

  private static func program() throws -> Program {
    let sources = [("desk", desk), ("care", care), ("child-care", child)]
      .map { SourceText(path: "\($0.0).yaml", text: $0.1) }
    let (program, diagnostics) = FlowCompiler.compile(main: "desk", sources: sources)
    return try #require(program, "\(diagnostics.map { "\($0.code) \($0.place.start) \($0.arguments)" })")
  }

  /// The case after answers given in the order in which they are asked for.
  private static func state(_ answers: [Answer]) throws -> State {
    let interpreter = Interpreter(try program())
    var state = interpreter.initial
    let person = Person(identifier: "a", role: "helper")
    let start = Start(program: state.program.hash, flow: "desk", language: "en")
    try interpreter.step(.started(start), by: person, at: Instant(milliseconds: 0), state: &state)
    for answer in answers {
      let event = try #require(state.open.first?.answered(answer))
      try interpreter.step(event, by: person, at: Instant(milliseconds: 0), state: &state)
    }
    return state
  }

  private static func board(_ state: State) -> [String] {
    state.needs.map { "\($0.prefix)\($0.need.name) \($0.progress.rawValue)" }
  }

  private static let none: Answer = .value(.list([]))

  @Test(
    arguments: [
      ([], ["housing not-asked"]),
      ([.unknown], ["housing not-needed"]),
      ([.declined], ["housing not-needed"]),
      ([.value(false)], ["housing not-needed"]),
      ([.value(true)], ["housing to-do"]),
      ([.value(true), .unknown], ["housing to-do"]),
      ([.value(true), .value("asked")], ["housing under-way"]),
      ([.value(true), .value("sheltered")], ["housing done"]),
      ([.value(false), none], ["housing not-needed", "care/health to-do"]),
      ([.value(false), none, .value(false)], ["housing not-needed", "care/health not-needed"]),
      ([.value(false), none, .unknown, .value(true)], ["housing not-needed", "care/health done"]),
      (
        [
          .value(true), .value("asked"), .value(.list(["A", "B"])), .value(true), .value(true), .value(true),
          .value(false),
        ],
        [
          "housing under-way", "care/health done", "child-care[1]/child-health to-do",
          "child-care[2]/child-health not-needed",
        ]
      ),
    ] as [([Answer], [String])])
  func followsTheAnswers(_ answers: [Answer], _ expected: [String]) throws {
    #expect(Self.board(try Self.state(answers)) == expected)
  }

  /// A need is met when nothing under it is left undone, and its own condition says whether it was asked.
  @Test func saysDoneOnlyOfWhatIsDone() throws {
    let flow = """
      flow: desk
      version: 1.0.0
      title: Desk
      languages: [en]
      roles: {helper: Helper}
      facts:
        wants: {type: boolean, about: victim}
        children: {type: boolean, about: child}
        safe: {type: boolean, about: victim}
        call: {type: [reached, unreached]}
      steps:
        - ask: first
          questions: {wants: {en: Wants a place?}, safe: {en: Safe?}}
        - do: search
          tick: {searched: {en: Searched, required: true}}
        - contact: helper
          result: call
        - ask: last
          questions: {children: {en: Children?}}
        - end: done
      needs:
        safety: {title: Safety, when: safe != null, done: safe = true, tasks: [search], partner: helper}
        place: {title: Place, when: wants = true, done: call != null, partner: helper}
        school: {title: School, asked: children != null, when: children = true, done: "false", partner: helper}
      """
    let (program, diagnostics) = FlowCompiler.compile(
      main: "desk", sources: [SourceText(path: "desk.yaml", text: flow)])
    let interpreter = Interpreter(try #require(program, "\(diagnostics)"))
    var state = interpreter.initial
    let person = Person(identifier: "a", role: "helper")
    func say(_ event: Event) throws {
      try interpreter.step(event, by: person, at: Instant(milliseconds: 0), state: &state)
    }
    try say(.started(Start(program: interpreter.program.hash, flow: "desk", language: "en")))
    #expect(Self.board(state) == ["safety not-asked", "place not-asked", "school not-asked"])
    try say(.answered(step: StepPath("first"), fact: "wants", .value(true)))
    try say(.answered(step: StepPath("first"), fact: "safe", .value(true)))
    #expect(Self.board(state) == ["safety done", "place to-do", "school not-asked"])
    try say(.ticked(step: StepPath("search"), item: "searched", done: false, reason: "no team"))
    try say(.contacted(step: StepPath("helper"), .unreached(reason: "night")))
    // What is left undone at a step that it names, or on a fact that it reads, keeps a need under way.
    #expect(Self.board(state) == ["safety under-way", "place under-way", "school not-asked"])
    try say(.ticked(step: StepPath("search"), item: "searched", done: true, reason: nil))
    try say(.contacted(step: StepPath("helper"), .reached))
    try say(.answered(step: StepPath("last"), fact: "children", .value(false)))
    #expect(Self.board(state) == ["safety done", "place done", "school not-needed"])
  }

  @Test func followsACorrection() throws {
    var state = try Self.state([.value(true), .value("sheltered")])
    let interpreter = Interpreter(state.program)
    let wrong = try #require(state.answers.last)
    let right = Event.answered(step: StepPath("night"), fact: "place", .value("asked"))
    try interpreter.step(
      .corrected(sequence: wrong.sequence, to: right, reason: "Misheard"),
      by: Person(identifier: "a", role: "helper"), at: Instant(milliseconds: 0), state: &state)
    #expect(Self.board(state) == ["housing under-way"])
  }
}
