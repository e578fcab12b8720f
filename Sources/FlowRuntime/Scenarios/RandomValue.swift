import FEEL

extension ValueType {
  /// Any value of this type, of a small range; `null` where the type has none that may be drawn.
  func randomValue(using generator: inout SeededGenerator) -> Value {
    switch self {
    case .boolean: return .boolean(Bool.random(using: &generator))
    case .choice(let values): return .string(values.randomElement(using: &generator) ?? "")
    case .number: return .number(Number(Int.random(in: 0...12, using: &generator)))
    case .string: return .string(["", "word", "two words"].randomElement(using: &generator) ?? "")
    case .date: return ValueType.randomDay(using: &generator).map { .date($0) } ?? .null
    case .time: return ValueType.randomTime(using: &generator).map { .time($0) } ?? .null
    case .dateTime:
      guard let day = ValueType.randomDay(using: &generator),
        let time = ValueType.randomTime(using: &generator)
      else { return .null }
      return .dateTime(DateTime(day, time))
    case .daysDuration:
      return .daysDuration(DaysDuration(seconds: Int64.random(in: 0...86_400, using: &generator)))
    case .yearsDuration:
      return .yearsDuration(YearsDuration(months: Int.random(in: 0...24, using: &generator)))
    case .list(let item):
      return .list(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in item.randomValue(using: &generator) })
    case .context(let fields):
      var context = Context()
      for field in fields { context[field.name] = field.type.randomValue(using: &generator) }
      return .context(context)
    case .any, .null, .range, .function: return .null
    }
  }

  private static func randomDay(using generator: inout SeededGenerator) -> CalendarDate? {
    CalendarDate(daysSinceEpoch: Int.random(in: 20_000...21_000, using: &generator))
  }

  private static func randomTime(using generator: inout SeededGenerator) -> ClockTime? {
    ClockTime(
      hour: Int.random(in: 0..<24, using: &generator), minute: Int.random(in: 0..<60, using: &generator),
      second: 0,
      zone: .utc)
  }
}
