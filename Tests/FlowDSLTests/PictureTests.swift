import Testing

@testable import FlowDSL

/// Pictures of a flow with every kind of step, in both notations and languages.
@Suite struct PictureTests {
  private func program() throws -> Program {
    try #require(FlowCompiler.compile(main: "intake", sources: try TestProtocol.sources()).program)
  }

  @Test(arguments: ["en", "fr"])
  func dot(_ language: String) throws {
    let text = FlowPicture.dot(in: try program(), words: try PictureWords(language: language))
    try Golden.expect(text, equals: "Pictures/intake.\(language).dot")
  }

  @Test func mermaid() throws {
    let text = FlowPicture.mermaid(in: try program(), words: try PictureWords(language: "en"))
    try Golden.expect(text, equals: "Pictures/intake.en.mermaid")
  }

  @Test func aCaseIsDrawnBold() throws {
    let path = [
      "private-room", "safety", "danger", "response", "prosecutor", "both", "rights", "note", "search",
    ]
    let words = try PictureWords(language: "en")
    let visited = Visited(path: path)
    try Golden.expect(
      FlowPicture.dot(in: try program(), words: words, visited: visited), equals: "Pictures/intake.case.dot")
    try Golden.expect(
      FlowPicture.mermaid(in: try program(), words: words, visited: visited),
      equals: "Pictures/intake.case.mermaid")
  }

  @Test func aSubFlowIsDrawnByItsIndex() throws {
    let text = FlowPicture.dot(of: 1, in: try program(), words: try PictureWords(language: "en"))
    #expect(text.contains("label=<Check>"))
    #expect(text.contains("“Seen?”: yes"))
  }

  /// Words of a flow never end a label or a line.
  @Test(arguments: ["<b>&\"quoted\"</b>", "a\"]; end", "line # one", "x --> y | z", "\\n \\\" {}"])
  func wordsAreEscaped(_ words: String) throws {
    var flow = try program().flows[3]
    flow.steps[0].notes.title = Words(["": words])
    flow.title = Words(["": words])
    let program = Program(hash: "", flows: [flow], roles: [:], directory: Directory(), sources: [])
    let pictureWords = try PictureWords(language: "en")
    let dot = FlowPicture.dot(in: program, words: pictureWords)
    let plain = FlowPicture.dot(
      in: try self.program(), words: pictureWords)
    #expect(!dot.contains("<b>\(words)</b>") || !words.contains(where: { "<>&\"".contains($0) }))
    #expect(dot.count(of: "<b>") == dot.count(of: "</b>"))
    #expect(dot.count(of: "<font") == dot.count(of: "</font>"))
    #expect(plain.hasPrefix("digraph flow {\n"))
    let mermaid = FlowPicture.mermaid(in: program, words: pictureWords)
    for line in mermaid.split(separator: "\n").dropFirst(3) {
      #expect(line.count(of: "\"") % 2 == 0, "\(line)")
    }
  }

  /// Text on each fill, and on white, reads well: WCAG 2.2, 1.4.6, at least 7:1.
  @Test func textHasContrast() {
    for fill in Palette.fills + [Palette.plain] {
      #expect(Self.contrast(Palette.text, fill) >= 7, "\(fill)")
    }
    #expect(Self.contrast(Palette.visited, Palette.plain) >= 4.5)
    #expect(Self.contrast(Palette.line, Palette.plain) >= 4.5)
  }

  @Test(arguments: [
    (3_600_000, "1 h"), (5_400_000, "1 h 30 min"), (86_400_000, "1 d"), (0, "0 s"), (90_000, "1 min 30 s"),
  ])
  func durations(_ milliseconds: Int64, _ expected: String) throws {
    #expect(try PictureWords(language: "en").duration(milliseconds: milliseconds) == expected)
  }

  private static func contrast(_ one: String, _ other: String) -> Double {
    let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let digits = Array(colour.dropFirst())
    let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
      let value = Double(Int(String(digits[place...(place + 1)]), radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// To the 2.4th power: the fifth root of the twelfth power, by Newton's method.
  private static func power(_ base: Double) -> Double {
    let target = (0..<12).reduce(1.0) { product, _ in product * base }
    var root = 1.0
    for _ in 0..<200 { root -= (root * root * root * root * root - target) / (5 * root * root * root * root) }
    return root
  }
}

extension StringProtocol {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
