/// Words people read, per language (BCP 47 code).
public struct Words: Sendable, Hashable {
  /// Language code to words; the key `""` holds words that stand for all languages.
  public let byLanguage: [String: String]

  /// Words per language.
  public init(_ byLanguage: [String: String]) { self.byLanguage = byLanguage }

  /// The language of the words that are had for a language, or for another without it.
  public func language(_ language: String, else other: String) -> String {
    byLanguage[language] != nil || byLanguage[""] != nil ? language : other
  }

  /// The words in a language; without it, those for all languages, then in another language, then as without one.
  public func callAsFunction(_ language: String, else other: String) -> String {
    byLanguage[language] ?? byLanguage[""] ?? self(other)
  }

  /// The words in a language; without it, those for all languages, then English, French, any.
  public func callAsFunction(_ language: String) -> String {
    byLanguage[language] ?? byLanguage[""] ?? byLanguage["en"] ?? byLanguage["fr"]
      ?? byLanguage.min { $0.key < $1.key }?.value ?? ""
  }
}

extension Words {
  /// The words with what stands for each fact that they name as `{{child_mark}}` (grammar, section 3).
  ///
  /// - Parameter value: what stands for the fact of a name; `nil` leaves the place as it is written.
  public func filled(_ value: (String) -> String?) -> Words {
    guard byLanguage.values.contains(where: { $0.contains("{{") }) else { return self }
    return Words(byLanguage.mapValues { Self.filled($0, value) })
  }

  /// The words where no case is at hand: the facts of the flow that they name stand there by their titles, in brackets.
  ///
  /// - Parameter title: the title of a fact.
  func named(in flow: Flow, _ title: (Fact) -> String) -> Words {
    filled { name in flow.facts.first { $0.name == name }.map { "[\(title($0))]" } }
  }

  private static func filled(_ words: String, _ value: (String) -> String?) -> String {
    var filled = ""
    var rest = words[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      let name = rest[open.upperBound..<close.lowerBound].filter { !$0.isWhitespace }
      filled += rest[..<open.lowerBound]
      filled += value(name) ?? String(rest[open.lowerBound..<close.upperBound])
      rest = rest[close.upperBound...]
    }
    return filled + rest
  }
}
