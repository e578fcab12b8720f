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

  func show(_ screen: Screen, message: Screen?, isAgain: Bool) {
    let colour = terminal.hasColour
    guard terminal.isInteractive else {
      // Line by line: what is new, and nothing twice.
      var text = message.map { "\n" + $0.text(width: terminal.width, colour: colour) } ?? ""
      if !isAgain { text += "\n" + screen.text(width: terminal.width, colour: colour) }
      Output.write(text + terminal.prompt)
      return
    }
    var page = screen
    if let message {
      page.space()
      page.add(message)
    }
    let text = page.text(width: terminal.width, rows: terminal.rows.map { $0 - 1 }, colour: colour)
    // One write a page, so that nothing flickers. The alternate screen keeps nothing to scroll back to.
    Output.write((isOpen ? "" : "\u{1B}[?1049h") + "\u{1B}[H\u{1B}[2J" + text + terminal.prompt)
    isOpen = true
  }

  func readLine() throws(Leaving) -> String { try input.next() }

  /// Clears what was shown and gives the screen back as it was.
  func close() {
    guard isOpen else { return }
    isOpen = false
    Output.write("\u{1B}[H\u{1B}[2J\u{1B}[?1049l")
  }
}
