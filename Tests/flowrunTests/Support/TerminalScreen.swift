/// What a terminal shows after what was written to it: as much of xterm as the tool uses.
struct TerminalScreen {
  private(set) var rows: Int
  private(set) var columns: Int
  private var cells: [[Character]] = []
  private var row = 0
  private var column = 0
  private var pending: [UInt8] = []
  /// Whether the alternate screen is shown.
  private(set) var isAlternate = false
  /// Whether what is pasted is marked.
  private(set) var marksPastes = false

  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    clear()
  }

  /// The lines without spaces at their ends.
  var lines: [String] {
    cells.map { row in String(row[..<((row.lastIndex { $0 != " " } ?? -1) + 1)]) }
  }
  var text: String { lines.joined(separator: "\n") }
  /// Whether a page is there, and what is typed counts on it: the cursor stands on the line with the prompt or, where a page
  /// takes the place of the one before, on one that the text at it goes on on.
  var isPrompted: Bool {
    cells[(isAlternate ? 0 : row)...row].contains { line in
      let text = String(line)
      return text.hasPrefix("> ") || text.hasPrefix("…") || text.contains("  > ")
    }
  }

  mutating func resize(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    clear()
  }

  mutating func take(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    while let length = unit() {
      let text = String(decoding: pending[..<length], as: UTF8.self)
      pending.removeSubrange(..<length)
      if text.hasPrefix("\u{1B}") { sequence(text) } else { write(text) }
    }
  }

  /// Bytes of the next sequence or character; `nil` where it is not whole yet.
  private func unit() -> Int? {
    guard let first = pending.first else { return nil }
    if first == 0x1B {
      guard pending.count > 2 else { return nil }
      return pending.dropFirst(2).firstIndex { 0x40...0x7E ~= $0 }.map { $0 + 1 }
    }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return pending.count >= length ? length : nil
  }

  private mutating func sequence(_ text: String) {
    let parameters = text.dropFirst(2).dropLast().split(separator: ";").map { Int($0) ?? 0 }
    switch text.last {
    case "H":
      row = min(max((parameters.first ?? 1) - 1, 0), rows - 1)
      column = parameters.count > 1 ? parameters[1] - 1 : 0
    case "J" where parameters.first == 2: clear()
    case "J":
      erase(from: column)
      for below in row + 1..<max(rows, row + 1) { cells[below] = blank }
    case "K": erase(from: column)
    case "h" where text.contains("1049"):
      isAlternate = true
      clear()
    case "l" where text.contains("1049"):
      isAlternate = false
      clear()
    case "h" where text.contains("2004"): marksPastes = true
    case "l" where text.contains("2004"): marksPastes = false
    default: break
    }
  }

  private mutating func write(_ text: String) {
    switch text {
    case "\n", "\r\n":
      if row + 1 < rows {
        row += 1
      } else {
        cells.removeFirst()
        cells.append(blank)
      }
      if text == "\r\n" { column = 0 }
    case "\r": column = 0
    case "\u{8}": column = max(column - 1, 0)
    default:
      guard let character = text.first else { return }
      if column == columns {
        write("\n")
        column = 0
      }
      cells[row][column] = character
      column += 1
    }
  }

  private var blank: [Character] { Array(repeating: " ", count: columns) }

  private mutating func erase(from column: Int) {
    for place in min(column, columns)..<columns { cells[row][place] = " " }
  }

  private mutating func clear() {
    cells = Array(repeating: blank, count: rows)
    (row, column) = (0, 0)
  }
}
