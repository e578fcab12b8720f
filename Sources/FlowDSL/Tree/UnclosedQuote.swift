/// Finds the quote that was opened and not closed, where reading stopped further down.
///
/// The quotes after it then open where they should close: the first that closes right before other words gives it away.
enum UnclosedQuote {
  /// The UTF-8 offset of that quote, among the bytes up to a fault.
  static func offset(in bytes: UnsafeBufferPointer<UInt8>, upTo fault: Int) -> Int? {
    var index = 0
    var mayOpen = true
    var depth = 0
    var hasColon = false
    var block: Int?
    while index < bytes.count, index <= fault {
      if isLineStart(index, bytes) {
        let indent = bytes[index...].prefix { $0 == space }.count
        if let inside = block {
          let isBlank = index + indent >= bytes.count || bytes[index + indent] == newline
          if isBlank || indent > inside {
            index = (bytes[index...].firstIndex(of: newline) ?? bytes.count) + 1
            continue
          }
          block = nil
        }
        mayOpen = true
        if depth == 0 { hasColon = false }
      }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard mayOpen else { break }
        guard let end = end(of: index, byte, bytes), end <= fault else {
          return end(of: index, byte, bytes) == nil ? index : nil
        }
        if end < bytes.count, !mayFollow(bytes[end]) {
          let isOneLine = !bytes[index..<end].contains(newline)
          // An apostrophe within single quotes has words of its own.
          return isOneLine && byte == UInt8(ascii: "'") ? nil : index
        }
        index = end
        mayOpen = false
        continue
      case UInt8(ascii: "#") where index == 0 || bytes[index - 1] == space || bytes[index - 1] == newline:
        index = bytes[index...].firstIndex(of: newline) ?? bytes.count
        continue
      case UInt8(ascii: "|"), UInt8(ascii: ">"):
        if mayOpen, endsLine(after: index, bytes) { block = indentOfLine(at: index, bytes) }
        mayOpen = false
      case space: break
      case UInt8(ascii: ":"):
        mayOpen =
          (depth > 0 || !hasColon) && index + 1 < bytes.count
          && (bytes[index + 1] == space || bytes[index + 1] == newline)
        hasColon = hasColon || mayOpen
      case UInt8(ascii: "-"):
        mayOpen = mayOpen && index + 1 < bytes.count && bytes[index + 1] == space
      case UInt8(ascii: ","): mayOpen = depth > 0
      case UInt8(ascii: "["), UInt8(ascii: "{"): if mayOpen { depth += 1 }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(0, depth - 1)
        mayOpen = false
      default:
        // Words without quotes that stand as a value go on to the end of their line.
        if depth == 0, hasColon, mayOpen {
          index = (bytes[index...].firstIndex(of: newline) ?? bytes.count) - 1
        }
        mayOpen = false
      }
      index += 1
    }
    return nil
  }

  private static let space = UInt8(ascii: " ")
  private static let newline = UInt8(ascii: "\n")

  private static func isLineStart(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index == 0 || bytes[index - 1] == newline
  }

  /// The offset after the quote that closes; `nil` where none does.
  private static func end(of start: Int, _ quote: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] == quote {
        guard quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote else {
          return index + 1
        }
        index += 2
      } else {
        index += 1
      }
    }
    return nil
  }

  private static func mayFollow(_ byte: UInt8) -> Bool {
    [
      space, newline, UInt8(ascii: "\r"), UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: ":"),
    ]
    .contains(byte)
  }

  private static func endsLine(after index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[(index + 1)...].prefix { $0 != newline }.allSatisfy {
      [space, UInt8(ascii: "-"), UInt8(ascii: "+")].contains($0)
    }
  }

  private static func indentOfLine(at index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let start = bytes[..<index].lastIndex(of: newline).map { $0 + 1 } ?? 0
    return bytes[start...].prefix { $0 == space }.count
  }
}
