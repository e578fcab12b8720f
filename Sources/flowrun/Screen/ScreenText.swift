import FlowDSL

extension Screen {
  /// The page as text, each line ended by a line break.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal, at least 20.
  ///   - rows: rows of the terminal; where the page has more, what is optional is left out, the last first.
  ///   - colour: with ANSI sequences, else nothing but the words.
  func text(width: Int, rows: Int? = nil, colour: Bool) -> String {
    Self.joined(fitted(width: width, rows: rows).flatMap { $0.lines(width: max(width, 20)) }, colour: colour)
  }

  /// The paragraphs without what a small terminal leaves out, and without what would steer it.
  func fitted(width: Int, rows: Int?) -> [Paragraph] {
    var shown = self
    var names: [String] = []
    while let rows, shown.saying(leftOut: names).count(width: width) > rows,
      let index = shown.firstToLeave
    {
      if let name = shown.paragraphs[index].name { names.insert(name, at: 0) }
      shown = shown.without(index)
    }
    return shown.saying(leftOut: names).paragraphs.map(\.inert)
  }

  private func count(width: Int) -> Int {
    paragraphs.reduce(0) { $0 + $1.inert.lines(width: max(width, 20)).count }
  }

  /// With words above how to type that say what was left out.
  private func saying(leftOut names: [String]) -> Screen {
    guard !names.isEmpty, let leftOut else { return self }
    var words = Paragraph(
      runs: [Run(leftOut.replacing("{names}", with: names.joined(separator: ", ")), .quiet)])
    words.brief = []
    words.isMenu = true
    let menu = paragraphs.firstIndex(where: \.isMenu) ?? paragraphs.endIndex
    let place = paragraphs[menu...].lastIndex(where: \.runs.isEmpty).map { $0 + 1 } ?? menu
    var screen = Screen()
    for paragraph in paragraphs[..<place] + [words] + paragraphs[place...] { screen.add(paragraph) }
    return screen
  }

  /// The last paragraph that may be left out, those without a name before the others; `nil` where none may.
  private var firstToLeave: Int? {
    paragraphs.lastIndex { $0.isOptional && !$0.runs.isEmpty && $0.name == nil }
      ?? paragraphs.lastIndex { $0.isOptional && !$0.runs.isEmpty }
  }

  private func without(_ index: Int) -> Screen {
    var kept = Screen()
    if let leftOut { kept.sayWhereFound(leftOut) }
    for (place, paragraph) in paragraphs.enumerated() where place != index {
      if paragraph.runs.isEmpty { kept.space() } else { kept.add(paragraph) }
    }
    return kept
  }

  /// Lines as text, each ended by a line break.
  static func joined(_ lines: some Sequence<[Run]>, colour: Bool) -> String {
    var text = ""
    for line in lines {
      for var run in line {
        // No-break spaces have done their work.
        run.text = String(run.text.map { $0 == "\u{A0}" ? " " : $0 })
        if colour, let rendition = run.style.graphicRendition {
          text += "\u{1B}[\(rendition)m\(run.text)\u{1B}[0m"
        } else {
          text += run.text
        }
      }
      text += "\n"
    }
    return text
  }
}

extension String {
  /// The text without what would steer a terminal, or make what is seen differ from what is kept: control characters (C0, DEL
  /// and C1 of ISO 6429), marks and overrides of direction (UAX #9), signs without width, tags. They are shown as `�`. Texts
  /// come from journals and traces that others wrote.
  var withoutControls: String {
    guard unicodeScalars.contains(where: \.isDeceptive) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      text.unicodeScalars.append(
        scalar == "\t" || scalar == "\n" ? " " : scalar.isDeceptive ? "\u{FFFD}" : scalar)
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether it steers, hides or turns what stands around it.
  var isDeceptive: Bool {
    switch value {
    case 0x20..<0x7F: false
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2060...0x2064, 0xE0000...0xE007F: true
    default: TextInspection.isHidden(value)
    }
  }
}

extension Screen.Paragraph {
  /// The same with texts that steer nothing, before their columns are counted.
  fileprivate var inert: Screen.Paragraph {
    var copy = self
    for part in [\Screen.Paragraph.runs, \.marker, \.trailing] {
      for index in copy[keyPath: part].indices {
        copy[keyPath: part][index].text = copy[keyPath: part][index].text.withoutControls
      }
    }
    return copy
  }
}

extension Screen.Paragraph {
  /// The paragraph's lines, none wider than `width`, without spaces at their ends.
  func lines(width: Int) -> [[Run]] {
    let hang = hang ?? DisplayWidth.columns(of: marker)
    let first = DisplayWidth.columns(of: marker)
    let broken = Wrapping.lines(of: runs, columns: width - indent - hang, first: width - indent - first)
    var lines = broken.enumerated().map { index, line -> [Run] in
      if line.isEmpty, index > 0 || marker.isEmpty { return [] }
      let before = index == 0 ? marker : [Run(String(repeating: " ", count: hang))]
      return ([Run(String(repeating: " ", count: indent))] + before + line).filter { !$0.text.isEmpty }
    }
    if !trailing.isEmpty { lines.set(trailing, atRightOf: width) }
    return lines
  }
}

extension [[Run]] {
  /// Sets runs at the right edge of the first line, or below where there is no room.
  fileprivate mutating func set(_ trailing: [Run], atRightOf width: Int) {
    let room = width - DisplayWidth.columns(of: trailing)
    guard let first, count == 1, room - DisplayWidth.columns(of: first) >= 2 else {
      append(trailing)
      return
    }
    self[0] = first + [Run(String(repeating: " ", count: room - DisplayWidth.columns(of: first)))] + trailing
  }
}
