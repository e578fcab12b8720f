/// A document as written: words plus facts, for one recipient (grammar, section 13.6).
public struct DocumentSyntax: Sendable, Hashable {
  /// Path inside the protocol folder.
  public let file: String
  /// Its name.
  public let name: Located<String>
  /// Words for it.
  public let title: TextSyntax
  /// Languages that every text of it must have.
  public let languages: [Located<String>]
  /// Whom it is for: a role, a category of the directory, or `victim`. The key `for`.
  public let recipient: Located<String>
  /// The fact that says in which language it is made.
  public let language: Located<String>?
  /// The fact that must be true for it to be made.
  public let consent: Located<String>?
  /// The article that allows it whatever was answered.
  public let legal: Located<String>?
  /// In the order of the text.
  public let sections: [DocumentSectionSyntax]
  /// Names in the file that may be those of facts.
  let named: Set<String>
}

/// A section of a document.
public struct DocumentSectionSyntax: Sendable, Hashable {
  /// Words above it.
  public let heading: TemplateSyntax?
  /// Left out unless it holds.
  public let when: ExpressionSyntax?
  /// A paragraph, or several with an empty line between.
  public let text: TemplateSyntax?
  /// Rows: each fact with its answer.
  public let facts: [Located<String>]
  /// A list.
  public let items: [DocumentItemSyntax]
  /// Whether the items have a box to tick.
  public let hasBoxes: Bool
  /// Categories whose services are listed.
  public let services: [Located<String>]
  /// What is shown of the case itself.
  public let caseDetails: [Located<DocumentSection.CaseDetail>]
  /// Empty lines to fill in by hand.
  public let lines: Int
  /// Articles.
  public let law: [Located<String>]
  /// Names of sources of the flow.
  public let source: [Located<String>]
}

/// An item of a list in a document.
public struct DocumentItemSyntax: Sendable, Hashable {
  /// Its name in the list.
  public let name: Located<String>
  /// What is read.
  public let words: TemplateSyntax
  /// Left out unless it holds.
  public let when: ExpressionSyntax?
  /// Articles.
  public let law: [Located<String>]
  /// Names of sources of the flow.
  public let source: [Located<String>]
}

/// Words with places for facts, `{{danger}}`: the variable tags of Mustache, and nothing else of it.
public struct TemplateSyntax: Sendable, Hashable {
  /// A stretch of a template.
  public enum Part: Sendable, Hashable {
    case words(String)
    case fact(Located<String>)
  }

  /// The words as written.
  public let text: TextSyntax
  /// The parts by language, `""` for words that stand for all languages.
  public let parts: [String: [Part]]

  /// The facts it names, by the order of the languages in the text.
  public var facts: [Located<String>] {
    text.entries.flatMap { parts[$0.language.value] ?? [] }.compactMap {
      if case .fact(let name) = $0 { name } else { nil }
    }
  }
}

extension DocumentSyntax {
  /// All words that people read.
  var texts: [TextSyntax] {
    [title]
      + sections.flatMap { section in
        [section.heading?.text, section.text?.text].compactMap(\.self) + section.items.map(\.words.text)
      }
  }
}
