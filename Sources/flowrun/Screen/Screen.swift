import FlowDSL

/// A page as a value: lines of styled runs, not yet wrapped.
struct Screen: Sendable, Hashable {
  /// One paragraph, wrapped between words when it is shown.
  struct Paragraph: Sendable, Hashable {
    var runs: [Run]
    /// Columns before each line.
    var indent = 0
    /// Stands before the first line; the following lines are set in by its width.
    var marker: [Run] = []
    /// Columns by which the lines after the first are set in; without, the width of the marker.
    var hang: Int?
    /// Set against the right edge of the first line when there is room, else on a line of its own.
    var trailing: [Run] = []
    /// Left out first where a terminal has too few rows.
    var isOptional = false
    /// What it is called where it is left out, such as `why`; without, nobody misses it, and it goes before those that are
    /// missed.
    var name: String?
    /// What stands in its place where what is asked and its choices would find no room on the screen together; nothing at all
    /// where it is empty.
    var brief: [Run]?
    /// Belongs to what may be typed: the choices, how to type, the keys. It stays together.
    var isMenu = false
  }

  private(set) var paragraphs: [Paragraph] = []
  /// What is said where something with a name is left out: where `{names}` are found.
  private(set) var leftOut: String?

  /// Adds a paragraph of runs.
  mutating func add(
    _ runs: [Run], indent: Int = 0, marker: [Run] = [], hang: Int? = nil, trailing: [Run] = [],
    optional: Bool = false, name: String? = nil, brief: [Run]? = nil
  ) {
    paragraphs.append(
      Paragraph(
        runs: runs, indent: indent, marker: marker, hang: hang, trailing: trailing, isOptional: optional,
        name: name, brief: brief))
  }

  /// Says where what is left out is found; `{names}` stands for what it is called.
  mutating func sayWhereFound(_ words: String) { leftOut = words }

  /// Adds words in one style; a line break in the words begins a new paragraph.
  mutating func add(
    _ text: String, _ style: Style = .plain, indent: Int = 0, marker: [Run] = [], optional: Bool = false
  ) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let blank = [Run(String(repeating: " ", count: DisplayWidth.columns(of: marker)))]
      add(
        [Run(String(line), style)], indent: indent, marker: index == 0 || marker.isEmpty ? marker : blank,
        optional: optional)
    }
  }

  /// Adds an empty line, never two in a row and none at the top.
  mutating func space(optional: Bool = false) {
    guard let last = paragraphs.last, !last.runs.isEmpty else { return }
    add([], optional: optional)
  }

  /// Adds a paragraph as it is.
  mutating func add(_ paragraph: Paragraph) { paragraphs.append(paragraph) }

  /// Adds another screen's paragraphs below.
  mutating func add(_ other: Screen) {
    paragraphs += other.paragraphs
    leftOut = leftOut ?? other.leftOut
  }

  /// Adds what may be typed, which stays together.
  mutating func add(menu: Screen) {
    leftOut = leftOut ?? menu.leftOut
    for var paragraph in menu.paragraphs {
      paragraph.isMenu = true
      paragraphs.append(paragraph)
    }
  }

  /// With a message above what may be typed, where it is read before the next line is.
  func saying(_ message: Screen?) -> Screen {
    guard let message else { return self }
    let menu = paragraphs.firstIndex(where: \.isMenu) ?? paragraphs.endIndex
    var screen = Screen()
    screen.leftOut = leftOut
    screen.paragraphs = Array(paragraphs[..<menu])
    screen.space()
    screen.add(message)
    if menu < paragraphs.endIndex { screen.space() }
    screen.paragraphs += paragraphs[menu...]
    return screen
  }
}
