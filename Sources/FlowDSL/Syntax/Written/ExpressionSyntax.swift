/// A FEEL expression, or unary tests, as written in a scalar.
public struct ExpressionSyntax: Sendable, Hashable {
  /// The FEEL text, after YAML's quotes and escapes were taken away.
  public let text: String
  /// The whole scalar, quotes included.
  public let place: Place
  /// Runs of `text` that stand in the file character by character, by rising `textOffset`; empty where the scalar
  /// spans several lines.
  let runs: [Run]

  /// A run of characters that stand in the file as in the text.
  struct Run: Sendable, Hashable {
    /// UTF-8 offset in the text.
    let textOffset: Int
    /// Where the file holds it.
    let position: Position
  }

  init(text: String, place: Place, runs: [Run]) {
    self.text = text
    self.place = place
    self.runs = runs
  }

  /// The place in the file of a range of UTF-8 offsets of `text`. Exact for a scalar on one line; the whole scalar
  /// otherwise.
  public func place(of range: Range<Int>) -> Place {
    guard let start = position(of: range.lowerBound), let end = position(of: range.upperBound) else {
      return place
    }
    return Place(file: place.file, start: start, end: end)
  }

  private func position(of offset: Int) -> Position? {
    guard let run = runs.last(where: { $0.textOffset <= offset }) else { return nil }
    let bytes = text.utf8.dropFirst(run.textOffset).prefix(offset - run.textOffset)
    let characters = bytes.count { $0 & 0xC0 != 0x80 }
    return Position(
      line: run.position.line, column: run.position.column + characters,
      offset: run.position.offset + bytes.count)
  }
}
