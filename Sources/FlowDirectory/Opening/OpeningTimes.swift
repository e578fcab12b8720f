import FEEL
import FlowDSL

/// Weekly opening times in a zone that is known: what a clock on the wall there shows decides.
///
/// Moments are seconds of UTC since 1970-01-01T00:00:00Z.
public struct OpeningTimes: Sendable {
  private let days: [[WeeklyHours.Span]]
  private let zone: ZoneRules

  /// How far ahead a change is looked for: a week, and a day for the changes of the clocks.
  private static let horizon: Int64 = 8 * 86_400

  /// Opening times by the clocks of a zone.
  public init(_ hours: WeeklyHours, in zone: ZoneRules) {
    self.zone = zone
    days = hours.days
  }

  /// Whether it is open at a moment: some span of the local day, or of the day before past midnight, holds the local
  /// minute. A span is open at its opening and closed at its closing.
  public func isOpen(at moment: Int64) -> Bool {
    let local = moment + Int64(zone.offset(at: moment))
    let day = Int(local.floorDivided(by: 86_400))
    let minute = Int(local - Int64(day) * 86_400) / 60
    return spans(day).contains { $0.opens <= minute && minute < $0.closes }
      || spans(day - 1).contains { $0.opens <= minute + 1440 && minute + 1440 < $0.closes }
  }

  /// The first moment after another at which it opens or closes; `nil` where it does neither within a week.
  public func nextChange(after moment: Int64) -> Int64? {
    let isOpen = isOpen(at: moment)
    return candidates(after: moment).first { self.isOpen(at: $0) != isOpen }
  }

  /// Moments at which the wall clock shows the end of a span, and at which it jumps, ascending.
  private func candidates(after moment: Int64) -> [Int64] {
    let end = moment + Self.horizon
    let offsets = Set([moment - 86_400, moment, end].map { Int64(zone.offset(at: $0)) })
    let first = (moment - 2 * 86_400).floorDivided(by: 86_400)
    var moments: Set<Int64> = []
    for day in first...end.floorDivided(by: 86_400) + 1 {
      for span in spans(Int(day)) {
        for minute in [span.opens, span.closes] {
          for offset in offsets { moments.insert(day * 86_400 + Int64(minute) * 60 - offset) }
        }
      }
    }
    if let jump = jump(from: moment, to: end) { moments.insert(jump) }
    return moments.filter { moment < $0 && $0 <= end }.sorted()
  }

  /// When the clocks change between two moments, where they change once.
  private func jump(from start: Int64, to end: Int64) -> Int64? {
    let before = zone.offset(at: start)
    guard zone.offset(at: end) != before else { return nil }
    var low = start
    var high = end
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if zone.offset(at: middle) == before { low = middle } else { high = middle }
    }
    return high
  }

  /// The spans of a day since 1970: 1 January 1970 was a Thursday.
  private func spans(_ day: Int) -> [WeeklyHours.Span] { days[(day + 3).floorModulo(7)] }
}
