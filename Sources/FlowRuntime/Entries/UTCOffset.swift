/// How far the clocks of a place are ahead of UTC at a moment, in whole minutes.
public struct UTCOffset: Sendable, Hashable {
  /// East of UTC, from -1,080 through 1,080.
  public let minutes: Int

  /// No difference.
  public static let utc = UTCOffset(checked: 0)

  private init(checked minutes: Int) { self.minutes = minutes }

  /// So many minutes east of UTC; nil past 18 hours, which no place has and FEEL does not know.
  public init?(minutes: Int) {
    guard -1080...1080 ~= minutes else { return nil }
    self.minutes = minutes
  }
}
