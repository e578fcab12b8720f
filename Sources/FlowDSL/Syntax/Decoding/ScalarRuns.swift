/// From the text of a scalar back to the file it is written in.
enum ScalarRuns {
  /// The runs of a scalar on one line; none for one on several lines.
  static func runs(of scalar: Node.Scalar, at place: Place, in source: SourceText) -> [ExpressionSyntax.Run] {
    guard place.start.line == place.end.line else { return [] }
    switch scalar.style {
    case .plain: return [ExpressionSyntax.Run(textOffset: 0, position: place.start)]
    case .singleQuoted, .doubleQuoted:
      return quoted(place, in: source, isDouble: scalar.style == .doubleQuoted)
    case .literal, .folded: return []
    }
  }

  private static func quoted(_ place: Place, in source: SourceText, isDouble: Bool) -> [ExpressionSyntax.Run]
  {
    var text = source.text
    return text.withUTF8 { bytes in
      let end = min(place.end.offset, bytes.count) - 1
      var offset = place.start.offset + 1
      var column = place.start.column + 1
      var textOffset = 0
      var runs: [ExpressionSyntax.Run] = []
      func mark() {
        let position = Position(line: place.start.line, column: column, offset: offset)
        runs.append(ExpressionSyntax.Run(textOffset: textOffset, position: position))
      }
      mark()
      while offset < end {
        let (written, read) = isDouble ? escape(bytes, at: offset) : doubledQuote(bytes, at: offset)
        if written > 1 {
          mark()
          offset += written
          column += written
          textOffset += read
          mark()
        } else {
          column += bytes[offset] & 0xC0 != 0x80 ? 1 : 0
          offset += 1
          textOffset += 1
        }
      }
      return runs
    }
  }

  /// `''` stands for one quote.
  private static func doubledQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (written: Int, read: Int) {
    bytes[offset] == UInt8(ascii: "'") ? (2, 1) : (1, 1)
  }

  /// How many bytes an escape takes in the file, and how many it stands for (YAML 1.1, section 5.6).
  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (written: Int, read: Int)
  {
    guard bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count else { return (1, 1) }
    switch bytes[offset + 1] {
    case UInt8(ascii: "x"): return (4, width(bytes[offset...].dropFirst(2).prefix(2)))
    case UInt8(ascii: "u"): return (6, width(bytes[offset...].dropFirst(2).prefix(4)))
    case UInt8(ascii: "U"): return (10, width(bytes[offset...].dropFirst(2).prefix(8)))
    case UInt8(ascii: "N"), UInt8(ascii: "_"): return (2, 2)
    case UInt8(ascii: "L"), UInt8(ascii: "P"): return (2, 3)
    default: return (2, 1)
    }
  }

  private static func width(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    return value.flatMap(Unicode.Scalar.init).map(UTF8.width) ?? 1
  }
}
