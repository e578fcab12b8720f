import FEEL

/// `base.name` for the reference evaluator (DMN 1.5, table 65).
enum ReferenceProperties {
  static func value(_ name: String, of base: Value) -> Value {
    switch (base, name) {
    case (.context(let context), _): context[name] ?? .null
    case (.list(let items), _): .list(items.map { value(name, of: $0) })
    case (.range(let range), "start"): range.low
    case (.range(let range), "end"): range.high
    case (.range(let range), "start included"): .boolean(range.includesLow)
    case (.range(let range), "end included"): .boolean(range.includesHigh)
    case (.yearsDuration(let length), "years"): number(length.months / 12)
    case (.yearsDuration(let length), "months"): number(length.months % 12)
    case (.daysDuration(let length), _): part(name, of: length)
    case (.date(let date), _): part(name, of: date)
    case (.time(let time), _): part(name, of: time)
    case (.dateTime(let moment), "year"), (.dateTime(let moment), "month"), (.dateTime(let moment), "day"),
      (.dateTime(let moment), "weekday"):
      part(name, of: moment.date)
    case (.dateTime(let moment), _): part(name, of: moment.time)
    default: .null
    }
  }

  static func number(_ value: Int) -> Value { .number(Number(value)) }

  /// 1 for Monday: day 0, 1 March of year 0, was a Wednesday.
  static func weekday(_ date: CalendarDate) -> Int { ((dayNumber(date) + 2) % 7 + 7) % 7 + 1 }

  private static func part(_ name: String, of date: CalendarDate) -> Value {
    switch name {
    case "year": number(date.year)
    case "month": number(date.month)
    case "day": number(date.day)
    default: number(weekday(date))
    }
  }

  private static func part(_ name: String, of time: ClockTime) -> Value {
    switch name {
    case "hour": number(time.hour)
    case "minute": number(time.minute)
    case "second": number(time.second)
    case "time offset": time.zone.offset.map { duration(Int128($0) * 1_000_000_000) } ?? .null
    default: .null
    }
  }

  private static func part(_ name: String, of length: DaysDuration) -> Value {
    // Whole parts, each with the sign of the whole.
    let seconds = Int(nanoseconds(length) / 1_000_000_000)
    switch name {
    case "days": return number(seconds / 86_400)
    case "hours": return number(seconds / 3600 % 24)
    case "minutes": return number(seconds / 60 % 60)
    default: return number(seconds % 60)
    }
  }
}
