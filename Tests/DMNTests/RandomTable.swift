import FEEL

@testable import DMN

/// A small random table over inputs of all kinds that can be analysed, and the values that tell its cells apart.
struct RandomTable {
  let text: TableText
  let table: DecisionTable
  /// Values of each input: every constant of its kind's cells, what lies between and around them, and null where it may be.
  let samples: [[Value]]

  init(seed: UInt64, hitPolicy: HitPolicy, inputs: ClosedRange<Int> = 1...3) throws {
    var random = Seeded(seed)
    let kinds = (0..<Int.random(in: inputs, using: &random)).map { _ in
      (Kind.all.randomElement(using: &random) ?? Kind.all[0], random.chance(2))
    }
    text = TableText(
      inputs: kinds.enumerated().map { ("input\($0)", $1.0.type, $1.1) },
      outputs: [DecisionTable.Output(type: .string, values: ["a", "b", "c"])], hitPolicy: hitPolicy,
      rules: (0..<Int.random(in: 0...6, using: &random)).map { _ in
        kinds.map { $0.0.cell(mayBeNull: $0.1, &random) } + [
          ["\"a\"", "\"b\"", "\"c\""].randomElement(using: &random) ?? ""
        ]
      })
    table = try text.table()
    samples = kinds.map { $0.0.samples + ($0.1 ? [.null] : []) }
  }

  /// Every combination of the samples.
  var points: [[Value]] {
    samples.reduce([[]]) { points, values in points.flatMap { point in values.map { point + [$0] } } }
  }

  /// A type with constants in order and values around them.
  struct Kind: Sendable {
    let type: ValueType
    let constants: [String]
    let samples: [Value]
    let isOrdered: Bool

    static let all = [
      Kind(type: .boolean, constants: ["true", "false"], samples: [true, false], isOrdered: false),
      Kind(
        type: .choice(["low", "medium", "high"]), constants: ["\"low\"", "\"medium\"", "\"high\""],
        samples: ["low", "medium", "high"], isOrdered: false),
      Kind(
        type: .string, constants: ["\"a\"", "\"b\"", "\"?\""], samples: ["a", "b", "?", "other"],
        isOrdered: false),
      ordered(.number, ["-2", "0", "0.5", "7"], between: ["-3", "-1", "0.25", "3", "8"]),
      ordered(
        .date, ["@\"2026-01-01\"", "@\"2026-01-02\"", "@\"2026-02-01\""],
        between: ["@\"2025-12-01\"", "@\"2026-01-15\"", "@\"2027-01-01\""]),
      ordered(
        .time, ["@\"00:00:00\"", "@\"08:00:00\"", "@\"23:59:59\""],
        between: ["@\"07:59:59\"", "@\"12:00:00\"", "@\"23:59:59.5\""]),
      ordered(
        .dateTime, ["@\"2026-01-01T00:00:00Z\"", "@\"2026-01-01T08:00:00+02:00\""],
        between: ["@\"2025-01-01T00:00:00Z\"", "@\"2026-01-01T03:00:00Z\"", "@\"2026-01-01T06:00:01Z\""]),
      ordered(
        .daysDuration, ["@\"PT0S\"", "@\"PT1H\""], between: ["@\"-PT1H\"", "@\"PT30M\"", "@\"P1D\""]),
      ordered(.yearsDuration, ["@\"P1Y\"", "@\"P13M\""], between: ["@\"P1M\"", "@\"P3Y\""]),
    ]

    static func ordered(_ type: ValueType, _ constants: [String], between: [String]) -> Kind {
      Kind(
        type: type, constants: constants, samples: (constants + between).map { literal($0) }, isOrdered: true)
    }

    static func literal(_ text: String) -> Value {
      (try? FEELCompiler.compile(expression: text, in: Scope([])).evaluate([])) ?? .null
    }

    /// A cell of any form that the analysis understands.
    func cell(mayBeNull: Bool, _ random: inout Seeded) -> String {
      if random.chance(4) { return "-" }
      let tests = (0...(random.chance(3) ? 1 : 0)).map { _ in test(mayBeNull: mayBeNull, &random) }
        .joined(separator: ", ")
      return random.chance(6) ? "not(\(tests))" : tests
    }

    private func test(mayBeNull: Bool, _ random: inout Seeded) -> String {
      func constant() -> String { constants.randomElement(using: &random) ?? "null" }
      func place() -> Int { constants.indices.randomElement(using: &random) ?? 0 }
      if mayBeNull, random.chance(5) { return "null" }
      guard isOrdered, !random.chance(4) else {
        if type == .boolean { return constant() }
        return random.chance(6) ? "? = \(constant()) or ? = \(constant())" : constant()
      }
      let (one, two) = (place(), place())
      let (low, high) = (constants[min(one, two)], constants[max(one, two)])
      switch Int.random(in: 0..<7, using: &random) {
      case 0: return "< \(low)"
      case 1: return "<= \(low)"
      case 2: return "> \(low)"
      case 3: return ">= \(low)"
      case 4: return "[\(low)..\(high)]"
      case 5: return "(\(low)..\(high))"
      default: return "not(? < \(low)) and ? < \(high)"
      }
    }
  }
}
