import FlowDSL
import Testing

/// What a trainer sees for each fault of YAML and of syntax, in both languages.
@Suite struct DiagnosticGoldenTests {
  @Test(arguments: Golden.names(in: "Diagnostics"))
  func page(_ name: String) throws {
    let source = try Golden.source(name, in: "Diagnostics")
    let diagnostics = SyntaxReader.read(source).diagnostics
    #expect(!diagnostics.isEmpty, "\(name) has no fault")
    try Golden.expect(diagnostics, of: name, in: "Diagnostics", sources: [source])
  }

  @Test func jsonHoldsWhatThePageShows() throws {
    let source = SourceText(path: "a.yaml", text: "flow: a\ntitle: {fr: \"É\u{301}\", en: b}\ntitle: c\n")
    let diagnostics = TreeReader.read(source).diagnostics
    let json = DiagnosticJSON(words: try DiagnosticWords(language: "en")).render(diagnostics)
    #expect(
      json == """
        [
          {"code": "F1012", "severity": "error", "place": {"file": "a.yaml", "start": {"line": 3, "column": 1, \
        "offset": 35}, "end": {"line": 3, "column": 6, "offset": 40}}, "title": "The key \\"title\\" is written twice.", \
        "expected": "Each key stands once among its neighbours.", "write": "Keep one of the two, or give one of them \
        another name.", "arguments": {"key": "title"}, "related": [{"role": "first", "place": {"file": "a.yaml", \
        "start": {"line": 2, "column": 1, "offset": 8}, "end": {"line": 2, "column": 6, "offset": 13}}}]}
        ]

        """)
  }

  @Test func colourOnlyColours() throws {
    let source = try Golden.source("duplicate-key", in: "Diagnostics")
    let diagnostics = SyntaxReader.read(source).diagnostics
    let words = try DiagnosticWords(language: "en")
    let plain = DiagnosticRenderer(words: words, colour: false).render(diagnostics, sources: [source])
    let coloured = DiagnosticRenderer(words: words, colour: true).render(diagnostics, sources: [source])
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test(arguments: Golden.names(in: "Diagnostics"))
  func fitsItsWidth(_ name: String) throws {
    let source = try Golden.source(name, in: "Diagnostics")
    let words = try DiagnosticWords(language: "fr")
    let page = DiagnosticRenderer(words: words, colour: false, width: 80)
      .render(SyntaxReader.read(source).diagnostics, sources: [source])
    for line in page.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    #expect(page.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }
}
