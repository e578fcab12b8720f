import FlowDSL

/// A line that is being typed.
struct LineEditor: Sendable, Hashable {
  /// What was done with a key.
  enum Effect: Sendable, Hashable {
    case changed, unchanged, entered
  }

  private var characters: [Character] = []
  /// Characters before the cursor.
  private(set) var cursor = 0
  /// Characters that found no room.
  private(set) var lost = 0
  /// Whether a line break came with what was pasted: then Enter counts only by itself.
  private var hasLineBreaks = false

  /// Characters for which there is room: several times what can be kept, so that too long a text can be shortened.
  static let room = 40_000

  /// A line in which something stands.
  init(_ text: String = "") { insert(text) }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }

  /// Takes a key.
  mutating func take(_ key: KeyPress) -> Effect {
    let before = (characters.count, cursor, lost)
    switch key {
    case .text(let text): insert(text)
    case .lineBreak: breakLine()
    case .enter(let isAlone):
      if !hasLineBreaks || isAlone { return .entered }
      breakLine()
    case .backspace where cursor > 0:
      cursor -= 1
      characters.remove(at: cursor)
    case .delete where cursor < characters.count: characters.remove(at: cursor)
    case .eraseWord:
      let start = characters[..<cursor].lastIndex { !$0.isWhitespace } ?? 0
      let word = characters[..<start].lastIndex { $0.isWhitespace }.map { $0 + 1 } ?? 0
      characters.removeSubrange(word..<cursor)
      cursor = word
    case .eraseLine: self = LineEditor()
    case .eraseToEnd: characters.removeSubrange(cursor...)
    case .left: cursor = max(cursor - 1, 0)
    case .right: cursor = min(cursor + 1, characters.count)
    case .home: cursor = 0
    case .end: cursor = characters.count
    case .backspace, .delete, .endOfInput, .redraw: break
    }
    return before == (characters.count, cursor, lost) ? .unchanged : .changed
  }

  /// A line break that ends no line parts words.
  private mutating func breakLine() {
    hasLineBreaks = true
    if cursor > 0, characters[cursor - 1] != " " { insert(" ") }
  }

  private mutating func insert(_ text: String) {
    guard !text.isEmpty else { return }
    let typed = Array(text)
    let fitting = typed.prefix(max(Self.room - characters.count, 0))
    lost += typed.count - fitting.count
    let after = characters.count - cursor
    // An accent that comes by itself joins the letter before it.
    characters = Array(String(characters[..<cursor] + fitting)) + characters[cursor...]
    cursor = characters.count - after
  }

  /// The rows of the line behind a prompt, none wider than `width`, and where the cursor stands in them; no more than `most`
  /// rows, those around the cursor.
  func rows(prompt: String, width: Int, most: Int) -> (rows: [String], row: Int, column: Int) {
    var rows = [prompt]
    var column = DisplayWidth.columns(of: prompt)
    var place = (row: 0, column: column)
    for (index, character) in characters.enumerated() {
      let columns = DisplayWidth.columns(of: character)
      if column + columns > max(width - 1, 2) {
        rows.append("")
        column = 0
      }
      if index == cursor { place = (rows.count - 1, column) }
      rows[rows.count - 1].append(contentsOf: String(character).withoutControls)
      column += columns
    }
    if cursor == characters.count { place = (rows.count - 1, column) }
    guard rows.count > most else { return (rows, place.row, place.column) }
    let first = min(max(place.row - most + 1, 0), rows.count - most)
    var shown = Array(rows[first..<(first + most)])
    if first > 0 { shown[0] = "…" + shown[0].dropFirst() }
    return (shown, place.row - first, place.column)
  }
}
