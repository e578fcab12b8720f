import Testing

@testable import FlowDSL

/// A page can be shown for any place in any text, and never moves the cursor of a terminal.
@Suite struct RenderingPropertyTests {
  @Test func anyPlaceInAnyText() throws {
    var random = SeededGenerator(4)
    let characters: [Character] = [
      "a", "é", " ", "\n", "\r\n", "\t", "𝄞", "漢", "e\u{301}", "\u{1B}", "\u{202E}", "ش", "\u{0}", "👩‍👩‍👧",
    ]
    let words = try DiagnosticWords(language: "fr")
    for _ in 0..<3_000 {
      let text = String(
        (0..<Int.random(in: 0...200, using: &random)).compactMap { _ in
          characters.randomElement(using: &random)
        })
      let size = text.utf8.count
      let position = { (random: inout SeededGenerator) in
        Position(
          line: Int.random(in: -1...20, using: &random), column: Int.random(in: -1...300, using: &random),
          offset: Int.random(in: -5...size + 5, using: &random))
      }
      let place = Place(file: "a\u{1B}.yaml", start: position(&random), end: position(&random))
      let diagnostic = Diagnostic(
        .duplicateKey, at: place, ["key": text], related: [.init(.first, at: place)])
      let width = Int.random(in: 0...120, using: &random)
      let page = DiagnosticRenderer(words: words, colour: false, width: width)
        .render([diagnostic], sources: [SourceText(path: place.file, text: text)])
      #expect(page.hasPrefix("erreur F1012"))
      #expect(page.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
      let json = DiagnosticJSON(words: words).render([diagnostic])
      #expect(!json.contains("\u{1B}"))
    }
  }

  @Test(
    arguments: [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("👩‍👩‍👧", 2), ("", 0), ("ش", 1), ("\u{200B}", 0),
    ])
  func widthOnATerminal(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test func linesBreakAtSpacesOnly() {
    var random = SeededGenerator(5)
    for _ in 0..<500 {
      let words = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        String(repeating: "x", count: Int.random(in: 1...30, using: &random))
      }
      let lines = LineWrapping.lines(words.joined(separator: " "), width: 40)
      #expect(lines.flatMap { $0.split(separator: " ").map(String.init) } == words)
      #expect(lines.allSatisfy { $0.count <= 40 })
    }
  }
}
