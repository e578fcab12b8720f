import FEEL

// Calendar and clock for the reference evaluator, by counting.

/// Days since 1 March of year 0: months from March have their days before them in a table, and leap days are counted.
func dayNumber(_ date: CalendarDate) -> Int {
  let (year, month) = date.month > 2 ? (date.year, date.month - 3) : (date.year - 1, date.month + 9)
  let before = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337]
  func floored(_ divisor: Int) -> Int { (year - (year % divisor + divisor) % divisor) / divisor }
  return 365 * year + floored(4) - floored(100) + floored(400) + before[month] + date.day - 1
}

/// The date with a day number: found by walking from a guess that is near.
func date(dayNumber number: Int) -> CalendarDate? {
  var year = number * 400 / 146_097
  while let next = CalendarDate(year: year + 1, month: 1, day: 1), dayNumber(next) <= number { year += 1 }
  while let first = CalendarDate(year: year, month: 1, day: 1), dayNumber(first) > number { year -= 1 }
  for month in (1...12).reversed() {
    if let first = CalendarDate(year: year, month: month, day: 1), dayNumber(first) <= number {
      return CalendarDate(year: year, month: month, day: number - dayNumber(first) + 1)
    }
  }
  return nil
}

/// The same day so many months on, or the last one before it that exists.
func date(_ date: CalendarDate, plusMonths months: Int) -> CalendarDate? {
  guard months.magnitude < 1_000_000_000_000 else { return nil }
  let count = date.year * 12 + date.month - 1 + months
  let month = (count % 12 + 12) % 12
  for day in (1...date.day).reversed() {
    if let found = CalendarDate(year: (count - month) / 12, month: month + 1, day: day) { return found }
  }
  return nil
}

func nanoseconds(_ time: ClockTime) -> Int128 {
  Int128((time.hour * 60 + time.minute) * 60 + time.second) * 1_000_000_000 + Int128(time.nanosecond)
}

func nanoseconds(_ moment: DateTime) -> Int128 {
  Int128(dayNumber(moment.date)) * dayLength + nanoseconds(moment.time)
}

func nanoseconds(_ duration: DaysDuration) -> Int128 {
  Int128(duration.seconds) * 1_000_000_000 + Int128(duration.nanoseconds)
}

let dayLength: Int128 = 86_400_000_000_000

func time(_ nanoseconds: Int128, _ zone: Zone) -> ClockTime? {
  let rest = Int((nanoseconds % dayLength + dayLength) % dayLength)
  let second = rest / 1_000_000_000
  return ClockTime(
    hour: second / 3600, minute: second / 60 % 60, second: second % 60, nanosecond: rest % 1_000_000_000,
    zone: zone)
}

func moment(_ nanoseconds: Int128, _ zone: Zone) -> DateTime? {
  let rest = (nanoseconds % dayLength + dayLength) % dayLength
  guard let date = date(dayNumber: Int((nanoseconds - rest) / dayLength)), let time = time(rest, zone) else {
    return nil
  }
  return DateTime(date, time)
}

func duration(_ nanoseconds: Int128) -> Value {
  let rest = (nanoseconds % 1_000_000_000 + 1_000_000_000) % 1_000_000_000
  guard let seconds = Int64(exactly: (nanoseconds - rest) / 1_000_000_000) else { return .null }
  return .daysDuration(DaysDuration(seconds: seconds, nanoseconds: Int32(rest)))
}

/// DMN 1.5, tables 50 to 53.
enum ReferenceArithmetic {
  static func negation(_ value: Value) -> Value {
    switch value {
    case .number(let number): Number.zero.subtracting(number).map { .number($0) } ?? .null
    case .daysDuration(let length): duration(-nanoseconds(length))
    case .yearsDuration(let length): .yearsDuration(YearsDuration(months: -length.months))
    default: .null
    }
  }

  static func result(_ operation: BinaryOperator, _ left: Value, _ right: Value) -> Value {
    switch (operation, left, right) {
    case (_, .number(let left), .number(let right)):
      numbers(operation, left, right).map { .number($0) } ?? .null
    case (.add, .string(let left), .string(let right)): .string(left + right)
    case (.add, .daysDuration, .date), (.add, .daysDuration, .time), (.add, .daysDuration, .dateTime),
      (.add, .yearsDuration, .date), (.add, .yearsDuration, .dateTime):
      sum(right, left, sign: 1)
    case (.add, _, _): sum(left, right, sign: 1)
    case (.subtract, _, .daysDuration), (.subtract, _, .yearsDuration): sum(left, right, sign: -1)
    case (.subtract, _, _): between(right, left)
    case (.multiply, .number(let number), let length), (.multiply, let length, .number(let number)):
      scaled(length) { $0.multiplied(by: number) }
    case (.divide, let length, .number(let number)): scaled(length) { $0.divided(by: number) }
    case (.divide, .daysDuration, .daysDuration), (.divide, .yearsDuration, .yearsDuration):
      ratio(left, right).map { .number($0) } ?? .null
    default: .null
    }
  }

  private static func numbers(_ operation: BinaryOperator, _ left: Number, _ right: Number) -> Number? {
    switch operation {
    case .add: left.adding(right)
    case .subtract: left.subtracting(right)
    case .multiply: left.multiplied(by: right)
    case .divide: left.divided(by: right)
    case .power: left.power(right)
    default: nil
    }
  }

  /// A point in time or a duration, and a duration after it.
  private static func sum(_ start: Value, _ length: Value, sign: Int) -> Value {
    switch (start, length) {
    case (.date(let start), .daysDuration(let length)):
      let end = moment(Int128(dayNumber(start)) * dayLength + Int128(sign) * nanoseconds(length), .none)
      return end.map { .date($0.date) } ?? .null
    case (.date(let start), .yearsDuration(let length)):
      return date(start, plusMonths: sign * length.months).map { .date($0) } ?? .null
    case (.dateTime(let start), .daysDuration(let length)):
      return moment(nanoseconds(start) + Int128(sign) * nanoseconds(length), start.zone)
        .map { .dateTime($0) } ?? .null
    case (.dateTime(let start), .yearsDuration(let length)):
      return date(start.date, plusMonths: sign * length.months)
        .map { .dateTime(DateTime($0, start.time)) } ?? .null
    case (.time(let start), .daysDuration(let length)):
      return time(nanoseconds(start) + Int128(sign) * nanoseconds(length), start.zone)
        .map { .time($0) } ?? .null
    case (.daysDuration(let first), .daysDuration(let second)):
      return duration(nanoseconds(first) + Int128(sign) * nanoseconds(second))
    case (.yearsDuration(let first), .yearsDuration(let second)):
      let (months, overflow) = first.months.addingReportingOverflow(sign * second.months)
      return overflow ? .null : .yearsDuration(YearsDuration(months: months))
    default: return .null
    }
  }

  /// The time from one point to another; a date is the midnight in UTC that it begins with.
  private static func between(_ start: Value, _ end: Value) -> Value {
    func point(_ value: Value) -> (Int128, Zone)? {
      switch value {
      case .date(let date): (Int128(dayNumber(date)) * dayLength, .utc)
      case .dateTime(let moment): (nanoseconds(moment), moment.zone)
      default: nil
      }
    }
    if case .time(let start) = start, case .time(let end) = end {
      return comparable((nanoseconds(start), start.zone), (nanoseconds(end), end.zone))
        .map { duration($1 - $0) } ?? .null
    }
    guard let start = point(start), let end = point(end), let (first, last) = comparable(start, end) else {
      return .null
    }
    return duration(last - first)
  }

  private static func scaled(_ length: Value, _ scale: (Number) -> Number?) -> Value {
    switch length {
    case .daysDuration(let length):
      // Billionths of a second, rounded down.
      let billion: Number = 1_000_000_000
      guard let seconds = Number(decimal(nanoseconds(length)))?.divided(by: billion),
        let whole = scale(seconds)?.multiplied(by: billion)?.floor, let result = Int128(whole.description)
      else { return .null }
      return duration(result)
    case .yearsDuration(let length):
      return scale(Number(length.months))?.truncated.integer
        .map { .yearsDuration(YearsDuration(months: $0)) } ?? .null
    default: return .null
    }
  }

  private static func ratio(_ left: Value, _ right: Value) -> Number? {
    switch (left, right) {
    case (.daysDuration(let left), .daysDuration(let right)):
      Number(decimal(nanoseconds(right))).flatMap { Number(decimal(nanoseconds(left)))?.divided(by: $0) }
    case (.yearsDuration(let left), .yearsDuration(let right)):
      Number(left.months).divided(by: Number(right.months))
    default: nil
    }
  }

  private static func decimal(_ number: Int128) -> String { String(number) }
}
