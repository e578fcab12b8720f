/// A sub-flow (grammar, section 8.8).
public struct RunSyntax: Sendable, Hashable {
  /// Without it, the flow named as the step.
  public let flow: Located<String>?
  /// Facts that the sub-flow takes, and where their values come from.
  public let with: [AssignmentSyntax]
  /// Facts that the sub-flow gives, and where they go.
  public let gives: [GiveSyntax]
  /// The fact that takes how it ended.
  public let result: Located<String>?
  /// How it is walked again; without it, once.
  public let repetition: RepetitionSyntax?
}

/// A sub-flow that is walked again until a condition holds.
public struct RepetitionSyntax: Sendable, Hashable {
  /// Looked at after each round.
  public let until: ExpressionSyntax
  /// Rounds at most.
  public let most: Located<Int>
  /// Time from the beginning of one round to that of the next.
  public let every: DurationSyntax?
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
  /// The key `in`.
  public let list: ExpressionSyntax
  /// The fact of the sub-flow that takes the item.
  public let item: Located<String>
  /// Without it, the flow named as the step.
  public let flow: Located<String>?
  /// Facts that the sub-flow takes, and where their values come from.
  public let with: [AssignmentSyntax]
  /// Facts that the sub-flow gives, and where they go.
  public let gives: [GiveSyntax]
}

/// A branch of `together` (grammar, section 8.10).
public struct BranchSyntax: Sendable, Hashable {
  /// Its name.
  public let name: Located<String>
  /// Words for it.
  public let title: TextSyntax?
  /// The role that does it.
  public let by: Located<String>?
  /// In the order of the text.
  public let steps: [StepSyntax]
}

/// A wait; one of `duration`, `until` and `on` at least is given (grammar, section 8.11).
public struct WaitSyntax: Sendable, Hashable {
  /// The key `for`.
  public let duration: DurationSyntax?
  /// A moment that ends it.
  public let until: ExpressionSyntax?
  /// A condition that ends it.
  public let on: ExpressionSyntax?
  /// Questions that may be answered meanwhile.
  public let asks: [QuestionSyntax]
  /// The fact that takes how it ended.
  public let result: Located<String>?
}
