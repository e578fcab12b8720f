/// Powers, roots and logarithms, by series and iteration in decimal arithmetic: close to 34 digits, not always the last one.
extension Number {
  /// The square root; nil below 0.
  public var squareRoot: Number? {
    guard !isNegative else { return nil }
    guard self != .zero else { return .zero }
    let parts = parts
    // Starts within a factor of ten; each step doubles the digits.
    let place = PowersOfTen.digits(of: parts.coefficient) + parts.exponent
    var guess = Number(negative: false, coefficient: 1, exponent: place >> 1) ?? .one
    for _ in 0..<24 {
      guard let ratio = divided(by: guess), let sum = guess.adding(ratio), let next = sum.divided(by: 2)
      else {
        return nil
      }
      if next == guess { break }
      guess = next
    }
    return guess
  }

  /// e to the power of this number; nil when past the largest number.
  public var exponential: Number? {
    guard let whole = floor.integer, abs(whole) < 15_000 else { return isNegative ? .zero : nil }
    guard let fraction = subtracting(Number(whole)), let base = Number.e.power(of: whole) else {
      return isNegative ? .zero : nil
    }
    var term = Number.one
    var sum = Number.one
    for index in 1...40 {
      guard let next = term.multiplied(by: fraction)?.divided(by: Number(index)), let total = sum.adding(next)
      else { return nil }
      if total == sum { break }
      term = next
      sum = total
    }
    return sum.multiplied(by: base)
  }

  /// The natural logarithm; nil for 0 and below.
  public var naturalLogarithm: Number? {
    guard !isNegative, self != .zero else { return nil }
    let parts = parts
    let place = PowersOfTen.digits(of: parts.coefficient) - 1
    guard
      let mantissa = Number(negative: false, coefficient: parts.coefficient, exponent: -place),
      let root = mantissa.squareRoot?.squareRoot?.squareRoot,
      let ratio = root.subtracting(.one)?.divided(by: root.adding(.one) ?? .one),
      let square = ratio.multiplied(by: ratio)
    else { return nil }
    // ln r = 2 (z + z³/3 + z⁵/5 …) with z = (r - 1) / (r + 1), and ln m = 8 ln r.
    var power = ratio
    var sum = ratio
    for index in stride(from: 3, through: 81, by: 2) {
      guard let next = power.multiplied(by: square), let term = next.divided(by: Number(index)),
        let total = sum.adding(term)
      else { return nil }
      if total == sum { break }
      power = next
      sum = total
    }
    let tens = Number(place + parts.exponent).multiplied(by: .naturalLogarithmOfTen) ?? .zero
    return sum.multiplied(by: 16)?.adding(tens)
  }

  /// This number to the power of `exponent`; nil when there is no such real number, or it is too large.
  public func power(_ exponent: Number) -> Number? {
    if let whole = exponent.integer { return power(of: whole) }
    guard !isNegative else { return nil }
    if self == .zero { return exponent.isNegative ? nil : .zero }
    if exponent == Number("0.5") { return squareRoot }
    return naturalLogarithm?.multiplied(by: exponent)?.exponential
  }

  private func power(of exponent: Int) -> Number? {
    guard exponent >= 0 else { return inverse(ofPower: exponent.magnitude) }
    var result = Number.one
    var base = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 {
        guard let product = result.multiplied(by: base) else { return nil }
        result = product
      }
      rest >>= 1
      if rest > 0 {
        guard let square = base.multiplied(by: base) else { return nil }
        base = square
      }
    }
    return result
  }

  /// 1 ÷ this number to the power of `exponent`, in two halves: the power itself may be too large where its inverse is not
  /// too small.
  private func inverse(ofPower exponent: UInt) -> Number? {
    guard self != .zero else { return nil }
    guard let half = power(of: Int(exponent / 2)), let rest = power(of: Int(exponent - exponent / 2)) else {
      // Past 10^12,000: the inverse is too small for any digit.
      return .zero
    }
    return Number.one.divided(by: half)?.divided(by: rest)
  }

  private static let e = Number("2.718281828459045235360287471352662498") ?? .one
  private static let naturalLogarithmOfTen = Number("2.302585092994045684017991454684364208") ?? .one
}
