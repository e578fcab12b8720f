/// The words of diagnostics in one language.
public struct DiagnosticWords: Sendable {
  private let catalogue: Catalogue
  private let folder: CatalogueFolder

  /// The words in a language, in English where it has none.
  public init(language: String) throws(CatalogueFailure) {
    try self.init(language: language, folder: CatalogueFolder(target: "FlowDSL"))
  }

  init(language: String, folder: CatalogueFolder) throws(CatalogueFailure) {
    catalogue = try folder.catalogue("diagnostics", language: language)
    self.folder = folder
  }

  /// The language of the words, BCP 47.
  public var language: String { catalogue.language }

  /// What is wrong, in a line.
  public func title(_ diagnostic: Diagnostic) -> String { words("title", of: diagnostic) }

  /// What was expected.
  public func expected(_ diagnostic: Diagnostic) -> String { words("expected", of: diagnostic) }

  /// What to write instead.
  public func write(_ diagnostic: Diagnostic) -> String { words("write", of: diagnostic) }

  /// A word of the page itself: `error`, `warning`, `first`, …
  public func label(_ name: String) -> String { catalogue("labels." + name) }

  /// What a code means, with an example that is wrong and one that is right.
  public func explanation(of code: DiagnosticCode) -> Explanation {
    let examples = folder.file("examples.yaml").flatMap { try? Catalogue($0, language: "") }
    return Explanation(
      code: code,
      title: Template(catalogue["\(code.rawValue).title"] ?? "").filled(with: placeholders(code)),
      text: catalogue["\(code.rawValue).explain"] ?? "",
      wrong: examples?["\(code.rawValue).wrong"],
      right: examples?["\(code.rawValue).right"])
  }

  private func words(_ part: String, of diagnostic: Diagnostic) -> String {
    let arguments = Dictionary(
      uniqueKeysWithValues: diagnostic.arguments.map { name, value in
        (name, VisibleText(value).shortened(to: Self.quoted.contains(name) ? 60 : 400))
      })
    return catalogue("\(diagnostic.code.rawValue).\(part)", arguments)
  }

  /// Arguments that quote what an author wrote, which may be long.
  private static let quoted: Set<String> = ["found", "key", "name"]

  private func placeholders(_ code: DiagnosticCode) -> [String: String] {
    Dictionary(uniqueKeysWithValues: code.arguments.map { ($0, "…") })
  }
}

/// What a code means.
public struct Explanation: Sendable, Hashable {
  /// The code explained.
  public let code: DiagnosticCode
  /// In a line.
  public let title: String
  /// In a paragraph or two.
  public let text: String
  /// YAML that has the fault.
  public let wrong: String?
  /// The same without it.
  public let right: String?
}
