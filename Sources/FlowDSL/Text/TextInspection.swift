/// Looks at the bytes of a file before YAML does: size, tabs, and characters that cannot be seen.
package struct TextInspection {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String

  /// Bytes of valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Throws the first fault.
  func run() throws(Diagnostic) {
    if bytes.count > Limits.fileSize {
      throw Diagnostic(
        .fileTooLarge, at: Place(startOf: file),
        ["limit": String(Limits.fileSize), "found": String(bytes.count)])
    }
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte >= 0x20, byte < 0x7F {
        offset += 1
        continue
      }
      let character = scalar(at: offset)
      if byte == 0x09 { throw Diagnostic(.tab, at: place(offset, 1)) }
      let isLineBreak =
        byte == 0x0A || (byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
      if !isLineBreak, Self.isHidden(character.value) {
        throw Diagnostic(
          .controlCharacter, at: place(offset, character.length),
          ["found": "U+" + Self.hexadecimal(character.value)])
      }
      offset += character.length
    }
  }

  /// Characters that are not seen, or that make what is seen differ from what is read: controls, line breaks that editors
  /// do not show (U+0085, U+2028, U+2029), byte order marks, direction overrides (U+202A to U+202E, U+2066 to U+2069),
  /// and code points that are no characters.
  package static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  private func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    let (length, mask): (Int, UInt32) =
      switch first {
      case ..<0x80: (1, 0x7F)
      case ..<0xE0: (2, 0x1F)
      case ..<0xF0: (3, 0x0F)
      default: (4, 0x07)
      }
    var value = first & mask
    for next in bytes[offset..<min(offset + length, bytes.count)].dropFirst() {
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (value, length)
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private func place(_ offset: Int, _ length: Int) -> Place {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = 1 + before.count { $0 == 0x0A }
    let column = 1 + bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 }
    return Place(
      file: file, start: Position(line: line, column: column, offset: offset),
      end: Position(line: line, column: column + 1, offset: offset + length))
  }
}
