import FlowDSL

/// Pages at a terminal whose keys are read one by one: each in the place of the one before, or, where the screen is not cleared,
/// one below the other.
///
/// What was typed or pasted before a page stood on the screen answers nothing on it.
final class KeyConsole: Console {
  /// What the console itself says.
  struct Words: Sendable {
    /// Below a part of a page that is not the last.
    var more: String
    /// That `{typed}` was typed before the page stood there.
    var early: String
  }

  private let terminal: Terminal
  private let words: Words
  private let keys: any KeySource
  private let write: (String) -> Void
  /// How long the page stands as it is, in milliseconds: until the minute changes.
  private let untilNextMinute: () -> Int

  /// Whether the screen is taken over.
  private var isOpen = false
  /// The part of the page that is shown, from 0, and whether all parts were.
  private var part = 0
  private var isSeenWhole = false
  /// Whether something was typed before the page was seen whole: what is said to it stands at the top of each part.
  private var isEarly = false
  /// What stands above the line that is typed.
  private var drawn: String?

  init(
    terminal: Terminal, words: Words, keys: any KeySource, untilNextMinute: @escaping () -> Int,
    write: @escaping (String) -> Void = { Output.write($0) }
  ) {
    self.terminal = terminal
    self.words = words
    self.keys = keys
    self.untilNextMinute = untilNextMinute
    self.write = write
  }

  var rows: Int? { terminal.isInteractive ? terminal.size().rows : nil }
  var keepsLines: Bool { true }

  func ask(_ page: AskedPage) throws(Leaving) -> TypedLine {
    var page = page
    var line = LineEditor(page.draft)
    take(keys.early(), at: &page, into: &line)
    if !page.isAgain { (part, isSeenWhole) = (0, !terminal.isInteractive) }
    // Who typed before a page was seen whole sees the rest of it.
    isEarly = page.isAgain && !isSeenWhole
    if isEarly { part += 1 }
    drawn = nil
    var echo = Echo()
    draw(page, line)
    // What came while the page was drawn came before it, too. Only then the prompt stands there.
    if take(keys.early(), at: &page, into: &line) { draw(page, line) }
    show(page, line, &echo)
    while true {
      switch try keys.next(atMost: terminal.isInteractive ? untilNextMinute() : nil) {
      case .key(.endOfInput):
        if line.isEmpty { throw .endOfInput }
      case .key(.redraw): drawn = nil
      case .key(let key):
        guard line.take(key) == .entered else { break }
        if !isSeenWhole, line.text.trimmed.isEmpty {
          part += 1
          line = LineEditor()
          break
        }
        if !terminal.isInteractive { write("\n") }
        return TypedLine(text: line.text, isSeenWhole: isSeenWhole, lost: line.lost)
      case .resized: drawn = nil
      case .time: break
      case .stopped:
        close()
        keys.stop()
        echo = Echo()
      }
      show(page, line, &echo)
    }
  }

  /// Takes what was typed before the page stood there: into the line where any words are an answer, else it is dropped, and
  /// said. Gives whether there was any of it.
  @discardableResult
  private func take(_ keys: [KeyPress], at page: inout AskedPage, into line: inout LineEditor) -> Bool {
    var early = LineEditor()
    for key in keys {
      // Enter ends no line that was typed too early.
      if case .enter = key { _ = early.take(.lineBreak) } else { _ = early.take(key) }
    }
    let text = early.text.trimmed
    guard !text.isEmpty else { return false }
    if page.takesText {
      for key in keys {
        if case .enter = key { _ = line.take(.lineBreak) } else { _ = line.take(key) }
      }
    } else {
      var message = page.message ?? Screen()
      message.add(words.early.replacing("{typed}", with: text.shortened(to: 60)), .warning)
      page.message = message
    }
    return true
  }

  /// Clears what was shown and gives the screen back as it was.
  func close() {
    drawn = nil
    guard isOpen else { return }
    isOpen = false
    write("\u{1B}[?2004l\u{1B}[H\u{1B}[2J\u{1B}[?1049l")
  }

  /// Shows a page without the line that is typed at: nothing is taken at it yet.
  private func draw(_ page: AskedPage, _ line: LineEditor) {
    guard terminal.isInteractive else { return drawBelow(page) }
    let (above, _) = place(page, line)
    write(output(above) + "\u{1B}[J")
  }

  private func show(_ page: AskedPage, _ line: LineEditor, _ echo: inout Echo) {
    guard terminal.isInteractive else { return showBelow(page, line, &echo) }
    let (above, typed) = place(page, line)
    var output = output(above)
    let rows = above.count { $0 == "\n" }
    output += "\u{1B}[\(rows + 1);1H" + typed.rows.joined(separator: "\u{1B}[K\n") + "\u{1B}[J"
    output += "\u{1B}[\(rows + 1 + typed.row);\(typed.column + 1)H"
    write(output)
  }

  /// What stands above the line that is typed, with a line break behind each row, and that line.
  private func place(
    _ page: AskedPage, _ line: LineEditor
  ) -> (above: String, typed: (rows: [String], row: Int, column: Int)) {
    let (width, height) = terminal.size()
    let rows = max(height ?? 24, 4)
    let mostRows = max(rows / 3, 1)
    var typed = line.rows(prompt: terminal.prompt, width: width, most: mostRows)
    let text = shown(page, width: width, rows: rows - typed.rows.count)
    if !isSeenWhole { typed = line.rows(prompt: words.more + "  " + terminal.prompt, width: width, most: 1) }
    return (text, typed)
  }

  /// What brings to the screen what stands above the line that is typed; nothing where it stands there.
  private func output(_ above: String) -> String {
    var output = ""
    if !isOpen {
      output += "\u{1B}[?1049h\u{1B}[?2004h\u{1B}[2J"
      isOpen = true
    }
    guard drawn != above else { return output }
    drawn = above
    // Written over what stood there, so that nothing flickers; the alternate screen keeps nothing to scroll back to.
    let rows = above.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return output + "\u{1B}[H" + rows.map { $0 + "\u{1B}[K\n" }.joined()
  }

  /// The part of a page that is shown now; the last stands without the line that says that there is more.
  private func shown(_ page: AskedPage, width: Int, rows: Int) -> String {
    let colour = terminal.hasColour
    func split(_ message: Screen?, rows: Int) -> [String] {
      page.screen().saying(message).parts(width: width, rows: max(rows, 3), colour: colour)
    }
    if isEarly, !isSeenWhole, let message = page.message {
      // What is said of a line typed too early stands at the top of each part before the last.
      let top = message.text(width: width, colour: colour) + "\n"
      let parts = split(nil, rows: rows - top.count { $0 == "\n" })
      if part < parts.count - 1 { return top + parts[part] + "\n" }
      isSeenWhole = true
    }
    let parts = split(page.message, rows: rows)
    // Once it was seen whole, what is asked stands there whatever the size.
    part = isSeenWhole ? parts.count - 1 : min(part, parts.count - 1)
    isSeenWhole = part == parts.count - 1
    return isSeenWhole ? parts[part] : parts[part] + "\n"
  }

  private func drawBelow(_ page: AskedPage) {
    let (width, colour) = (terminal.size().width, terminal.hasColour)
    var text = page.message.map { "\n" + $0.text(width: width, colour: colour) } ?? ""
    if drawn == nil, !page.isAgain { text += "\n" + page.screen().text(width: width, colour: colour) }
    write(text)
    drawn = text
  }

  /// Below what was written before: the page once, then what is typed.
  private func showBelow(_ page: AskedPage, _ line: LineEditor, _ echo: inout Echo) {
    if drawn == nil {
      drawBelow(page)
      echo = Echo()
    }
    if !echo.isPrompted { write(terminal.prompt) }
    write(echo.shows(line.text.withoutControls, prompt: terminal.prompt))
  }
}

/// What is typed, written at the end of what was written before: no cursor is moved to another row.
private struct Echo {
  private var shown = ""
  /// Whether the prompt stands there.
  private(set) var isPrompted = false

  mutating func shows(_ text: String, prompt: String) -> String {
    defer { (shown, isPrompted) = (text, true) }
    if text.hasPrefix(shown) { return String(text.dropFirst(shown.count)) }
    if shown.hasPrefix(text) {
      let columns = DisplayWidth.columns(of: shown) - DisplayWidth.columns(of: text)
      return String(repeating: "\u{8} \u{8}", count: columns)
    }
    return "\n" + prompt + text
  }
}
