/// The words of a printed protocol, in one language.
public struct PrintWords: Sendable {
  /// BCP 47.
  public let language: String
  /// The words of its flowcharts, and of conditions.
  public let pictures: PictureWords
  private let catalogue: Catalogue

  /// The words in a language, in English where it has none.
  public init(language: String) throws(CatalogueFailure) {
    self.language = language
    pictures = try PictureWords(language: language)
    catalogue = try CatalogueFolder(target: "FlowDSL").catalogue("printing", language: language)
  }

  /// Words by key, with blanks filled in.
  func callAsFunction(_ key: String, _ blanks: [String: String] = [:]) -> String { catalogue(key, blanks) }
}
