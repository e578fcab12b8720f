import DMN

/// Finds the places that the reader of DMN models tells, which count bytes, in the text of a file.
struct ModelPlaces {
  private let file: String
  private let bytes: [UInt8]

  init(_ source: SourceText) {
    file = source.path
    bytes = Array(source.text.utf8)
  }

  /// From where an element begins through its name.
  func element(at place: TextPlace) -> Place {
    let start = offset(of: place)
    var end = start
    while end < bytes.count, !" />\t\r\n".utf8.contains(bytes[end]) { end += 1 }
    return self.place(start..<max(end, start))
  }

  /// The range of a text that begins at a place; characters written as entities are one character in it.
  func place(of range: Range<Int>, from place: TextPlace) -> Place {
    let start = offset(of: place)
    let first = offset(after: range.lowerBound, from: start)
    return self.place(first..<max(first, offset(after: range.upperBound, from: start)))
  }

  private func offset(of place: TextPlace) -> Int {
    var line = 1
    var offset = 0
    while line < place.line, offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\n") { line += 1 }
      offset += 1
    }
    return min(offset + place.column - 1, bytes.count)
  }

  private func place(_ range: Range<Int>) -> Place {
    Place(file: file, start: position(at: range.lowerBound), end: position(at: range.upperBound))
  }

  private func position(at offset: Int) -> Position {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return Position(
      line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1, offset: offset)
  }

  /// Where in the file a text that begins at `start` has come so many bytes far.
  private func offset(after count: Int, from start: Int) -> Int {
    var (offset, read, isVerbatim) = (start, 0, false)
    while offset < bytes.count {
      if starts(with: "<![CDATA[", at: offset) {
        isVerbatim = true
        offset += 9
        continue
      }
      if read >= count { return offset }
      if isVerbatim, starts(with: "]]>", at: offset) {
        isVerbatim = false
        offset += 3
      } else if !isVerbatim, bytes[offset] == UInt8(ascii: "<") {
        return offset
      } else if !isVerbatim, bytes[offset] == UInt8(ascii: "&") {
        let name = bytes[(offset + 1)...].prefix { $0 != UInt8(ascii: ";") }
        read += length(ofEntity: String(decoding: name, as: UTF8.self))
        offset += name.count + 2
      } else {
        read += 1
        offset += starts(with: "\r\n", at: offset) ? 2 : 1
      }
    }
    return bytes.count
  }

  /// How many bytes the character has that an entity stands for.
  private func length(ofEntity name: String) -> Int {
    guard name.hasPrefix("#") else { return 1 }
    let digits = name.dropFirst()
    let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { UTF8.width($0) } ?? 1
  }

  private func starts(with text: StaticString, at offset: Int) -> Bool {
    text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
  }
}
