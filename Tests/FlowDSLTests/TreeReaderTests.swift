import Testing

@testable import FlowDSL

/// YAML without its traps, and with places that an editor agrees with.
@Suite struct TreeReaderTests {
  private func read(_ text: String) -> Tree { TreeReader.read(SourceText(path: "a.yaml", text: text)) }

  @Test(
    arguments: [
      ("a: &b c", .anchor, 1, 4),
      ("a: *b", .alias, 1, 4),
      ("a: !b c", .tag, 1, 4),
      ("a: !!str c", .tag, 1, 4),
      ("a: {<<: {b: c}}", .merge, 1, 5),
      ("a: b\né: c\na: d", .duplicateKey, 3, 1),
      ("a: {é: 1, b: 2, é: 3}", .duplicateKey, 1, 17),
      ("a: b\n---\nc: d", .severalDocuments, 2, 1),
      ("%YAML 1.1\n---\na: b", .directive, 1, 1),
      ("a:\tb", .tab, 1, 3),
      ("é: b\n\tc: d", .tab, 2, 1),
      ("a: b\u{0}", .controlCharacter, 1, 5),
      ("a: b\u{7F}", .controlCharacter, 1, 5),
      ("a: é\u{2028}b", .controlCharacter, 1, 5),
      ("a: \u{202E}b", .controlCharacter, 1, 4),
      ("\u{FEFF}a: b", .controlCharacter, 1, 1),
      ("a: b\rc: d", .controlCharacter, 1, 5),
      ("", .emptyFile, 1, 1),
      ("# words", .emptyFile, 1, 1),
      ("---\n", .emptyFile, 1, 1),
      ("[a]: b", .keyNotText, 1, 1),
      ("{a: b}: c", .keyNotText, 1, 1),
      ("? [b]\n: c", .keyNotText, 1, 3),
      ("a: b: c", .colonInWords, 1, 5),
      ("a: @b", .wordsStartWithSign, 1, 4),
      ("a: [b, c", .listNotClosed, 1, 4),
      ("é: {b: c", .mapNotClosed, 1, 4),
      ("a: \"é", .quoteNotClosed, 1, 4),
      ("a: b\nc\nd: e", .colonMissing, 2, 1),
      ("a:\n  b: c\n d: e", .wrongIndentation, 3, 2),
      ("a: - b", .dashNotAllowed, 1, 4),
      ("a: \"\\q\"", .unknownEscape, 1, 5),
    ] as [(String, DiagnosticCode, Int, Int)])
  func trapsAreClosed(_ text: String, _ code: DiagnosticCode, _ line: Int, _ column: Int) throws {
    let diagnostic = try #require(read(text).diagnostics.first)
    #expect(diagnostic.code == code)
    #expect(diagnostic.place.start.line == line)
    #expect(diagnostic.place.start.column == column)
  }

  @Test(arguments: ["yes", "no", "on", "off", "Yes", "NO", "~", "0x1F", "1_000", "12:30:45", "2026-05-01"])
  func plainWordsStayWords(_ word: String) throws {
    let root = try #require(read("\(word): \(word)").root)
    guard case .mapping(let entries) = root.form, case .scalar(let scalar) = entries[0].value.form else {
      Issue.record("not a map of words")
      return
    }
    #expect(entries[0].key.value == word)
    #expect(scalar == Node.Scalar(text: word, style: .plain))
  }

  /// The place of every scalar holds just what is written there.
  @Test func placesHoldWhatIsWritten() throws {
    let text = "é: {ü: 'à''b', 𝄞: \"c\\u00e9\"}\r\nlist:\r\n  - ô\r\n\r\n# end\r\nlast: d\r\n"
    let source = SourceText(path: "a.yaml", text: text)
    var written: [String] = []
    func collect(_ node: Node) {
      switch node.form {
      case .scalar: written.append(slice(node.place, of: source))
      case .sequence(let items): items.forEach(collect)
      case .mapping(let entries):
        for entry in entries {
          written.append(slice(entry.key.place, of: source))
          collect(entry.value)
        }
      }
    }
    let root = try #require(TreeReader.read(source).root)
    collect(root)
    #expect(written == ["é", "ü", "'à''b'", "𝄞", "\"c\\u00e9\"", "list", "ô", "last", "d"])
    #expect(root.place.start == .start)
  }

  @Test func aBlockEndsWithItsLastChild() throws {
    let root = try #require(read("a:\n  - b\n\n# words\n\nc: d\n").root)
    guard case .mapping(let entries) = root.form else { return }
    #expect(entries[0].value.place.end == Position(line: 2, column: 6, offset: 8))
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], 1, 4, 3), ([0x0A, 0xC3, 0xA9, 0xC3], 2, 2, 3),
      ([0xED, 0xA0, 0x80], 1, 1, 0),
    ] as [([UInt8], Int, Int, Int)])
  func wrongBytesHaveAPlace(_ bytes: [UInt8], _ line: Int, _ column: Int, _ offset: Int) throws {
    let failure = #expect(throws: Diagnostic.self) { try SourceText(decoding: bytes, path: "a.yaml") }
    #expect(failure?.code == .invalidUTF8)
    #expect(failure?.place.start == Position(line: line, column: column, offset: offset))
  }

  @Test func aByteOrderMarkIsLeftOut() throws {
    #expect(try SourceText(decoding: [0xEF, 0xBB, 0xBF, 0x61], path: "a.yaml").text == "a")
  }
}

/// What the file holds at a place.
func slice(_ place: Place, of source: SourceText) -> String {
  let bytes = Array(source.text.utf8)
  return String(decoding: bytes[place.start.offset..<place.end.offset], as: UTF8.self)
}
