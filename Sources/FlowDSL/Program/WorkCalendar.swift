import FEEL

/// The days on which people work at the place (grammar, section 13.8).
public struct WorkCalendar: Sendable, Hashable {
  /// A holiday, of every year or of one.
  public enum Holiday: Sendable, Hashable {
    case everyYear(month: Int, day: Int)
    /// So many days after Easter Sunday.
    case afterEaster(Int)
    case on(CalendarDate)
  }

  /// Where its holidays are published.
  public let source: String?
  /// Whether people work on each day of the week, Monday first.
  public let week: [Bool]
  /// The holidays, in the order of the text.
  public let holidays: [Holiday]
  /// Days looked at for a working day at most: a century.
  private static let limit = 36_525

  /// A calendar of a week and holidays.
  ///
  /// - Precondition: seven days, on one of which people work.
  public init(week: [Bool], holidays: [Holiday], source: String? = nil) {
    precondition(week.count == 7 && week.contains(true), "a week has seven days, one of them a working day")
    self.week = week
    self.holidays = holidays
    self.source = source
  }

  /// Whether people work on a day.
  public func isWorkingDay(_ date: CalendarDate) -> Bool {
    week[date.weekday - 1] && !holidays.contains { $0.isOn(date) }
  }

  /// The day that is so many working days after another, or before it where the number is negative; `nil` past a century.
  public func date(_ days: Int, workingDaysAfter date: CalendarDate) -> CalendarDate? {
    var day = date
    var left = days.magnitude
    for _ in 0..<Self.limit {
      if left == 0 { return day }
      guard let next = CalendarDate(daysSinceEpoch: day.daysSinceEpoch + days.signum()) else { return nil }
      day = next
      if isWorkingDay(day) { left -= 1 }
    }
    return nil
  }
}

extension WorkCalendar.Holiday {
  /// Whether it is on a day.
  func isOn(_ date: CalendarDate) -> Bool {
    switch self {
    case .everyYear(let month, let day): date.month == month && date.day == day
    case .on(let day): date == day
    case .afterEaster(let days):
      CalendarDate.easter(of: date.year).map { $0.daysSinceEpoch + days == date.daysSinceEpoch } ?? false
    }
  }
}

extension CalendarDate {
  /// Easter Sunday of a year of the Gregorian calendar, by the anonymous algorithm (Nature 13, 1876, page 487; J. Meeus,
  /// Astronomical Algorithms, chapter 8); `nil` before the year 0.
  static func easter(of year: Int) -> CalendarDate? {
    guard year >= 0 else { return nil }
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let golden = year % 19
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let (month, day) = (epact + weekday - 7 * shift + 114).quotientAndRemainder(dividingBy: 31)
    return CalendarDate(year: year, month: month, day: day + 1)
  }
}
