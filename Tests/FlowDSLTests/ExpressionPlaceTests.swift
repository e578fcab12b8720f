import Testing

@testable import FlowDSL

/// A fault inside an expression points at the right column of the file.
@Suite struct ExpressionPlaceTests {
  /// The expression of a `when` written in some way.
  private func expression(_ written: String) throws -> (ExpressionSyntax, SourceText) {
    let text = Fragment.whole(
      "steps:\n  - run: é\n    when: \(written)\n  - end: done\n".replacing("é", with: "a"))
    let source = SourceText(path: "example.yaml", text: text)
    guard case .flow(let flow) = try #require(SyntaxReader.read(source).file) else { throw WrongFile() }
    return (try #require(flow.steps[0].when), source)
  }

  private struct WrongFile: Error {}

  @Test(
    arguments: [
      (#"danger = "élevé" or wrong"#, "wrong", "wrong"),
      (#"'danger = "élevé" or wrong'"#, "wrong", "wrong"),
      (#"'l''é''t = wrong'"#, "wrong", "wrong"),
      (#"'l''été'"#, "'", "''"),
      (#""danger = \"high\" or wrong""#, "wrong", "wrong"),
      (#""danger = \"high\" or wrong""#, "\"high\"", #"\"high\""#),
      (#""\u00e9\x41\U0001F600 wrong""#, "wrong", "wrong"),
      (#""\u00e9\x41\U0001F600 wrong""#, "A", #"\x41"#),
      (#""\N\L\_ wrong""#, "wrong", "wrong"),
    ])
  func pointsAtWhatIsWritten(_ written: String, _ part: String, _ expected: String) throws {
    let (expression, source) = try expression(written)
    let range = try #require(expression.text.firstRange(of: part))
    let start = expression.text.utf8.distance(from: expression.text.startIndex, to: range.lowerBound)
    let place = expression.place(of: start..<start + part.utf8.count)
    #expect(slice(place, of: source) == expected)
    let lineStart = source.text.utf8.prefix(place.start.offset).lastIndex(of: 0x0A).map {
      source.text.utf8.index(after: $0)
    }
    let before = source.text[(lineStart ?? source.text.startIndex)...].utf8.prefix(
      place.start.offset
        - source.text.utf8.distance(from: source.text.startIndex, to: lineStart ?? source.text.startIndex))
    #expect(place.start.column == 1 + String(decoding: before, as: UTF8.self).unicodeScalars.count)
  }

  /// Every offset of the text has a place inside the scalar, and places rise with offsets.
  @Test(arguments: [#"a = "é" or b"#, #"'a = ''é'' or b'"#, #""a\u00e9 = \"x\" or b""#])
  func placesRise(_ written: String) throws {
    let (expression, _) = try expression(written)
    let offsets = (0...expression.text.utf8.count).map { expression.place(of: $0..<$0).start.offset }
    #expect(offsets == offsets.sorted())
    #expect(offsets.allSatisfy { expression.place.start.offset <= $0 && $0 <= expression.place.end.offset })
  }

  @Test(arguments: ["|\n      a =\n      b", ">\n      a =\n      b", "\"a =\n      b\"", "a =\n      b"])
  func severalLinesPointAtTheScalar(_ written: String) throws {
    let (expression, _) = try expression(written)
    #expect(expression.place(of: 1..<2) == expression.place)
  }
}
