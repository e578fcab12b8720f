import Testing

@testable import flowrun

@Suite struct ScreenTests {
  @Test(
    "Columns are counted as a person sees them",
    arguments: [
      ("", 0), ("oui", 3), ("évaluer", 7), ("e\u{301}valuer", 7), ("日本", 4), ("👩‍👧", 2), ("a\u{200B}b", 2),
      ("« à l’écart »", 13),
    ])
  func columns(text: String, expected: Int) {
    #expect(DisplayWidth.columns(of: text) == expected)
  }

  @Test("No line is wider than the terminal, and no word is lost", arguments: [20, 33, 40, 80])
  func wraps(width: Int) {
    var screen = Screen()
    let words = "A-t-il accès à une arme à feu, ou à une arme blanche, chez lui ou chez un proche ? 日本語の文字"
    screen.add([Run(words, .title)], indent: 2, marker: [Run("10  ")])
    screen.add([Run("Accueil › Recevoir à l'écart")], trailing: [Run("étape 2 sur 9")])
    let text = screen.text(width: width, colour: false)
    for line in text.split(separator: "\n") { #expect(DisplayWidth.columns(of: String(line)) <= width) }
    let kept = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(kept.contains(words))
    #expect(kept.contains("étape 2 sur 9"))
  }

  @Test("A word longer than the line is cut, not lost")
  func cutsLongWords() {
    let lines = Wrapping.lines(of: [Run(String(repeating: "x", count: 25))], columns: 10)
    #expect(lines.map { DisplayWidth.columns(of: $0) } == [10, 10, 5])
  }

  @Test("A no-break space keeps words together")
  func keepsTogether() {
    let lines = Wrapping.lines(of: [Run("une arme\u{A0}: non")], columns: 9)
    #expect(lines == [[Run("une")], [Run("arme\u{A0}:")], [Run("non")]])
  }

  @Test("Spaces between words stay inside a line and are dropped at a break")
  func spaces() {
    let runs = [Run("a"), Run("   "), Run("b"), Run("   "), Run("c")]
    #expect(Wrapping.lines(of: runs, columns: 6).map { $0.map(\.text).joined() } == ["a   b", "c"])
  }

  @Test("Without colour there is no escape sequence; with colour the words are the same")
  func colour() {
    var screen = Screen()
    screen.add("Êtes-vous en sécurité ?", .title)
    screen.add("Le temps presse.", .warning)
    let plain = screen.text(width: 80, colour: false)
    let coloured = screen.text(width: 80, colour: true)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1m"))
    #expect(coloured.withoutEscapes == plain)
  }

  @Test("Where rows are few, what is optional goes first")
  func optional() {
    var screen = Screen()
    screen.add("question")
    screen.space()
    screen.add("why", optional: true)
    screen.space()
    screen.add("1  yes")
    #expect(screen.text(width: 80, rows: 5, colour: false) == "question\n\nwhy\n\n1  yes\n")
    #expect(screen.text(width: 80, rows: 3, colour: false) == "question\n\n1  yes\n")
  }
}

extension String {
  /// Without ANSI sequences.
  var withoutEscapes: String {
    var text = ""
    var isEscape = false
    for character in self {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { text.append(character) }
      if isEscape, character.isLetter { isEscape = false }
    }
    return text
  }
}
