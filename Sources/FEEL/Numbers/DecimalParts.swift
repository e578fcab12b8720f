/// A number taken apart: sign, coefficient and exponent of ten.
struct DecimalParts {
  var negative: Bool
  /// Below 10^34.
  var coefficient: UInt128
  var exponent: Int

  static let digits = 34
  static let largestExponent = 6111
  static let smallestExponent = -6176
  static let bias = 6177

  /// The value as an exact order: signs, then magnitudes brought to the same exponent.
  func isLess(than other: DecimalParts) -> Bool {
    if coefficient == 0 { return other.coefficient != 0 && !other.negative }
    if other.coefficient == 0 { return negative }
    if negative != other.negative { return negative }
    return negative ? other.isSmallerMagnitude(than: self) : isSmallerMagnitude(than: other)
  }

  /// What is left of the magnitude when the other is taken off as often as it goes, exactly.
  ///
  /// - Precondition: the other is not 0.
  func remainder(dividingBy other: DecimalParts) -> (coefficient: UInt128, exponent: Int) {
    let shift = exponent - other.exponent
    guard shift < 0 else {
      // coefficient × 10^shift, modulo the other's coefficient; both stay below 10^34.
      var rest = coefficient % other.coefficient
      var power = 10 % other.coefficient
      var left = shift
      while left > 0 {
        if left & 1 == 1 { rest = DecimalParts.product(rest, power, modulo: other.coefficient) }
        power = DecimalParts.product(power, power, modulo: other.coefficient)
        left >>= 1
      }
      return (rest, other.exponent)
    }
    guard PowersOfTen.digits(of: other.coefficient) - shift <= DecimalParts.digits else {
      return (coefficient, exponent)
    }
    return (coefficient % (other.coefficient * PowersOfTen[-shift]), exponent)
  }

  private static func product(_ left: UInt128, _ right: UInt128, modulo: UInt128) -> UInt128 {
    modulo.dividingFullWidth(left.multipliedFullWidth(by: right)).remainder
  }

  private func isSmallerMagnitude(than other: DecimalParts) -> Bool {
    let place = PowersOfTen.digits(of: coefficient) + exponent
    let otherPlace = PowersOfTen.digits(of: other.coefficient) + other.exponent
    guard place == otherPlace else { return place < otherPlace }
    // Same leading place: the difference of exponents is at most 33, so the scaled coefficient keeps 34 digits.
    if exponent >= other.exponent {
      return coefficient * PowersOfTen[exponent - other.exponent] < other.coefficient
    }
    return coefficient < other.coefficient * PowersOfTen[other.exponent - exponent]
  }
}

extension Number {
  /// The number taken apart.
  var parts: DecimalParts {
    if isSmall {
      return DecimalParts(negative: small < 0, coefficient: UInt128(small.magnitude), exponent: 0)
    }
    let coefficient = UInt128(high & ((1 << 49) - 1)) << 64 | UInt128(low)
    let exponent = Int(high >> 49 & 0x3FFF) - DecimalParts.bias
    return DecimalParts(negative: high >> 63 == 1, coefficient: coefficient, exponent: exponent)
  }

  /// The nearest number (half to even) to `coefficient` × 10^`exponent`, where `inexact` says that the true coefficient
  /// lies above by less than 1 (then the coefficient must have more than 34 digits).
  ///
  /// Nil when the magnitude is past the largest decimal128.
  init?(negative: Bool, coefficient: UInt128, exponent: Int, inexact: Bool = false) {
    var coefficient = coefficient
    var exponent = exponent
    let drop = max(
      PowersOfTen.digits(of: coefficient) - DecimalParts.digits, DecimalParts.smallestExponent - exponent)
    if drop > 0 {
      guard drop <= 38 else {
        self = .zero
        return
      }
      let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: PowersOfTen[drop])
      let half = PowersOfTen[drop] / 2
      let up =
        remainder > half || (remainder == half && (inexact || quotient & 1 == 1))
      coefficient = quotient + (up ? 1 : 0)
      exponent += drop
    }
    self.init(negative: negative, canonical: coefficient, exponent: exponent)
  }

  /// Brings a coefficient of at most 34 digits (or 10^34 itself) to the one representation.
  private init?(negative: Bool, canonical coefficient: UInt128, exponent: Int) {
    var coefficient = coefficient
    var exponent = exponent
    if coefficient == 0 {
      self = .zero
      return
    }
    if coefficient == PowersOfTen[34] {
      coefficient = PowersOfTen[33]
      exponent += 1
    }
    if exponent > 0 {
      let shift = min(exponent, DecimalParts.digits - PowersOfTen.digits(of: coefficient))
      coefficient *= PowersOfTen[shift]
      exponent -= shift
    } else {
      for step in [16, 8, 4, 2, 1] where exponent <= -step {
        let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: PowersOfTen[step])
        if remainder == 0 {
          coefficient = quotient
          exponent += step
        }
      }
      // The binary steps strip up to 31 zeros; at most 3 more can be left.
      while exponent < 0, coefficient % 10 == 0 {
        coefficient /= 10
        exponent += 1
      }
    }
    guard exponent <= DecimalParts.largestExponent else { return nil }
    if exponent == 0, coefficient <= UInt128(Int64.max) {
      let value = Int64(coefficient)
      self.init(bits: 0, UInt64(bitPattern: negative ? -value : value))
    } else if exponent == 0, negative, coefficient == UInt128(Int64.min.magnitude) {
      self.init(bits: 0, UInt64(bitPattern: Int64.min))
    } else {
      let sign: UInt64 = negative ? 1 << 63 : 0
      let place = UInt64(exponent + DecimalParts.bias) << 49
      self.init(bits: sign | place | UInt64(coefficient >> 64), UInt64(truncatingIfNeeded: coefficient))
    }
  }
}
