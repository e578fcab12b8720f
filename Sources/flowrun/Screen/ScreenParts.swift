extension Screen {
  /// The page in parts that each fit a terminal, of which the last is where a line is typed.
  ///
  /// What is asked and what may be typed stand together in the last part, as far as there is room: what is asked is repeated
  /// there where it began before, and the choices are parted only where they alone are taller than the terminal.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal.
  ///   - rows: rows of a part; without, there is one part. Every part but the last leaves one for the words below it.
  func parts(width: Int, rows: Int?, colour: Bool) -> [String] {
    let lines = fitted(width: width, rows: rows).flatMap { paragraph in
      paragraph.lines(width: max(width, 20)).map { (paragraph: paragraph, runs: $0) }
    }
    guard let rows, lines.count > rows else { return [Self.joined(lines.map(\.runs), colour: colour)] }
    let menu = lines.firstIndex { $0.paragraph.isMenu } ?? lines.count
    let asked = lines[..<menu].lastIndex { $0.paragraph.isTitle }
    let title =
      asked.map { lines[...$0].reversed().prefix { $0.paragraph.isTitle }.reversed().map(\.runs) } ?? []
    let heading = title.isEmpty ? [] : title + [[]]
    var last = lines.count - rows
    var repeated: [[Run]] = []
    var parts: [String] = []
    var start = 0
    if !heading.isEmpty, lines.count - menu > rows - heading.count, rows >= heading.count + 3 {
      // The choices alone are too tall: what is asked stands above each part of them.
      while start < menu {
        let end = min(start + rows - 1, menu)
        parts.append(Self.joined(lines[start..<end].map(\.runs), colour: colour))
        start = end
      }
      while lines.count - start > rows - heading.count {
        let end = start + rows - 1 - heading.count
        parts.append(Self.joined(heading + lines[start..<end].map(\.runs), colour: colour))
        start = end
      }
      return parts + [Self.joined(heading + lines[start...].map(\.runs), colour: colour)]
    }
    if let asked, asked + 1 - title.count < last, last + heading.count <= menu {
      repeated = heading
      last += heading.count
    }
    while start < last {
      let end = min(start + rows - 1, max(menu, last))
      parts.append(Self.joined(lines[start..<end].map(\.runs), colour: colour))
      start = end
    }
    return parts + [Self.joined(repeated + lines[last...].map(\.runs), colour: colour)]
  }
}

extension Screen.Paragraph {
  /// Whether it is what is asked, or a heading.
  fileprivate var isTitle: Bool { runs.contains { $0.style == .title } }
}
