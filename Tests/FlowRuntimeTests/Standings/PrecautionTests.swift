import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// Known, unknown, declined, not asked: four things. What nobody said is no reason, and what was not asked counts only as the
/// author says.
@Suite struct PrecautionTests {
  private static func flow(unasked: String) -> String {
    """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    facts:
      online: {type: boolean, about: victim}
      pictures: {type: boolean, about: victim}
      threats: {type: boolean, about: perpetrator}
      level: {type: [low, grave]}
      reasons: {type: list of text}
      precautions: {type: list of text}
    steps:
      - ask: first
        questions:
          online: {en: Online?}
          pictures: {en: Pictures?, when: online = true}
          threats: {en: Threats?}
      - assess: level
        reasons: reasons
        precautions: precautions
        risk: {online: 1, threats: 1, pictures: 3}
        unknown: as risk
        unasked: \(unasked)
        level: [["score >= 3", grave], ["-", low]]
      - end: done
    """
  }

  private static func program(unasked: String = "as absent") throws -> Program {
    let (program, diagnostics) = FlowCompiler.compile(
      main: "desk", sources: [SourceText(path: "desk.yaml", text: flow(unasked: unasked))])
    return try #require(program, "\(diagnostics)")
  }

  private static func state(_ answers: [(String, Answer)], of program: Program) throws -> State {
    let interpreter = Interpreter(program)
    var state = interpreter.initial
    let start = Event.started(Start(program: program.hash, flow: "desk", language: "en"))
    for event in [start] + answers.map({ .answered(step: StepPath("first"), fact: $0, $1) }) {
      try interpreter.step(
        event, by: Person(identifier: "p", role: "officer"), at: Instant(milliseconds: 0), state: &state)
    }
    return state
  }

  private static func advice(_ answers: [(String, Answer)], of program: Program) throws -> Recommendation {
    try #require(try state(answers, of: program).explanations.last?.recommendation)
  }

  @Test func aQuestionNotPutCountsOnlyAsTheAuthorSays() throws {
    let answers: [(String, Answer)] = [
      ("online", .value(.boolean(false))), ("threats", .value(.boolean(false))),
    ]
    let absent = try Self.advice(answers, of: try Self.program(unasked: "as absent"))
    #expect(absent.values.first?.value == "low" && absent.precautions == [])
    let risk = try Self.advice(answers, of: try Self.program(unasked: "as risk"))
    #expect(risk.values.first?.value == "grave")
    #expect(risk.precautions.map(\.absence) == [.unasked])
  }

  @Test func unknownAndDeclinedCountAsTheGridSays() throws {
    let advice = try Self.advice(
      [("online", .value(.boolean(true))), ("pictures", .declined), ("threats", .unknown)],
      of: try Self.program())
    #expect(advice.values.first?.value == "grave")
    #expect(advice.precautions.map(\.factor) == ["threats", "pictures"])
    #expect(advice.precautions.map(\.absence) == [.unknown, .declined])
  }

  @Test func whatNobodySaidIsNoReason() throws {
    let state = try Self.state(
      [("online", .value(.boolean(true))), ("pictures", .unknown), ("threats", .value(.boolean(true)))],
      of: try Self.program())
    let advice = try #require(state.explanations.last?.recommendation)
    #expect(advice.reasons.map(\.factor) == ["online", "threats"])
    #expect(advice.values.map(\.value) == ["grave", .list(["online", "threats"]), .list(["pictures"])])
    #expect(state.precautions(among: .list(["pictures"])) == ["pictures": .unknown])
    #expect(state.precautions(among: .list(["online", "threats"])).isEmpty)
  }

  @Test func editionOneKeepsBothInOneListAndCountsTheUnaskedAsUnknown() throws {
    let today = try Self.program(unasked: "as absent")
    let program = Program(
      hash: today.hash, edition: .first, flows: today.flows, roles: today.roles, directory: today.directory,
      sources: today.sources)
    let advice = try Self.advice(
      [("online", .value(.boolean(false))), ("threats", .value(.boolean(true)))], of: program)
    #expect(advice.values.first?.value == "grave")
    #expect(advice.values[1].value == .list(["threats", "pictures"]))
    #expect(advice.counted.map(\.ground) == [.stated, .precaution(nil)])
  }

  @Test func theMissingAnswerThatCouldChangeTheLevelIsNamed() throws {
    let state = try Self.state(
      [("online", .value(.boolean(true))), ("pictures", .unknown), ("threats", .declined)],
      of: try Self.program())
    let sensitivity = try #require(state.sensitivity(at: StepPath("level")))
    #expect(sensitivity.level == "grave" && sensitivity.withoutPrecautions == "low")
    #expect(sensitivity.missing.map(\.fact.name) == ["pictures"])
    #expect(sensitivity.missing.first?.absence == .unknown)
    #expect(sensitivity.missing.first?.cases.map(\.value) == [.boolean(false)])
    #expect(sensitivity.missing.first?.cases.map(\.level) == ["low"])
  }

  @Test func whatFollowsFromAnUnknownAnswerIsUnknown() throws {
    let flow = """
      flow: desk
      version: 1.0.0
      title: Desk
      languages: [en]
      facts:
        a: {type: boolean}
        b: {type: boolean}
        both: {type: boolean}
      steps:
        - ask: first
          questions: {a: {en: A?}, b: {en: B?}}
        - decide: both
          values: {both: a and b}
        - ask: last
          questions: {both: {en: Both?}}
        - end: done
      """
    let (compiled, diagnostics) = FlowCompiler.compile(
      main: "desk", sources: [SourceText(path: "desk.yaml", text: flow)])
    let program = try #require(compiled, "\(diagnostics)")
    let state = try Self.state([("a", .declined), ("b", .value(.boolean(true)))], of: program)
    #expect(state.fact("both")?.standing == .declined)
    // Nobody has answered it: a question for it is still put.
    #expect(state.open.first?.item == "both")
  }

  @Test func theCauseIsKeptInTheJournal() throws {
    let advice = Recommendation(
      values: [], score: 1,
      counted: [
        .init(factor: "a", weight: 1, ground: .precaution(.unasked)),
        .init(factor: "b", weight: 1, ground: .precaution(nil)),
        .init(factor: "c", weight: 1, ground: .stated),
      ])
    #expect(advice.precautions.map(\.absence) == [.unasked, nil])
    #expect(advice.reasons.map(\.factor) == ["c"])
  }
}
