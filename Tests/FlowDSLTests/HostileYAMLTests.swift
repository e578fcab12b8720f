import Testing

@testable import FlowDSL

/// Limits hold, whatever the file: an error, no crash and no hang. (Under `swift test` a hang fails the time limit.)
@Suite(.timeLimit(.minutes(10))) struct HostileYAMLTests {
  private func codes(_ text: String) -> [DiagnosticCode] {
    TreeReader.read(SourceText(path: "a.yaml", text: text)).diagnostics.map(\.code)
  }

  private static let million = 1_000_000

  @Test func manyWaysToNestDeeply() {
    let texts = [
      String(repeating: "[", count: Self.million),
      String(repeating: "[\n", count: Self.million / 2),
      String(repeating: "{a: ", count: Self.million / 4),
      String(repeating: "- ", count: Self.million / 2),
      String(repeating: "? ", count: Self.million / 2),
      (0..<1_400).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ]
    for text in texts { #expect(codes(text) == [.nestedTooDeep]) }
  }

  @Test func theDepthLimitIsExact() {
    let nested = { (depth: Int) in
      String(repeating: "[", count: depth) + "a" + String(repeating: "]", count: depth)
    }
    #expect(codes(nested(Limits.depth)) == [])
    #expect(codes(nested(Limits.depth + 1)) == [.nestedTooDeep])
  }

  @Test func theNodeLimitIsExact() {
    let list = { (count: Int) in "[" + String(repeating: "a,", count: count) + "]" }
    #expect(codes(list(Limits.nodes - 1)) == [])
    #expect(codes(list(Limits.nodes)) == [.tooManyNodes])
  }

  @Test func theScalarLimitIsExactAndCountsCharacters() {
    #expect(codes("a: " + String(repeating: "é", count: Limits.scalarLength)) == [])
    #expect(codes("a: " + String(repeating: "é", count: Limits.scalarLength + 1)) == [.scalarTooLong])
  }

  @Test func theSizeLimitIsExact() {
    let comment = { (size: Int) in "a: b #" + String(repeating: "x", count: size - 6) }
    #expect(codes(comment(Limits.fileSize)) == [])
    #expect(codes(comment(Limits.fileSize + 1)) == [.fileTooLarge])
    #expect(codes(String(repeating: "a", count: 20 * Self.million)) == [.fileTooLarge])
  }

  @Test func aliasesNeverMultiply() {
    let lines = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }
    #expect(codes("a0: &a0 [x]\n" + lines.joined(separator: "\n")).last == .alias)
  }

  @Test func scannersStayLinear() {
    let texts: [(String, [DiagnosticCode])] = [
      ("a: " + String(repeating: "x", count: Self.million), [.scalarTooLong]),
      (String(repeating: "x", count: Self.million), [.scalarTooLong]),
      ("a: \"" + String(repeating: "x", count: Self.million), [.quoteNotClosed]),
      ("a: \"" + String(repeating: "\n", count: Self.million) + "\"", [.scalarTooLong]),
      ("a: " + String(repeating: "x\n  ", count: Self.million / 4), [.scalarTooLong]),
      ("a: |\n" + String(repeating: "  x\n", count: Self.million / 4), [.scalarTooLong]),
      (String(repeating: "#\n", count: Self.million / 2), [.emptyFile]),
      ("a" + String(repeating: ": a", count: Self.million / 4), [.colonInWords]),
      ("{" + (0..<20_000).map { "key\($0): 1, " }.joined() + "}", []),
      ((0..<20_000).map { "\"key\($0)\": 'é'\n" }.joined(), []),
      ("a: !" + String(repeating: "a", count: Self.million / 2), [.tag]),
      (String(repeating: "---\n", count: Self.million / 4), [.severalDocuments]),
    ]
    for (text, expected) in texts { #expect(codes(text) == expected, "\(text.prefix(20))") }
  }

  @Test func manyStepsFactsAndRowsAreCounted() {
    let head = "flow: a\nversion: 1.0.0\ntitle: a\nlanguages: [fr]\n"
    let steps = "steps:\n" + String(repeating: "  - end: done\n", count: Limits.steps + 1)
    let facts = "facts:\n" + (0...Limits.facts).map { "  f\($0): boolean\n" }.joined()
    let rows = String(repeating: "      - [\"-\", '1']\n", count: Limits.rows + 1)
    let table = "steps:\n  - decide: a\n    on: [b]\n    outputs: [c]\n    rules:\n" + rows
    let read = { (text: String) in
      SyntaxReader.read(SourceText(path: "a.yaml", text: head + text)).diagnostics.map(\.code)
    }
    #expect(read(steps) == [.tooManySteps])
    #expect(read(facts + "steps: [{end: done}]\n") == [.tooManyFacts])
    #expect(read(table) == [.tooManyRows])
  }
}
