@testable import flowrun

/// The catalogues in the sources.
enum WordsFolder {
  static let path =
    String(#filePath.dropLast("Tests/flowrunTests/Support/WordsFolder.swift".count))
    + "Sources/flowrun/Words"

  /// The words of a language; none where the catalogue is missing, which another test reports.
  static func catalogue(_ language: Language) -> Catalogue {
    (try? Catalogue.load(language, from: path)) ?? Catalogue(language: language, words: [:])
  }
}
