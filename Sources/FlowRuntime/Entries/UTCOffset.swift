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

  /// As it stands behind a time of ISO 8601: `+02:00`.
  public var written: String { sign + pair(abs(minutes) / 60) + ":" + pair(abs(minutes) % 60) }

  /// As people say it behind "UTC": `+4`, `-3:30`, nothing for UTC itself.
  public var named: String {
    if minutes == 0 { return "" }
    let rest = abs(minutes) % 60
    return sign + String(abs(minutes) / 60) + (rest == 0 ? "" : ":" + pair(rest))
  }

  private var sign: String { minutes < 0 ? "-" : "+" }

  private func pair(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
