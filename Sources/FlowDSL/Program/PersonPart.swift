/// What somebody is in a case (grammar, section 12.9).
public enum PersonPart: String, Sendable, Hashable, CaseIterable {
  case victim, perpetrator, child, witness
  /// Somebody else.
  case other
}
