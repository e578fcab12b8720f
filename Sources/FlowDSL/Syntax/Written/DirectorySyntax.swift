/// Roles of a protocol folder (grammar, section 13.1).
public struct RolesSyntax: Sendable, Hashable {
  /// Path inside the protocol folder.
  public let file: String
  public let roles: [NamedTextSyntax]
}

/// A directory of services (grammar, section 13.2).
public struct DirectorySyntax: Sendable, Hashable {
  /// Path inside the protocol folder.
  public let file: String
  public let name: Located<String>
  public let categories: [NamedTextSyntax]
  public let services: [ServiceSyntax]
}

/// A service of a directory.
public struct ServiceSyntax: Sendable, Hashable {
  public let name: Located<String>
  public let title: TextSyntax
  public let categories: [Located<String>]
  /// As dialled.
  public let phone: Located<String>?
  public let sms: Located<String>?
  public let web: Located<String>?
  public let hours: TextSyntax?
  /// `national` or a place; without it, national.
  public let area: Located<String>?
  public let position: PositionSyntax?
  public let languages: [Located<String>]
  public let audience: TextSyntax?
  public let free: Located<Bool>?
  public let anonymous: Located<Bool>?
  public let source: Located<String>
  /// `YYYY-MM-DD`.
  public let checked: Located<String>

  /// Degrees, WGS 84.
  public struct PositionSyntax: Sendable, Hashable {
    public let latitude: Located<Double>
    public let longitude: Located<Double>
  }
}
