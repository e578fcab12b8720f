/// The line of a file that a place begins on, cut to fit, with where to mark it.
struct SourceLine {
  /// Safe to print.
  let text: String
  /// Columns before the mark.
  let indent: Int
  /// Columns of the mark, one at least.
  let length: Int

  /// `nil` where the place lies outside the file.
  init?(_ place: Place, in source: SourceText, width: Int) {
    let bytes = source.text.utf8
    guard place.start.offset >= 0, place.start.offset <= bytes.count else { return nil }
    let start = bytes.index(bytes.startIndex, offsetBy: place.start.offset)
    let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { bytes.index(after: $0) } ?? bytes.startIndex
    let lineEnd = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
    let length = max(0, place.end.offset - place.start.offset)
    let end = bytes.index(start, offsetBy: length, limitedBy: lineEnd).map { min($0, lineEnd) } ?? lineEnd

    let before = Self.visible(bytes[lineStart..<start])
    let marked = Self.visible(bytes[start..<end])
    let after = Self.visible(bytes[end..<lineEnd])
    self.init(before: before, marked: marked, after: after, width: max(10, width))
  }

  /// Cuts what is far before the mark and what does not fit after its start, and says so with `…`.
  private init(before: String, marked: String, after: String, width: Int) {
    var line = before + marked + after
    var indent = DisplayWidth.columns(of: before)
    if DisplayWidth.columns(of: line) > width, indent > width / 2 {
      let rest = DisplayWidth.columns(of: marked + after)
      let kept = Self.suffix(before, width: max(width / 3, width - 1 - rest))
      line = "…" + kept + marked + after
      indent = 1 + DisplayWidth.columns(of: kept)
    }
    let isCut = DisplayWidth.columns(of: line) > width
    text = isCut ? Self.prefix(line, width: width - 1) + "…" : line
    self.indent = indent
    length = max(1, min(DisplayWidth.columns(of: marked), width - indent))
  }

  private static func visible(_ bytes: Substring.UTF8View) -> String {
    VisibleText(String(decoding: bytes.prefix(20_000), as: UTF8.self)).text
  }

  private static func prefix(_ text: String, width: Int) -> String {
    var used = 0
    return String(
      text.prefix { character in
        used += DisplayWidth.columns(of: character)
        return used <= width
      })
  }

  private static func suffix(_ text: String, width: Int) -> String {
    String(prefix(String(text.reversed()), width: width).reversed())
  }
}
