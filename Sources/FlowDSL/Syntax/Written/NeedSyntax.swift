/// A need of the person, as written (grammar, section 4.1).
public struct NeedSyntax: Sendable, Hashable {
  /// Its name.
  public let name: Located<String>
  /// Words for it.
  public let title: TextSyntax
  /// Whether the person was asked.
  public let asked: ExpressionSyntax?
  /// Whether it is a need in this case.
  public let when: ExpressionSyntax
  /// Whether something is under way.
  public let begun: ExpressionSyntax?
  /// Whether it is met.
  public let done: ExpressionSyntax
  /// Steps whose open tasks keep it under way.
  public let tasks: [Located<String>]
  /// A role or a directory category: whom to call.
  public let partner: Located<String>
}
