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

  /// The same with the path of the file as seen from outside the folder that it is in.
  func moved(into folder: String) -> Place {
    Place(file: file.moved(into: folder), start: start, end: end)
  }

  /// Whether another stretch of the same file lies inside.
  func contains(_ other: Place) -> Bool {
    file == other.file && start <= other.start && other.end <= end
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

extension String {
  /// A path inside a folder, as seen from where the folder is named so.
  fileprivate func moved(into folder: String) -> String {
    if folder.isEmpty || folder == "." || self == folder || hasPrefix("/") { return self }
    return folder.hasSuffix("/") ? folder + self : folder + "/" + self
  }
}

extension SourceText {
  /// The same with its path as seen from outside the folder that it is in.
  public func moved(into folder: String) -> SourceText {
    SourceText(path: path.moved(into: folder), text: text)
  }
}
