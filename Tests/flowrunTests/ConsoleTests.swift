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

  /// A console of 24 rows at which lines are typed, and what it showed.
  private final class Desk {
    var lines: [String]
    var shown: [String] = []
    init(_ lines: [String]) { self.lines = lines.reversed() }

    var console: TerminalConsole {
      TerminalConsole(
        terminal: Terminal(width: 80, rows: 24, hasColour: false, isInteractive: true, prompt: "> "),
        more: "MORE",
        next: { () throws(Leaving) in
          guard let line = self.lines.popLast() else { throw .endOfInput }
          return line
        }, write: { self.shown.append($0) })
    }
  }

  @Test(
    "What is typed before the last part is read at the page; Enter alone goes on",
    arguments: [
      (["", "!"], "!", 2), (["!"], "!", 1), (["x"], "x", 1), (["?"], "?", 1), (["3"], "3", 1),
      (["  ", "3"], "3", 2),
    ])
  func early(typed: [String], read: String, parts: Int) throws {
    let desk = Desk(typed)
    let console = desk.console
    console.show(Self.page(notes: 20, choices: 4), message: nil, isAgain: false)
    #expect(try console.readLine() == read)
    #expect(desk.shown.count == parts)
    #expect(throws: Leaving.endOfInput) { try console.readLine() }
  }

  @Test("After a slip the last part is shown at once, with the message")
  func again() throws {
    let desk = Desk(["", "x", "3"])
    let console = desk.console
    let page = Self.page(notes: 20, choices: 4)
    console.show(page, message: nil, isAgain: false)
    #expect(try console.readLine() == "x")
    console.show(page, message: Self.message, isAgain: true)
    #expect(try console.readLine() == "3")
    #expect(desk.shown.count == 3)
    #expect(desk.shown[2].contains("no key here") && desk.shown[2].contains("Which place?"))
  }
}
