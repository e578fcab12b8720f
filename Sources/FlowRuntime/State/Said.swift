import FEEL

/// What a person said, as it counts now: a correction has taken its place where there is one.
public struct Said: Sendable, Hashable {
  /// The entry's number.
  public let sequence: Int
  /// When it was said.
  public let at: Instant
  /// How far the place's clocks were ahead of UTC then.
  public let offset: UTCOffset
  /// Who said it; who corrected it, where it was corrected.
  public internal(set) var by: Person
  /// What counts now.
  public internal(set) var event: Event
  /// The entry that corrected it last.
  public internal(set) var correctedBy: Int?
  /// Withdrawn: the walk does not ask for it (grammar, 12.5).
  public internal(set) var isWithdrawn = false
  /// What it was said on: the items of `each` it is about and the recommendation it confirms or overrides.
  /// On anything else it does not count.
  var basis: [Value]
}
