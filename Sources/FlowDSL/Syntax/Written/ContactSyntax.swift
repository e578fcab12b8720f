/// Reach a person or an authority (grammar, section 8.5).
public struct ContactSyntax: Sendable, Hashable {
  /// A role or a category; without it, the name of the step.
  public let to: Located<String>?
  /// Questions put once it is done.
  public let asks: [QuestionSyntax]
  /// The fact that takes how it went.
  public let result: Located<String>?
  /// What is passed on, and what allows it.
  public let sharing: SharingSyntax?
}

/// Hand over to a service (grammar, section 8.6).
public struct ReferSyntax: Sendable, Hashable {
  /// A category.
  public let to: Located<String>
  /// What is passed on, and what allows it.
  public let sharing: SharingSyntax
  /// Questions put once it is done.
  public let asks: [QuestionSyntax]
  /// The fact that takes how it went.
  public let result: Located<String>?
}

/// What is passed on, and what allows it (grammar, section 11).
public struct SharingSyntax: Sendable, Hashable {
  /// What allows it.
  public enum Ground: Sendable, Hashable {
    /// A boolean fact, the person's consent.
    case consent(Located<String>)
    /// The article that allows it without consent.
    case legal(Located<String>)
    /// Either: passed on where consent is true, or else as the article allows.
    case both(consent: Located<String>, legal: Located<String>)
  }

  /// Facts that are passed on.
  public let shares: [Located<String>]
  /// What allows it.
  public let ground: Ground
}

/// What the person is told or handed (grammar, section 8.7).
public struct InformSyntax: Sendable, Hashable {
  /// A single text stands as one item named as the step.
  public let tell: [TickSyntax]
  /// Services of the directory.
  public let services: [Located<String>]
}
