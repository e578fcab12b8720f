/// Bytes as pairs of lower-case hexadecimal digits.
enum Hexadecimal {
  /// The digits of 0 through 15.
  static let digits: [UInt8] = Array("0123456789abcdef".utf8)

  /// What a digit stands for; nil for other bytes, upper-case letters among them.
  @inline(__always)
  static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }

  /// The bytes that digits stand for; nil when one is no digit or their count is odd.
  static func bytes(_ digits: some Collection<UInt8>) -> [UInt8]? {
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for digit in digits {
      guard let value = value(digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }

  /// Reads 64 digits at a place, which the caller knows to be there; `false` when one is no digit.
  ///
  /// Without a branch for each digit: this runs twice for every entry that is verified.
  static func read(_ digits: [UInt8], at place: Int, into words: inout SIMD4<UInt64>) -> Bool {
    digits[place..<(place + 64)].withUnsafeBufferPointer { source in
      withUnsafeMutableBytes(of: &words) { target in
        var wrong: UInt8 = 0
        for index in 0..<32 {
          let high = nibble(source[index * 2], &wrong)
          let low = nibble(source[index * 2 + 1], &wrong)
          target[index] = high << 4 | low
        }
        return wrong == 0
      }
    }
  }

  /// The digit's value; `wrong` is not 0 any more when it is none.
  @inline(__always)
  private static func nibble(_ digit: UInt8, _ wrong: inout UInt8) -> UInt8 {
    let number = digit &- 0x30
    let letter = digit &- 0x61
    let isLetter: UInt8 = letter < 6 ? 0xFF : 0
    wrong |= number < 10 ? 0 : ~isLetter
    return (number & ~isLetter) | ((letter &+ 10) & isLetter)
  }

  /// The digits of bytes.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
