import FEEL

/// Reads JSON (RFC 8259) as FEEL values: objects as contexts, numbers to 34 digits.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private static let depthLimit = 200

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The value of a text; nil when it is not JSON, is nested past 200 levels, or gives a name twice.
  static func value(_ text: String) -> Value? {
    var reader = JSONReader(text)
    guard let value = reader.value(depthLimit) else { return nil }
    reader.skipSpace()
    return reader.position == reader.bytes.count ? value : nil
  }

  private mutating func value(_ levels: Int) -> Value? {
    skipSpace()
    guard position < bytes.count, levels > 0 else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "{"): return object(levels)
    case UInt8(ascii: "["): return array(levels)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return take("true") ? true : nil
    case UInt8(ascii: "f"): return take("false") ? false : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func object(_ levels: Int) -> Value? {
    position += 1
    var context = Context()
    skipSpace()
    if take("}") { return .context(context) }
    repeat {
      skipSpace()
      guard let name = string(), context[name] == nil else { return nil }
      skipSpace()
      guard take(":"), let value = value(levels - 1) else { return nil }
      context[name] = value
      skipSpace()
    } while take(",")
    return take("}") ? .context(context) : nil
  }

  private mutating func array(_ levels: Int) -> Value? {
    position += 1
    var items: [Value] = []
    skipSpace()
    if take("]") { return .list(items) }
    repeat {
      guard let item = value(levels - 1) else { return nil }
      items.append(item)
      skipSpace()
    } while take(",")
    return take("]") ? .list(items) : nil
  }

  private mutating func number() -> Value? {
    let start = position
    while position < bytes.count, "+-.0123456789eE".utf8.contains(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let last = text.utf8.last, 0x30...0x39 ~= last, !text.hasPrefix("+"), !text.hasPrefix(".") else {
      return nil
    }
    return Number(text).map { .number($0) }
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        content += Array(String(Character(scalar)).utf8)
      case 0..<0x20: return nil
      default: content.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let first = unit() else { return nil }
      guard 0xD800...0xDBFF ~= first else { return Unicode.Scalar(first) }
      guard take("\\u"), let second = unit(), 0xDC00...0xDFFF ~= second else { return nil }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    default: return nil
    }
  }

  private mutating func unit() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    let text = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    position += 4
    return text.allSatisfy(\.isHexDigit) ? UInt32(text, radix: 16) : nil
  }

  private mutating func skipSpace() {
    while position < bytes.count, " \t\n\r".utf8.contains(bytes[position]) { position += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }
}
