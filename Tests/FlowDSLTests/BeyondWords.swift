@testable import FlowDSL

extension [Diagnostic] {
  /// Without those on what short examples leave out: words for the screen, and services behind the categories.
  var beyondWords: [Diagnostic] {
    filter {
      ![.titleMissing, .labelsMissing, .oneLanguage, .categoryWithoutService, .serviceWithoutNumber].contains(
        $0.code)
    }
  }
}

extension FlowCompiler {
  /// What is wrong with a folder, beyond what short examples leave out.
  static func checkBeyondWords(_ sources: [SourceText]) -> [Diagnostic] { check(sources).beyondWords }

  /// The same of a folder that is read already.
  static func checkBeyondWords(_ folder: ProtocolSyntax) -> [Diagnostic] { check(folder).beyondWords }
}
