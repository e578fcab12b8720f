import FEEL
import FlowDSL
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

  @Test("Of what is optional the last goes first, and no more than must")
  func optionalInOrder() {
    var screen = Screen()
    for line in ["a", "b", "c"] { screen.add(line, optional: line != "a") }
    #expect(screen.text(width: 80, rows: 2, colour: false) == "a\nb\n")
    #expect(screen.text(width: 80, rows: 1, colour: false) == "a\n")
  }

  @Test("An advice with many factors and a message fits 24 rows", arguments: Language.allCases)
  func adviceFits(language: Language) throws {
    let words = try Wording(language)
    let program = try TestFlows.program("danger-grid", in: TestFlows.protocols)
    let step = try #require(
      program.flows[0].steps.first { if case .assess = $0.kind { true } else { false } })
    let grounds = (1...20).map {
      AdvicePage.Ground(
        factor: "A factor of the grid, in words, number \($0)", weight: 1,
        precaution: $0 % 2 == 0 ? "counts: not known" : nil,
        isFlagged: $0 < 4)
    }
    let page = AdvicePage(
      advised: [("danger", "high")], score: 20, grounds: grounds, isGrid: true,
      latitude: .confirms(.up, roles: "Supervisor on duty"), notes: step.notes, flow: program.flows[0]
    ).page(words, commands: [.override, .help, .back, .note, .handOver, .report, .save])
    var screen = Heading(
      flow: "Danger check", place: Heading.Place(step: "Level of danger", number: 8, count: 9),
      caseIdentifier: "7K3M-2QXD", role: "Assessor",
      noted: "Noted: a question of the grid · yes (b to correct)"
    ).screen(words, now: TestCase.night)
    screen.add(page.screen())
    var message = Screen()
    message.add("A message that takes\ntwo lines")
    let parts = screen.saying(message).parts(width: 80, rows: 23, colour: false)
    let text = parts[0]
    #expect(parts.count == 1, "\(parts)")
    #expect(text.contains(words(.adviceRed) + "  +1") && !text.contains("!  +1"))
    #expect(text.contains(words(.adviceMore)) && text.contains(words(.confirm)))
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

  @Test func everyPartOfALongPageBeginsAParagraph() {
    var screen = Screen()
    for number in 1...9 {
      screen.add("P\(number) " + String(repeating: "words that go on ", count: number % 3 * 3 + 1), indent: 2)
    }
    for rows in 6...14 {
      for part in screen.parts(width: 40, rows: rows, colour: false) {
        let first = part.split(separator: "\n").first?.trimmingPrefix { $0 == " " } ?? ""
        #expect(first.hasPrefix("P"), "\(rows) rows: \(part)")
      }
    }
  }
}
