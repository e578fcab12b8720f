import FEEL

/// A decision table: rules that test inputs and give outputs (DMN 1.5, chapter 8).
///
/// A value without state: deciding is a function of the slots. Making one costs a little more than its parts, because
/// each column is cut into the parts that its tests tell apart, so that deciding looks values up instead of running
/// the tests one after the other.
public struct DecisionTable: Sendable {
  /// The columns of tests.
  public let inputs: [Input]
  /// The columns of results.
  public let outputs: [Output]
  /// The rows, in order.
  public let rules: [Rule]
  /// What it gives when several rules match.
  public let hitPolicy: HitPolicy

  let columns: [Column]
  let index: RuleIndex
  let results: Results

  /// A table of compiled parts; throws what does not fit together.
  public init(inputs: [Input], outputs: [Output], rules: [Rule], hitPolicy: HitPolicy) throws(TableFault) {
    guard !outputs.isEmpty else { throw .noOutputs }
    for (place, rule) in rules.enumerated() {
      guard rule.tests.count == inputs.count else {
        throw .wrongTestCount(rule: place + 1, expected: inputs.count, found: rule.tests.count)
      }
      guard rule.outputs.count == outputs.count else {
        throw .wrongOutputCount(rule: place + 1, expected: outputs.count, found: rule.outputs.count)
      }
    }
    switch hitPolicy {
    case .collect(let aggregation?) where outputs.count > 1:
      throw .aggregatesSeveralOutputs(aggregation, found: outputs.count)
    case .priority, .outputOrder:
      if outputs.allSatisfy(\.values.isEmpty) { throw .outputValuesMissing(hitPolicy) }
    default: break
    }
    self.inputs = inputs
    self.outputs = outputs
    self.rules = rules
    self.hitPolicy = hitPolicy
    columns = inputs.indices.map { place in
      Column(inputs[place], tests: rules.map { $0.tests[place] })
    }
    index = RuleIndex(columns, ruleCount: rules.count)
    results = Results(rules: rules, outputs: outputs, hitPolicy: hitPolicy)
  }

  /// How much work making the table was, in tests put to values and in parts of its index: for tests, since time depends
  /// on the machine.
  var work: Int { columns.reduce(index.size) { $0 + $1.work } }

  /// The type of an output's result: a list for policies that give all matching rules, a number for a count.
  public func resultType(ofOutput place: Int) -> ValueType {
    switch hitPolicy {
    case .unique, .any, .priority, .first, .collect(.sum), .collect(.min), .collect(.max): outputs[place].type
    case .collect(.count): .number
    case .ruleOrder, .outputOrder, .collect(nil): .list(outputs[place].type)
    }
  }
}
