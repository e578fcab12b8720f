import FEEL

/// Reads JSON (RFC 8259) as FEEL values: objects as contexts, numbers to 34 digits.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private static let depthLimit = 200

  /// Why a text is not read, and where.
  struct Fault: Error, Sendable, Hashable {
    enum Kind: Sendable, Hashable {
      /// Something else than JSON has there.
      case unexpected
      /// A name that the object has already: it would not be clear which counts.
      case nameTwice(String)
      /// No number as JSON writes one, or one past 10^6144.
      case number
      /// Values in values, past 200 levels.
      case tooDeep
    }

    let kind: Kind
    /// Both counted from 1, the column in bytes.
    let line, column: Int
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
    // What Windows' editors write before the text (RFC 8259, 8.1: it may be passed over).
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The value of a text; nil when it is not JSON, is nested past 200 levels, or gives a name twice.
  static func value(_ text: String) -> Value? { try? read(text) }

  /// The value of a text.
  static func read(_ text: String) throws(Fault) -> Value {
    var reader = JSONReader(text)
    let value = try reader.value(depthLimit)
    reader.skipSpace()
    guard reader.position == reader.bytes.count else { throw reader.fault(.unexpected) }
    return value
  }

  private func fault(_ kind: Fault.Kind, at place: Int? = nil) -> Fault {
    let before = bytes[..<min(place ?? position, bytes.count)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return Fault(
      kind: kind, line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: before.count - lineStart + 1)
  }

  private mutating func value(_ levels: Int) throws(Fault) -> Value {
    skipSpace()
    guard levels > 0 else { throw fault(.tooDeep) }
    guard position < bytes.count else { throw fault(.unexpected) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(levels)
    case UInt8(ascii: "["): return try array(levels)
    case UInt8(ascii: "\""):
      let start = position
      guard let text = string() else { throw fault(.unexpected, at: start) }
      return .string(text)
    case UInt8(ascii: "t") where take("true"): return true
    case UInt8(ascii: "f") where take("false"): return false
    case UInt8(ascii: "n") where take("null"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), 0x30...0x39: return try number()
    default: throw fault(.unexpected)
    }
  }

  private mutating func object(_ levels: Int) throws(Fault) -> Value {
    position += 1
    var context = Context()
    skipSpace()
    if take("}") { return .context(context) }
    repeat {
      skipSpace()
      let start = position
      guard let name = string() else { throw fault(.unexpected, at: start) }
      guard context[name] == nil else { throw fault(.nameTwice(name), at: start) }
      skipSpace()
      guard take(":") else { throw fault(.unexpected) }
      context[name] = try value(levels - 1)
      skipSpace()
    } while take(",")
    guard take("}") else { throw fault(.unexpected) }
    return .context(context)
  }

  private mutating func array(_ levels: Int) throws(Fault) -> Value {
    position += 1
    var items: [Value] = []
    skipSpace()
    if take("]") { return .list(items) }
    repeat {
      items.append(try value(levels - 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw fault(.unexpected) }
    return .list(items)
  }

  /// `-`, digits without a zero before others, a point with digits after it, an exponent with digits (RFC 8259, 6).
  private mutating func number() throws(Fault) -> Value {
    let start = position
    _ = take("-")
    let isZero = take("0")
    var isWhole = isZero ? !digits() : digits()
    if take(".") { isWhole = digits() && isWhole }
    if take("e") || take("E") {
      if !take("-") { _ = take("+") }
      isWhole = digits() && isWhole
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard isWhole, let number = Number(text) else { throw fault(.number, at: start) }
    return .number(number)
  }

  /// Takes digits; gives whether there are any.
  private mutating func digits() -> Bool {
    let start = position
    while position < bytes.count, 0x30...0x39 ~= bytes[position] { position += 1 }
    return position > start
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
