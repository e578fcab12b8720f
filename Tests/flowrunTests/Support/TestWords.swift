import FlowDSL

@testable import flowrun

/// The catalogues of the terminal, as they are beside the built tool.
enum TestWords {
  static func catalogue(_ language: Language) throws -> Catalogue {
    try CatalogueFolder(target: "flowrun").catalogue("terminal", language: language.rawValue)
  }
}

extension String {
  /// The words as one line, however a terminal wraps them.
  var unwrapped: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
