import FEEL
import Testing

@testable import FlowDSL

/// Whether guards cover every case, against trying every value of every fact.
@Suite struct CaseAnalysisTests {
  private static let scale = ["low", "medium", "high"]
  private static let variables = [
    Variable(name: "a", type: .boolean, mayBeNull: true),
    Variable(name: "b", type: .boolean, mayBeNull: false),
    Variable(name: "c", type: .choice(scale), mayBeNull: true),
    Variable(name: "n", type: .number, mayBeNull: true),
    Variable(name: "t", type: .string, mayBeNull: true),
  ]
  /// All values that conditions with the constants below can tell apart, and more.
  private static let values: [[Value]] = [
    [true, false, .null],
    [true, false],
    scale.map { .string($0) } + [.null],
    (-2...12).map { .number(Number($0).divided(by: 2) ?? .zero) } + [.null],
    ["x", "y", "z", "", .null],
  ]

  private static let atoms = [
    "a", "b", "not(a)", "a = true", "a != false", "a = null", "c = \"low\"", "c in [\"medium\", \"high\"]",
    "c != null", "n > 2", "n <= 2", "n = 3", "n between 1 and 4", "n in [2..4)", "n != null", "2.5 < n",
    "t = \"x\"", "t in [\"x\", \"y\"]", "t != \"y\"", "t = null", "a = b", "n in (1, 2, > 4)",
  ]

  private static func condition(_ random: inout SeededGenerator, depth: Int = 2) -> String {
    let atom = atoms.randomElement(using: &random) ?? "a"
    guard depth > 0, Int.random(in: 0..<3, using: &random) > 0 else { return atom }
    let operation = Bool.random(using: &random) ? "and" : "or"
    return "(\(condition(&random, depth: depth - 1)) \(operation) \(condition(&random, depth: depth - 1)))"
  }

  private func everyCase(_ body: ([Value]) -> Bool) -> Bool {
    func go(_ slots: [Value]) -> Bool {
      guard slots.count < Self.values.count else { return body(slots) }
      return Self.values[slots.count].allSatisfy { go(slots + [$0]) }
    }
    return go([])
  }

  @Test(arguments: 0..<60)
  func agreesWithTryingEveryCase(_ seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let scope = Scope(Self.variables)
    let conditions = try (0..<Int.random(in: 1...4, using: &random)).map { _ in
      try FEELCompiler.compile(expression: Self.condition(&random), in: scope, expecting: .boolean)
    }
    let analysis = CaseAnalysis(variables: Self.variables, conditions: conditions)
    let isCovered = everyCase { slots in conditions.contains { $0.holds(slots) == true } }
    let isDecided = everyCase { slots in conditions.allSatisfy { $0.holds(slots) != nil } }
    let texts = conditions.map(\.text)
    switch analysis.uncovered() {
    case .none: #expect(isCovered, "\(texts)")
    case .some(let values):
      #expect(!isCovered, "\(texts)")
      #expect(!conditions.contains { $0.holds(slots(values)) == true }, "\(texts) \(values.told)")
    case .open(let names): Issue.record("\(texts) open because of \(names)")
    }
    switch analysis.undecided() {
    case .none: #expect(isDecided, "\(texts)")
    case .some(let values):
      #expect(!isDecided, "\(texts)")
      #expect(conditions.contains { $0.holds(slots(values)) == nil }, "\(texts) \(values.told)")
    case .open(let names): Issue.record("\(texts) open because of \(names)")
    }
  }

  private func slots(_ values: [(variable: Variable, value: Value)]) -> [Value] {
    Self.variables.map { variable in values.first { $0.variable == variable }?.value ?? .null }
  }

  @Test(arguments: ["n + 1 = 2", "n = length", "string length(t) = 2", "n > length"])
  func isOpenWhereFactsAreUsedOtherwise(_ text: String) throws {
    let variables = Self.variables + [Variable(name: "length", type: .number, mayBeNull: true)]
    let condition = try FEELCompiler.compile(expression: text, in: Scope(variables), expecting: .boolean)
    let analysis = CaseAnalysis(variables: variables, conditions: [condition])
    guard case .open = analysis.uncovered() else {
      Issue.record("\(text) should be left open")
      return
    }
  }
}
