/// A place in a text file.
public struct TextPlace: Sendable, Hashable {
  /// The file, by the name it was read under; nil where it was given none.
  public let file: String?
  /// Counted from 1.
  public let line: Int
  /// In UTF-8 bytes, counted from 1.
  public let column: Int

  /// A place.
  public init(file: String? = nil, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension TextPlace: CustomStringConvertible {
  /// `12:3`, or `file.dmn:12:3`, as compilers write places.
  public var description: String { (file.map { "\($0):" } ?? "") + "\(line):\(column)" }
}
