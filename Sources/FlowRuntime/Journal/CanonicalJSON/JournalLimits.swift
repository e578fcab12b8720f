/// Bounds on what is read, so that hostile bytes cost milliseconds and little memory.
public enum JournalLimits {
  /// Levels of objects and arrays in one another.
  public static let depth = 32
  /// Bytes of an entry's body, and of all its openings together.
  public static let body = 1 << 20
}
