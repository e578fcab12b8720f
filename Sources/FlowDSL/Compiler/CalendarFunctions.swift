import FEEL

extension WorkCalendar {
  /// What expressions may ask of a calendar (grammar, section 13.8); without one, only the names are known.
  static func functions(of calendar: WorkCalendar?) -> [NamedFunction] {
    guard let calendar else { return functionNames.map { NamedFunction(unavailable: $0) } }
    return [
      NamedFunction(functionNames[0], ["date": .date], gives: .boolean) { arguments in
        arguments[0].day.map { .boolean(calendar.isWorkingDay($0)) }
      },
      NamedFunction(functionNames[1], ["date": .date], gives: .date) { arguments in
        arguments[0].day.flatMap { calendar.date(1, workingDaysAfter: $0) }.map { .date($0) }
      },
      NamedFunction(functionNames[2], ["date": .date, "days": .number], gives: .date) { arguments in
        guard let day = arguments[0].day, case .number(let number) = arguments[1], let days = number.integer
        else { return nil }
        return calendar.date(days, workingDaysAfter: day).map { .date($0) }
      },
    ]
  }

  /// The names of what may be asked of a calendar.
  static let functionNames = ["is working day", "next working day", "add working days"]
}

extension Value {
  fileprivate var day: CalendarDate? { if case .date(let date) = self { date } else { nil } }
}
