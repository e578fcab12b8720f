/// The first entry at which a chain is broken, and how.
public struct ChainFault: Error, Sendable, Hashable {
  /// The entry: for one that is missing, the sequence it should have.
  public var sequence: Int
  /// What is wrong with it.
  public var kind: Kind

  /// A fault at an entry.
  public init(sequence: Int, kind: Kind) {
    self.sequence = sequence
    self.kind = kind
  }

  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    /// No entry with this sequence, though a later one is there.
    case missing
    /// An entry that was there before, or stands in the wrong place.
    case order(found: Int)
    /// The body is not the one that was hashed.
    case altered
    /// The body's hash is right, but it does not follow the entry before.
    case notFollowing
    /// The body is about another entry or another case.
    case misplaced
    /// The opening with this place among the entry's, from 0, is not what was committed to.
    case openingAltered(Int)
    /// The opening with this place is gone, or there is one without a commitment.
    case openings(Int)
    /// The body or an opening is not an entry in canonical JSON.
    case unreadable(ReadingError)
    /// The chain ends before the entry that it should end with.
    case truncated(expected: Int)
    /// The chain ends with another entry than it should.
    case otherHead
    /// Entries follow the one that the chain should end with.
    case tooLong(expected: Int)
  }
}
