/// Verifies a case's chain as its entries stream by, in constant memory.
public struct ChainVerifier: Sendable {
  /// The case.
  public let identifier: String
  /// The last entry that was found good.
  public private(set) var head = ChainHead.start

  /// A verifier before the first entry of a case.
  public init(case identifier: String) { self.identifier = identifier }

  /// Verifies the next entry: its place, its hash, what it follows, and each of its commitments.
  ///
  /// - Throws: The first thing that is wrong with it.
  public mutating func verify(_ sealed: SealedEntry) throws(ChainFault) -> OpenedEntry {
    let expected = head.sequence + 1
    guard sealed.sequence == expected else {
      throw ChainFault(
        sequence: expected, kind: sealed.sequence > expected ? .missing : .order(found: sealed.sequence))
    }
    guard Hash(of: sealed.body) == sealed.hash else { throw ChainFault(sequence: expected, kind: .altered) }
    let body: BodyReader.Body
    do throws(ReadingError) {
      body = try BodyReader.read(sealed.body, openings: sealed.openings)
    } catch {
      throw ChainFault(sequence: expected, kind: error.chainFault)
    }
    guard body.previous == head.hash else { throw ChainFault(sequence: expected, kind: .notFollowing) }
    guard body.opened.sequence == expected, body.identifier == identifier else {
      throw ChainFault(sequence: expected, kind: .misplaced)
    }
    head = ChainHead(sequence: expected, hash: sealed.hash)
    return body.opened
  }

  /// Verifies that the chain ends where it should.
  ///
  /// - Parameter end: The last entry, as it is known from elsewhere: the case's record, or a trace's trailer.
  public func verifyEnd(_ end: ChainHead) throws(ChainFault) {
    if head.sequence < end.sequence {
      throw ChainFault(sequence: head.sequence + 1, kind: .truncated(expected: end.sequence))
    }
    if head.sequence > end.sequence {
      throw ChainFault(sequence: end.sequence + 1, kind: .tooLong(expected: end.sequence))
    }
    guard head.hash == end.hash else { throw ChainFault(sequence: head.sequence, kind: .otherHead) }
  }
}

extension ReadingError {
  /// What it means for the chain.
  fileprivate var chainFault: ChainFault.Kind {
    switch (fault, part) {
    case (.openingAltered, .opening(let place)): .openingAltered(place)
    case (.openingMissing, .opening(let place)), (.openingUnused, .opening(let place)): .openings(place)
    default: .unreadable(self)
    }
  }
}
