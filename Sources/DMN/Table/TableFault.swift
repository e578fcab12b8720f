/// Why parts do not make a decision table. Rules are counted from 1.
public enum TableFault: Error, Sendable, Hashable {
  /// A table gives at least one output.
  case noOutputs
  /// A rule has not one test for each input.
  case wrongTestCount(rule: Int, expected: Int, found: Int)
  /// A rule has not one result for each output.
  case wrongOutputCount(rule: Int, expected: Int, found: Int)
  /// `collect` with an aggregation makes one value of one output (DMN 1.5, 8.2.10).
  case aggregatesSeveralOutputs(HitPolicy.Aggregation, found: Int)
  /// `priority` and `output order` go by output values, and no output lists any.
  case outputValuesMissing(HitPolicy)
}

extension TableFault: CustomStringConvertible {
  /// The fault in English, for logs.
  public var description: String {
    switch self {
    case .noOutputs: "a decision table needs an output"
    case .wrongTestCount(let rule, let expected, let found):
      "rule \(rule) has \(found) tests for \(expected) inputs"
    case .wrongOutputCount(let rule, let expected, let found):
      "rule \(rule) has \(found) results for \(expected) outputs"
    case .aggregatesSeveralOutputs(let aggregation, let found):
      "collect \(aggregation.rawValue) makes one value of one output, and there are \(found)"
    case .outputValuesMissing(let policy): "\(policy) needs the output values in their order"
    }
  }
}
