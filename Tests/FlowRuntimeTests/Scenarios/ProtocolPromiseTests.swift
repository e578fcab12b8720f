import FlowDSL
import Testing

@testable import FlowRuntime

/// What the shipped protocols promise a person, on any walk: whatever is unknown, declined, refused or not reached.
@Suite struct ProtocolPromiseTests {
  static let folder = ProtocolScenarioTests.folder

  /// A case walked with the answers of a seed.
  struct Walk {
    var state: State
    var entries: [Entry]
    var passed: Set<String> {
      Set(state.trail.filter { $0.course == .passed }.map(\.path.description))
    }

    init(of program: Program, seed: UInt64, hasSecondThoughts: Bool = false) throws {
      let interpreter = Interpreter(program)
      var walker = RandomWalker(seed: seed, hasSecondThoughts: hasSecondThoughts)
      state = interpreter.initial
      let start = Start(program: program.hash, flow: program.flows[0].name, language: "fr")
      entries = try interpreter.step(
        .started(start), by: Person(identifier: "p", role: "officer"), at: ScenarioRunner.defaultStart,
        state: &state)
      entries += walker.walk(&state, with: interpreter, from: ScenarioRunner.defaultStart)
    }

    func fact(_ name: String) -> String {
      guard case .string(let text)? = state.fact(name)?.value else { return "" }
      return text
    }
  }

  static func program(_ flow: String) throws -> Program {
    try #require(FlowCompiler.compile(main: flow, folder).program)
  }

  /// A promise: when it applies to a case, and the steps of which one at least is passed.
  struct Promise: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var applies: @Sendable (Walk) -> Bool
    var oneOf: [String]
  }

  static let promises = [
    Promise(
      testDescription: "high danger reaches the prosecutor",
      applies: { ["high", "extreme"].contains($0.fact("danger")) }, oneOf: ["prosecutor-call/prosecutor"]),
    Promise(
      testDescription: "a broken order reaches the prosecutor",
      applies: { $0.state.fact("breach_counts")?.value == .boolean(true) },
      oneOf: ["prosecutor-call/prosecutor"]),
    Promise(
      testDescription: "a complaint not taken reaches the chief",
      applies: { ["received-after-chief", "sent-to-prosecutor"].contains($0.fact("complaint")) },
      oneOf: ["victim-protection/rights-and-complaint/complaint/chief"]),
    Promise(
      testDescription: "a broken order reaches the judicial police officer",
      applies: { $0.state.fact("breach_counts")?.value == .boolean(true) },
      oneOf: ["reception/orders-in-force/opj", "reception/orders-in-force/other-unit"]),
    Promise(
      testDescription: "the file is closed to the colleagues of a perpetrator in the police",
      applies: { $0.state.fact("perpetrator_police")?.value == .boolean(true) },
      oneOf: ["reception/police-perpetrator/close-access"]),
    Promise(
      testDescription: "who files no complaint gets the numbers",
      applies: { $0.fact("complaint") == "not-wished" },
      oneOf: ["victim-protection/rights-and-complaint/come-back"]),
    Promise(
      testDescription: "nobody leaves in high danger, without protection, unseen by the chief",
      applies: {
        $0.state.fact("grave")?.value == .boolean(true) && $0.state.fact("in_place")?.value != .boolean(true)
      },
      oneOf: ["chief"]),
    Promise(
      testDescription: "without a complaint the prosecutor is told",
      applies: { $0.fact("complaint") == "not-wished" },
      oneOf: ["written-report"]),
    Promise(
      testDescription: "violence is named", applies: { _ in true },
      oneOf: ["victim-protection/rights-and-complaint/violence-types/name-it"]),
    Promise(
      testDescription: "the story is told in private", applies: { _ in true },
      oneOf: ["reception/private-room", "reception/discreet-entry"]),
    Promise(
      testDescription: "rights are told", applies: { _ in true },
      oneOf: ["victim-protection/rights-and-complaint/rights"]),
    Promise(testDescription: "danger is checked", applies: { _ in true }, oneOf: ["danger-first/danger"]),
    Promise(
      testDescription: "shelter is offered", applies: { _ in true },
      oneOf: ["victim-protection/shelter/wish"]),
    Promise(
      testDescription: "numbers are handed over", applies: { _ in true },
      oneOf: ["victim-protection/referral/numbers"]),
    Promise(
      testDescription: "follow-up is set", applies: { _ in true }, oneOf: ["follow-up/follow-up-noted"]),
    Promise(
      testDescription: "nobody is released before the victim is called",
      applies: { $0.fact("custody_result") == "released" }, oneOf: ["custody/release/victim"]),
    Promise(
      testDescription: "a perpetrator in custody gets a help number",
      applies: { ["released", "presented"].contains($0.fact("custody_result")) },
      oneOf: ["custody/perpetrator-help"]),
  ]

  static let walks: [Walk] = {
    guard let program = FlowCompiler.compile(main: "domestic-violence", folder).program else { return [] }
    return (0..<300).compactMap { try? Walk(of: program, seed: $0, hasSecondThoughts: $0 % 4 == 3) }
  }()

  @Test(arguments: promises) func isKept(_ promise: Promise) {
    let cases = ProtocolPromiseTests.walks.filter(promise.applies)
    #expect(!cases.isEmpty)
    for (index, walk) in cases.enumerated() {
      #expect(!walk.passed.isDisjoint(with: promise.oneOf), "case \(index)")
    }
  }

  /// What a person answers, ticks or reports before the prosecutor is called: each is a page of its own, or a line of one.
  private static func pages(_ entries: [Entry], until: (Event) -> Bool) -> Int? {
    guard let end = entries.firstIndex(where: { until($0.event) }) else { return nil }
    return entries[..<end].count { entry in
      if case .started = entry.event { return false }
      return entry.event.isSaid
    }
  }

  /// In high danger the prosecutor is called after 25 pages at most.
  @Test func protectionComesEarly() throws {
    let program = try ProtocolPromiseTests.program("domestic-violence")
    var counted = 0
    for scenario in ProtocolPromiseTests.folder.scenarios where scenario.flow.value == "domestic-violence" {
      let result = ScenarioRunner.run(scenario, of: program)
      let pages = ProtocolPromiseTests.pages(result.entries) { event in
        if case .contacted(let path, _) = event {
          path.description == "prosecutor-call/prosecutor"
        } else {
          false
        }
      }
      guard let pages else { continue }
      counted += 1
      #expect(pages <= 25, "\(scenario.name.value)")
    }
    #expect(counted >= 10)
  }

  /// An attack may be reported at the first step of whatever flow the person is met in, and is offered once.
  @Test(arguments: [
    "domestic-violence", "reception", "orders-in-force", "violence-types", "police-perpetrator", "complaint",
    "complaint-preparation", "social-worker-before", "social-worker-after", "vulnerable-person",
    "danger-check", "danger-first", "danger-grid", "danger-short", "rights-and-complaint",
    "victim-protection", "shelter", "referral",
  ])
  func anAttackCanBeReported(in flow: String) throws {
    let interpreter = Interpreter(try ProtocolPromiseTests.program(flow))
    var state = interpreter.initial
    try interpreter.step(
      .started(Start(program: interpreter.program.hash, flow: flow, language: "fr")),
      by: Person(identifier: "p", role: "officer"), at: ScenarioRunner.defaultStart, state: &state)
    #expect(state.reportable.map(\.interrupt).filter { $0 != "consent-withdrawn" } == ["attack-now"])
  }

  /// An emergency asks and ticks at most eight times.
  @Test func emergencyIsShort() throws {
    let program = try ProtocolPromiseTests.program("emergency")
    for seed in 0..<100 as Range<UInt64> {
      let walk = try Walk(of: program, seed: seed)
      #expect(walk.entries.filter { $0.event.isSaid }.count <= 1 + 8)
    }
  }

  /// Every step, row and route of every protocol is used by some scenario.
  @Test func everyPartIsWalked() throws {
    var coverage = Coverage()
    for scenario in ProtocolPromiseTests.folder.scenarios {
      coverage.formUnion(
        ScenarioRunner.run(scenario, of: try ProtocolPromiseTests.program(scenario.flow.value)).coverage)
    }
    for flow in ProtocolPromiseTests.folder.flows {
      let name = flow.name.value
      let unused = coverage.unused(of: try ProtocolPromiseTests.program(name)).filter { $0.flow == name }
      #expect(unused.map { "\($0.flow)/\($0.step) \($0.kind)" } == [])
    }
  }
}
