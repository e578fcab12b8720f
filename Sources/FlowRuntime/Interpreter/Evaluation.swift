import FEEL
import FlowDSL

extension State {
  /// What an expression gives over the facts of a frame.
  func value(of expression: CompiledExpression, in frame: Int) -> Value {
    expression.evaluate(frames[frame].slots)
  }

  /// Whether a condition holds; `null` does not.
  func holds(_ condition: CompiledExpression, in frame: Int) -> Bool {
    condition.holds(frames[frame].slots) == true
  }
}

extension Value {
  /// The moment of a date and time; without a zone it is UTC.
  public var instant: Instant? {
    guard case .dateTime(let moment) = self else { return nil }
    let time = moment.time
    let seconds =
      moment.date.daysSinceEpoch * 86_400 + time.hour * 3600 + time.minute * 60 + time.second
      - (moment.zone.offset ?? 0)
    let (product, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1000)
    // FEEL's years go further than 64 bits of milliseconds do.
    guard !overflow else { return Instant(milliseconds: seconds < 0 ? .min : .max) }
    return Instant(milliseconds: product).advanced(by: Int64(time.nanosecond / 1_000_000))
  }
}

extension Instant {
  /// So many milliseconds later, or the last moment there is.
  public func advanced(by milliseconds: Int64) -> Instant {
    let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
    return Instant(milliseconds: overflow ? (milliseconds < 0 ? .min : .max) : sum)
  }
}

extension DateTime {
  /// The moment of an instant, in UTC; nil past the years that FEEL knows.
  init?(_ instant: Instant) {
    let day: Int64 = 86_400_000
    let days = instant.milliseconds / day - (instant.milliseconds % day < 0 ? 1 : 0)
    let rest = Int(instant.milliseconds &- days &* day)
    guard let date = CalendarDate(daysSinceEpoch: Int(days)),
      let time = ClockTime(
        hour: rest / 3_600_000, minute: rest / 60_000 % 60, second: rest / 1000 % 60,
        nanosecond: rest % 1000 * 1_000_000, zone: .utc)
    else { return nil }
    self.init(date, time)
  }
}
