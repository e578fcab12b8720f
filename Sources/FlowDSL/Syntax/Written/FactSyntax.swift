/// A declared fact (grammar, section 5.1).
public struct FactSyntax: Sendable, Hashable {
  /// Its name.
  public let name: Located<String>
  /// Its type.
  public let type: TypeSyntax
  /// Whom it is about; without it, the case.
  public let about: Located<Fact.Subject>?
  /// Roles and directory categories that may be given it.
  public let see: [Located<String>]
  /// The name shown.
  public let title: TextSyntax?
  /// For a choice: the words of its values; for a record: those of its fields.
  public let labels: [NamedTextSyntax]
  /// For a number: what it counts.
  public let unit: TextSyntax?
  /// Unary tests.
  public let allowed: ExpressionSyntax?
}
