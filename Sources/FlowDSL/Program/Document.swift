import FEEL

/// A document that a step produces, with the facts of that step's flow (grammar, section 13.6).
public struct Document: Sendable {
  /// The recipient of a document for the person whom the case is about.
  public static let person = "victim"

  /// Its name in the protocol folder.
  public var name: String
  /// What people read in place of the name.
  public var title: Words
  /// Languages in which it can be made, the first where nothing else decides.
  public var languages: [String]
  /// A role, a category of the directory, or `Document.person`.
  public var recipient: String
  /// The fact that holds the code of the language it is made in.
  public var language: Int?
  /// What must allow it to be made; `nil` where its recipient works on the flow, or is the person, or it holds no fact.
  public var ground: Sharing.Ground?
  /// The slot of a consent that is named all the same where an article allows it whatever was answered.
  public var consentBeside: Int?
  /// In the order of the text.
  public var sections: [DocumentSection]
  /// Slots of all facts it shows or depends on, each once.
  public var facts: [Int]

  /// A document with resolved names.
  public init(
    name: String, title: Words, languages: [String], recipient: String, language: Int? = nil,
    ground: Sharing.Ground? = nil, consentBeside: Int? = nil, sections: [DocumentSection], facts: [Int]
  ) {
    self.name = name
    self.title = title
    self.languages = languages
    self.recipient = recipient
    self.language = language
    self.ground = ground
    self.consentBeside = consentBeside
    self.sections = sections
    self.facts = facts
  }
}

/// A document and the step that produces it.
public struct Production: Sendable {
  /// Index of the step in its flow.
  public var step: Int
  /// What it produces.
  public var document: Document

  /// A step and what it produces.
  public init(step: Int, document: Document) {
    self.step = step
    self.document = document
  }
}

/// A section of a document.
public struct DocumentSection: Sendable {
  /// Words above it.
  public var heading: DocumentWords?
  /// Left out unless it holds.
  public var when: CompiledExpression?
  /// A paragraph, or several with an empty line between.
  public var text: DocumentWords?
  /// Slots of facts shown in rows with their answers.
  public var facts: [Int]
  /// A list.
  public var items: [DocumentItem]
  /// Whether the items have a box to tick.
  public var hasBoxes: Bool
  /// Categories whose services are listed.
  public var services: [String]
  /// What is shown of the case itself, beside its facts.
  public var caseDetails: [CaseDetail]
  /// Empty lines to fill in by hand.
  public var lines: Int
  /// Articles.
  public var law: [String]
  /// Names of the flow's sources.
  public var source: [String]

  /// What may be shown of a case itself.
  public enum CaseDetail: String, Sendable, Hashable, CaseIterable {
    /// Numbers by which it is known elsewhere.
    case reference
    /// Whom it is about.
    case people
    /// What they said, in their words.
    case words
  }

  /// A section with resolved names; all may be left out.
  public init(
    heading: DocumentWords? = nil, when: CompiledExpression? = nil, text: DocumentWords? = nil,
    facts: [Int] = [], items: [DocumentItem] = [], hasBoxes: Bool = false, services: [String] = [],
    caseDetails: [CaseDetail] = [], lines: Int = 0, law: [String] = [], source: [String] = []
  ) {
    self.heading = heading
    self.when = when
    self.text = text
    self.facts = facts
    self.items = items
    self.hasBoxes = hasBoxes
    self.services = services
    self.caseDetails = caseDetails
    self.lines = lines
    self.law = law
    self.source = source
  }
}

/// An item of a list in a document.
public struct DocumentItem: Sendable {
  /// Its name in the list.
  public var name: String
  /// What is read.
  public var words: DocumentWords
  /// Left out unless it holds.
  public var when: CompiledExpression?
  /// Articles.
  public var law: [String]
  /// Names of the flow's sources.
  public var source: [String]

  /// An item with resolved names.
  public init(
    name: String, words: DocumentWords, when: CompiledExpression? = nil, law: [String] = [],
    source: [String] = []
  ) {
    self.name = name
    self.words = words
    self.when = when
    self.law = law
    self.source = source
  }
}

/// Words per language with places for facts.
public struct DocumentWords: Sendable, Hashable {
  /// A stretch of the words.
  public enum Part: Sendable, Hashable {
    case words(String)
    /// The answer to the fact of a slot.
    case fact(Int)
  }

  /// Language code to parts; the key `""` holds words that stand for all languages.
  public let byLanguage: [String: [Part]]

  /// Parts per language.
  public init(_ byLanguage: [String: [Part]]) { self.byLanguage = byLanguage }

  /// The parts in a language; without it, as for `Words`, those in another language, if one is named.
  public func callAsFunction(_ language: String, else other: String? = nil) -> [Part] {
    byLanguage[language] ?? byLanguage[""] ?? other.flatMap { byLanguage[$0] } ?? byLanguage["en"]
      ?? byLanguage["fr"]
      ?? byLanguage.min { $0.key < $1.key }?.value ?? []
  }
}
