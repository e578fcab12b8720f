import DMN
import FEEL

/// The reference decision in FEEL and DMN: a sum of 24 conditions, and a first-hit table.
struct ReferenceTable {
  let score: CompiledExpression
  let table: DecisionTable
  /// The slot that takes the score: after the factors and the flags.
  let scoreSlot: Int

  init() throws {
    let names = ReferenceWork.weights.map(\.name) + ReferenceWork.flags
    let scope = Scope(
      names.map { Variable(name: $0, type: .boolean, mayBeNull: false) }
        + [Variable(name: "score", type: .number, mayBeNull: false)])
    scoreSlot = names.count
    score = try FEELCompiler.compile(
      expression: ReferenceWork.weights.map { "(if \($0.name) then \($0.weight) else 0)" }.joined(
        separator: " + "),
      in: scope)
    let inputs = try (["score"] + ReferenceWork.flags).map {
      DecisionTable.Input(expression: try FEELCompiler.compile(expression: $0, in: scope))
    }
    let rules = try ReferenceWork.rules.map { rule in
      let cells = [rule.score.map { ">= \($0)" }] + rule.flags.map { $0.map { $0 ? "true" : "false" } }
      return DecisionTable.Rule(
        tests: try zip(cells, inputs).map { cell, input in
          try cell.map { try FEELCompiler.compile(unaryTests: $0, of: input.type, in: scope) }
        },
        outputs: try [rule.level, rule.measures].map {
          try FEELCompiler.compile(expression: "\"\($0)\"", in: scope)
        })
    }
    table = try DecisionTable(
      inputs: inputs, outputs: [DecisionTable.Output(type: .string), DecisionTable.Output(type: .string)],
      rules: rules, hitPolicy: .first)
  }

  /// The slots of a case, the score still missing.
  func slots(_ given: ReferenceWork.Case) -> [Value] {
    (given.factors + given.flags).map { .boolean($0) } + [.null]
  }

  /// Decides a case; writes the score into its slot.
  func decide(_ slots: inout [Value]) -> Outcome {
    slots[scoreSlot] = score.evaluate(slots)
    return table.decide(slots)
  }
}
