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

  /// Words by key.
  func callAsFunction(_ key: String) -> String { catalogue(key) }

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
