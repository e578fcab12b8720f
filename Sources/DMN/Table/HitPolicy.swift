/// What a decision table gives when its rules overlap (DMN 1.5, 8.2.10).
public enum HitPolicy: Sendable, Hashable {
  /// At most one rule matches; several matches are a fault of the table, and give null.
  case unique
  /// Several rules may match when they give equal outputs; different outputs are a fault, and give null.
  case any
  /// The matching rule whose outputs come first in the lists of output values.
  case priority
  /// The first matching rule in the order of the table.
  case first
  /// The outputs of all matching rules in the order of the table.
  case ruleOrder
  /// The outputs of all matching rules in the order of the lists of output values.
  case outputOrder
  /// The outputs of all matching rules, perhaps aggregated.
  case collect(Aggregation?)

  /// How `collect` makes one value of many.
  public enum Aggregation: String, Sendable, Hashable, CaseIterable {
    case sum, min, max, count
  }

  /// Whether at most one rule decides.
  public var isSingleHit: Bool {
    switch self {
    case .unique, .any, .priority, .first: true
    case .ruleOrder, .outputOrder, .collect: false
    }
  }

  /// All policies.
  public static let allCases: [HitPolicy] =
    [.unique, .any, .priority, .first, .ruleOrder, .outputOrder, .collect(nil)]
    + Aggregation.allCases.map { .collect($0) }
}

extension HitPolicy: CustomStringConvertible {
  /// The policy in DMN's words, lower case: `rule order`, `collect sum`.
  public var description: String {
    switch self {
    case .unique: "unique"
    case .any: "any"
    case .priority: "priority"
    case .first: "first"
    case .ruleOrder: "rule order"
    case .outputOrder: "output order"
    case .collect(nil): "collect"
    case .collect(let aggregation?): "collect \(aggregation.rawValue)"
    }
  }

  /// A policy from its description; nil when there is none of that name.
  public init?(_ description: String) {
    guard let policy = HitPolicy.allCases.first(where: { $0.description == description }) else { return nil }
    self = policy
  }
}
