/// How a number is brought to fewer digits.
public enum RoundingMode: Sendable {
  case halfEven, halfUp, halfDown, up, down, floor, ceiling
}

extension Number {
  /// The nearest number with at most `scale` digits after the point (negative: whole tens, hundreds …).
  ///
  /// Nil when the result is past the largest decimal128.
  public func rounded(scale: Int, _ mode: RoundingMode) -> Number? {
    if isSmall, scale >= 0 { return self }
    let parts = parts
    let drop = -scale - parts.exponent
    guard drop > 0 else { return self }
    // Past 38 digits nothing of a 34-digit coefficient is left, and it is below half.
    let divisor = PowersOfTen[min(drop, 38)]
    var (quotient, remainder) = parts.coefficient.quotientAndRemainder(dividingBy: divisor)
    let half = divisor / 2
    let up =
      switch mode {
      case .halfEven: remainder > half || (remainder == half && quotient & 1 == 1)
      case .halfUp: remainder >= half
      case .halfDown: remainder > half
      case .up: remainder != 0
      case .down: false
      case .floor: remainder != 0 && parts.negative
      case .ceiling: remainder != 0 && !parts.negative
      }
    if up { quotient += 1 }
    return Number(negative: parts.negative, coefficient: quotient, exponent: -scale)
  }

  /// The largest whole number that is not above this one.
  public var floor: Number { rounded(scale: 0, .floor) ?? self }

  /// The whole number between this one and 0.
  public var truncated: Number { rounded(scale: 0, .down) ?? self }

  /// `self - divisor × floor(self ÷ divisor)`, computed exactly and rounded once: the sign is the divisor's. Nil for
  /// divisor 0.
  public func modulo(_ divisor: Number) -> Number? {
    guard divisor != .zero else { return nil }
    if isSmall, divisor.isSmall, divisor.small != -1 {
      let rest = small % divisor.small
      let shifted = rest != 0 && (rest < 0) != (divisor.small < 0) ? rest + divisor.small : rest
      return Number(bits: 0, UInt64(bitPattern: shifted))
    }
    let parts = divisor.parts
    let rest = self.parts.remainder(dividingBy: parts)
    guard rest.coefficient != 0 else { return .zero }
    let number = Number(negative: parts.negative, coefficient: rest.coefficient, exponent: rest.exponent)
    // Towards minus infinity: with different signs, what is missing to the next multiple.
    return isNegative == parts.negative ? number : number.flatMap { divisor.subtracting($0) }
  }
}
