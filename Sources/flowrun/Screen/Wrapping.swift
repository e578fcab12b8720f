import FlowDSL

/// Breaks runs into lines between words.
enum Wrapping {
  /// A piece that is never broken, unless it is wider than the line.
  private struct Word {
    var runs: [Run]
    var columns: Int
    /// Spaces before it, where it does not begin a line.
    var spaces = 0
  }

  /// Lines no wider than `columns`, the first no wider than `first`. Spaces at a break are dropped; a no-break space is no break.
  static func lines(of runs: [Run], columns: Int, first: Int? = nil) -> [[Run]] {
    var limit = max(first ?? columns, 1)
    var lines: [[Run]] = []
    var line: [Run] = []
    var used = 0
    for word in words(of: runs, limit: max(min(columns, limit), 1)) {
      if used > 0, used + word.spaces + word.columns > limit {
        lines.append(merged(line))
        line = []
        used = 0
        limit = max(columns, 1)
      }
      if used > 0, word.spaces > 0 {
        // Spaces inside a phrase of one style keep it, so that the phrase is one run.
        let style = line.last?.style == word.runs.first?.style ? line.last?.style ?? .plain : .plain
        line.append(Run(String(repeating: " ", count: word.spaces), style))
        used += word.spaces
      }
      line += word.runs
      used += word.columns
    }
    if !line.isEmpty || lines.isEmpty { lines.append(merged(line)) }
    return lines
  }

  private static func words(of runs: [Run], limit: Int) -> [Word] {
    var words: [Word] = []
    var open = false
    var spaces = 0
    for run in runs {
      var piece = ""
      func close() {
        guard !piece.isEmpty else { return }
        if open, let last = words.indices.last {
          words[last].runs.append(Run(piece, run.style))
          words[last].columns += DisplayWidth.columns(of: piece)
        } else {
          words.append(
            Word(runs: [Run(piece, run.style)], columns: DisplayWidth.columns(of: piece), spaces: spaces))
        }
        spaces = 0
        open = true
        piece = ""
      }
      for character in Typography.joined(run.text) {
        if character == " " || character == "\t" {
          close()
          open = false
          spaces += 1
        } else {
          piece.append(character)
        }
      }
      close()
    }
    return words.flatMap { $0.columns > limit ? broken($0, limit: limit) : [$0] }
  }

  /// A word wider than a line, cut at the line's width.
  private static func broken(_ word: Word, limit: Int) -> [Word] {
    var parts: [Word] = []
    var part = Word(runs: [], columns: 0, spaces: word.spaces)
    for run in word.runs {
      for character in run.text {
        let width = DisplayWidth.columns(of: character)
        if part.columns + width > limit, part.columns > 0 {
          parts.append(part)
          part = Word(runs: [], columns: 0)
        }
        part.runs.append(Run(String(character), run.style))
        part.columns += width
      }
    }
    return parts + [part]
  }

  private static func merged(_ runs: [Run]) -> [Run] {
    runs.reduce(into: []) { merged, run in
      if let last = merged.indices.last, merged[last].style == run.style {
        merged[last].text += run.text
      } else {
        merged.append(run)
      }
    }
  }
}
