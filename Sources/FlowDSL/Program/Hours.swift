/// When a service answers (grammar, section 13.2).
public enum Hours: Sendable, Hashable {
  /// Day and night.
  case always
  /// At the same times every week.
  case weekly(WeeklyHours)
  /// In words, from which nothing can be computed.
  case words(Words)
}

/// Opening times that repeat every week, in the local time of a zone.
public struct WeeklyHours: Sendable, Hashable {
  /// From one minute of a day to another.
  public struct Span: Sendable, Hashable {
    /// Minutes since midnight, from 0 to 1439.
    public let opens: Int
    /// Minutes since midnight of the same day, after `opens`; past 1440 where the span goes past midnight.
    public let closes: Int

    /// A span of minutes since midnight.
    public init(opens: Int, closes: Int) {
      self.opens = opens
      self.closes = closes
    }
  }

  /// The spans of each day, Monday first, by rising opening; none on a day on which it is closed.
  public let days: [[Span]]
  /// IANA name of the zone.
  public let zone: String

  /// The zone where none is written.
  public static let usualZone = "Europe/Paris"

  /// Times of a week, Monday first: seven days.
  public init(days: [[Span]], zone: String = WeeklyHours.usualZone) {
    self.days = days
    self.zone = zone
  }

  /// Days that follow one another with the same times, by number from 0 (Monday); closed days are left out.
  public var runs: [(days: ClosedRange<Int>, spans: [Span])] {
    var runs: [(days: ClosedRange<Int>, spans: [Span])] = []
    for (day, spans) in days.enumerated() where !spans.isEmpty {
      if let last = runs.last, last.days.upperBound == day - 1, last.spans == spans {
        runs[runs.count - 1].days = last.days.lowerBound...day
      } else {
        runs.append((day...day, spans))
      }
    }
    return runs
  }
}
