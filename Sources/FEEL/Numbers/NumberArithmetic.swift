/// The four operations, each rounded once. Nil means past the largest decimal128, or division by 0.
extension Number {
  /// The sum.
  public func adding(_ other: Number) -> Number? {
    if high | other.high == 0 {
      let (sum, overflow) = small.addingReportingOverflow(other.small)
      if !overflow { return Number(bits: 0, UInt64(bitPattern: sum)) }
    }
    return Number.sum(parts, other.parts)
  }

  /// The difference.
  public func subtracting(_ other: Number) -> Number? {
    if high | other.high == 0 {
      let (difference, overflow) = small.subtractingReportingOverflow(other.small)
      if !overflow { return Number(bits: 0, UInt64(bitPattern: difference)) }
    }
    var negated = other.parts
    negated.negative.toggle()
    return Number.sum(parts, negated)
  }

  /// The product.
  public func multiplied(by other: Number) -> Number? {
    if high | other.high == 0 {
      let (product, overflow) = small.multipliedReportingOverflow(by: other.small)
      if !overflow { return Number(bits: 0, UInt64(bitPattern: product)) }
    }
    return Number.product(parts, other.parts)
  }

  /// The quotient; nil for a divisor of 0.
  public func divided(by other: Number) -> Number? {
    if high | other.high == 0, other.small > 0, small % other.small == 0 {
      return Number(bits: 0, UInt64(bitPattern: small / other.small))
    }
    return Number.quotient(parts, other.parts)
  }

  /// The number with the opposite sign.
  public var negated: Number {
    if isSmall, small != .min { return Number(bits: 0, UInt64(bitPattern: -small)) }
    let parts = parts
    return Number(negative: !parts.negative, coefficient: parts.coefficient, exponent: parts.exponent)
      ?? .zero
  }

  /// The number without its sign.
  public var magnitude: Number { isNegative ? negated : self }

  private static func sum(_ left: DecimalParts, _ right: DecimalParts) -> Number? {
    if left.coefficient == 0 { return Number(right) }
    if right.coefficient == 0 { return Number(left) }
    var (upper, lower) = left.exponent >= right.exponent ? (left, right) : (right, left)
    // Up to 37 digits: three more than the result keeps, so that one rounding decides.
    let shift = min(upper.exponent - lower.exponent, 37 - PowersOfTen.digits(of: upper.coefficient))
    upper.coefficient *= PowersOfTen[shift]
    upper.exponent -= shift
    var inexact = false
    let rest = upper.exponent - lower.exponent
    if rest > 0 {
      let divisor = rest <= 38 ? PowersOfTen[rest] : 0
      let kept = divisor == 0 ? 0 : lower.coefficient / divisor
      inexact = divisor == 0 || lower.coefficient % divisor != 0
      lower.coefficient = kept
    }
    if upper.negative == lower.negative {
      return Number(
        negative: upper.negative, coefficient: upper.coefficient + lower.coefficient,
        exponent: upper.exponent, inexact: inexact)
    }
    if upper.coefficient >= lower.coefficient {
      // What was cut off the subtrahend is taken off here, and comes back as "a little more".
      let difference = upper.coefficient - lower.coefficient - (inexact ? 1 : 0)
      return Number(
        negative: upper.negative, coefficient: difference, exponent: upper.exponent, inexact: inexact)
    }
    return Number(
      negative: lower.negative, coefficient: lower.coefficient - upper.coefficient, exponent: upper.exponent)
  }

  private static func product(_ left: DecimalParts, _ right: DecimalParts) -> Number? {
    let negative = left.negative != right.negative
    let exponent = left.exponent + right.exponent
    let (high, low) = left.coefficient.multipliedFullWidth(by: right.coefficient)
    if high == 0 { return Number(negative: negative, coefficient: low, exponent: exponent) }
    // Leaves 36 or 37 digits in the quotient, and the rest as "a little more".
    let drop =
      PowersOfTen.digits(of: left.coefficient) + PowersOfTen.digits(of: right.coefficient) - 37
    let (quotient, remainder) = PowersOfTen[drop].dividingFullWidth((high, low))
    return Number(
      negative: negative, coefficient: quotient, exponent: exponent + drop, inexact: remainder != 0)
  }

  private static func quotient(_ left: DecimalParts, _ right: DecimalParts) -> Number? {
    guard right.coefficient != 0 else { return nil }
    guard left.coefficient != 0 else { return .zero }
    let lift = DecimalParts.digits - PowersOfTen.digits(of: left.coefficient)
    let scale = PowersOfTen.digits(of: right.coefficient) + 1
    // The dividend has 34 digits before scaling, so that the quotient has 35 or 36.
    let dividend = (left.coefficient * PowersOfTen[lift]).multipliedFullWidth(by: PowersOfTen[scale])
    let (quotient, remainder) = right.coefficient.dividingFullWidth(dividend)
    return Number(
      negative: left.negative != right.negative, coefficient: quotient,
      exponent: left.exponent - right.exponent - lift - scale, inexact: remainder != 0)
  }

  private init?(_ parts: DecimalParts) {
    self.init(negative: parts.negative, coefficient: parts.coefficient, exponent: parts.exponent)
  }
}
