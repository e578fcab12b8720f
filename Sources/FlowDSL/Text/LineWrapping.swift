/// Breaks words into lines.
enum LineWrapping {
  /// The text in lines of at most so many columns, broken at spaces; a word that is longer stands on a line of its own.
  /// Line breaks of the text stay, and so do lines that begin with spaces (examples).
  static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.hasPrefix(" ") ? [String(line)] : wrapped(line, width: width)
    }
  }

  private static func wrapped(_ line: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in line.split(separator: " ") {
      let size = DisplayWidth.columns(of: word)
      if used > 0, used + 1 + size > width {
        lines.append(current)
        current = ""
        used = 0
      }
      current += used > 0 ? " \(word)" : String(word)
      used += (used > 0 ? 1 : 0) + size
    }
    return lines + [current]
  }
}
