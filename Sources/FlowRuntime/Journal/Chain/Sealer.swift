/// Makes the sealed entries of one case, one after the other.
///
/// A pure value: randomness enters as an argument, and a copy kept from before a failed write can be used again.
public struct Sealer: Sendable {
  /// The case whose chain this is; it stands in each body, so that no entry can be moved to another case.
  public let identifier: String
  /// After which entry the next one comes.
  public private(set) var head: ChainHead
  private let privacy: Privacy

  /// A sealer that goes on after `head`.
  ///
  /// - Parameters:
  ///   - identifier: The case.
  ///   - head: The last entry so far.
  ///   - privacy: Which values stand as commitments.
  public init(case identifier: String, after head: ChainHead = .start, privacy: Privacy) {
    self.identifier = identifier
    self.head = head
    self.privacy = privacy
  }

  /// Seals the next entry.
  ///
  /// - Parameters:
  ///   - entry: Its sequence must be one more than the head's.
  ///   - salts: Where salts come from: `SystemRandomNumberGenerator`, or a seeded one in tests.
  /// - Throws: What the entry holds that a journal cannot; the sealer is then as it was.
  public mutating func seal(
    _ entry: Entry, salts: inout some RandomNumberGenerator
  ) throws(UnwritableValue) -> SealedEntry {
    precondition(entry.sequence == head.sequence + 1, "entries are sealed in the order of their sequence")
    var writer = BodyWriter(salts: salts, privacy: privacy)
    defer { salts = writer.salts }
    try writer.body(of: entry, case: identifier, previous: head.hash)
    let body = writer.json.bytes
    let sealed = SealedEntry(
      sequence: entry.sequence, body: body, hash: Hash(of: body), openings: writer.openings)
    head = ChainHead(sequence: sealed.sequence, hash: sealed.hash)
    return sealed
  }
}
