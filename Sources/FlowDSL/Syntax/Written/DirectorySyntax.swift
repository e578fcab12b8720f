/// Roles of a protocol folder (grammar, section 13.1).
public struct RolesSyntax: Sendable, Hashable {
  /// Path inside the protocol folder.
  public let file: String
  /// Role names and their words.
  public let roles: [NamedTextSyntax]
}

/// What all flows of a protocol folder share (grammar, section 13.4).
public struct SharedSyntax: Sendable, Hashable {
  /// Path inside the protocol folder.
  public let file: String
  /// Its name.
  public let name: Located<String>
  /// Types that each flow knows.
  public let types: [TypeDeclarationSyntax]
  /// Sources that each flow may cite.
  public let sources: [SourceSyntax]
  /// Facts that each flow knows that names them.
  public let facts: [FactSyntax]
  /// Interrupts that a flow may take by their names.
  public let interrupts: [InterruptSyntax]
  /// Words shown when a walk starts, of a flow that has none of its own.
  public let notice: TextSyntax?
}

/// A directory of services (grammar, section 13.2).
public struct DirectorySyntax: Sendable, Hashable {
  /// Path inside the protocol folder.
  public let file: String
  /// Its name.
  public let name: Located<String>
  /// Categories; for a service, the names of its own.
  public let categories: [NamedTextSyntax]
  /// In the order of the file.
  public let services: [ServiceSyntax]
}

/// A service of a directory.
public struct ServiceSyntax: Sendable, Hashable {
  /// Its name.
  public let name: Located<String>
  /// Words for it.
  public let title: TextSyntax
  /// Categories; for a service, the names of its own.
  public let categories: [Located<String>]
  /// As dialled.
  public let phone: Located<String>?
  /// The number for messages.
  public let sms: Located<String>?
  /// Its page.
  public let web: Located<String>?
  /// When it answers.
  public let hours: HoursSyntax?
  /// `national` or a place; without it, national.
  public let area: Located<String>?
  /// Where it is.
  public let position: PositionSyntax?
  /// Languages spoken, BCP 47.
  public let languages: [Located<String>]
  /// Who it is for.
  public let audience: TextSyntax?
  /// Whether it costs nothing.
  public let free: Located<Bool>?
  /// Whether no name need be given.
  public let anonymous: Located<Bool>?
  /// Where this is published.
  public let source: Located<String>
  /// `YYYY-MM-DD`; without it, nobody has checked the entry yet.
  public let checked: Located<String>?

  /// Degrees, WGS 84.
  public struct PositionSyntax: Sendable, Hashable {
    /// From -90 to 90.
    public let latitude: Located<Double>
    /// From -180 to 180.
    public let longitude: Located<Double>
  }
}
