/// Pages on a terminal, one after the other in the same place, or line by line where there is no terminal.
final class TerminalConsole: Console {
  private let terminal: Terminal
  private let input: LineInput
  private var isOpen = false

  /// A console on the standard streams.
  init(terminal: Terminal, input: LineInput) {
    self.terminal = terminal
    self.input = input
  }

  func show(_ screen: Screen) {
    let text = screen.text(
      width: terminal.width, rows: terminal.rows.map { $0 - 1 }, colour: terminal.hasColour)
    // One write a page, so that nothing flickers. The alternate screen keeps nothing to scroll back to.
    let opening = terminal.isInteractive ? (isOpen ? "" : "\u{1B}[?1049h") + "\u{1B}[H\u{1B}[2J" : ""
    isOpen = terminal.isInteractive
    Output.write(opening + text + (terminal.isInteractive ? "> " : ""))
  }

  func readLine() throws(Leaving) -> String { try input.next() }

  /// Clears what was shown and gives the screen back as it was.
  func close() {
    guard isOpen else { return }
    isOpen = false
    Output.write("\u{1B}[H\u{1B}[2J\u{1B}[?1049l")
  }
}
