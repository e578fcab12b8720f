/// A document with all its words: what a layout puts on paper, and nothing else.
public struct FilledDocument: Sendable, Hashable {
  /// A line of the head or foot: what it is, and what it says.
  public struct Label: Sendable, Hashable {
    /// What it is, such as `Case`.
    public let name: String
    /// What it says.
    public let words: String
  }

  /// Words above all others, in a language of their own.
  public struct Notice: Sendable, Hashable {
    /// What is read.
    public let words: String
    /// BCP 47.
    public let language: String
  }

  /// Its name in the protocol folder.
  public let name: String
  /// Words at the top.
  public let title: String
  /// BCP 47.
  public let language: String
  /// What stands between a name and what it says: French sets a space before it.
  public let colon: String
  /// What stands between two citations.
  public let separator: String
  /// What the flow says of itself, such as that it is a worked example to be approved; in a language in which the
  /// protocol is not written, also that the words have to be read over, in that language and in the protocol's first.
  public let notices: [Notice]
  /// The case, the date, whom it is for.
  public let head: [Label]
  /// In the order of the text; those whose condition does not hold are left out.
  public let sections: [FilledSection]
  /// The program by name, version and hash, and the entry of the journal: how to make the same document again.
  public let foot: [Label]

  /// Whether its language is written from right to left.
  public var isRightToLeft: Bool { Self.isRightToLeft(language) }

  /// Whether a language is written from right to left.
  static func isRightToLeft(_ language: String) -> Bool {
    ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(language.prefix { $0 != "-" })
  }
}

/// A section with all its words.
public struct FilledSection: Sendable, Hashable {
  /// Words, or the answer to a fact: what a person typed is kept apart, so that a layout can keep its direction apart.
  public struct Run: Sendable, Hashable {
    /// What is read.
    public let words: String
    /// Whether it is an answer.
    public let isAnswer: Bool
  }

  /// A fact and its answer.
  public struct Row: Sendable, Hashable {
    /// The title of the fact.
    public let title: String
    /// Its answer, or why there is none.
    public let answer: String
    /// Whether the fact is known.
    public let isKnown: Bool
  }

  /// An item of a list.
  public struct Item: Sendable, Hashable {
    /// What is read.
    public let words: [Run]
    /// What it rests on: articles, then where its sources are published.
    public let citations: [String]
  }

  /// A service of the directory.
  public struct Contact: Sendable, Hashable {
    /// Its name.
    public let title: String
    /// Numbers as they are dialled, and addresses.
    public let reach: [String]
    /// How far it is, whether it speaks the person's language, when it answers, whom it is for.
    public let details: [String]
  }

  /// Words above it.
  public let heading: [Run]
  /// Paragraphs.
  public let paragraphs: [[Run]]
  /// Facts with their answers.
  public let rows: [Row]
  /// A list.
  public let items: [Item]
  /// Whether items have a box to tick.
  public let hasBoxes: Bool
  /// Services, those of the area before national ones; from a position, the best of them first.
  public let contacts: [Contact]
  /// Empty lines to fill in by hand.
  public let lines: Int
  /// What it rests on: articles, then where its sources are published.
  public let citations: [String]
}
