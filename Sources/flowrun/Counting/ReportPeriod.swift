import FlowIndicators
import FlowRuntime

/// The months of a report, as they are asked for.
enum ReportPeriod {
  /// Months of a report at most: hiding what gives small figures away takes longer than the square of their number.
  static let limit = 36

  /// The months from one to another; without, the twelve whole months before now. What is published is over.
  static func period(
    from: String?, until: String?, now: Instant, isInternal: Bool
  ) throws(Failure) -> Period {
    let usual = Period(yearBefore: now)
    let last = try until.map(month) ?? usual.last
    let first =
      if let from { try month(from) } else if until != nil { try yearBefore(last) } else { usual.first }
    let names = ["from": first.description, "until": last.description]
    guard let period = Period(from: first, until: last) else { throw Failure(.monthsReversed, .usage, names) }
    guard period.count <= limit else {
      throw Failure(.monthsTooMany, .usage, names.merging(["limit": String(limit)]) { old, _ in old })
    }
    guard isInternal || last <= usual.last else {
      throw Failure(.monthNotOver, .usage, ["month": last.description])
    }
    return period
  }

  /// The first of the twelve months that end with one.
  private static func yearBefore(_ last: Month) throws(Failure) -> Month {
    guard let first = last.advanced(by: -11) else {
      throw Failure(.badMonth, .usage, ["found": last.description])
    }
    return first
  }

  private static func month(_ text: String) throws(Failure) -> Month {
    guard let month = Month(text) else { throw Failure(.badMonth, .usage, ["found": text]) }
    return month
  }
}
