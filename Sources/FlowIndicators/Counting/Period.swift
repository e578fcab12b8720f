import FlowRuntime

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

  /// The twelve whole months before the one in which a moment lies; fewer, and at least one, where the calendar begins.
  public init(yearBefore instant: Instant) {
    let now = Month(instant)
    first = now.advanced(by: -12) ?? .first
    last = now.advanced(by: -1) ?? .first
  }

  /// Its months in order.
  public var months: [Month] { (first.number...last.number).map(Month.init(number:)) }

  /// How many months it has.
  public var count: Int { last.number - first.number + 1 }

  /// The place of a month among its months; `nil` outside.
  public func index(of month: Month) -> Int? {
    first <= month && month <= last ? month.number - first.number : nil
  }
}
