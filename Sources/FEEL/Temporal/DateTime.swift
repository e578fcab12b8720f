/// A date with a time of day, perhaps with a zone (FEEL `date and time`).
public struct DateTime: Sendable, Hashable {
  /// Local seconds since 1 January 1970, 00:00.
  let seconds: Int64
  /// Where.
  public let zone: Zone
  // INVARIANT: nanoseconds of the second, and `laterMark` where it is the later of the two moments of this local time;
  // never where the zone has one moment of it.
  private let markedNanosecond: Int32

  private static let laterMark: Int32 = 1 << 30

  /// - Parameter isLater: whether the later is meant where the zone has two moments of this local time, as when clocks
  ///   are put back in autumn.
  init(seconds: Int64, nanosecond: Int32, zone: Zone, isLater: Bool = false) {
    self.seconds = seconds
    self.zone = zone
    let isMarked = isLater && zone.laterOffset(atLocal: seconds) != nil
    markedNanosecond = nanosecond | (isMarked ? DateTime.laterMark : 0)
  }

  /// The moment of `time` on `date`; of two such moments in autumn the first.
  public init(_ date: CalendarDate, _ time: ClockTime) {
    self.init(
      seconds: Int64(date.daysSinceEpoch) * 86_400 + time.nanoseconds / 1_000_000_000,
      nanosecond: Int32(time.nanosecond), zone: time.zone)
  }

  /// 0 through 999,999,999.
  var nanosecondOfSecond: Int32 { markedNanosecond & (DateTime.laterMark - 1) }

  /// Whether it is the later of the two moments that its zone has of this local time.
  var isLater: Bool { markedNanosecond & DateTime.laterMark != 0 }

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
  public var offset: Int? {
    isLater ? zone.laterOffset(atLocal: seconds) : zone.offset(atLocal: seconds)
  }

  /// The moment so much later; nil outside the calendar's years.
  package func adding(_ duration: DaysDuration) -> DateTime? {
    if zone.name != nil {
      // The length is exact: clocks may change on the way.
      let sum = DateTime(seconds: instant, nanosecond: nanosecondOfSecond, zone: .utc).adding(duration)
      return sum.flatMap { sum in
        let offset = zone.offset(at: sum.seconds) ?? 0
        let local = sum.seconds + Int64(offset)
        guard CalendarDate(daysSinceEpoch: Int(local).floorDivided(by: 86_400)) != nil else { return nil }
        return DateTime(
          seconds: local, nanosecond: sum.nanosecondOfSecond, zone: zone,
          isLater: zone.offset(atLocal: local) != offset)
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

  /// The same time of day so many months later; nil outside the calendar's years. Where there are two such moments, the
  /// later one of a later one.
  func adding(months: Int) -> DateTime? {
    date.adding(months: months).map { date in
      DateTime(
        seconds: Int64(date.daysSinceEpoch) * 86_400 + time.nanoseconds / 1_000_000_000,
        nanosecond: nanosecondOfSecond, zone: zone, isLater: isLater)
    }
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
