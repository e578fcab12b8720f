/// A time of day with nanoseconds, perhaps with a zone (FEEL `time`).
public struct ClockTime: Sendable, Hashable {
  /// Nanoseconds since midnight, local.
  let nanoseconds: Int64
  /// Where.
  public let zone: Zone

  static let day: Int64 = 86_400_000_000_000

  init(nanoseconds: Int64, zone: Zone) {
    self.nanoseconds = nanoseconds
    self.zone = zone
  }

  /// A time of day; nil when a part is out of range.
  public init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: Zone = .none) {
    guard 0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second, 0...999_999_999 ~= nanosecond else {
      return nil
    }
    nanoseconds = Int64(hour * 3600 + minute * 60 + second) * 1_000_000_000 + Int64(nanosecond)
    self.zone = zone
  }

  /// 0 through 23.
  public var hour: Int { Int(nanoseconds / 3_600_000_000_000) }
  /// 0 through 59.
  public var minute: Int { Int(nanoseconds / 60_000_000_000 % 60) }
  /// 0 through 59.
  public var second: Int { Int(nanoseconds / 1_000_000_000 % 60) }
  /// 0 through 999,999,999.
  public var nanosecond: Int { Int(nanoseconds % 1_000_000_000) }

  /// Nanoseconds since midnight in UTC (unwrapped: may lie outside the day), or local without a zone.
  var instant: Int64 { nanoseconds - Int64(zone.offset ?? 0) * 1_000_000_000 }

  /// The time so much later, around the clock.
  func adding(_ duration: DaysDuration) -> ClockTime {
    let seconds = Int64(duration.seconds % 86_400) * 1_000_000_000 + Int64(duration.nanoseconds)
    let rest = (nanoseconds + seconds) % ClockTime.day
    return ClockTime(nanoseconds: rest < 0 ? rest + ClockTime.day : rest, zone: zone)
  }
}
