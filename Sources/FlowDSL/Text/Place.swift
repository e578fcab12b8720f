/// A stretch of a file, from a start up to but not including an end.
public struct Place: Sendable, Hashable {
  /// Path inside the protocol folder, such as `reception.yaml`.
  public let file: String
  /// Its first character.
  public let start: Position
  /// The point just after its last character.
  public let end: Position

  /// A stretch of a file; an end before the start counts as the start.
  public init(file: String, start: Position, end: Position) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// The start of a file, for what concerns all of it.
  public init(startOf file: String) {
    self.init(file: file, start: .start, end: .start)
  }

  /// From the start of this place to the end of another in the same file.
  public func through(_ last: Place) -> Place {
    Place(file: file, start: start, end: last.end)
  }
}

extension Place: Comparable {
  /// By file, then by start, then by end.
  public static func < (left: Place, right: Place) -> Bool {
    (left.file, left.start, left.end) < (right.file, right.start, right.end)
  }
}
