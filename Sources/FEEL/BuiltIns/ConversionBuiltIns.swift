/// Conversion functions (DMN 1.5, 10.3.4.1).
extension BuiltIns {
  static let conversions: [BuiltIn] = [
    BuiltIn(
      "string",
      .init(["from": .any], .string) { arguments, _ in
        arguments[0] == .null ? .some(.null) : arguments[0].completeText.map { .string($0) }
      }),
    BuiltIn(
      "number",
      .init(["from": .any], .number) { arguments, _ in
        if case .number = arguments[0] { return arguments[0] }
        return arguments[0].asString.flatMap { Number($0) }.map { .number($0) }
      },
      .init(["from": .string, "grouping separator": .any, "decimal separator": .any], .number) {
        arguments, _ in
        number(arguments[0].asString, grouping: arguments[1], decimal: arguments[2]).map { .number($0) }
      }),
    BuiltIn(
      "date",
      .init(["from": .any], .date) { arguments, _ in
        switch arguments[0] {
        case .date: arguments[0]
        case .dateTime(let moment): .date(moment.date)
        case .string(let text): TemporalParser.date(text).map { .date($0) }
        default: nil
        }
      },
      .init(["year": .number, "month": .number, "day": .number], .date) { arguments, _ in
        let parts = arguments.compactMap { $0.asNumber?.integer }
        return parts.count == 3
          ? CalendarDate(year: parts[0], month: parts[1], day: parts[2]).map { .date($0) } : nil
      }),
    BuiltIn(
      "time",
      .init(["from": .any], .time) { arguments, _ in
        switch arguments[0] {
        case .time: arguments[0]
        case .dateTime(let moment): .time(moment.time)
        case .date: .time(ClockTime(nanoseconds: 0, zone: .utc))
        case .string(let text): TemporalParser.time(text).map { .time($0) }
        default: nil
        }
      },
      .init(["hour": .number, "minute": .number, "second": .number], .time) { arguments, _ in
        time(arguments, zone: .none)
      },
      .init(["hour": .number, "minute": .number, "second": .number, "offset": .any], .time) { arguments, _ in
        switch arguments[3] {
        case .null: time(arguments, zone: .none)
        case .daysDuration(let offset):
          Zone(offset: Int(offset.seconds)).flatMap { time(arguments, zone: $0) }
        default: nil
        }
      }),
    BuiltIn(
      "date and time",
      .init(["from": .any], .dateTime) { arguments, _ in
        switch arguments[0] {
        case .dateTime: return arguments[0]
        case .date(let date): return .dateTime(DateTime(date, ClockTime(nanoseconds: 0, zone: .utc)))
        case .string(let text):
          if let moment = TemporalParser.dateTime(text) { return .dateTime(moment) }
          let midnight = ClockTime(nanoseconds: 0, zone: .none)
          return TemporalParser.date(text).map { .dateTime(DateTime($0, midnight)) }
        default: return nil
        }
      },
      .init(["date": .any, "time": .time], .dateTime) { arguments, _ in
        guard case .time(let time) = arguments[1] else { return nil }
        switch arguments[0] {
        case .date(let date): return .dateTime(DateTime(date, time))
        case .dateTime(let moment): return .dateTime(DateTime(moment.date, time))
        default: return nil
        }
      }),
    BuiltIn(
      "duration",
      .init(["from": .any], .any) { arguments, _ in
        switch arguments[0] {
        case .daysDuration, .yearsDuration: arguments[0]
        case .string(let text): TemporalParser.duration(text, allowsBarePoint: true)
        default: nil
        }
      }),
    BuiltIn(
      "years and months duration",
      .init(["from": .any, "to": .any], .yearsDuration) { arguments, _ in
        guard let start = day(arguments[0]), let end = day(arguments[1]) else { return nil }
        return .yearsDuration(YearsDuration(months: wholeMonths(from: start, to: end)))
      }),
  ]

  private static func number(_ text: String?, grouping: Value, decimal: Value) -> Number? {
    guard var text, grouping == .null || [" ", ",", "."].contains(grouping),
      decimal == .null || [",", "."].contains(decimal), grouping != decimal || grouping == .null
    else { return nil }
    if let separator = grouping.asString { text = text.split(separator: separator).joined() }
    if let point = decimal.asString {
      if point != ".", text.contains(".") { return nil }
      text = text.split(separator: point, omittingEmptySubsequences: false).joined(separator: ".")
    }
    return Number(text)
  }

  private static func time(_ parts: [Value], zone: Zone) -> Value? {
    guard let hour = parts[0].asNumber?.integer, let minute = parts[1].asNumber?.integer,
      let seconds = parts[2].asNumber, let second = seconds.floor.integer,
      let nanosecond = seconds.subtracting(seconds.floor)?.multiplied(by: 1_000_000_000)?.floor.integer
    else { return nil }
    return ClockTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone)
      .map { .time($0) }
  }

  private static func day(_ value: Value) -> CalendarDate? {
    switch value {
    case .date(let date): date
    case .dateTime(let moment): moment.date
    default: nil
    }
  }

  private static func wholeMonths(from start: CalendarDate, to end: CalendarDate) -> Int {
    if end < start { return -wholeMonths(from: end, to: start) }
    let months = (end.year - start.year) * 12 + end.month - start.month
    return end.day < start.day ? months - 1 : months
  }
}
