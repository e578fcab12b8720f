/// The values between two ends (FEEL `range`); a missing end means that there is no limit on that side.
public struct Interval: Sendable, Hashable {
  /// The lower end; null for no limit.
  public let low: Value
  /// The upper end; null for no limit.
  public let high: Value
  /// Whether `low` itself belongs to the range.
  public let includesLow: Bool
  /// Whether `high` itself belongs to the range.
  public let includesHigh: Bool

  /// Whether it was written `(= 5)`: it holds what `[5..5]` holds, and is not equal to it.
  public let isEquality: Bool

  /// A range; `.null` as an end stands for no limit.
  public init(low: Value, includesLow: Bool, high: Value, includesHigh: Bool, isEquality: Bool = false) {
    self.isEquality = isEquality
    self.low = low
    self.high = high
    self.includesLow = includesLow && low != .null
    self.includesHigh = includesHigh && high != .null
  }
}
