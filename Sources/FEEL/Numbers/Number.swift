/// A FEEL number: a decimal of up to 34 digits, with the arithmetic of IEEE 754-2008 decimal128 (rounding half to even).
///
/// `1.0` and `1` are the same number: each value has one representation, so that `==` compares bits.
/// Whole numbers of 64 bits, by far the most common, are kept as such and take a short path.
/// Chosen by measurement over `Foundation.Decimal` and Intel's library: `Benchmarks/README.md` has the figures.
public struct Number: Sendable, Hashable {
  // INVARIANT: `high == 0` means a whole number whose 64 bits are `low`.
  // INVARIANT: otherwise `high` and `low` hold sign (1 bit), exponent plus `bias` (14 bits, never 0) and
  // coefficient (113 bits); the exponent is as near to 0 as the coefficient's 34 digits allow.
  let high: UInt64
  let low: UInt64

  /// The number 0.
  public static let zero = Number(0)
  /// The number 1.
  public static let one = Number(1)

  /// A whole number.
  @inlinable
  public init(_ integer: Int) {
    self.init(bits: 0, UInt64(bitPattern: Int64(integer)))
  }

  @usableFromInline
  init(bits high: UInt64, _ low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Whether the number is kept as a 64-bit whole number.
  @inline(__always)
  var isSmall: Bool { high == 0 }

  /// The value, when `isSmall`.
  @inline(__always)
  var small: Int64 { Int64(bitPattern: low) }

  /// The number as an `Int`; nil when it has a fraction or is out of range.
  public var integer: Int? { isSmall ? Int(small) : nil }

  /// Whether the number has no fraction.
  public var isInteger: Bool { isSmall || parts.exponent >= 0 }

  /// Whether the number is below 0.
  public var isNegative: Bool { isSmall ? small < 0 : high >> 63 == 1 }

  /// The number as the nearest binary floating point value.
  public var double: Double {
    if isSmall { return Double(small) }
    return Double(description) ?? 0
  }
}

extension Number: Comparable {
  /// The order of the values.
  @inline(__always)
  public static func < (left: Number, right: Number) -> Bool {
    if left.high | right.high == 0 { return left.small < right.small }
    return left.parts.isLess(than: right.parts)
  }
}

extension Number: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}
