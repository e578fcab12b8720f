/// A decision (grammar, section 8.3).
public struct DecideSyntax: Sendable, Hashable {
  /// How the outputs come about.
  public enum Logic: Sendable, Hashable {
    case table(TableSyntax)
    case values([AssignmentSyntax])
    case model(ModelDecisionSyntax)
  }

  /// How the outputs come about.
  public let logic: Logic
  /// Who may decide otherwise.
  public let override: OverrideSyntax?
}

/// A decision of a DMN model that lies beside the flow.
public struct ModelDecisionSyntax: Sendable, Hashable {
  /// The file of the model.
  public let model: Located<String>
  /// The name of the decision in the model.
  public let decision: Located<String>
  /// What its input data take; those not named take the fact of the same name.
  public let inputs: [Input]
  /// The facts that take what it gives.
  public let outputs: Outputs

  /// An input data of the model and the expression whose value it takes.
  public struct Input: Sendable, Hashable {
    /// The name in the model.
    public let name: Located<String>
    /// The value.
    public let expression: ExpressionSyntax
  }

  /// Where the result goes.
  public enum Outputs: Sendable, Hashable {
    /// The whole of it, to one fact.
    case whole(Located<String>)
    /// Entries of a context, each to a fact.
    case entries([Output])
  }

  /// A fact and the entry of the result that it takes.
  public struct Output: Sendable, Hashable {
    /// The fact that takes the value.
    public let fact: Located<String>
    /// The name of the entry.
    public let entry: Located<String>
  }
}

/// A decision table.
public struct TableSyntax: Sendable, Hashable {
  /// DMN's hit policies, as they are written.
  public enum HitPolicy: String, Sendable, Hashable, CaseIterable {
    case unique, any, first, priority
    case ruleOrder = "rule order"
    case outputOrder = "output order"
    case collect
    case collectSum = "collect sum"
    case collectMin = "collect min"
    case collectMax = "collect max"
    case collectCount = "collect count"
  }

  /// Input expressions.
  public let on: [ExpressionSyntax]
  /// For a table, the facts that take the outputs; for a row, an expression for each.
  public let outputs: [Located<String>]
  /// The hit policy; without it, unique.
  public let hit: Located<HitPolicy>?
  /// The rows, in order.
  public let rules: [RuleSyntax]
  /// The value of the key `rules`.
  public let place: Place
}

/// A row of a table: a unary test for each input, then an expression for each output. The decoder has checked the number
/// of cells.
public struct RuleSyntax: Sendable, Hashable {
  /// A unary test for each input.
  public let inputs: [ExpressionSyntax]
  /// For a table, the facts that take the outputs; for a row, an expression for each.
  public let outputs: [ExpressionSyntax]
  /// The whole row.
  public let place: Place
}

/// A fact and the expression that gives its value.
public struct AssignmentSyntax: Sendable, Hashable {
  /// The fact that takes the value.
  public let fact: Located<String>
  /// The value.
  public let expression: ExpressionSyntax
}
