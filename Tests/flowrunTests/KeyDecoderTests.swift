import Testing

@testable import flowrun

/// From bytes of a terminal to keys, and from keys to a line.
@Suite struct KeyDecoderTests {
  /// The line that bytes make, a burst each, and whether the last of them entered it.
  private static func line(_ bursts: [[UInt8]], in pieces: Int? = nil) -> (text: String, isEntered: Bool) {
    var decoder = KeyDecoder()
    var editor = LineEditor()
    var isEntered = false
    for burst in bursts {
      let size = max(pieces ?? burst.count, 1)
      for start in stride(from: 0, to: burst.count, by: size) {
        decoder.take(burst[start..<min(start + size, burst.count)], afterPause: start == 0)
        while let key = decoder.next(isOver: false) { isEntered = editor.take(key) == .entered || isEntered }
      }
      while let key = decoder.next(isOver: true) { isEntered = editor.take(key) == .entered || isEntered }
    }
    return (editor.text, isEntered)
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(
    "A line break ends a line only where nothing comes behind it; pasted lines are one text",
    arguments: [
      (["o\n"], "o", true), (["o", "\n"], "o", true), (["one\ntwo\n"], "one two ", false),
      (["one\ntwo\n", "\n"], "one two ", true), (["one\ntwo", "three\n"], "one twothree ", false),
      (["\u{1B}[200~one\ntwo\n\u{1B}[201~"], "one two ", false),
      (["\u{1B}[200~o\n\u{1B}[201~"], "o ", false), (["\u{1B}[200~o\n\u{1B}[201~", "\n"], "o ", true),
      (["1\n2\n3\n4\n"], "1 2 3 4 ", false),
    ])
  func lineBreaks(bursts: [String], text: String, isEntered: Bool) {
    let line = Self.line(bursts.map(Self.bytes))
    #expect(line.text == text)
    #expect(line.isEntered == isEntered)
  }

  @Test("However the bytes are cut, the keys are the same", arguments: 1...7)
  func cut(pieces: Int) {
    let typed = Self.bytes("é日👩‍👧x\u{1B}[D\u{1B}[3~y\u{1B}OH\u{1B}[1;5Cz\u{1B}[200~a\nb\u{1B}[201~")
    #expect(Self.line([typed], in: pieces).text == Self.line([typed]).text)
    #expect(Self.line([typed]).text == "éza b日👩‍👧y")
  }

  @Test(
    "Keys edit the line",
    arguments: [
      ("abc\u{7F}", "ab"), ("abc\u{15}d", "d"), ("one two\u{17}", "one "), ("bc\u{01}a\u{05}d", "abcd"),
      ("abc\u{1B}[D\u{1B}[D\u{0B}", "a"), ("e\u{301}\u{7F}x", "x"), ("a\tb", "a b"),
      ("\u{1B}a\u{9B}31mb", "31mb"),
    ])
  func edits(typed: String, text: String) {
    #expect(Self.line([Self.bytes(typed)]).text == text)
  }

  @Test("Hostile bytes give no control character and never hang")
  func hostile() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let burst = (0..<Int.random(in: 1...40, using: &random)).map { _ in UInt8.random(in: 0...255) }
      let text = Self.line([burst], in: Int.random(in: 1...5, using: &random)).text
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 || 0x7F..<0xA0 ~= $0.value })
    }
  }

  @Test("Too long a line is held for shortening, and what found no room is counted")
  func tooLong() {
    var editor = LineEditor()
    _ = editor.take(.text(String(repeating: "x", count: LineEditor.room + 7)))
    #expect(editor.text.count == LineEditor.room)
    #expect(editor.lost == 7)
  }

  @Test("A line wider than its room shows what is around the cursor", arguments: 1...4)
  func rows(most: Int) {
    var editor = LineEditor(String(repeating: "abcdefghi ", count: 30))
    let end = editor.rows(prompt: "> ", width: 40, most: most)
    #expect(end.rows.count == most && end.row == most - 1)
    #expect(end.rows.allSatisfy { $0.count < 40 })
    _ = editor.take(.home)
    let start = editor.rows(prompt: "> ", width: 40, most: most)
    #expect(start.rows[0].hasPrefix("> abc") && start.row == 0 && start.column == 2)
  }
}
