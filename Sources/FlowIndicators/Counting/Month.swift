import FEEL
import FlowRuntime

/// A month of the calendar, as clocks on the wall show it in France.
public struct Month: Sendable, Hashable, Comparable {
  /// From 1 to 9999.
  public let year: Int
  /// From 1 to 12.
  public let month: Int

  /// Central European time with summer time from the last Sunday of March to that of October (directive 2000/84/EC; POSIX
  /// notation). Kept here, so that a report does not depend on the machine on which it is made.
  private static let zone = PosixZone("CET-1CEST,M3.5.0,M10.5.0/3")

  private init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// The month in which a moment lies; the year 9999 ends the calendar.
  public init(_ instant: Instant) {
    let moment = instant.seconds
    let local = moment + Int64(Self.zone?.offset(at: moment) ?? 3600)
    let date = CalendarDate(daysSinceEpoch: Int(local.dividedFlooring(by: 86_400)))
    self.init(year: date?.year ?? 9999, month: date?.month ?? 12)
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

  /// So many months later, or before.
  public func advanced(by months: Int) -> Month {
    let total = year * 12 + month - 1 + months
    return Month(year: total / 12, month: total % 12 + 1)
  }

  /// Whether one is before the other.
  public static func < (left: Month, right: Month) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}

extension Month: CustomStringConvertible {
  /// `2026-01`
  public var description: String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + (month < 10 ? "-0" : "-")
      + String(month)
  }
}

/// The whole months that a report is about, one after the other.
public struct Period: Sendable, Hashable {
  /// The first month.
  public let first: Month
  /// The last month, not before the first.
  public let last: Month

  /// From one month to another; `nil` where the first comes after the last.
  public init?(from first: Month, until last: Month) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// The twelve whole months before the one in which a moment lies.
  public init(yearBefore instant: Instant) {
    let now = Month(instant)
    first = now.advanced(by: -12)
    last = now.advanced(by: -1)
  }

  /// Its months in order.
  public var months: [Month] { (0..<count).map { first.advanced(by: $0) } }

  /// The place of a month among its months; `nil` outside.
  public func index(of month: Month) -> Int? {
    first <= month && month <= last ? month.number - first.number : nil
  }

  private var count: Int { last.number - first.number + 1 }
}

extension Month {
  fileprivate var number: Int { year * 12 + month }
}
