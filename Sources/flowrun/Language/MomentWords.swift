import FlowRuntime

extension Wording {
  /// A moment as it is said now: the hour alone today, else with the date.
  func moment(_ instant: Instant, now: Instant) -> String {
    let local = LocalTime(instant)
    guard local.isSameDay(as: LocalTime(now)) else { return local.date + " " + local.time }
    return self(.today, ["time": local.time])
  }

  /// A length of time to the minute: `45 min`, `1 h 30 min`, `2 d 3 h`. Less than a minute is a minute.
  func length(milliseconds: Int64) -> String {
    let minutes = max(Int(milliseconds / 60_000), 1)
    switch minutes {
    case ..<60: return self(.minutes, ["n": String(minutes)])
    case ..<2880: return self(.hoursAndMinutes, ["h": String(minutes / 60), "m": String(minutes % 60)])
    default: return self(.daysAndHours, ["d": String(minutes / 1440), "h": String(minutes % 1440 / 60)])
    }
  }
}
