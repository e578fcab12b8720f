extension SourceText {
  /// A file from its bytes. A byte order mark at the start, as Windows writes it, is left out.
  ///
  /// Throws `fileTooLarge` or `invalidUTF8`, the latter at the first wrong byte.
  public init(decoding bytes: [UInt8], path: String) throws(Diagnostic) {
    if bytes.count > Limits.fileSize {
      throw Diagnostic(
        .fileTooLarge, at: Place(startOf: path),
        ["limit": String(Limits.fileSize), "found": String(bytes.count)])
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Diagnostic(.invalidUTF8, at: Self.firstFault(content, path: path))
    }
    self.init(path: path, text: text)
  }

  private static func firstFault(_ bytes: ArraySlice<UInt8>, path: String) -> Place {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var (line, column, offset) = (1, 1, 0)
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
      column = scalar == "\n" ? 1 : column + 1
      line += scalar == "\n" ? 1 : 0
    }
    let start = Position(line: line, column: column, offset: offset)
    return Place(file: path, start: start, end: Position(line: line, column: column + 1, offset: offset + 1))
  }
}
