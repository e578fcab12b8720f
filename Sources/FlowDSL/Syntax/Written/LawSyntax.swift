import FEEL

/// The file `law.yaml` as written: the articles that the protocols cite (grammar, section 13.9). It is no part of a program's hash.
public struct LawSyntax: Sendable, Hashable {
  /// Path inside the protocol folder.
  public let file: String
  /// Its name.
  public let name: Located<String>
  /// In the order of the text.
  public let articles: [ArticleSyntax]

  /// Those whose official text nobody has read yet: doubts for a jurist.
  public var unread: [ArticleSyntax] { articles.filter { $0.read == nil } }

  /// The article that a citation means: its own entry, else that of the article without the paragraph (`CPP 63` for
  /// `CPP 63 II`).
  public func article(_ citation: String) -> ArticleSyntax? {
    var words = citation.split(separator: " ")
    while !words.isEmpty {
      let name = words.joined(separator: " ")
      if let article = articles.first(where: { $0.citation.value == name }) { return article }
      words.removeLast()
    }
    return nil
  }
}

/// An article of the law.
public struct ArticleSyntax: Sendable, Hashable {
  /// As the flows cite it, such as `CPP 15-3`.
  public let citation: Located<String>
  /// What it says, in a line.
  public let says: TextSyntax
  /// Where the official text stands.
  public let text: Located<String>
  /// The day on which the official text itself was read; `nil` where nobody has yet.
  public let read: CalendarDate?
  /// The last day on which it is in force, where that is known.
  public let until: CalendarDate?
}
