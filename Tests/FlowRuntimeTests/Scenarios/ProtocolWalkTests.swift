import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What the shipped protocols keep on any walk at all: 100,000 cases whose answers are drawn from a fixed seed, unknown and
/// declined ones, refusals, calls that nobody answers and overrides among them.
@Suite struct ProtocolWalkTests {
  /// The flows in which a case begins, with how many of the cases begin there.
  static let entries: [(flow: String, cases: Int)] = [
    ("domestic-violence", 5_000), ("reception", 10_000), ("municipal-first-contact", 15_000),
    ("danger-short", 20_000), ("emergency", 20_000), ("perpetrator-interview", 10_000), ("custody", 10_000),
    ("victim-services-intake", 10_000),
  ]

  /// So many cases are walked by one of the tests that run side by side.
  static let portion = 1_000

  struct Portion: Sendable, CustomTestStringConvertible {
    var flow: String
    var seeds: Range<UInt64>
    var testDescription: String { "\(flow), seeds \(seeds)" }
  }

  static let portions: [Portion] = entries.flatMap { flow, cases in
    stride(from: 0, to: cases, by: portion).map {
      Portion(flow: flow, seeds: UInt64($0)..<UInt64(min($0 + portion, cases)))
    }
  }

  static let programs: [String: Program] = Dictionary(
    uniqueKeysWithValues: entries.compactMap { flow, _ in
      FlowCompiler.compile(main: flow, ProtocolScenarioTests.folder).program.map { (flow, $0) }
    })

  @Test func thereAreAHundredThousand() {
    #expect(ProtocolWalkTests.entries.map(\.cases).reduce(0, +) == 100_000)
  }

  @Test(arguments: portions) func keepsItsPromises(_ portion: Portion) throws {
    let program = try #require(ProtocolWalkTests.programs[portion.flow])
    #expect(try ProtocolWalkTests.broken(portion.seeds, of: program) == [])
  }

  /// What the seeds of a program break, and which.
  static func broken(_ seeds: Range<UInt64>, of program: Program) throws -> [String] {
    let parts = ProtocolParts(program)
    let interpreter = Interpreter(program)
    var begun = interpreter.initial
    try interpreter.step(
      .started(Start(program: program.hash, flow: program.flows[0].name, language: "fr")),
      by: Person(identifier: "p", role: "officer"), at: ScenarioRunner.defaultStart, state: &begun)
    var broken: [String] = []
    for seed in seeds {
      var walker = RandomWalker(seed: seed)
      var state = begun
      _ = walker.walk(&state, with: interpreter, from: ScenarioRunner.defaultStart)
      let kept = ProtocolPromises(state, parts)
      if !kept.isEnded { broken.append("\(seed): does not end") }
      if kept.meetsPerpetrator, !kept.offersHelp { broken.append("\(seed): no help for the perpetrator") }
      if kept.isInDanger, !kept.isLookedAfter { broken.append("\(seed): in danger and alone") }
    }
    return broken
  }

  /// Changes to a flow that break a promise: the file, what stands there, what takes its place, what is noticed.
  static let slips: [(main: String, file: String, old: [String], new: String, noticed: String)] = [
    (
      "custody", "perpetrator-referral.yaml",
      ["services: [perpetrators-line]", "to: perpetrator-programme"], "", "no help for the perpetrator"
    ),
    ("emergency", "emergency.yaml", ["    services: [police-17, silent-114]\n"], "", "in danger and alone"),
    (
      "municipal-first-contact", "danger-short.yaml",
      ["    services: [women-3919, victims-116006, police-17, silent-114]\n"], "", "in danger and alone"
    ),
  ]

  @Test(arguments: slips.indices) func aSlipIsNoticed(_ index: Int) throws {
    let slip = ProtocolWalkTests.slips[index]
    let sources = ProtocolScenarioTests.folder.sources.map { source -> SourceText in
      guard source.path == slip.file else { return source }
      var text = source.text
      for old in slip.old {
        #expect(text.contains(old), "\(slip.file) no longer has \(old)")
        let new =
          old.hasPrefix("to:")
          ? "to: victim-support" : old.hasPrefix("services:") ? "services: [police-17]" : slip.new
        text = text.replacing(old, with: new)
      }
      return SourceText(path: source.path, text: text)
    }
    let program = try #require(FlowCompiler.compile(main: slip.main, sources: sources).program)
    #expect(try ProtocolWalkTests.broken(0..<2_000, of: program).contains { $0.hasSuffix(slip.noticed) })
  }
}
