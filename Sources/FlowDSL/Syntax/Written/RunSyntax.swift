/// A sub-flow (grammar, section 8.8).
public struct RunSyntax: Sendable, Hashable {
  /// Without it, the flow named as the step.
  public let flow: Located<String>?
  /// Facts that the sub-flow takes, and where their values come from.
  public let with: [AssignmentSyntax]
  public let gives: [GiveSyntax]
  public let result: Located<String>?
}

/// A fact that a sub-flow gives, and the fact of the caller it goes to.
public struct GiveSyntax: Sendable, Hashable {
  /// Of the sub-flow.
  public let from: Located<String>
  /// Of the caller.
  public let to: Located<String>
}

/// A sub-flow for every item of a list (grammar, section 8.9).
public struct EachSyntax: Sendable, Hashable {
  public let list: ExpressionSyntax
  /// The fact of the sub-flow that takes the item.
  public let item: Located<String>
  /// Without it, the flow named as the step.
  public let flow: Located<String>?
  public let with: [AssignmentSyntax]
  public let gives: [GiveSyntax]
}

/// A branch of `together` (grammar, section 8.10).
public struct BranchSyntax: Sendable, Hashable {
  public let name: Located<String>
  public let title: TextSyntax?
  public let by: Located<String>?
  public let steps: [StepSyntax]
}

/// A wait; one of `duration`, `until` and `on` at least is given (grammar, section 8.11).
public struct WaitSyntax: Sendable, Hashable {
  /// The key `for`.
  public let duration: DurationSyntax?
  public let until: ExpressionSyntax?
  public let on: ExpressionSyntax?
  public let asks: [QuestionSyntax]
  public let result: Located<String>?
}
