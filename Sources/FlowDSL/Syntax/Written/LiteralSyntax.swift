/// A value written as YAML, in scenarios.
public struct LiteralSyntax: Sendable, Hashable {
  /// The kinds of value.
  public indirect enum Form: Sendable, Hashable {
    /// Unquoted `null`.
    case null
    /// Unquoted `true` or `false`.
    case boolean(Bool)
    /// An unquoted decimal number, as written.
    case number(String)
    /// All other words: text, a choice, a date, a duration.
    case text(String)
    case list([LiteralSyntax])
    case record([Field])
  }

  /// A field of a record.
  public struct Field: Sendable, Hashable {
    /// The name of the field.
    public let name: Located<String>
    /// Its value.
    public let value: LiteralSyntax
  }

  /// The value.
  public let form: Form
  /// Where it is written.
  public let place: Place
}
