import FEEL

/// The ordered types: what comes before what, and what lies between.
enum Line {
  /// Whether one value comes before another; nil when the two do not lie on one line.
  ///
  /// Times with an offset are ordered by the moment they mean; those without are on a line of their own.
  static func isLess(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.date, .date), (.time, .time), (.dateTime, .dateTime), (.daysDuration, .daysDuration),
      (.yearsDuration, .yearsDuration):
      left.compared(to: right).map { $0 < 0 }
    default: nil
    }
  }

  /// Some value strictly between two values, nil standing for no limit; nil when there is none, as between two
  /// consecutive days.
  static func value(between low: Value?, and high: Value?) -> Value? {
    let candidates: [Value?]
    switch (low, high) {
    case (.number(let low)?, .number(let high)?): candidates = numbers(between: low, and: high)
    case (let low?, let high?): candidates = [later(low, by: .least), middle(of: low, and: high)]
    case (let low?, nil): candidates = [later(low, by: .ample), later(low, by: .least), doubled(low)]
    case (nil, let high?): candidates = [earlier(high, by: .ample), earlier(high, by: .least), doubled(high)]
    case (nil, nil): candidates = []
    }
    return candidates.lazy.compactMap(\.self).first { candidate in
      (low.map { isLess($0, candidate) == true } ?? true)
        && (high.map { isLess(candidate, $0) == true } ?? true)
    }
  }

  /// How far a neighbour is wanted: the next one there is, or one that reads well.
  private enum Step { case least, ample }

  private static func numbers(between low: Number, and high: Number) -> [Value?] {
    // A whole number reads better than a fraction, where there is one.
    [
      low.floor.adding(1).map { .number($0) },
      low.adding(high)?.divided(by: 2).map { .number($0) },
    ]
  }

  private static func later(_ value: Value, by step: Step) -> Value? {
    switch value {
    case .number(let number): number.floor.adding(1).map { .number($0) }
    case .date(let date): CalendarDate(daysSinceEpoch: date.daysSinceEpoch + 1).map { .date($0) }
    case .time(let time): moved(time, by: step == .ample ? 60_000_000_000 : 1)
    case .dateTime(let moment):
      moment.adding(step == .ample ? DaysDuration(seconds: 60) : DaysDuration(seconds: 0, nanoseconds: 1))
        .map { .dateTime($0) }
    case .daysDuration(let duration):
      duration.adding(step == .ample ? DaysDuration(seconds: 60) : DaysDuration(seconds: 0, nanoseconds: 1))
        .map { .daysDuration($0) }
    case .yearsDuration(let duration): months(duration.months, 1)
    default: nil
    }
  }

  private static func earlier(_ value: Value, by step: Step) -> Value? {
    switch value {
    case .number(let number): number.subtracting(1).map { .number($0) }
    case .date(let date): CalendarDate(daysSinceEpoch: date.daysSinceEpoch - 1).map { .date($0) }
    case .time(let time): moved(time, by: step == .ample ? -60_000_000_000 : -1)
    case .dateTime(let moment):
      moment.adding(step == .ample ? DaysDuration(seconds: -60) : DaysDuration(seconds: 0, nanoseconds: -1))
        .map { .dateTime($0) }
    case .daysDuration(let duration):
      duration.adding(step == .ample ? DaysDuration(seconds: -60) : DaysDuration(seconds: 0, nanoseconds: -1))
        .map { .daysDuration($0) }
    case .yearsDuration(let duration): months(duration.months, -1)
    default: nil
    }
  }

  /// Half way; a number of more than 34 digits is rounded, so that the caller checks where it fell.
  private static func middle(of low: Value, and high: Value) -> Value? {
    switch (low, high) {
    case (.dateTime(let low), .dateTime(let high)):
      // Any day in between will do.
      (high.date.daysSinceEpoch - low.date.daysSinceEpoch) < 2
        ? nil
        : CalendarDate(daysSinceEpoch: low.date.daysSinceEpoch + 1).map { .dateTime(DateTime($0, low.time)) }
    default: nil
    }
  }

  /// A number too large for a step of one to be seen.
  private static func doubled(_ value: Value) -> Value? {
    guard case .number(let number) = value else { return nil }
    return number.multiplied(by: 2).map { .number($0) }
  }

  private static func nanoseconds(_ time: ClockTime) -> Int {
    ((time.hour * 60 + time.minute) * 60 + time.second) * 1_000_000_000 + time.nanosecond
  }

  private static func time(nanoseconds: Int, zone: Zone) -> ClockTime? {
    let seconds = nanoseconds / 1_000_000_000
    guard nanoseconds >= 0 else { return nil }
    return ClockTime(
      hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60,
      nanosecond: nanoseconds % 1_000_000_000, zone: zone)
  }

  private static func moved(_ time: ClockTime, by step: Int) -> Value? {
    self.time(nanoseconds: nanoseconds(time) + step, zone: time.zone).map { .time($0) }
  }

  private static func months(_ months: Int, _ step: Int) -> Value? {
    let (sum, overflow) = months.addingReportingOverflow(step)
    return overflow ? nil : .yearsDuration(YearsDuration(months: sum))
  }
}
