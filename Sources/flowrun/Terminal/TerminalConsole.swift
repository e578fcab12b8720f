/// Pages on a terminal, one after the other in the same place, or line by line where there is no terminal.
final class TerminalConsole: Console {
  private let terminal: Terminal
  private let next: () throws(Leaving) -> String
  private let write: (String) -> Void
  /// What is said below a part of a page that is not the last.
  private let more: String
  private var isOpen = false
  /// What ended the input while the parts of a page were shown.
  private var leaving: Leaving?
  /// A line that was typed between the parts of a page: it is read as one typed at the page.
  private var early: String?

  /// A console on a terminal.
  ///
  /// - Parameters:
  ///   - more: what is said below a part of a page that is not the last.
  ///   - next: waits for a line.
  ///   - write: shows text.
  init(
    terminal: Terminal, more: String, next: @escaping () throws(Leaving) -> String,
    write: @escaping (String) -> Void = { Output.write($0) }
  ) {
    self.terminal = terminal
    self.next = next
    self.write = write
    self.more = more
  }

  func show(_ screen: Screen, message: Screen?, isAgain: Bool) {
    let colour = terminal.hasColour
    guard terminal.isInteractive else {
      // Line by line: what is new, and nothing twice.
      var text = message.map { "\n" + $0.text(width: terminal.width, colour: colour) } ?? ""
      if !isAgain { text += "\n" + screen.text(width: terminal.width, colour: colour) }
      write(text + terminal.prompt)
      return
    }
    var parts = screen.saying(message).parts(
      width: terminal.width, rows: terminal.rows.map { max($0 - 1, 5) }, colour: colour)
    let last = parts.removeLast()
    // Who mistyped has seen the whole page.
    for part in isAgain ? [] : parts {
      replace(with: part + "\n" + more)
      do throws(Leaving) {
        let line = try next()
        guard line.trimmed.isEmpty else {
          early = line
          return
        }
      } catch {
        leaving = error
        return
      }
    }
    replace(with: last + terminal.prompt)
  }

  func readLine() throws(Leaving) -> String {
    if let leaving { throw leaving }
    if let line = early {
      early = nil
      return line
    }
    return try next()
  }

  /// Clears what was shown and gives the screen back as it was.
  func close() {
    guard isOpen else { return }
    isOpen = false
    write("\u{1B}[H\u{1B}[2J\u{1B}[?1049l")
  }

  /// One write a page, so that nothing flickers. The alternate screen keeps nothing to scroll back to.
  private func replace(with text: String) {
    write((isOpen ? "" : "\u{1B}[?1049h") + "\u{1B}[H\u{1B}[2J" + text)
    isOpen = true
  }
}
