import FEEL

/// What a table decided, and by which rules.
public struct Outcome: Sendable, Hashable {
  /// A value for each output; null where nothing was decided.
  public var outputs: [Value]
  /// The rules that decided, counted from 1: those whose outputs were taken, or, after a fault, those that clashed.
  public var rules: [Int]
  /// Why outputs are null, or were taken from the default entries.
  public var warnings: [TableWarning]

  /// An outcome.
  public init(outputs: [Value], rules: [Int] = [], warnings: [TableWarning] = []) {
    self.outputs = outputs
    self.rules = rules
    self.warnings = warnings
  }
}

/// What an author of a table should know of an outcome. Rules are counted from 1.
public enum TableWarning: Sendable, Hashable {
  /// No rule matched.
  case noRuleMatched
  /// Several rules of a `unique` table matched.
  case severalRulesMatched([Int])
  /// The matching rules of a table with hit policy `any` give different outputs.
  case outputsDiffer([Int])
  /// An aggregation met a value that it cannot take.
  case notAggregated(HitPolicy.Aggregation, Value)
}

extension TableWarning: CustomStringConvertible {
  /// The warning in English, for logs.
  public var description: String {
    switch self {
    case .noRuleMatched: "no rule matched"
    case .severalRulesMatched(let rules): "rules \(rules.listed) matched; at most one may"
    case .outputsDiffer(let rules): "rules \(rules.listed) matched and give different outputs"
    case .notAggregated(let aggregation, let value): "collect \(aggregation.rawValue) cannot take \(value)"
    }
  }
}

extension TableWarning {
  /// The names by which catalogues know warnings of tables.
  public static let identifiers = [
    "no-rule-matched", "several-rules-matched", "outputs-differ", "not-aggregated",
  ]

  /// The warning as the reason of an evaluation's null.
  var reason: Warning.Reason {
    switch self {
    case .noRuleMatched: .engine("no-rule-matched", [:])
    case .severalRulesMatched(let rules): .engine("several-rules-matched", ["rules": rules.listed])
    case .outputsDiffer(let rules): .engine("outputs-differ", ["rules": rules.listed])
    case .notAggregated(let aggregation, let value):
      .engine("not-aggregated", ["aggregation": aggregation.rawValue, "value": value.description])
    }
  }
}

extension [Int] {
  fileprivate var listed: String { map(String.init).joined(separator: ", ") }
}
