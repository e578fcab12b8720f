/// Date functions (DMN 1.5, 10.3.4.9).
extension BuiltIns {
  static let temporals: [BuiltIn] = [
    dateFunction("day of year", .number) { .number(Number($0.dayOfYear)) },
    dateFunction("day of week", .string) { .string(weekdays[$0.weekday - 1]) },
    dateFunction("month of year", .string) { .string(months[$0.month - 1]) },
    dateFunction("week of year", .number) { .number(Number($0.weekOfYear)) },
  ]

  /// What depends on the clock; known to models only, and null unless the evaluation is told the time.
  static let clock: [String: BuiltIn] = [
    "now": BuiltIn("now", .init([:], .dateTime) { _, evaluation in evaluation.now.map { .dateTime($0) } }),
    "today": BuiltIn("today", .init([:], .date) { _, evaluation in evaluation.now.map { .date($0.date) } }),
  ]

  /// What makes a day, time or duration of what is written out.
  static let literalTimes: Set<String> = ["date", "time", "date and time", "duration"]

  /// What is null of days and moments only where one of these is.
  static let partsOfTimes: Set<String> = [
    "date", "time", "date and time", "day of year", "day of week", "month of year", "week of year",
    "years and months duration",
  ]

  private static func dateFunction(
    _ name: String, _ result: ValueType, _ body: @escaping @Sendable (CalendarDate) -> Value
  ) -> BuiltIn {
    BuiltIn(
      name,
      .init(["date": .any], result) { arguments, _ in
        switch arguments[0] {
        case .date(let date): body(date)
        case .dateTime(let moment): body(moment.date)
        default: nil
        }
      })
  }

  // The standard fixes these words, in English.
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
}
