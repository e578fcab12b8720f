extension Screen {
  /// A line of a page.
  fileprivate struct Line {
    let runs: [Run]
    let isMenu: Bool
    let isTitle: Bool
    /// Whether a part may begin here without cutting words in two, or a heading off from what it heads.
    let isBeginning: Bool
  }

  /// The page in parts that each fit a terminal, of which the last is where a line is typed.
  ///
  /// What is asked and what may be typed stand together in the last part, as far as there is room: what is asked is repeated
  /// there where it began before, and the choices are parted only where they alone are taller than the terminal. Parts are cut
  /// between paragraphs, unless one is taller than the terminal.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal.
  ///   - rows: rows of a part; without, there is one part. Every part but the last leaves one for the words below it.
  func parts(width: Int, rows: Int?, colour: Bool) -> [String] {
    let (lines, heading) = lines(width: width, rows: rows)
    func text(_ lines: some Sequence<Line>) -> String { Self.joined(lines.map(\.runs), colour: colour) }
    guard let rows, lines.count > rows else { return [text(lines)] }
    let menu = lines.firstIndex(where: \.isMenu) ?? lines.count
    var parts: [String] = []
    var start = 0
    /// Adds parts from where the last one ended up to a line, as full as paragraphs allow.
    func addParts(upTo end: Int, atMost most: Int, below heading: [Line] = []) {
      while start < end {
        let limit = min(start + rows - 1 - heading.count, most)
        let cut = (start + 1...limit).last { $0 == most || lines[$0].isBeginning } ?? limit
        parts.append(text(heading + lines[start..<cut].trimmed))
        start = cut
      }
    }
    if !heading.isEmpty, lines.count - menu > rows - heading.count, rows >= heading.count + 3 {
      // The choices alone are too tall: what is asked stands above each part of them.
      addParts(upTo: menu, atMost: menu)
      let last = lines.count - rows + heading.count
      while start < last {
        let end = start + rows - 1 - heading.count
        parts.append(text(heading + lines[start..<end]))
        start = end
      }
      return parts + [text(heading + lines[start...])]
    }
    var last = lines.count - rows
    var repeated: [Line] = []
    if let asked = lines[..<menu].lastIndex(where: \.isTitle), asked + 2 - heading.count < last,
      last + heading.count <= menu
    {
      repeated = heading
      last += heading.count
    }
    last = (last...max(menu, last)).first { $0 < lines.count && lines[$0].isBeginning } ?? last
    addParts(upTo: last, atMost: max(menu, last))
    return parts + [text(repeated + lines[last...].trimmed)]
  }

  /// The lines of the page, and those of what is asked with an empty one below. Where what is asked and the choices find no room
  /// together, what has a brief form takes it, the last first.
  private func lines(width: Int, rows: Int?) -> (all: [Line], heading: [Line]) {
    var paragraphs = fitted(width: width, rows: rows)
    while true {
      let lines = Self.lines(of: paragraphs, width: width)
      let menu = lines.firstIndex(where: \.isMenu) ?? lines.count
      let heading = Self.heading(above: menu, in: lines)
      guard let rows, lines.count > rows, lines.count - menu > rows - heading.count,
        let index = paragraphs.lastIndex(where: { $0.brief != nil })
      else { return (lines, heading) }
      paragraphs[index].runs = paragraphs[index].brief ?? []
      if paragraphs[index].runs.isEmpty {
        paragraphs.remove(at: index)
      } else {
        paragraphs[index].brief = nil
      }
    }
  }

  private static func lines(of paragraphs: [Paragraph], width: Int) -> [Line] {
    var lines: [Line] = []
    var isBelowTitle = false
    for paragraph in paragraphs {
      let isTitle = paragraph.isTitle
      for (index, runs) in paragraph.lines(width: max(width, 20)).enumerated() {
        lines.append(
          Line(
            runs: runs, isMenu: paragraph.isMenu, isTitle: isTitle,
            isBeginning: index == 0 && !isBelowTitle && !paragraph.runs.isEmpty))
      }
      isBelowTitle = isTitle || isBelowTitle && paragraph.runs.isEmpty
    }
    return lines
  }

  /// What is asked, with an empty line below.
  private static func heading(above menu: Int, in lines: [Line]) -> [Line] {
    guard let asked = lines[..<menu].lastIndex(where: \.isTitle) else { return [] }
    let title = Array(lines[...asked].reversed().prefix { $0.isTitle }.reversed())
    return title + [Line(runs: [], isMenu: false, isTitle: false, isBeginning: false)]
  }
}

extension ArraySlice<Screen.Line> {
  /// Without empty lines at the top.
  fileprivate var trimmed: Self { drop { $0.runs.isEmpty } }
}

extension Screen.Paragraph {
  /// Whether it is what is asked, or a heading.
  fileprivate var isTitle: Bool { runs.contains { $0.style == .title } }
}
