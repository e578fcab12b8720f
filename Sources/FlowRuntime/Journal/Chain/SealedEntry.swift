/// An entry as a journal keeps it: the body that the chain is made of, and what opens its commitments.
public struct SealedEntry: Sendable, Hashable {
  /// 1 for the first entry of a case.
  public var sequence: Int
  /// Canonical JSON (RFC 8785) in UTF-8.
  public var body: [UInt8]
  /// SHA-256 of `body`.
  public var hash: Hash
  /// In the order of the commitments in `body`.
  public var openings: [Opening]

  /// A sealed entry as it was read from where it is kept. Nothing is checked here.
  public init(sequence: Int, body: [UInt8], hash: Hash, openings: [Opening]) {
    self.sequence = sequence
    self.body = body
    self.hash = hash
    self.openings = openings
  }
}

/// How far a case's chain goes: the last entry and its hash.
public struct ChainHead: Sendable, Hashable {
  /// Entries so far.
  public var sequence: Int
  /// Hash of the last; zeros before the first.
  public var hash: Hash

  /// Before the first entry.
  public static let start = ChainHead(sequence: 0, hash: .zero)

  /// A place in a chain.
  public init(sequence: Int, hash: Hash) {
    self.sequence = sequence
    self.hash = hash
  }
}
