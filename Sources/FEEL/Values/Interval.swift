/// The values between two ends (FEEL `range`); a missing end means that there is no limit on that side.
public struct Interval: Sendable, Hashable {
  public let low: Value
  public let high: Value
  /// Whether `low` itself belongs to the range.
  public let includesLow: Bool
  /// Whether `high` itself belongs to the range.
  public let includesHigh: Bool

  /// A range; `.null` as an end stands for no limit.
  public init(low: Value, includesLow: Bool, high: Value, includesHigh: Bool) {
    self.low = low
    self.high = high
    self.includesLow = includesLow && low != .null
    self.includesHigh = includesHigh && high != .null
  }
}
