/// A declared fact (grammar, section 5.1).
public struct FactSyntax: Sendable, Hashable {
  public let name: Located<String>
  public let type: TypeSyntax
  public let about: Located<Fact.Subject>?
  /// Roles and directory categories that may be given it.
  public let see: [Located<String>]
  public let title: TextSyntax?
  /// For a choice: the words of its values.
  public let labels: [NamedTextSyntax]
  public let unit: Located<String>?
  /// Unary tests.
  public let allowed: ExpressionSyntax?
}
