import Foundation
import Testing

@testable import FlowDSL

/// The normative text and the code say the same of diagnostics.
@Suite struct GrammarTests {
  @Test func everyCodeStandsInTheGrammar() throws {
    let path = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/grammar.md")
    let rows = try String(contentsOf: path, encoding: .utf8).matches(of: /\n\| (F\d{4})( w)? \|/)
    let written = Dictionary(
      uniqueKeysWithValues: rows.map { (String($0.output.1), $0.output.2 != nil) })
    let codes = Dictionary(
      uniqueKeysWithValues: DiagnosticCode.allCases.map { ($0.rawValue, $0.severity == .warning) })
    #expect(written == codes)
  }
}
