import FlowRuntime

extension Wording {
  /// A moment as it is said now: the hour alone today, else with the date.
  func moment(_ instant: Instant, now: Instant) -> String {
    let local = LocalTime(instant)
    guard local.isSameDay(as: LocalTime(now)) else { return local.moment }
    return self(.today, ["time": local.time])
  }

  /// A length of time to the minute: `45 min`, `1 h 30 min`, `2 d 3 h`. Less than a minute is a minute.
  func length(milliseconds: Int64) -> String {
    let minutes = max(Int(milliseconds / 60_000), 1)
    let (hours, rest) = (minutes / 60, minutes % 60)
    let days = minutes / 1440
    switch minutes {
    case ..<60: return self(.minutes, ["n": String(minutes)])
    case ..<2880 where rest == 0: return self(.hours, ["h": String(hours)])
    case ..<2880: return self(.hoursAndMinutes, ["h": String(hours), "m": String(rest)])
    case _ where hours % 24 == 0: return self(.days, ["d": String(days)])
    default: return self(.daysAndHours, ["d": String(days), "h": String(hours % 24)])
    }
  }
}
