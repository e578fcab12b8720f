@testable import FlowDSL

extension [Diagnostic] {
  /// Without those on words for the screen, which short examples leave out.
  var beyondWords: [Diagnostic] {
    filter { ![.titleMissing, .labelsMissing, .oneLanguage].contains($0.code) }
  }
}

extension FlowCompiler {
  /// What is wrong with a folder, without words for the screen.
  static func checkBeyondWords(_ sources: [SourceText]) -> [Diagnostic] { check(sources).beyondWords }

  /// The same of a folder that is read already.
  static func checkBeyondWords(_ folder: ProtocolSyntax) -> [Diagnostic] { check(folder).beyondWords }
}
