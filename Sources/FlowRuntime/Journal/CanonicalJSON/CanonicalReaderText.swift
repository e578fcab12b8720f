extension CanonicalReader {
  /// A text in quotes, with the escapes that RFC 8785 writes and no others.
  package mutating func string() throws(ReadingFault) -> String {
    try take(UInt8(ascii: "\""))
    let start = offset
    var seen: UInt8 = 0
    while let byte = next {
      seen |= byte
      switch byte {
      case UInt8(ascii: "\""):
        let content = bytes[start..<offset]
        let text = seen < 0x80 ? String(decoding: content, as: UTF8.self) : try text(content)
        offset += 1
        return text
      case UInt8(ascii: "\\"):
        return try escapedString(from: start)
      case 0..<0x20:
        throw .controlCharacter
      default:
        offset += 1
      }
    }
    throw .ends
  }

  /// The rest of a text in which an escape was met.
  private mutating func escapedString(from start: Int) throws(ReadingFault) -> String {
    var content = Array(bytes[start..<offset])
    while let byte = next {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return try text(content[...])
      case UInt8(ascii: "\\"): content.append(try escape())
      case 0..<0x20:
        offset -= 1
        throw .controlCharacter
      default: content.append(byte)
      }
    }
    throw .ends
  }

  /// The byte that an escape stands for.
  private mutating func escape() throws(ReadingFault) -> UInt8 {
    guard let letter = next else { throw .ends }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return letter
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "u"):
      // Only control characters without a short form are written so.
      guard takes("00"), let high = digit(), let low = digit() else { throw .escape }
      let byte = high << 4 | low
      guard byte < 0x20, ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) else { throw .escape }
      return byte
    default: throw .escape
    }
  }

  private mutating func digit() -> UInt8? {
    guard let byte = next, let value = Hexadecimal.value(byte) else { return nil }
    offset += 1
    return value
  }

  private func text(_ content: ArraySlice<UInt8>) throws(ReadingFault) -> String {
    guard let text = String(validating: content, as: UTF8.self) else { throw .invalidUTF8 }
    return text
  }

  /// Passes over any JSON value and gives its bytes; only its strings and brackets are looked at.
  package mutating func skip() throws(ReadingFault) -> ArraySlice<UInt8> {
    let start = offset
    // Two levels more than an entry has, for the line of a trace around it.
    let deepest = JournalLimits.depth + 2
    var open = 0
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        try skipString()
        if open == 0 { return bytes[start..<offset] }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open += 1
        guard level + open <= deepest else { throw .tooDeep }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard open > 0 else { return try skipped(from: start) }
        open -= 1
        if open == 0 {
          offset += 1
          return bytes[start..<offset]
        }
      case UInt8(ascii: ","):
        guard open > 0 else { return try skipped(from: start) }
      default: break
      }
      offset += 1
    }
    guard open == 0 else { throw .ends }
    return try skipped(from: start)
  }

  private func skipped(from start: Int) throws(ReadingFault) -> ArraySlice<UInt8> {
    guard offset > start else { throw next == nil ? .ends : .expected("value") }
    return bytes[start..<offset]
  }

  private mutating func skipString() throws(ReadingFault) {
    offset += 1
    while let byte = next {
      offset += 1
      if byte == UInt8(ascii: "\"") { return }
      if byte == UInt8(ascii: "\\") { offset += 1 }
    }
    throw .ends
  }
}
