import FlowRuntime
import Glibc
import Testing

@testable import flowrun

/// The tool at a pseudo-terminal: nothing is answered by accident.
@Suite(.serialized) struct TerminalTests {
  private static func sit(rows: Int = 24, columns: Int = 80) throws -> (Tool, TerminalRun) {
    let tool = try Tool(protocols: TestFlows.folder)
    return (tool, try TerminalRun(tool, "run", "desk", "--role", "officer", rows: rows, columns: columns))
  }

  /// What persons said in the only case.
  private static func said(_ tool: Tool) throws -> [Event] {
    let journal = try JournalDesk(at: tool.journal, for: .reading, of: nil)
    guard let record = try journal.records().last else { return [] }
    return try journal.stored(record).state.answers.map(\.event).filter { $0 != .clock }
  }

  private static let pasted = "neighbour heard shouting\ny\ny\n1\nn\n"

  @Test("Pasted lines are one note, and answer no later page", arguments: [true, false])
  func pastedNote(isMarked: Bool) throws {
    let (tool, run) = try Self.sit()
    try run.type("y", at: "Closed room")
    try run.type("+", at: "Phone left outside")
    try run.wait(for: "Note for the case")
    #expect(run.screen.marksPastes)
    run.type(isMarked ? "\u{1B}[200~" + Self.pasted + "\u{1B}[201~" : Self.pasted)
    try run.wait(for: "neighbour heard shouting y y 1 n")
    run.type("\n")
    try run.wait(for: "Note kept.")
    try run.type("/s", at: "Phone left outside")
    #expect(run.end() == 0)
    let said = try Self.said(tool)
    #expect(said.contains(.noted("neighbour heard shouting y y 1 n")))
    #expect(said.count == 3, "\(said)")
  }

  @Test("Lines pasted at a choice choose nothing", arguments: [true, false])
  func pastedChoices(isMarked: Bool) throws {
    let (tool, run) = try Self.sit()
    try run.type("y", at: "Closed room")
    try run.wait(for: "Phone left outside")
    run.type(isMarked ? "\u{1B}[200~y\ny\n1\n\u{1B}[201~" : "y\ny\n1\n")
    try run.wait(for: "> y y 1")
    run.type("\u{15}s\n")
    #expect(run.end() == 0)
    #expect(try Self.said(tool).count == 2)
  }

  @Test("What is typed while the next page is not there yet is dropped with a word, or begins a text")
  func typedEarly() throws {
    let (tool, run) = try Self.sit()
    try run.wait(for: "Closed room")
    run.signal(SIGSTOP)
    run.type("y\n")
    run.type("y\n")
    run.signal(SIGCONT)
    // In one piece they are lines pasted together: neither is taken.
    try run.wait(for: "> y y")
    run.type("\u{15}s\n")
    #expect(run.end() == 0)
    #expect(run.written.contains("no case was opened"))
    _ = tool
  }

  @Test(
    "A text of more than a line of the system is kept whole; a longer one than the limit is refused, and still there"
  )
  func longTexts() throws {
    let (tool, run) = try Self.sit()
    try run.type("y", at: "Closed room")
    let long = String(repeating: "word ", count: 1_000) + "end"
    try run.type("+", at: "Phone left outside")
    try run.wait(for: "Note for the case")
    run.type(long)
    try run.wait(for: "word end")
    run.type("\n")
    try run.wait(for: "Note kept.")
    try run.type("+", at: "Phone left outside")
    try run.wait(for: "Note for the case")
    run.type(String(repeating: "word ", count: 2_400) + "END")
    try run.wait(for: "word END")
    run.type("\n")
    try run.wait(for: "longer than the 10000 characters")
    try run.wait(for: "word END")
    run.type("\u{15}short\n")
    try run.wait(for: "Note kept.")
    try run.type("s", at: "Phone left outside")
    #expect(run.end() == 0)
    let notes = try Self.said(tool).compactMap { if case .noted(let text) = $0 { text } else { nil } }
    #expect(notes == [long, "short"])
  }

  @Test("A choice counts once its page was seen whole; an attack is reported at once")
  func seenWhole() throws {
    let (tool, run) = try Self.sit(rows: 12, columns: 80)
    try run.wait(for: "Enter: go on.")
    #expect(!run.screen.text.contains("(y)"))
    run.type("1\n")
    try run.wait(for: "“1” is not taken yet")
    #expect(run.screen.text.contains("(y)"))
    run.type("1\n")
    try run.wait(for: "Enter: go on.")
    run.type("!\n")
    try run.wait(for: "What is happening?")
    run.type("\n")
    try run.wait(for: "Enter: go on.")
    run.type("/s\n")
    #expect(run.end() == 0)
    #expect(try Self.said(tool).count == 2)
  }

  @Test(
    "The page follows the size of the terminal; at ten rows the question is on it",
    arguments: [(10, 80), (10, 40), (24, 30)])
  func resized(rows: Int, columns: Int) throws {
    let (_, run) = try Self.sit()
    try run.type("y", at: "Closed room")
    try run.type("y", at: "Phone left outside")
    try run.wait(for: "Are you safe here?")
    run.type("y")
    run.resize(rows: rows, columns: columns)
    try run.wait(for: "Are you safe here?")
    try run.wait("the line") { $0.lines.contains("> y") && $0.text.contains("1  yes (y)") }
    run.signal(SIGTERM)
    #expect(run.end() == 130)
  }

  @Test(
    "Whatever ends the tool gives the screen back empty; Ctrl-Z too, and the page comes back",
    arguments: [SIGINT, SIGQUIT, SIGTERM, SIGHUP])
  func screenGivenBack(signal: Int32) throws {
    let (tool, run) = try Self.sit()
    try run.type("y", at: "Closed room")
    try run.wait(for: "Phone left outside")
    run.type("\u{1A}")
    try run.wait("the screen given back") { _ in run.written.contains("\u{1B}[H\u{1B}[2J\u{1B}[?1049l") }
    try run.wait(for: "Phone left outside")
    run.signal(signal)
    #expect(run.end() == 130)
    #expect(!run.screen.isAlternate && !run.screen.marksPastes)
    #expect(!run.screen.text.contains("Phone left outside"))
    #expect(try Self.said(tool).count == 2)
  }

  @Test("The key of a command typed where words are asked for is no answer")
  func letterInText() throws {
    let (tool, run) = try Self.sit()
    try run.type("y", at: "Closed room")
    try run.type("y", at: "Phone left outside")
    try run.type("y", at: "Are you safe here?")
    try run.type("2.5", at: "How many times")
    try run.type("u", at: "Since when?")
    try run.type("s", at: "What happened?")
    try run.wait(for: "“s”: an answer, or a key?")
    run.type("2\n")
    #expect(run.end() == 0)
    let said = try Self.said(tool)
    #expect(!said.contains(.answered(step: StepPath("first"), fact: "words", .value("s"))))
    #expect(said.count == 6)
  }

  @Test("Without clearing the screen, pasted lines answer no later page either")
  func plain() throws {
    let tool = try Tool(protocols: TestFlows.folder)
    let run = try TerminalRun(tool, "run", "desk", "--role", "officer", "--plain")
    try run.type("y", at: "Closed room")
    try run.wait(for: "Phone left outside")
    run.type("y\ny\n1\n")
    try run.wait(for: "> y y 1")
    run.type("\u{15}/s\n")
    #expect(run.end() == 0)
    #expect(try Self.said(tool).count == 2)
    #expect(!run.written.contains("\u{1B}["))
  }
}
