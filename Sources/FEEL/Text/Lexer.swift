/// Cuts an expression's text into tokens; skips white space and comments.
struct Lexer {
  private let bytes: [UInt8]
  private var position = 0
  private var tokens: [Token] = []
  private var faults: [Fault] = []

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The tokens of a text, with one of kind `end` at the end.
  static func tokens(of text: String) throws(CompilationFailure) -> [Token] {
    guard text.utf8.count <= Limits.textLength else {
      let fault = Fault(.textTooLong(limit: Limits.textLength), at: 0..<text.utf8.count)
      throw CompilationFailure(faults: [fault])
    }
    var lexer = Lexer(text)
    lexer.run()
    guard lexer.faults.isEmpty else { throw CompilationFailure(faults: lexer.faults) }
    return lexer.tokens
  }

  private mutating func run() {
    while skipSpace(), position < bytes.count {
      let start = position
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        string()
      } else if byte.isDigit
        || (byte == UInt8(ascii: ".") && position + 1 < bytes.count && bytes[position + 1].isDigit)
      {
        number()
        add(.number, from: start)
      } else if let scalar = scalar(at: position), scalar.value.isNameStart {
        word()
        add(.word, from: start)
      } else if let symbol = Symbol.allCases.first(where: {
        bytes[position...].starts(with: $0.rawValue.utf8)
      }) {
        position += symbol.rawValue.utf8.count
        add(.symbol(symbol), from: start)
      } else {
        position += scalar(at: position)?.length ?? 1
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        faults.append(Fault(.invalidCharacter(text), at: start..<position))
      }
    }
    tokens.append(Token(kind: .end, text: "", range: bytes.count..<bytes.count))
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    tokens.append(Token(kind: kind, text: text, range: start..<position))
  }

  /// Skips to the next token; false never (so that it reads well in a condition).
  private mutating func skipSpace() -> Bool {
    while position < bytes.count {
      if bytes[position...].starts(with: "//".utf8) {
        while position < bytes.count, !bytes[position].endsLine { position += 1 }
      } else if bytes[position...].starts(with: "/*".utf8) {
        skipBlockComment()
      } else if let scalar = scalar(at: position), scalar.value.isFEELSpace {
        position += scalar.length
      } else {
        break
      }
    }
    return true
  }

  private mutating func skipBlockComment() {
    let start = position
    position += 2
    while position < bytes.count, !bytes[position...].starts(with: "*/".utf8) { position += 1 }
    if position < bytes.count {
      position += 2
    } else {
      faults.append(Fault(.unterminatedComment, at: start..<bytes.count))
    }
  }

  private mutating func number() {
    skipDigits()
    if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "."), bytes[position + 1].isDigit {
      position += 1
      skipDigits()
    }
    // An exponent only when digits follow: `2em` is a number and a name.
    guard position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") else { return }
    var next = position + 1
    if next < bytes.count, bytes[next] == UInt8(ascii: "+") || bytes[next] == UInt8(ascii: "-") { next += 1 }
    guard next < bytes.count, bytes[next].isDigit else { return }
    position = next
    skipDigits()
  }

  private mutating func skipDigits() {
    while position < bytes.count, bytes[position].isDigit { position += 1 }
  }

  private mutating func word() {
    while let scalar = scalar(at: position), scalar.value.isNamePart { position += scalar.length }
  }

  private mutating func string() {
    let start = position
    position += 1
    var content = String.UnicodeScalarView()
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        escape(into: &content)
      } else if let scalar = scalar(at: position) {
        content.append(scalar.value)
        position += scalar.length
      }
    }
    guard position < bytes.count else {
      faults.append(Fault(.unterminatedString, at: start..<bytes.count))
      return
    }
    position += 1
    add(.string(String(content)), from: start)
  }

  /// Resolves an escape; a backslash before anything else stands for itself, as regular expressions need it.
  private mutating func escape(into content: inout String.UnicodeScalarView) {
    let start = position
    position += 1
    let letter = position < bytes.count ? bytes[position] : 0
    switch letter {
    case UInt8(ascii: "n"): content.append("\n")
    case UInt8(ascii: "r"): content.append("\r")
    case UInt8(ascii: "t"): content.append("\t")
    case UInt8(ascii: "\""): content.append("\"")
    case UInt8(ascii: "'"): content.append("'")
    case UInt8(ascii: "\\"): content.append("\\")
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      codePoint(digits: letter == UInt8(ascii: "u") ? 4 : 6, from: start, into: &content)
      return
    default:
      content.append("\\")
      return
    }
    position += 1
  }

  private mutating func codePoint(digits: Int, from start: Int, into content: inout String.UnicodeScalarView)
  {
    guard var value = hexadecimal(at: position + 1, digits: digits) else {
      position += 1
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      faults.append(Fault(.invalidEscape(text), at: start..<position))
      return
    }
    position += 1 + digits
    // Two escapes may spell one code point as UTF-16 does.
    if 0xD800...0xDBFF ~= value, bytes[position...].starts(with: "\\u".utf8),
      let low = hexadecimal(at: position + 2, digits: 4), 0xDC00...0xDFFF ~= low
    {
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      position += 6
    }
    guard let scalar = Unicode.Scalar(value) else {
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      faults.append(Fault(.invalidEscape(text), at: start..<position))
      return
    }
    content.append(scalar)
  }

  private func hexadecimal(at start: Int, digits: Int) -> UInt32? {
    guard start + digits <= bytes.count else { return nil }
    let text = String(decoding: bytes[start..<start + digits], as: UTF8.self)
    return text.allSatisfy(\.isHexDigit) ? UInt32(text, radix: 16) : nil
  }

  /// The code point at a position; nil at the end. The bytes come from a `String` and are well formed.
  private func scalar(at position: Int) -> (value: Unicode.Scalar, length: Int)? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    let end = min(position + length, bytes.count)
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    return (text.unicodeScalars.first ?? "\u{FFFD}", length)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { 0x30...0x39 ~= self }

  /// LF, or CR: files of some editors have no other.
  fileprivate var endsLine: Bool { self == 0x0A || self == 0x0D }
}
