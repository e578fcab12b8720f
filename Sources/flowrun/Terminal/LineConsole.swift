/// Pages line by line, one below the other: for pipes, for screen readers, and for terminals that cannot clear their screen.
final class LineConsole: Console {
  private let terminal: Terminal
  private let next: () throws(Leaving) -> TypedLine
  private let write: (String) -> Void

  /// A console that reads lines.
  init(
    terminal: Terminal, next: @escaping () throws(Leaving) -> TypedLine,
    write: @escaping (String) -> Void = { Output.write($0) }
  ) {
    self.terminal = terminal
    self.next = next
    self.write = write
  }

  var rows: Int? { nil }
  var keepsLines: Bool { false }

  func ask(_ page: AskedPage) throws(Leaving) -> TypedLine {
    // What is new, and nothing twice.
    let (width, colour) = (terminal.size().width, terminal.hasColour)
    var text = page.message.map { "\n" + $0.text(width: width, colour: colour) } ?? ""
    if !page.isAgain { text += "\n" + page.screen().text(width: width, colour: colour) }
    write(text + terminal.prompt)
    return try next()
  }
}
