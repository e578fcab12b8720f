import FlowDSL
import FlowRuntime
import Testing

@testable import flowrun

/// A page that is taller than the terminal, and what is typed before it was seen whole.
@Suite struct ConsoleTests {
  /// A question with many notes and some choices.
  private static func page(notes: Int, choices: Int) -> Screen {
    var body = Screen()
    body.add("Shelter › Place", .quiet)
    body.space()
    body.add("Which place?", .title, indent: 2)
    body.space()
    for number in 1...notes { body.add("note \(number).", indent: 2) }
    let labels = (1...choices).map { ChoiceReading.Choice(label: "choice \($0).") }
    return Page(body: body, menu: Menu(choices: labels), hint: "Type a number.").screen()
  }

  private static var message: Screen {
    var message = Screen()
    message.add("“x” is no key here.")
    return message
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  @Test("Every part fits, and nothing of the page is lost", arguments: 6...40)
  func parts(rows: Int) {
    let screen = Self.page(notes: 20, choices: 12).saying(Self.message)
    let parts = screen.parts(width: 80, rows: rows, colour: false)
    for part in parts.dropLast() { #expect(Self.lines(part).count < rows) }
    #expect(Self.lines(parts[parts.count - 1]).count <= rows)
    let shown = Set(parts.flatMap(Self.lines))
    #expect(shown.isSuperset(of: Self.lines(screen.text(width: 80, colour: false))))
  }

  @Test("Question, message and all choices are on the last part", arguments: 10...40)
  func together(rows: Int) {
    let screen = Self.page(notes: 20, choices: 4).saying(Self.message)
    let parts = screen.parts(width: 80, rows: rows, colour: false)
    let last = parts[parts.count - 1]
    let wanted = ["Which place?", "no key here", "choice 1.", "choice 4.", "Type a number."]
    for words in wanted { #expect(last.contains(words), "\(words) of \(last)") }
    // The message stands above the choices, and these stand in one part.
    #expect(Self.lines(last).suffix(8).first == "“x” is no key here.")
    for part in parts.dropLast() { #expect(!part.contains("choice")) }
  }

  /// A console of 24 rows at which keys are pressed, and what it showed.
  private final class Keys: KeySource {
    var presses: [KeyInput.Happening]
    /// What came before the page was shown, each time it is asked for.
    var before: [[KeyPress]]
    var shown: [String] = []
    var rows = 24

    init(_ lines: [String], before: [[KeyPress]] = []) {
      presses = lines.flatMap { [.key(.text($0)), .key(.enter(isAlone: true))] }.reversed()
      self.before = before.reversed()
    }

    func next(atMost milliseconds: Int?) throws(Leaving) -> KeyInput.Happening {
      guard let press = presses.popLast() else { throw .endOfInput }
      return press
    }

    func early() -> [KeyPress] { before.popLast() ?? [] }
    func stop() {}

    func console(rows: @escaping @Sendable () -> Int = { 24 }) -> KeyConsole {
      KeyConsole(
        terminal: Terminal(hasColour: false, isInteractive: true, prompt: "> ", size: { (80, rows()) }),
        words: KeyConsole.Words(more: "MORE", early: "EARLY {typed}"), keys: self,
        untilNextMinute: { 60_000 }, write: { self.shown.append($0) })
    }
  }

  private static func asked(_ screen: Screen, takesText: Bool = false, draft: String = "") -> AskedPage {
    AskedPage(screen: { screen }, takesText: takesText, draft: draft)
  }

  @Test(
    "A line counts as typed at the whole page once its last part was shown; Enter alone goes on",
    arguments: [(["", "!"], "!", true), (["!"], "!", false), (["3"], "3", false), (["  ", "3"], "3", true)])
  func seenWhole(typed: [String], read: String, isSeenWhole: Bool) throws {
    let keys = Keys(typed)
    let line = try keys.console().ask(Self.asked(Self.page(notes: 20, choices: 4)))
    #expect(line == TypedLine(text: read, isSeenWhole: isSeenWhole))
  }

  @Test("After what was typed too early the rest of the page is shown, with the message")
  func again() throws {
    let keys = Keys(["3", "3"])
    let console = keys.console()
    var page = Self.asked(Self.page(notes: 20, choices: 4))
    #expect(try console.ask(page).isSeenWhole == false)
    page.isAgain = true
    page.message = Self.message
    #expect(try console.ask(page).isSeenWhole == true)
    let last = try #require(keys.shown.last { $0.contains("no key here") })
    #expect(last.contains("Which place?") && last.contains("choice 4."))
  }

  @Test("What was typed before a page stood there is no answer on it; it is dropped with a word")
  func typedEarly() throws {
    let keys = Keys(["2"], before: [[.text("1"), .enter(isAlone: false)]])
    let line = try keys.console().ask(Self.asked(Self.page(notes: 1, choices: 4)))
    #expect(line.text == "2")
    #expect(keys.shown.joined().contains("EARLY 1"))
  }

  @Test("Where any words are an answer, what was typed before stays in the line, on one line")
  func textTypedEarly() throws {
    let early: [KeyPress] = [.text("first line"), .lineBreak, .text("second line"), .enter(isAlone: false)]
    let keys = Keys([" third"], before: [early])
    let line = try keys.console().ask(Self.asked(Self.page(notes: 1, choices: 1), takesText: true))
    #expect(line.text.split(separator: " ").joined(separator: " ") == "first line second line third")
  }

  @Test("When the terminal gets smaller, question and choices are on the screen, and what was typed stays")
  func resized() throws {
    nonisolated(unsafe) var rows = 24
    let keys = Keys(["3"])
    keys.presses.insert(.resized, at: keys.presses.count - 1)
    let console = keys.console(rows: {
      defer { rows = 10 }; return rows
    })
    let line = try console.ask(Self.asked(Self.page(notes: 6, choices: 3)))
    #expect(line == TypedLine(text: "3"))
    let last = try #require(keys.shown.last)
    #expect(last.contains("Which place?") && last.contains("choice 3.") && last.contains("> 3"))
    #expect(Self.lines(last).count <= 10)
  }
}
