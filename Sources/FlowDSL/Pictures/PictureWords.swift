import FEEL

/// The words of pictures: kinds of step, "otherwise", units of time.
public struct PictureWords: Sendable {
  /// The language of the flow's own words, BCP 47.
  public let language: String
  private let catalogue: Catalogue

  /// The words in a language, in English where it has none.
  public init(language: String) throws(CatalogueFailure) {
    self.language = language
    catalogue = try CatalogueFolder(target: "FlowDSL").catalogue("pictures", language: language)
  }

  /// Words by key, with blanks filled in.
  func callAsFunction(_ key: String, _ blanks: [String: String] = [:]) -> String { catalogue(key, blanks) }

  /// A number with the decimal mark of the language.
  func number(_ number: Number) -> String { number.written(decimal: catalogue("decimal")) }

  /// The words of a flag; its name where the catalogue does not know it.
  func flag(_ name: String) -> String {
    catalogue["flag-names." + name] ?? catalogue("name-only", ["name": name])
  }

  /// A number of things, with the word for one or for many.
  func count(_ count: Int, _ key: String) -> String {
    catalogue(key + (count == 1 ? ".one" : ".many"), ["count": String(count)])
  }

  /// A duration in its largest whole units: `1 h 30 min`.
  func duration(milliseconds: Int64) -> String {
    let units: [(key: String, size: Int64)] = [
      ("days", 86_400_000), ("hours", 3_600_000), ("minutes", 60_000), ("seconds", 1_000),
    ]
    var rest = milliseconds
    var parts: [String] = []
    for unit in units where rest >= unit.size {
      parts.append("\(rest / unit.size) \(catalogue("units." + unit.key))")
      rest %= unit.size
    }
    return parts.isEmpty ? "0 \(catalogue("units.seconds"))" : parts.joined(separator: " ")
  }
}
