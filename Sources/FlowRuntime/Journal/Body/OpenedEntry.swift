/// An entry as its body and its openings give it.
public enum OpenedEntry: Sendable, Hashable {
  /// All of it can be read.
  case whole(Entry)
  /// Only texts for people are erased (a note, a reason): `Erasure.mark` stands for them. The walk can be computed.
  case redacted(Entry)
  /// A value is erased: what is left.
  case erased(Erased)

  /// What is left of an entry of which a value is erased.
  public struct Erased: Sendable, Hashable {
    /// Its place in the journal.
    public var sequence: Int
    /// When it was made.
    public var at: Instant
    /// Who made it.
    public var by: Person
    /// What kind of event it holds.
    public var kind: EventKind
    /// The step it is about, where it is about one.
    public var step: StepPath?
  }

  /// The entry's place in the journal.
  public var sequence: Int {
    switch self {
    case .whole(let entry), .redacted(let entry): entry.sequence
    case .erased(let erased): erased.sequence
    }
  }

  /// When it was made.
  public var at: Instant {
    switch self {
    case .whole(let entry), .redacted(let entry): entry.at
    case .erased(let erased): erased.at
    }
  }
}

/// How erased texts read.
public enum Erasure {
  /// Stands for an erased text; words for it come from the catalogues.
  public static let mark = "\u{FFFD}"
}
