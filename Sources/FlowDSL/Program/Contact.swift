/// Reach a person or an authority.
public struct Contact: Sendable {
  /// A role or a directory category.
  public var to: String
  /// Put once the contact is reached.
  public var asks: [Question]
  /// Fact of type `[reached, unreached]`.
  public var result: Int?
  /// What is passed on, if anything.
  public var sharing: Sharing?

  /// A contact with resolved names.
  public init(to: String, asks: [Question] = [], result: Int? = nil, sharing: Sharing? = nil) {
    self.to = to
    self.asks = asks
    self.result = result
    self.sharing = sharing
  }
}

/// Hand over to a service.
public struct Referral: Sendable {
  /// A directory category.
  public var to: String
  /// What is passed on, perhaps nothing, and what allows it.
  public var sharing: Sharing
  /// Put once the referral is made.
  public var asks: [Question]
  /// Fact of type `[referred, number-given, impossible]`.
  public var result: Int?

  /// A referral with resolved names.
  public init(to: String, sharing: Sharing, asks: [Question] = [], result: Int? = nil) {
    self.to = to
    self.sharing = sharing
    self.asks = asks
    self.result = result
  }
}

/// What is passed on, and what allows it.
public struct Sharing: Sendable {
  /// What allows it.
  public enum Ground: Sendable, Hashable {
    /// A boolean fact that must be true.
    case consent(Int)
    /// An article.
    case legal(String)
  }

  /// Slots of the facts passed on.
  public var facts: [Int]
  /// What allows it.
  public var ground: Ground
  /// The slot of a consent that is asked for all the same where an article allows it whatever was answered.
  public var consentBeside: Int?

  /// Facts and the ground on which they are passed on.
  public init(facts: [Int], ground: Ground, consentBeside: Int? = nil) {
    self.facts = facts
    self.ground = ground
    self.consentBeside = consentBeside
  }
}
