/// Which types arithmetic takes and gives (DMN 1.5, tables 50 to 53).
enum ArithmeticTypes {
  /// The result's type; nil when the operands cannot be combined.
  static func result(_ operation: BinaryOperator, _ left: ValueType, _ right: ValueType) -> ValueType? {
    if left == .null || right == .null { return .any }
    if left == .any || right == .any { return operation == .power ? .number : .any }
    switch (operation, left, right) {
    case (_, .number, .number): return .number
    case (.add, .string, .string): return .string
    case (.add, .date, .yearsDuration), (.add, .yearsDuration, .date), (.add, .date, .daysDuration),
      (.add, .daysDuration, .date), (.subtract, .date, .yearsDuration), (.subtract, .date, .daysDuration):
      return .date
    case (.add, .dateTime, .yearsDuration), (.add, .yearsDuration, .dateTime),
      (.add, .dateTime, .daysDuration),
      (.add, .daysDuration, .dateTime), (.subtract, .dateTime, .yearsDuration),
      (.subtract, .dateTime, .daysDuration):
      return .dateTime
    case (.add, .time, .daysDuration), (.add, .daysDuration, .time), (.subtract, .time, .daysDuration):
      return .time
    case (.subtract, .date, .date), (.subtract, .date, .dateTime), (.subtract, .dateTime, .date),
      (.subtract, .dateTime, .dateTime), (.subtract, .time, .time):
      return .daysDuration
    case (.add, .daysDuration, .daysDuration), (.subtract, .daysDuration, .daysDuration),
      (.multiply, .daysDuration, .number), (.multiply, .number, .daysDuration),
      (.divide, .daysDuration, .number):
      return .daysDuration
    case (.add, .yearsDuration, .yearsDuration), (.subtract, .yearsDuration, .yearsDuration),
      (.multiply, .yearsDuration, .number), (.multiply, .number, .yearsDuration),
      (.divide, .yearsDuration, .number):
      return .yearsDuration
    case (.divide, .daysDuration, .daysDuration), (.divide, .yearsDuration, .yearsDuration): return .number
    default: return nil
    }
  }

  /// Whether a sum or difference of days and moments can only fail past the years that FEEL knows: where each comparison of times
  /// is decided, that case is left out too.
  static func staysInCalendar(_ operation: BinaryOperator, _ type: ValueType) -> Bool {
    [.add, .subtract].contains(operation) && [.date, .dateTime, .daysDuration].contains(type)
  }

  /// Whether operands that are there may still give null.
  ///
  /// Sums and products of numbers pass 10^6144 only by thousands of multiplications; that case is left out on purpose.
  static func failure(_ operation: BinaryOperator, _ type: ValueType, _ right: Resolved) -> Nullness {
    switch (operation, type) {
    case (.add, .number), (.subtract, .number), (.multiply, .number), (.add, .time), (.subtract, .time):
      .never
    case (.divide, .number):
      if case .constant(.number(let divisor)) = right.node, divisor != .zero { .never } else { .possible }
    default: .possible
    }
  }
}
