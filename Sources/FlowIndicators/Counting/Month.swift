import FEEL
import FlowDSL
import FlowRuntime

/// A month of the calendar, as clocks on the wall show it in France.
public struct Month: Sendable, Hashable, Comparable {
  /// From 1 to 9999.
  public let year: Int
  /// From 1 to 12.
  public let month: Int

  /// Where the calendar begins.
  static let first = Month(year: 1, month: 1)
  /// Where the calendar ends.
  static let last = Month(year: 9999, month: 12)

  /// Central European time with summer time from the last Sunday of March to that of October (directive 2000/84/EC; POSIX
  /// notation). Kept here, so that a report does not depend on the machine on which it is made.
  private static let zone = PosixZone("CET-1CEST,M3.5.0,M10.5.0/3")

  private init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// The month in which a moment lies; the first or the last of the calendar where it lies before or after them all.
  public init(_ instant: Instant) {
    let moment = instant.seconds
    let local = moment + Int64(Self.zone?.offset(at: moment) ?? 3600)
    let date = CalendarDate(daysSinceEpoch: Int(local.floorDivided(by: 86_400)))
    let year = date?.year ?? (local < 0 ? .min : .max)
    if year < Self.first.year {
      self = Self.first
    } else if let date, year <= Self.last.year {
      self.init(year: year, month: date.month)
    } else {
      self = Self.last
    }
  }

  /// A month as it is written, `2026-01`; `nil` where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }), let year = Int(parts[0]),
      let month = Int(parts[1]), year >= 1, (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// So many months later, or before; `nil` outside the calendar.
  public func advanced(by months: Int) -> Month? {
    let (number, isTooFar) = number.addingReportingOverflow(months)
    guard !isTooFar, (Self.first.number...Self.last.number).contains(number) else { return nil }
    return Month(number: number)
  }

  /// Whether one is before the other.
  public static func < (left: Month, right: Month) -> Bool { left.number < right.number }

  /// Months since the beginning of the year 0.
  var number: Int { year * 12 + month - 1 }

  /// - Parameter number: of a month of the calendar.
  init(number: Int) { self.init(year: number / 12, month: number % 12 + 1) }
}

extension Month: CustomStringConvertible {
  /// `2026-01`
  public var description: String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-" + month.twoDigits
  }
}
