/// Whether a fact is answered, and how. A fact that is not known is `null` in expressions (grammar, section 6).
public enum Standing: UInt8, Sendable, Hashable, CaseIterable {
  /// Not asked yet.
  case unset
  /// It has a value.
  case known
  /// Asked, and answered "unknown".
  case unknown
  /// Asked, and not answered by choice.
  case declined
}
