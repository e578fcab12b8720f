/// What a journal cannot hold.
public enum UnwritableValue: Error, Sendable, Hashable {
  /// A function has no text that gives the same function again.
  case function
  /// Values or corrections stand in one another more than `JournalLimits.depth` levels deep.
  case tooDeep
  /// An entry, or its openings, of more than `JournalLimits.body` bytes.
  case tooLong
  /// An instant before the year 0 or after the year 9999, which RFC 3339 cannot write.
  case instant(Instant)
}
