/// Pages on a terminal, one after the other in the same place, or line by line where there is no terminal.
final class TerminalConsole: Console {
  private let terminal: Terminal
  private let input: LineInput
  /// What is said below the first part of a page that is too tall.
  private let more: String
  private var isOpen = false
  /// What ended the input while the parts of a page were shown.
  private var leaving: Leaving?
  /// `?` typed between the parts of a page: help is shown next.
  private var asksHelp = false

  /// A console on the standard streams.
  init(terminal: Terminal, input: LineInput, more: String) {
    self.terminal = terminal
    self.input = input
    self.more = more
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
    let rows = terminal.rows.map { max($0 - 1, 5) }
    let text = page.text(width: terminal.width, rows: rows, colour: colour)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()[...]
    while let rows, lines.count > rows, leaving == nil {
      replace(with: lines.prefix(rows - 1).joined(separator: "\n") + "\n\n" + more)
      lines = lines.dropFirst(rows - 1)
      do throws(Leaving) {
        if try input.next().trimmed == "?" {
          asksHelp = true
          return
        }
      } catch { leaving = error }
    }
    replace(with: lines.map { $0 + "\n" }.joined() + terminal.prompt)
  }

  func readLine() throws(Leaving) -> String {
    if let leaving { throw leaving }
    if asksHelp {
      asksHelp = false
      return "?"
    }
    return try input.next()
  }

  /// Clears what was shown and gives the screen back as it was.
  func close() {
    guard isOpen else { return }
    isOpen = false
    Output.write("\u{1B}[H\u{1B}[2J\u{1B}[?1049l")
  }

  /// One write a page, so that nothing flickers. The alternate screen keeps nothing to scroll back to.
  private func replace(with text: String) {
    Output.write((isOpen ? "" : "\u{1B}[?1049h") + "\u{1B}[H\u{1B}[2J" + text)
    isOpen = true
  }
}
