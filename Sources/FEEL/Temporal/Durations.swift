/// An exact length of time in days, hours, minutes and seconds (FEEL `days and time duration`).
public struct DaysDuration: Sendable, Hashable, Comparable {
  /// Whole seconds, rounded down.
  public let seconds: Int64
  /// 0 through 999,999,999, added to `seconds`.
  public let nanoseconds: Int32

  /// A length of time; `nanoseconds` may be anything from -999,999,999 through 999,999,999.
  public init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = nanoseconds < 0 ? seconds - 1 : seconds
    self.nanoseconds = nanoseconds < 0 ? nanoseconds + 1_000_000_000 : nanoseconds
  }

  /// The same length in the other direction; nil past 64 bits of seconds.
  public var negated: DaysDuration? {
    seconds == .min ? nil : DaysDuration(seconds: -seconds, nanoseconds: -nanoseconds)
  }

  /// Both lengths after one another; nil past 64 bits of seconds.
  public func adding(_ other: DaysDuration) -> DaysDuration? {
    let nanoseconds = nanoseconds + other.nanoseconds
    let carry: Int64 = nanoseconds >= 1_000_000_000 ? 1 : 0
    let (sum, overflow) = seconds.addingReportingOverflow(other.seconds)
    let (total, carryOverflow) = sum.addingReportingOverflow(carry)
    guard !overflow, !carryOverflow else { return nil }
    return DaysDuration(seconds: total, nanoseconds: nanoseconds - Int32(carry) * 1_000_000_000)
  }

  /// The length in seconds as a number.
  public var number: Number {
    let whole = Number(Int(seconds))
    guard nanoseconds != 0 else { return whole }
    return Number(negative: false, coefficient: UInt128(nanoseconds), exponent: -9)
      .flatMap { whole.adding($0) } ?? whole
  }

  /// A length from a number of seconds, to the nanosecond; nil when out of range.
  public init?(number: Number) {
    let whole = number.floor
    guard let seconds = whole.integer,
      let nanoseconds = number.subtracting(whole)?.multiplied(by: 1_000_000_000)?.floor.integer
    else { return nil }
    self.init(seconds: Int64(seconds), nanoseconds: Int32(nanoseconds))
  }

  var isNegative: Bool { seconds < 0 }

  /// Seconds and nanoseconds without the sign.
  var size: (seconds: UInt64, nanoseconds: Int32) {
    guard isNegative else { return (UInt64(seconds), nanoseconds) }
    return nanoseconds == 0 ? (seconds.magnitude, 0) : ((seconds + 1).magnitude, 1_000_000_000 - nanoseconds)
  }

  /// Shorter lengths come first.
  public static func < (left: DaysDuration, right: DaysDuration) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

/// A length of time in calendar months (FEEL `years and months duration`).
public struct YearsDuration: Sendable, Hashable, Comparable {
  /// The whole length.
  public let months: Int

  /// A length of so many months.
  public init(months: Int) {
    self.months = months
  }

  /// Shorter lengths come first.
  public static func < (left: YearsDuration, right: YearsDuration) -> Bool {
    left.months < right.months
  }
}
