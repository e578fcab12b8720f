/// `base.name`: entries of contexts, of each context in a list, and the parts of temporal values and ranges
/// (DMN 1.5, 10.3.2.8, table 65).
enum Properties {
  /// The value; nil when there is no such property.
  static func value(_ name: String, of base: Value) -> Value? {
    switch base {
    case .context(let context): return context[name]
    case .list(let items): return .list(items.map { value(name, of: $0) ?? .null })
    case .date(let date): return part(name, of: date)
    case .time(let time): return part(name, of: time)
    case .dateTime(let moment):
      if name == "time offset" {
        return moment.offset.map { .daysDuration(DaysDuration(seconds: Int64($0))) } ?? .null
      }
      return part(name, of: moment.date) ?? part(name, of: moment.time)
    case .daysDuration(let duration): return part(name, of: duration)
    case .yearsDuration(let duration):
      switch name {
      case "years": return .number(Number(duration.months / 12))
      case "months": return .number(Number(duration.months % 12))
      default: return nil
      }
    case .range(let range):
      switch name {
      case "start": return range.low
      case "end": return range.high
      case "start included": return .boolean(range.includesLow)
      case "end included": return .boolean(range.includesHigh)
      default: return nil
      }
    default: return nil
    }
  }

  private static func part(_ name: String, of date: CalendarDate) -> Value? {
    switch name {
    case "year": .number(Number(date.year))
    case "month": .number(Number(date.month))
    case "day": .number(Number(date.day))
    case "weekday": .number(Number(date.weekday))
    default: nil
    }
  }

  private static func part(_ name: String, of time: ClockTime) -> Value? {
    switch name {
    case "hour": .number(Number(time.hour))
    case "minute": .number(Number(time.minute))
    case "second": .number(Number(time.second))
    case "time offset": time.zone.offset.map { .daysDuration(DaysDuration(seconds: Int64($0))) } ?? .null
    case "timezone": time.zone.name.map { .string($0) } ?? .null
    default: nil
    }
  }

  private static func part(_ name: String, of duration: DaysDuration) -> Value? {
    let (seconds, _) = duration.size
    let sign = duration.isNegative ? -1 : 1
    switch name {
    case "days": return .number(Number(sign * Int(seconds / 86_400)))
    case "hours": return .number(Number(sign * Int(seconds / 3600 % 24)))
    case "minutes": return .number(Number(sign * Int(seconds / 60 % 60)))
    case "seconds": return .number(Number(sign * Int(seconds % 60)))
    default: return nil
    }
  }

  /// The type of a property; nil when values of the type never have it.
  static func type(_ name: String, of base: ValueType) -> ValueType? {
    switch base {
    case .any, .null: return .any
    case .context(let fields): return fields.first { $0.name.hasSameCodePoints(as: name) }?.type
    case .list(let item): return type(name, of: item).map { .list($0) }
    default: return partTypes(of: base).first { $0.0 == name }?.1
    }
  }

  /// The names a value of the type has.
  static func names(of type: ValueType) -> [String] {
    switch type {
    case .context(let fields): fields.map(\.name)
    case .list(let item): names(of: item)
    default: partTypes(of: type).map(\.0)
    }
  }

  /// All names of several words, for the parser.
  static let longNames = ["time offset", "start included", "end included"]

  private static func partTypes(of type: ValueType) -> [(String, ValueType)] {
    let date = ["year", "month", "day", "weekday"].map { ($0, ValueType.number) }
    let time =
      ["hour", "minute", "second"].map { ($0, ValueType.number) } + [
        ("time offset", .daysDuration), ("timezone", .string),
      ]
    switch type {
    case .date: return date
    case .time: return time
    case .dateTime: return date + time
    case .daysDuration: return ["days", "hours", "minutes", "seconds"].map { ($0, .number) }
    case .yearsDuration: return ["years", "months"].map { ($0, .number) }
    case .range(let item):
      return [("start", item), ("end", item), ("start included", .boolean), ("end included", .boolean)]
    default: return []
    }
  }
}
