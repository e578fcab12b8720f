/// A type as written (grammar, section 5.2).
public struct TypeSyntax: Sendable, Hashable {
  /// The forms of a type.
  public indirect enum Form: Sendable, Hashable {
    case simple(Simple)
    case list(TypeSyntax)
    /// From least to most.
    case choice([Located<String>])
    case record([Field])
    /// A type declared under `types`.
    case named(String)
  }

  /// The types that need no declaration.
  public enum Simple: String, Sendable, Hashable, CaseIterable {
    case boolean, text, number, date, time
    case dateAndTime = "date and time"
    case daysAndTimeDuration = "days and time duration"
    case yearsAndMonthsDuration = "years and months duration"
  }

  /// A field of a record.
  public struct Field: Sendable, Hashable {
    /// Its name.
    public let name: Located<String>
    /// Its type.
    public let type: TypeSyntax
  }

  /// What type it is.
  public let form: Form
  /// Where it is written.
  public let place: Place
}

/// A type under `types`.
public struct TypeDeclarationSyntax: Sendable, Hashable {
  /// Its name.
  public let name: Located<String>
  /// Its type.
  public let type: TypeSyntax
  /// For a choice: the words of its values.
  public let labels: [NamedTextSyntax]
}
