/// Writes canonical JSON (RFC 8785) as bytes.
///
/// The caller names the fields of an object in sorted order; the writer takes care of commas, escapes and digits.
package struct CanonicalWriter {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []
  /// The levels of objects and arrays around the place.
  private(set) var level: Int
  /// The most levels there were.
  private(set) var deepest = 0
  private var needsComma = false

  /// A writer that has written nothing; `level` counts the levels that stand around what it will write.
  package init(level: Int = 0) {
    self.level = level
  }

  /// Starts over, keeping the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
    level = 0
    deepest = 0
  }

  /// `{`
  package mutating func beginObject() {
    open("{")
  }

  /// `}`
  package mutating func endObject() {
    close("}")
  }

  /// `[`
  package mutating func beginArray() {
    open("[")
  }

  /// `]`
  package mutating func endArray() {
    close("]")
  }

  /// Before each item of an array.
  package mutating func item() {
    comma()
  }

  /// The name of a field, of letters that need no escape.
  package mutating func field(_ name: StaticString) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    literal(name)
    literal("\":")
  }

  /// The name of a field, whatever it is.
  package mutating func field(named name: String) {
    comma()
    string(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// A field that holds text; nothing when there is none.
  package mutating func field(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    field(name)
    string(text)
  }

  /// `true`, `false`, `null` or other bytes that are JSON already.
  @inline(__always)
  package mutating func literal(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    needsComma = true
  }

  /// One byte of JSON.
  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// A boolean.
  package mutating func boolean(_ value: Bool) {
    literal(value ? "true" : "false")
  }

  /// A whole number. RFC 8785 writes numbers as ECMAScript does: beyond ±(2^53 − 1) the caller writes text instead.
  package mutating func integer(_ value: Int) {
    needsComma = true
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// A text with the escapes of RFC 8785, section 3.2.2.2: those of ECMAScript's `JSON.stringify`, no others.
  package mutating func string(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      if !utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
        bytes.append(contentsOf: utf8)
      } else {
        for byte in utf8 { escape(byte) }
      }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A text of lower-case hexadecimal digits.
  package mutating func hexadecimal(_ hash: Hash) {
    bytes.append(UInt8(ascii: "\""))
    withUnsafeBytes(of: hash.words) { buffer in
      for byte in buffer {
        bytes.append(Hexadecimal.digits[Int(byte >> 4)])
        bytes.append(Hexadecimal.digits[Int(byte & 15)])
      }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Bytes that are canonical JSON already.
  package mutating func canonical(_ json: some Collection<UInt8>) {
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Ends a line of JSON Lines.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func open(_ bracket: UnicodeScalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
    level += 1
    deepest = max(deepest, level)
  }

  private mutating func close(_ bracket: UnicodeScalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
    level -= 1
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): literal(#"\""#)
    case UInt8(ascii: "\\"): literal(#"\\"#)
    case 0x08: literal(#"\b"#)
    case 0x09: literal(#"\t"#)
    case 0x0A: literal(#"\n"#)
    case 0x0C: literal(#"\f"#)
    case 0x0D: literal(#"\r"#)
    case 0..<0x20:
      literal(#"\u00"#)
      bytes.append(Hexadecimal.digits[Int(byte >> 4)])
      bytes.append(Hexadecimal.digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
}
