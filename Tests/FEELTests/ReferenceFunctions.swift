import FEEL

/// The standard's functions for the reference evaluator (DMN 1.5, 10.3.4), by their examples and words.
enum ReferenceFunctions {
  static func call(_ name: String, _ arguments: [Value]) -> Value {
    switch (arguments.first, arguments.count) {
    case (.list(let items)?, _): list(name, items, arguments)
    case (.string(let text)?, 1): string(name, text)
    case (.string(let text)?, 2...):
      if case .string(let match) = arguments[1] {
        strings(name, Array(text.unicodeScalars), Array(match.unicodeScalars))
      } else {
        substring(name, Array(text.unicodeScalars), arguments)
      }
    case (.number(let number)?, 1): self.number(name, number)
    case (.number(let number)?, _): numbers(name, number, arguments)
    case (.context(let context)?, _): self.context(name, context, arguments)
    case (.date(let day)?, 1): self.day(name, day)
    case (.date(let day)?, 2) where name == "date and time":
      if case .time(let time) = arguments[1] { .dateTime(DateTime(day, time)) } else { .null }
    case (.dateTime(let moment)?, 1): day(name, moment.date)
    case (.daysDuration(let length)?, 1) where name == "abs": duration(abs(nanoseconds(length)))
    case (.yearsDuration(let length)?, 1) where name == "abs":
      .yearsDuration(YearsDuration(months: abs(length.months)))
    default: any(name, arguments)
    }
  }

  /// Whatever the types are; null too.
  static func any(_ name: String, _ arguments: [Value]) -> Value {
    switch (name, arguments.first) {
    case ("not", .boolean(let value)?): return .boolean(!value)
    case ("is", let first?):
      if case .time(let left) = first, case .time(let right) = arguments[1] { return .boolean(left == right) }
      if case .dateTime(let left) = first, case .dateTime(let right) = arguments[1] {
        return .boolean(left == right)
      }
      return .boolean(equal(first, arguments[1]) ?? false)
    default: return ReferenceRelations.call(name, arguments)
    }
  }

  private static func number(_ name: String, _ number: Number) -> Value {
    let floor = number.floor
    let isWhole = floor == number
    switch name {
    case "abs": return .number(max(number, number.negated))
    case "floor": return .number(floor)
    case "ceiling": return (isWhole ? floor : floor.adding(1)).map { .number($0) } ?? .null
    case "odd", "even":
      guard isWhole, let rest = number.modulo(2) else { return .null }
      return .boolean((rest == .zero) == (name == "even"))
    case "string": return .string(number.description)
    default: return any(name, [.number(number)])
    }
  }

  private static func numbers(_ name: String, _ number: Number, _ arguments: [Value]) -> Value {
    guard case .number(let second) = arguments[1] else { return any(name, arguments) }
    switch name {
    case "modulo":
      // Exact, as NumberTests proves it apart: the rounded quotient of 34 digits gives another remainder.
      return number.modulo(second).map { .number($0) } ?? .null
    case "decimal":
      return second.integer.flatMap { number.rounded(scale: $0, .halfEven) }.map { .number($0) } ?? .null
    case "date":
      guard case .number(let day) = arguments[2], let year = number.integer, let month = second.integer,
        let day = day.integer
      else { return .null }
      return CalendarDate(year: year, month: month, day: day).map { .date($0) } ?? .null
    case "min": return .number(arguments.count == 2 && second < number ? second : number)
    case "max": return .number(arguments.count == 2 && number < second ? second : number)
    default: return any(name, arguments)
    }
  }

  private static func string(_ name: String, _ text: String) -> Value {
    switch name {
    case "string length": ReferenceProperties.number(text.unicodeScalars.count)
    case "upper case": .string(text.uppercased())
    case "lower case": .string(text.lowercased())
    case "string": .string(text)
    default: any(name, [.string(text)])
    }
  }

  private static func strings(_ name: String, _ text: [Unicode.Scalar], _ match: [Unicode.Scalar]) -> Value {
    let places = (0...text.count).filter { text[$0...].starts(with: match) }
    switch name {
    case "contains": return .boolean(!places.isEmpty)
    case "starts with": return .boolean(places.contains(0))
    case "ends with": return .boolean(places.contains(text.count - match.count))
    case "substring before": return joined(places.first.map { text[..<$0] } ?? [])
    case "substring after": return joined(places.first.map { text[($0 + match.count)...] } ?? [])
    default: return any(name, [joined(text[...]), joined(match[...])])
    }
  }

  private static func substring(_ name: String, _ text: [Unicode.Scalar], _ arguments: [Value]) -> Value {
    guard name == "substring" else { return any(name, arguments) }
    guard case .number(let start) = arguments[1], let start = start.truncated.integer, start != 0,
      start >= -text.count
    else { return .null }
    let rest = text.dropFirst(start > 0 ? start - 1 : text.count + start)
    guard arguments.count == 3, arguments[2] != .null else { return joined(rest) }
    guard case .number(let length) = arguments[2], let length = length.truncated.integer, length >= 1 else {
      return .null
    }
    return joined(rest.prefix(length))
  }

  private static func joined(_ scalars: ArraySlice<Unicode.Scalar>) -> Value {
    .string(scalars.map { String(Character($0)) }.joined())
  }

  private static func context(_ name: String, _ context: Context, _ arguments: [Value]) -> Value {
    switch name {
    case "get value":
      guard case .string(let key) = arguments[1] else { return .null }
      return context[key] ?? .null
    case "get entries":
      return .list(
        context.entries.map { ["key": .string($0.name), "value": $0.value] })
    case "context put":
      guard case .string(let key) = arguments[1] else { return .null }
      var changed = context
      changed[key] = arguments[2]
      return .context(changed)
    default: return any(name, arguments)
    }
  }

  private static func day(_ name: String, _ day: CalendarDate) -> Value {
    let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    func first(_ month: Int, _ dayOfMonth: Int, of year: Int) -> Int {
      CalendarDate(year: year, month: month, day: dayOfMonth).map(dayNumber) ?? 0
    }
    /// The Monday that the first ISO week of a year begins with: that of 4 January.
    func weekOne(_ year: Int) -> Int {
      let fourth = first(1, 4, of: year)
      return fourth - ((fourth + 2) % 7 + 7) % 7
    }
    let number = dayNumber(day)
    switch name {
    case "date": return .date(day)
    case "day of week": return .string(weekdays[ReferenceProperties.weekday(day) - 1])
    case "month of year": return .string(months[day.month - 1])
    case "day of year": return ReferenceProperties.number(number - first(1, 1, of: day.year) + 1)
    case "week of year":
      let year =
        number >= weekOne(day.year + 1) ? day.year + 1 : number < weekOne(day.year) ? day.year - 1 : day.year
      return ReferenceProperties.number((number - weekOne(year)) / 7 + 1)
    default: return any(name, [.date(day)])
    }
  }
}
