import FlowDSL

extension Screen {
  /// The page as text, each line ended by a line break.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal, at least 20.
  ///   - rows: rows of the terminal; where the page has more, what is optional is left out, the last first.
  ///   - colour: with ANSI sequences, else nothing but the words.
  func text(width: Int, rows: Int? = nil, colour: Bool) -> String {
    var shown = self
    var all = lines(width: width, paragraphs: shown.paragraphs)
    while let rows, all.count > rows, let shorter = shown.withoutLastOptional {
      shown = shorter
      all = lines(width: width, paragraphs: shown.paragraphs)
    }
    return Self.joined(all, colour: colour)
  }

  /// Without the last paragraph that may be left out; `nil` where none may.
  private var withoutLastOptional: Screen? {
    guard let last = paragraphs.lastIndex(where: { $0.isOptional && !$0.runs.isEmpty }) else { return nil }
    var kept = Screen()
    for (index, paragraph) in paragraphs.enumerated() where index != last {
      if paragraph.runs.isEmpty { kept.space() } else { kept.add(paragraph) }
    }
    return kept
  }

  private func lines(width: Int, paragraphs: [Paragraph]) -> [[Run]] {
    paragraphs.flatMap { $0.lines(width: max(width, 20)) }
  }

  private static func joined(_ lines: [[Run]], colour: Bool) -> String {
    var text = ""
    for line in lines {
      for var run in line {
        // No-break spaces have done their work.
        run.text = String(run.text.map { $0 == "\u{A0}" ? " " : $0 }).withoutControls
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
  /// The text without what would steer a terminal: control characters (C0, DEL and C1 of ISO 6429). Texts come from
  /// journals and traces that others wrote.
  var withoutControls: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      text.unicodeScalars.append(
        scalar == "\t" || scalar == "\n" ? " " : scalar.isControl ? "\u{FFFD}" : scalar)
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || 0x7F...0x9F ~= value }
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
