import FlowDSL

/// Somebody whom a case is about: whose part it is, and a mark by which the professionals know them (grammar, section 12.9).
///
/// A mark is a letter, initials, a number: no name. Names stand in practice cases alone.
public struct PersonOfCase: Sendable, Hashable {
  /// What somebody is in it.
  public var part: PersonPart
  /// How they are told from others of that part.
  public var mark: String
  /// Who they are, in a practice case.
  public var identity: Identity?

  /// Somebody's name, birth date and how to reach them, as they were written down.
  public struct Identity: Sendable, Hashable {
    /// As they are called.
    public var name: String
    /// When they were born.
    public var born: String?
    /// How to reach them safely.
    public var reach: String?

    /// A name, and what else is known.
    public init(name: String, born: String? = nil, reach: String? = nil) {
      self.name = name
      self.born = born
      self.reach = reach
    }
  }

  /// A part and a mark.
  public init(_ part: PersonPart, mark: String, identity: Identity? = nil) {
    self.part = part
    self.mark = mark
    self.identity = identity
  }
}

/// What somebody said, in their words.
public struct Quotation: Sendable, Hashable {
  /// Who said it.
  public var speaker: PersonPart
  /// Word for word.
  public var words: String

  /// Words of somebody.
  public init(_ words: String, by speaker: PersonPart) {
    self.speaker = speaker
    self.words = words
  }
}
