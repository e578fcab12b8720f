/// Breaks words into lines.
enum LineWrapping {
  /// The text in lines of at most so many columns, broken at spaces; a word that is longer stands on a line of its own.
  /// Line breaks of the text stay, and so do lines that begin with spaces (examples).
  /// With `keepingMarks`, the marks that French sets apart by a space stay with their word.
  static func lines(_ text: String, width: Int, keepingMarks: Bool = false) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.hasPrefix(" ") ? [String(line)] : wrapped(line, width: width, keepingMarks)
    }
  }

  private static func wrapped(_ line: Substring, width: Int, _ keepingMarks: Bool) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in keepingMarks ? words(of: line) : line.split(separator: " ").map(String.init) {
      let size = DisplayWidth.columns(of: word)
      if used > 0, used + 1 + size > width {
        lines.append(current)
        current = ""
        used = 0
      }
      current += used > 0 ? " \(word)" : word
      used += (used > 0 ? 1 : 0) + size
    }
    return lines + [current]
  }

  /// What stays on one line.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    for piece in line.split(separator: " ") {
      let isClosing = ["»", ":", ";", "?", "!"].contains { piece.hasPrefix($0) }
      if let last = words.last, last == "«" || last.hasSuffix(" «") || isClosing {
        words[words.count - 1] += " " + piece
      } else {
        words.append(String(piece))
      }
    }
    return words
  }
}
