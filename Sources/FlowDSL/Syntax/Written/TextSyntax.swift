/// Words people read, as written: a map from language to words, or plain words for all languages.
public struct TextSyntax: Sendable, Hashable {
  /// The words of one language.
  public struct Entry: Sendable, Hashable {
    /// BCP 47 code; `""` for words that stand for all languages.
    public let language: Located<String>
    /// What is read.
    public let words: Located<String>
  }

  /// In the order of the text.
  public let entries: [Entry]
  /// Where it is written.
  public let place: Place

  /// Words whose languages are not checked here.
  public init(entries: [Entry], place: Place) {
    self.entries = entries
    self.place = place
  }

  /// The words as a program holds them.
  public var words: Words {
    Words(
      Dictionary(entries.map { ($0.language.value, $0.words.value) }, uniquingKeysWith: { first, _ in first })
    )
  }

  /// The languages it lacks, of those asked for; none where plain words stand for all.
  public func missing(of languages: [String]) -> [String] {
    if entries.contains(where: { $0.language.value.isEmpty }) { return [] }
    return languages.filter { language in !entries.contains { $0.language.value == language } }
  }
}

/// A name with words: a role, a category, a label.
public struct NamedTextSyntax: Sendable, Hashable {
  /// What it names.
  public let name: Located<String>
  /// Its words.
  public let text: TextSyntax
}
