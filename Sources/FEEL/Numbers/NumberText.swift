extension Number: CustomStringConvertible, LosslessStringConvertible {
  /// Reads `12`, `-0.5`, `.5` or `1.2E-3`; digits past the 34th are rounded half to even. Nil for anything else.
  public init?(_ text: String) {
    var text = text
    let number = text.withUTF8 { Number(utf8: $0) }
    guard let number else { return nil }
    self = number
  }

  /// Reads a number from UTF-8 bytes.
  init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { index = 1 }
    var coefficient: UInt128 = 0
    var exponent = 0
    var inexact = false
    var digits = 0
    var seenPoint = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
      } else if let digit = Number.digit(byte) {
        digits += 1
        if coefficient < PowersOfTen[37] {
          coefficient = coefficient * 10 + UInt128(digit)
          if seenPoint { exponent -= 1 }
        } else {
          inexact = inexact || digit != 0
          if !seenPoint { exponent += 1 }
        }
      } else {
        break
      }
      index += 1
    }
    guard digits > 0, bytes[index - 1] != UInt8(ascii: ".") else { return nil }
    if index < bytes.count {
      guard let power = Number.exponent(bytes, from: index) else { return nil }
      exponent += power
    }
    self.init(negative: negative, coefficient: coefficient, exponent: exponent, inexact: inexact)
  }

  private static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var index = start + 1
    var sign = 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      sign = bytes[index] == UInt8(ascii: "-") ? -1 : 1
      index += 1
    }
    guard index < bytes.count else { return nil }
    var power = 0
    for byte in bytes[index...] {
      guard let digit = digit(byte) else { return nil }
      power = min(power * 10 + digit, 100_000)
    }
    return sign * power
  }

  private static func digit(_ byte: UInt8) -> Int? {
    byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil
  }

  /// The number in plain digits, without an exponent: `12`, `-0.5`.
  public var description: String {
    if isSmall { return String(small) }
    let parts = parts
    var digits = String(parts.coefficient)
    if parts.exponent >= 0 {
      digits += String(repeating: "0", count: parts.exponent)
    } else {
      let point = digits.count + parts.exponent
      if point > 0 {
        digits.insert(".", at: digits.index(digits.startIndex, offsetBy: point))
      } else {
        digits = "0." + String(repeating: "0", count: -point) + digits
      }
    }
    return (parts.negative ? "-" : "") + digits
  }
}
