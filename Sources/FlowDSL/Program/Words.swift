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
