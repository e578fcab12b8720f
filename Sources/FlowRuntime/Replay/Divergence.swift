/// The first entry at which a journal is not what the walk gives.
public struct Divergence: Error, Sendable, Hashable {
  /// Number of the entry in the journal.
  public let sequence: Int
  /// What the walk gives there; `nil` where it gives nothing more.
  public let expected: Entry?
  /// What the journal holds there; `nil` where it has come to its end, or a value of the entry is erased.
  public let found: Entry?
  /// Why the walk does not take what was said.
  public let refusal: Refusal?
  /// The mended fault by which the entry may differ, where the program is of the first edition.
  public internal(set) var mended: MendedFault?

  /// A difference at an entry.
  public init(sequence: Int, expected: Entry? = nil, found: Entry? = nil, refusal: Refusal? = nil) {
    self.sequence = sequence
    self.expected = expected
    self.found = found
    self.refusal = refusal
  }
}
