import FEEL

@testable import DMN

/// A table written as text, for tests.
struct TableText {
  var inputs: [(name: String, type: ValueType, mayBeNull: Bool)]
  var allowed: [String?]?
  /// Further names that cells may read.
  var others: [(name: String, type: ValueType)] = []
  var outputs: [DecisionTable.Output] = [DecisionTable.Output(type: .any)]
  var hitPolicy: HitPolicy = .unique
  /// Cells of tests, then of results.
  var rules: [[String]]

  var scope: Scope {
    Scope(
      inputs.map { Variable(name: $0.name, type: $0.type, mayBeNull: $0.mayBeNull) }
        + others.map { Variable(name: $0.name, type: $0.type, mayBeNull: true) })
  }

  func table() throws -> DecisionTable {
    let scope = scope
    let clauses = try inputs.enumerated().map { place, input in
      DecisionTable.Input(
        expression: try FEELCompiler.compile(expression: input.name, in: scope), name: input.name,
        allowed: try allowed?[place].map { try test($0, place) })
    }
    let rows = try rules.map { row in
      DecisionTable.Rule(
        tests: try inputs.indices.map { row[$0] == "-" ? nil : try test(row[$0], $0) },
        outputs: try row.dropFirst(inputs.count).map { try FEELCompiler.compile(expression: $0, in: scope) })
    }
    return try DecisionTable(inputs: clauses, outputs: outputs, rules: rows, hitPolicy: hitPolicy)
  }

  func test(_ text: String, _ place: Int) throws -> CompiledUnaryTests {
    try FEELCompiler.compile(
      unaryTests: text, of: inputs[place].type, inputMayBeNull: inputs[place].mayBeNull, in: scope)
  }
}

/// The rules that match, found by running every test: what the table's look-ups must agree with.
func naiveMatches(_ table: DecisionTable, _ slots: [Value]) -> [Int] {
  table.rules.indices.filter { rule in
    zip(table.inputs, table.rules[rule].tests).allSatisfy { input, test in
      test.map { $0.evaluate(input.expression.evaluate(slots), slots) == true } ?? true
    }
  }
}
