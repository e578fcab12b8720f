/// A protocol as it is printed for those who approve it: all that it says, in words, and nothing of how it is written.
public struct PrintedProtocol: Sendable, Hashable {
  /// Words at the top.
  public let title: String
  /// BCP 47.
  public let language: String
  /// What stands between a name and what it says.
  public let colon: String
  /// Such as that it is a worked example to be approved.
  public let notice: String?
  /// Version, languages, hash, and how many flows there are.
  public let head: [PrintedRow]
  /// The heading of the list of chapters.
  public let contents: String
  /// Roles, then each flow once, the main one first, then what all of them share.
  public let chapters: [PrintedSection]
}

/// A heading and what stands below it.
public struct PrintedSection: Sendable, Hashable {
  /// By which other places lead here; `nil` where none does.
  public var anchor: String?
  /// What is read first, such as `1.3 Danger right now`.
  public var heading: String
  /// In small letters beside the heading: the kind of step and its name in the file.
  public var tag: String?
  /// What is said, in order.
  public var blocks: [PrintedBlock] = []
  /// The parts of the flowchart.
  public var charts: [PrintedChart] = []
  /// Sections inside.
  public var sections: [PrintedSection] = []
}

/// A part of a flowchart, with the words above it.
public struct PrintedChart: Sendable, Hashable {
  /// Such as `Part 2 of 3`; empty where there is one.
  public var caption: String
  /// The picture.
  public var drawing: Drawing
  /// How much smaller it is printed than it is laid out; at most 1.
  public var scale: Double
}

/// A piece of a section.
public enum PrintedBlock: Sendable, Hashable {
  case paragraph(String)
  /// Names with what they say.
  case rows([PrintedRow])
  /// Something put or done one by one: a question, an item to tick.
  case items([PrintedItem])
  /// The first row is the head.
  case table(head: [String], rows: [[String]])
}

/// A name and what it says.
public struct PrintedRow: Sendable, Hashable {
  /// Such as `Due`.
  public var name: String
  /// Some stretches of words, each perhaps leading elsewhere.
  public var words: [PrintedText]

  /// A name and plain words.
  public init(_ name: String, _ text: String) {
    self.name = name
    words = [PrintedText(text: text)]
  }

  /// A name and words that lead elsewhere.
  public init(_ name: String, _ words: [PrintedText]) {
    self.name = name
    self.words = words
  }
}

/// Words that may lead elsewhere in the print.
public struct PrintedText: Sendable, Hashable {
  /// What is read.
  public var text: String
  /// The anchor of a section.
  public var link: String?

  /// Words, and where they lead.
  public init(text: String, link: String? = nil) {
    self.text = text
    self.link = link
  }
}

/// A question or an item with what belongs to it.
public struct PrintedItem: Sendable, Hashable {
  /// What is asked or done.
  public var text: String
  /// What belongs to it: how it is answered, why, under which law.
  public var rows: [PrintedRow]
}
