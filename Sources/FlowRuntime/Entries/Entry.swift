import FEEL

/// One line of a case's journal: who said what, when.
public struct Entry: Sendable, Hashable {
  /// 1 for the first entry of a case, then one more each.
  public var sequence: Int
  /// When it was made.
  public var at: Instant
  /// How far the place's clocks were ahead of UTC then.
  public var offset: UTCOffset
  /// The person who made it, or whose entry made the walk add it.
  public var by: Person
  /// What it says.
  public var event: Event

  /// An entry with its place in the journal.
  public init(sequence: Int, at: Instant, offset: UTCOffset = .utc, by: Person, event: Event) {
    self.sequence = sequence
    self.at = at
    self.offset = offset
    self.by = by
    self.event = event
  }
}

/// A moment, in milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Sendable, Hashable, Comparable {
  /// Since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// Milliseconds since 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Whole seconds since 1970-01-01T00:00:00Z, the last that had begun.
  public var seconds: Int64 { milliseconds.floorDivided(by: 1000) }

  /// Milliseconds from this moment to another, negative where that is earlier. A journal that was tampered with names any
  /// moment: of two that are too far apart for 64 bits, the greatest distance.
  public func distance(to other: Instant) -> Int64 {
    let (distance, overflow) = other.milliseconds.subtractingReportingOverflow(milliseconds)
    // The same on both sides, so that the magnitude is a number too.
    return overflow ? (other < self ? -.max : .max) : max(distance, -.max)
  }

  /// Whether one is before the other.
  public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

/// Who acts, by an identifier of their service, and in which role.
public struct Person: Sendable, Hashable {
  /// As the service knows the person.
  public var identifier: String
  /// The role in which the person acts.
  public var role: String

  /// An identifier and a role.
  public init(identifier: String, role: String) {
    self.identifier = identifier
    self.role = role
  }
}
