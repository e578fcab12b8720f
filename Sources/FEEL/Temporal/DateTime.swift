/// A date with a time of day, perhaps with a zone (FEEL `date and time`).
public struct DateTime: Sendable, Hashable {
  /// Local seconds since 1 January 1970, 00:00.
  let seconds: Int64
  let nanosecondOfSecond: Int32
  /// Where.
  public let zone: Zone

  init(seconds: Int64, nanosecond: Int32, zone: Zone) {
    self.seconds = seconds
    nanosecondOfSecond = nanosecond
    self.zone = zone
  }

  /// The moment of `time` on `date`.
  public init(_ date: CalendarDate, _ time: ClockTime) {
    seconds = Int64(date.daysSinceEpoch) * 86_400 + time.nanoseconds / 1_000_000_000
    nanosecondOfSecond = Int32(time.nanosecond)
    zone = time.zone
  }

  /// The day, where it is.
  public var date: CalendarDate {
    // Every moment is made from a date, or by arithmetic that keeps to the calendar's years.
    CalendarDate(daysSinceEpoch: Int(seconds).floorDivided(by: 86_400)) ?? .epoch
  }

  /// The time of day, where it is.
  public var time: ClockTime {
    let second = Int64(Int(seconds).floorModulo(86_400))
    return ClockTime(nanoseconds: second * 1_000_000_000 + Int64(nanosecondOfSecond), zone: zone)
  }

  /// Seconds since 1970 in UTC; local seconds without a zone.
  var instant: Int64 { seconds - Int64(offset ?? 0) }

  /// Seconds east of UTC at this moment; nil without a zone.
  public var offset: Int? { zone.offset(atLocal: seconds) }

  /// The moment so much later; nil outside the calendar's years.
  func adding(_ duration: DaysDuration) -> DateTime? {
    if zone.name != nil {
      // The length is exact: clocks may change on the way.
      let sum = DateTime(seconds: instant, nanosecond: nanosecondOfSecond, zone: .utc).adding(duration)
      return sum.flatMap { sum in
        let local = sum.seconds + Int64(zone.offset(at: sum.seconds) ?? 0)
        guard CalendarDate(daysSinceEpoch: Int(local).floorDivided(by: 86_400)) != nil else { return nil }
        return DateTime(seconds: local, nanosecond: sum.nanosecondOfSecond, zone: zone)
      }
    }
    let nanoseconds = nanosecondOfSecond + duration.nanoseconds
    let carry: Int64 = nanoseconds >= 1_000_000_000 ? 1 : 0
    let (sum, overflow) = seconds.addingReportingOverflow(duration.seconds)
    guard !overflow, CalendarDate(daysSinceEpoch: Int(sum).floorDivided(by: 86_400)) != nil else {
      return nil
    }
    return DateTime(
      seconds: sum + carry, nanosecond: nanoseconds - Int32(carry) * 1_000_000_000, zone: zone)
  }

  /// The same time of day so many months later; nil outside the calendar's years.
  func adding(months: Int) -> DateTime? {
    date.adding(months: months).map { DateTime($0, time) }
  }

  /// From `earlier` to this moment.
  func since(_ earlier: DateTime) -> DaysDuration {
    DaysDuration(
      seconds: instant - earlier.instant, nanoseconds: nanosecondOfSecond - earlier.nanosecondOfSecond)
  }
}

extension CalendarDate {
  /// 1 January 1970.
  static let epoch = CalendarDate(checkedYear: 1970, month: 1, day: 1)
}
