/// A question (grammar, section 8.1).
public struct QuestionSyntax: Sendable, Hashable {
  public let fact: Located<String>
  public let words: TextSyntax
  public let notes: NotesSyntax
  public let when: ExpressionSyntax?
  /// Whether "unknown" is accepted; accepted where it is not said.
  public let unknown: Located<Bool>?
  /// Whether "declined" is accepted; accepted where it is not said.
  public let declined: Located<Bool>?
  public let again: Located<Bool>?
}

/// An item to tick or to tell (grammar, sections 8.4 and 8.7).
public struct TickSyntax: Sendable, Hashable {
  public let name: Located<String>
  public let words: TextSyntax
  public let notes: NotesSyntax
  public let when: ExpressionSyntax?
  /// A boolean fact that takes whether it was done.
  public let fact: Located<String>?
  public let required: Located<Bool>?
}
