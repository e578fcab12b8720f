/// The words of the terminal in one language.
struct Catalogue: Sendable {
  let language: Language
  private let words: [String: String]

  /// A catalogue of these words, by the name of their phrase.
  init(language: Language, words: [String: String]) {
    self.language = language
    self.words = words
  }

  /// The words of a phrase with its `{blanks}` filled in.
  func callAsFunction(_ phrase: Phrase, _ blanks: KeyValuePairs<String, String> = [:]) -> String {
    text(named: phrase.rawValue, blanks) ?? phrase.rawValue
  }

  /// The names of everything it has words for.
  var names: Set<String> { Set(words.keys) }

  /// The words by the name of their phrase; `nil` where the catalogue has none.
  func text(named name: String, _ blanks: KeyValuePairs<String, String> = [:]) -> String? {
    guard let pattern = words[name] else { return nil }
    return blanks.isEmpty ? pattern : Self.filled(pattern, blanks)
  }

  private static func filled(_ pattern: String, _ blanks: KeyValuePairs<String, String>) -> String {
    var text = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      text += rest[..<open]
      text += blanks.first { $0.key == name }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
