import FlowDSL
import Testing

@testable import FlowRuntime

/// What a scenario tells a trainer when the walk is not what it says.
@Suite struct ScenarioRunnerTests {
  static let flow = """
    flow: small
    version: 1.0.0
    title: Small
    languages: [en]
    takes: [known]
    facts:
      known: boolean
      weapon: boolean
      hurt: boolean
      level: {type: [low, high]}
      unknown_ones: {type: [unknown, some]}
    steps:
      - ask: first
        questions:
          weapon: {en: Weapon?}
          hurt: {en: Hurt?, unknown: false, declined: false}
      - assess: level
        risk: {weapon: 3}
        unknown: as risk
        level:
          - [score >= 3, high]
          - ["-", low]
      - do: seize
        when: level = "high"
        tick: {done: {en: Done}}
      - ask: last
        questions: {unknown_ones: {en: Which?}}
      - end: closed
    """

  static func run(_ scenario: String) throws -> ScenarioRunner.Result {
    let source = SourceText(path: "small.yaml", text: flow)
    let (program, diagnostics) = FlowCompiler.compile(main: "small", sources: [source])
    let compiled = try #require(program, "\(diagnostics.map { "\($0.code) \($0.place.start)" })")
    let text = SourceText(path: "scenarios/case.yaml", text: "scenario: case\nflow: small\n" + scenario)
    let (file, faults) = SyntaxReader.read(text)
    guard case .scenario(let syntax) = file else {
      Issue.record("\(faults.map { "\($0.code) \($0.place.start)" })")
      throw CancellationError()
    }
    return ScenarioRunner.run(syntax, of: compiled)
  }

  struct Line: CustomTestStringConvertible, Sendable {
    var scenario: String
    var failures: [ScenarioFailure.Kind]
    var testDescription: String { scenario }
  }

  static let otherwise = "otherwise: unknown\nanswers: {hurt: false}\n"
  static let lines: [Line] = [
    Line(scenario: otherwise + "expect: {path: [first, seize], outcome: closed}", failures: []),
    Line(
      scenario: otherwise + "expect: {path: [seize, first]}", failures: [.notPassed(step: "first")]),
    Line(scenario: otherwise + "expect: {not: [seize]}", failures: [.passed(step: "seize")]),
    Line(
      scenario: otherwise + "expect: {outcome: other}",
      failures: [.outcomeDiffers(expected: "other", found: "closed")]),
    Line(
      scenario: "answers: {weapon: true}\nexpect: {outcome: closed}",
      failures: [.stopped(step: "first.hurt", expected: "closed")]),
    // One wrong answer is one message: what it leads to is not told line by line.
    Line(
      scenario: "answers: {weapon: perhaps, hurt: true}\n"
        + "expect: {path: [first, seize], outcome: closed, facts: {level: low, weapon: true}}",
      failures: [.replyDoesNotFit(step: "first.weapon")]),
    Line(
      scenario: "otherwise: false\n"
        + "expect: {path: [first, seize], outcome: other, facts: {level: high, weapon: true}}",
      failures: [.notPassed(step: "seize")]),
    Line(
      scenario: otherwise + "expect: {facts: {level: low}}",
      failures: [.factDiffers(fact: "level", expected: "low", found: "high")]),
    Line(
      scenario: otherwise + "expect: {facts: {weapon: declined}}",
      failures: [.factDiffers(fact: "weapon", expected: "declined", found: "unknown")]),
    Line(scenario: otherwise + "expect: {facts: {weapon: unknown}}", failures: []),
    // A choice may have a value that reads `unknown`: it is that value.
    Line(
      scenario: "answers: {weapon: false, hurt: true, level: confirm, unknown_ones: unknown}\n"
        + "expect: {outcome: closed, facts: {unknown_ones: unknown}}", failures: []),
    Line(
      scenario: otherwise + "expect: {interrupts: [alarm]}", failures: [.notInterrupted("alarm")]),
    Line(scenario: otherwise + "expect: {overdue: [first]}", failures: [.notOverdue(step: "first")]),
    Line(
      scenario: "answers: {weapon: perhaps}", failures: [.replyDoesNotFit(step: "first.weapon")]),
    Line(
      scenario: "answers: {weapon: true, hurt: unknown}",
      failures: [.refused(step: "first", .unknownNotAccepted(fact: "hurt"))]),
    Line(scenario: "given: {weapon: true}", failures: [.factNotTaken("weapon")]),
    Line(scenario: "given: {known: perhaps}", failures: [.givenDoesNotFit(fact: "known")]),
    Line(
      scenario: otherwise + "steps: [{before: seize, report: weapon}]",
      failures: [.cannotReport(fact: "weapon")]),
    Line(
      scenario: otherwise + "steps: [{before: seize, correct: other, to: true, reason: r}]",
      failures: [.nothingToCorrect(item: "other")]),
    Line(
      scenario: "otherwise: false\nsteps: [{before: seize, note: never}]",
      failures: [.stepNotReached("seize")]),
    // The first step named so is passed when its question comes.
    Line(
      scenario: "otherwise: false\nsteps: [{before: last, correct: weapon, to: true, reason: r}]\n"
        + "expect: {path: [seize], outcome: closed, facts: {level: high}}", failures: []),
  ]

  @Test(arguments: lines) func saysWhereTheWalkDiffers(_ line: Line) throws {
    #expect(try ScenarioRunnerTests.run(line.scenario).failures.map(\.kind) == line.failures)
  }

  @Test func answersThatNothingAskedForAreNamed() throws {
    let result = try ScenarioRunnerTests.run("otherwise: false\nanswers: {wepon: true}\n")
    #expect(result.unusedAnswers.map(\.value) == ["wepon"])
  }

  @Test func coverageNamesWhatNoWalkUsed() throws {
    var coverage = try ScenarioRunnerTests.run("otherwise: false\n").coverage
    func kinds(_ coverage: Coverage, _ program: Program, _ step: String) -> [Coverage.Part.Kind] {
      coverage.unused(of: program).filter { $0.step == step }.map(\.kind)
    }
    let high = try ScenarioRunnerTests.run(ScenarioRunnerTests.otherwise)
    let program = high.state.program
    #expect(kinds(coverage, program, "level") == [.row(1), .factor("weapon")])
    #expect(kinds(coverage, program, "seize") == [.passed])
    #expect(kinds(high.coverage, program, "level") == [.row(2)])
    #expect(kinds(high.coverage, program, "seize") == [.skipped])
    coverage.formUnion(high.coverage)
    #expect(coverage.unused(of: program) == [])
  }

  @Test func explanationsSayWhoDecidedOnWhat() throws {
    let result = try ScenarioRunnerTests.run(ScenarioRunnerTests.otherwise)
    let explanation = try #require(result.state.explanations.first)
    #expect(explanation.step == StepPath("level"))
    #expect(explanation.recommendation?.precautions.map(\.absence) == [.unknown])
    #expect(explanation.decided == [Binding(fact: "level", value: "high")])
    #expect(explanation.said?.event == .confirmed(step: StepPath("level")))
    #expect(!explanation.isOverridden)
  }
}
