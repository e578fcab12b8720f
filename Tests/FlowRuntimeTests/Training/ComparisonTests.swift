import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// Two walks beside each other.
@Suite struct ComparisonTests {
  static let flow = """
    flow: small
    version: 1.0.0
    title: Small
    languages: [en]
    facts:
      weapon: boolean
      fear: boolean
      hours: text
      level: {type: [low, high]}
      sent: {type: [referred, number-given, impossible]}
      consent: boolean
    steps:
      - ask: first
        questions:
          weapon: {en: Weapon?}
          fear: {en: Fear?}
          hours: {en: When?}
          consent: {en: May we?}
      - assess: level
        risk: {weapon: 3, fear: 1}
        unknown: as risk
        level:
          - [score >= 3, high]
          - ["-", low]
        override: {roles: [chief], direction: both, reason: required}
      - contact: chief
        when: level = "high"
      - refer: help
        to: help
        consent: consent
        result: sent
      - end: closed
    roles:
      chief: {en: Chief}
    """

  static func state(_ answers: String) throws -> State {
    let sources = [
      SourceText(path: "small.yaml", text: flow),
      SourceText(
        path: "directory/d.yaml",
        text: """
          directory: d
          categories: {help: {en: Help}}
          services: {line: {title: {en: Line}, category: help, source: here}}

          """),
    ]
    let (program, diagnostics) = FlowCompiler.compile(main: "small", sources: sources)
    let compiled = try #require(program, "\(diagnostics.map { "\($0.code) \($0.place.start)" })")
    let text = SourceText(path: "scenarios/c.yaml", text: "scenario: c\nflow: small\n" + answers)
    guard case .scenario(let scenario) = SyntaxReader.read(text).file else { throw CancellationError() }
    return ScenarioRunner.run(scenario, of: compiled).state
  }

  static let reference =
    "otherwise: false\nanswers: {weapon: true, fear: unknown, hours: mornings, consent: true, chief: [no-answer, reached]}"

  @Test func theSameWalkAgreesInAll() throws {
    let comparison = Comparison(
      try ComparisonTests.state(ComparisonTests.reference),
      with: try ComparisonTests.state(ComparisonTests.reference))
    #expect(comparison.shared.count == 6)
    #expect(comparison.agreed == 6)
    #expect(comparison.levels.map(\.missed) == [[]])
    #expect(comparison.outcomes.walked == "closed" && comparison.outcomes.reference == "closed")
  }

  @Test func differencesAreNamed() throws {
    let walked = try ComparisonTests.state(
      "otherwise: false\nanswers: {weapon: false, fear: true, hours: evenings, consent: false}")
    let comparison = Comparison(walked, with: try ComparisonTests.state(ComparisonTests.reference))
    let differing = comparison.shared.filter { !$0.isAgreed }
    #expect(differing.map(\.walked?.key) == ["first.weapon", "first.fear", "first.consent", "help"])
    #expect(differing.map(\.walked?.category) == ["false", "true", "false", "number-given"])
    #expect(differing.map(\.reference?.category) == ["true", "unknown", "true", "referred"])
    // Free words are never alike: that something was said is what is compared.
    #expect(comparison.shared.contains { $0.walked?.item == "hours" && $0.isAgreed })
    #expect(comparison.lines.filter { $0.walked == nil }.map(\.reference?.key) == ["chief"])
    let level = try #require(comparison.levels.first)
    #expect(level.walked == .string("low") && level.reference == .string("high"))
    #expect(level.missed == ["weapon"] && level.added == [] && level.counted == 2)
  }

  @Test func anOverrideIsWhatWasDecided() throws {
    let walked = try ComparisonTests.state(
      "otherwise: false\nanswers: {level: {override: high, reason: Known address, role: chief}}")
    let level = try #require(
      Comparison(walked, with: try ComparisonTests.state(ComparisonTests.reference)).levels.first)
    #expect(level.walked == level.reference)
    #expect(level.missed == ["weapon", "fear"])
  }

  @Test func aWalkLeftEarlyHasNoLevelAndMissesNothing() throws {
    let walked = try ComparisonTests.state("answers: {weapon: true}")
    let comparison = Comparison(walked, with: try ComparisonTests.state(ComparisonTests.reference))
    #expect(comparison.outcomes.walked == nil)
    #expect(comparison.agreed == 1 && comparison.shared.count == 1)
    #expect(comparison.levels.map(\.walked) == [nil] && comparison.levels.map(\.missed) == [[]])
  }

  @Test func aCorrectionCounts() throws {
    let walked = try ComparisonTests.state(
      ComparisonTests.reference.replacing("weapon: true", with: "weapon: false")
        + "\nsteps: [{before: help, correct: weapon, to: true, reason: Misheard}]")
    let comparison = Comparison(walked, with: try ComparisonTests.state(ComparisonTests.reference))
    #expect(comparison.agreed == comparison.shared.count)
  }
}
