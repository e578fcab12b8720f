/// The powers of ten that fit in 128 bits.
enum PowersOfTen {
  private static let table: [UInt128] = {
    var powers: [UInt128] = [1]
    for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// 10^`exponent`, for 0 through 38.
  static subscript(exponent: Int) -> UInt128 { table[exponent] }

  /// The count of decimal digits; 1 for 0.
  static func digits(of value: UInt128) -> Int {
    // 1233 / 4096 is just above log10(2), which makes this the count or one less.
    let estimate = ((128 - value.leadingZeroBitCount) * 1233) >> 12
    return estimate <= 38 && value >= table[estimate] ? estimate + 1 : max(estimate, 1)
  }
}
