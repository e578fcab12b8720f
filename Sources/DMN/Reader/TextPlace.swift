/// A place in a text file.
public struct TextPlace: Sendable, Hashable {
  /// Counted from 1.
  public let line: Int
  /// In UTF-8 bytes, counted from 1.
  public let column: Int

  /// A place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension TextPlace: CustomStringConvertible {
  /// `12:3`, as compilers write places.
  public var description: String { "\(line):\(column)" }
}
