/// A point in a file, as editors show it.
public struct Position: Sendable, Hashable, Comparable {
  /// From 1.
  public let line: Int
  /// From 1, in characters (Unicode scalars), not bytes.
  public let column: Int
  /// UTF-8 offset from the start of the file.
  public let offset: Int

  /// The first point of a file.
  public static let start = Position(line: 1, column: 1, offset: 0)

  /// A point by line, column and UTF-8 offset.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// By offset.
  public static func < (left: Position, right: Position) -> Bool { left.offset < right.offset }
}
