import DMN
import FEEL

/// How long the exact analysis of a large table takes: 1,000 rules over 10 inputs.
enum TableAnalysisTime {
  struct Figures {
    let name: String
    /// Seconds from texts of cells to a table.
    let making: Double
    /// Seconds of the analysis.
    let analysis: Double
    /// Whether it is of the kind that people write, as opposed to a hard one.
    let isTypical: Bool
  }

  static func measure() throws -> [Figures] {
    try [
      figures("bands and flags, complete, first", bandsAndFlags(policy: .first)),
      figures("a decision tree, complete, unique", tree(seed: 5)),
      figures("random rows, gaps everywhere, first", random(seed: 9)),
      figures("10,000 thresholds, unique", thresholds(), isTypical: false),
    ]
  }

  /// Seconds from texts of cells to a table of so many rows, each with a text of its own.
  static func making(rows: Int) throws -> Double {
    let text = Text(
      types: [.string, .number], policy: .first,
      rules: (0..<rows).map { ["\"name \($0)\"", ">= \($0 % 90)"] })
    return try Stopwatch.seconds(rounds: 3) { consume(try text.table()) }
  }

  private static func figures(_ name: String, _ text: Text, isTypical: Bool = true) throws -> Figures {
    let table = try text.table()
    return Figures(
      name: name, making: try Stopwatch.seconds(rounds: 3) { consume(try text.table()) },
      analysis: Stopwatch.seconds(rounds: 3) { consume(table.analysis()) }, isTypical: isTypical)
  }

  struct Text {
    var types: [ValueType]
    var policy: HitPolicy
    var rules: [[String]]

    func table() throws -> DecisionTable {
      let scope = Scope(
        types.enumerated().map { Variable(name: "input\($0)", type: $1, mayBeNull: $1 == .boolean) })
      return try DecisionTable(
        inputs: types.indices.map {
          DecisionTable.Input(expression: try FEELCompiler.compile(expression: "input\($0)", in: scope))
        },
        outputs: [DecisionTable.Output(type: .number)],
        rules: rules.map { cells in
          DecisionTable.Rule(
            tests: try zip(cells, types).map { cell, type in
              cell == "-" ? nil : try FEELCompiler.compile(unaryTests: cell, of: type, in: scope)
            },
            outputs: [try FEELCompiler.compile(expression: "1", in: scope)])
        },
        hitPolicy: policy)
    }
  }

  private static let types = [ValueType.number] + Array(repeating: ValueType.boolean, count: 9)

  /// Ten bands of a score, each split by combinations of flags, with a last row for the rest.
  private static func bandsAndFlags(policy: HitPolicy) -> Text {
    var rules: [[String]] = []
    for band in 0..<10 {
      let score = band == 0 ? "< 10" : band == 9 ? ">= 90" : "[\(band * 10)..\((band + 1) * 10))"
      for bits in 0..<99 {
        rules.append([score] + (0..<9).map { $0 < 7 ? (bits >> $0 & 1 == 1 ? "true" : "not(true)") : "-" })
      }
      rules.append([score] + (0..<9).map { _ in "-" })
    }
    return Text(types: types, policy: policy, rules: rules)
  }

  /// Splits the space at random until it has 1,000 parts.
  private static func tree(seed: UInt32) -> Text {
    var random = MersenneTwister(seed: seed)
    var leaves = [(low: -1000, high: 1000, flags: [Bool?](repeating: nil, count: 9))]
    while leaves.count < 1000 {
      let leaf = leaves.remove(at: Int(random.unit() * Double(leaves.count)))
      let column = Int(random.unit() * 10)
      var (left, right) = (leaf, leaf)
      if column < 9, leaf.flags[column] == nil {
        left.flags[column] = true
        right.flags[column] = false
      } else if leaf.high - leaf.low > 1 {
        let middle = (leaf.low + leaf.high) / 2
        left.high = middle
        right.low = middle
      } else {
        leaves.append(leaf)
        continue
      }
      leaves += [left, right]
    }
    let rules = leaves.map { leaf -> [String] in
      let low = leaf.low == -1000 ? nil : leaf.low
      let high = leaf.high == 1000 ? nil : leaf.high
      let score =
        switch (low, high) {
        case (nil, nil): "-"
        case (nil, let high?): "< \(high)"
        case (let low?, nil): ">= \(low)"
        case (let low?, let high?): "[\(low)..\(high))"
        }
      return [score] + leaf.flags.map { $0.map { $0 ? "true" : "not(true)" } ?? "-" }
    }
    return Text(types: types, policy: .unique, rules: rules)
  }

  /// Each rule its own band of each of ten numbers.
  private static func thresholds() -> Text {
    Text(
      types: Array(repeating: .number, count: 10), policy: .unique,
      rules: (0..<1000).map { rule in
        (0..<10).map { column in
          column == 0 ? "[\(rule)..\(rule + 1))" : "> \((rule * 37 + column * 11) % 1000)"
        }
      })
  }

  private static func random(seed: UInt32) -> Text {
    var random = MersenneTwister(seed: seed)
    return Text(
      types: types, policy: .first,
      rules: (0..<1000).map { _ in
        ["> \(Int(random.unit() * 50))"]
          + (0..<9).map { _ in
            let choice = random.unit()
            return choice < 0.3 ? "true" : choice < 0.6 ? "false" : choice < 0.7 ? "null" : "-"
          }
      })
  }
}
