/// `+ - * / **` over all types that have them (DMN 1.5, 10.3.2.13.5, tables 50 to 53).
enum Arithmetic {
  /// The result; null with a warning when there is none.
  static func apply(
    _ operation: BinaryOperator, _ left: Value, _ right: Value, _ evaluation: inout Evaluation,
    at range: Range<Int>
  ) -> Value {
    if case .number(let left) = left, case .number(let right) = right {
      if let result = numbers(operation, left, right) { return .number(result) }
      let divides = operation == .divide && right == .zero
      evaluation.warn(divides ? .divisionByZero : .outOfRange(operation: operation.text), at: range)
      return .null
    }
    if left == .null || right == .null { return .null }
    let result: Value?
    switch operation {
    case .add: result = sum(left, right, &evaluation, range)
    case .subtract: result = difference(left, right)
    case .multiply: result = product(left, right)
    case .divide: result = quotient(left, right)
    default: result = nil
    }
    if let result { return result }
    evaluation.warn(.operandTypes(operation: operation.text, left: left.type, right: right.type), at: range)
    return .null
  }

  @inline(__always)
  static func numbers(_ operation: BinaryOperator, _ left: Number, _ right: Number) -> Number? {
    switch operation {
    case .add: left.adding(right)
    case .subtract: left.subtracting(right)
    case .multiply: left.multiplied(by: right)
    case .divide: left.divided(by: right)
    case .power: left.power(right)
    default: nil
    }
  }

  private static func sum(
    _ left: Value, _ right: Value, _ evaluation: inout Evaluation, _ range: Range<Int>
  ) -> Value? {
    switch (left, right) {
    case (.string(let left), .string(let right)):
      // Doubling a text in a loop must not exhaust memory: long texts cost steps.
      guard evaluation.spend((left.utf8.count + right.utf8.count) / 16, at: range) else { return .null }
      return .string(left + right)
    case (.date(let date), .yearsDuration(let duration)), (.yearsDuration(let duration), .date(let date)):
      return date.adding(months: duration.months).map { .date($0) }
    case (.date(let date), .daysDuration(let duration)), (.daysDuration(let duration), .date(let date)):
      let midnight = ClockTime(nanoseconds: 0, zone: .none)
      return DateTime(date, midnight).adding(duration).map { .date($0.date) }
    case (.dateTime(let moment), .yearsDuration(let duration)),
      (.yearsDuration(let duration), .dateTime(let moment)):
      return moment.adding(months: duration.months).map { .dateTime($0) }
    case (.dateTime(let moment), .daysDuration(let duration)),
      (.daysDuration(let duration), .dateTime(let moment)):
      return moment.adding(duration).map { .dateTime($0) }
    case (.time(let time), .daysDuration(let duration)), (.daysDuration(let duration), .time(let time)):
      return .time(time.adding(duration))
    case (.daysDuration(let left), .daysDuration(let right)):
      return left.adding(right).map { .daysDuration($0) }
    case (.yearsDuration(let left), .yearsDuration(let right)):
      let (months, overflow) = left.months.addingReportingOverflow(right.months)
      return overflow ? nil : .yearsDuration(YearsDuration(months: months))
    default: return nil
    }
  }

  private static func difference(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.date, .date), (.date, .dateTime), (.dateTime, .date), (.dateTime, .dateTime):
      guard let end = left.moment, let start = right.moment, end.zone.isPresent == start.zone.isPresent else {
        return nil
      }
      return .daysDuration(end.since(start))
    case (.time(let left), .time(let right)):
      guard left.zone.isPresent == right.zone.isPresent else { return nil }
      let difference = left.instant - right.instant
      return .daysDuration(
        DaysDuration(
          seconds: difference / 1_000_000_000, nanoseconds: Int32(difference % 1_000_000_000)))
    case (_, .daysDuration(let duration)):
      return duration.negated.flatMap { temporalSum(left, .daysDuration($0)) }
    case (_, .yearsDuration(let duration)):
      guard duration.months != .min else { return nil }
      return temporalSum(left, .yearsDuration(YearsDuration(months: -duration.months)))
    default: return nil
    }
  }

  private static func temporalSum(_ left: Value, _ right: Value) -> Value? {
    // `duration - duration` is a sum; `duration - date` is nothing, though `duration + date` is.
    switch (left, right) {
    case (.daysDuration, .yearsDuration), (.yearsDuration, .daysDuration): return nil
    default:
      var none = Evaluation(slots: UnsafeBufferPointer(start: nil, count: 0))
      return sum(left, right, &none, 0..<0)
    }
  }

  private static func product(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.daysDuration(let duration), .number(let number)),
      (.number(let number), .daysDuration(let duration)):
      return duration.number.multiplied(by: number).flatMap(DaysDuration.init(number:)).map {
        .daysDuration($0)
      }
    case (.yearsDuration(let duration), .number(let number)),
      (.number(let number), .yearsDuration(let duration)):
      return Number(duration.months).multiplied(by: number)?.truncated.integer
        .map { .yearsDuration(YearsDuration(months: $0)) }
    default: return nil
    }
  }

  private static func quotient(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.daysDuration(let duration), .number(let number)):
      return duration.number.divided(by: number).flatMap(DaysDuration.init(number:)).map { .daysDuration($0) }
    case (.yearsDuration(let duration), .number(let number)):
      return Number(duration.months).divided(by: number)?.truncated.integer
        .map { .yearsDuration(YearsDuration(months: $0)) }
    case (.daysDuration(let left), .daysDuration(let right)):
      return left.number.divided(by: right.number).map { .number($0) }
    case (.yearsDuration(let left), .yearsDuration(let right)):
      return Number(left.months).divided(by: Number(right.months)).map { .number($0) }
    default: return nil
    }
  }

  /// `-x`
  static func negation(_ value: Value, _ evaluation: inout Evaluation, at range: Range<Int>) -> Value {
    switch value {
    case .null: return .null
    case .number(let number): return .number(number.negated)
    case .daysDuration(let duration):
      if let negated = duration.negated { return .daysDuration(negated) }
    case .yearsDuration(let duration):
      if duration.months != .min { return .yearsDuration(YearsDuration(months: -duration.months)) }
    default: break
    }
    evaluation.warn(.operandType(operation: "-", found: value.type), at: range)
    return .null
  }
}

extension Value {
  /// A date as the midnight in UTC that it begins with (DMN 1.5, 10.3.2.9.4), or a date and time.
  fileprivate var moment: DateTime? {
    switch self {
    case .date(let date): DateTime(date, ClockTime(nanoseconds: 0, zone: .utc))
    case .dateTime(let moment): moment
    default: nil
    }
  }
}
