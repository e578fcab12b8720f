/// A day of the proleptic Gregorian calendar, without a zone (FEEL `date`).
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// From -999,999,999 through 999,999,999.
  public var year: Int { Int(storedYear) }
  /// 1 through 12.
  public var month: Int { Int(monthAndDay >> 8) }
  /// 1 through 31.
  public var day: Int { Int(monthAndDay & 0xFF) }

  private let storedYear: Int32
  private let monthAndDay: UInt16

  /// The years that FEEL dates can have.
  public static let years = -999_999_999...999_999_999

  /// A date; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard CalendarDate.years.contains(year), 1...12 ~= month,
      1...CalendarDate.days(inMonth: month, of: year) ~= day
    else { return nil }
    storedYear = Int32(year)
    monthAndDay = UInt16(month) << 8 | UInt16(day)
  }

  /// A date known to exist.
  init(checkedYear year: Int32, month: UInt16, day: UInt16) {
    storedYear = year
    monthAndDay = month << 8 | day
  }

  /// The date so many days after 1 January 1970; nil outside `years`.
  public init?(daysSinceEpoch days: Int) {
    guard -400_000_000_000...400_000_000_000 ~= days else { return nil }
    // Counts from 1 March of year 0, in cycles of 400 years (146,097 days), so that a leap day ends its year.
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Days since 1 January 1970.
  public var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.floorDivided(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 1 (Monday) through 7 (Sunday), as ISO 8601 counts.
  public var weekday: Int { (daysSinceEpoch + 3).floorModulo(7) + 1 }

  /// 1 through 366.
  public var dayOfYear: Int {
    (1..<month).reduce(day) { $0 + CalendarDate.days(inMonth: $1, of: year) }
  }

  /// The ISO 8601 week, 1 through 53.
  public var weekOfYear: Int {
    // The week belongs to the year that its Thursday falls in.
    guard let thursday = CalendarDate(daysSinceEpoch: daysSinceEpoch + 4 - weekday) else { return 1 }
    return (thursday.dayOfYear - 1) / 7 + 1
  }

  /// The same day so many months later, or the month's last day when it is shorter; nil outside `years`.
  public func adding(months: Int) -> CalendarDate? {
    let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow else { return nil }
    let newYear = count.floorDivided(by: 12)
    let newMonth = count - newYear * 12 + 1
    return CalendarDate(
      year: newYear, month: newMonth, day: min(day, CalendarDate.days(inMonth: newMonth, of: newYear)))
  }

  /// The length of a month in days.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Earlier days come first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.monthAndDay) < (right.year, right.monthAndDay)
  }
}
