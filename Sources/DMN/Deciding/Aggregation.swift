import FEEL

extension HitPolicy.Aggregation {
  /// One value made of many, or null and the value that does not let itself be aggregated.
  ///
  /// Sums take numbers and durations; minimum and maximum whatever FEEL orders (DMN 1.5, 8.2.10).
  func value(of values: [Value]) -> (value: Value, refused: Value?) {
    guard self != .count else { return (.number(Number(values.count)), nil) }
    guard var result = values.first else { return (.null, nil) }
    // A single value is looked at as well: it must be of a kind that could have been aggregated.
    for value in values.count == 1 ? values[...] : values.dropFirst() {
      guard let next = combined(result, value) else { return (.null, value) }
      if values.count > 1 { result = next }
    }
    return (result, nil)
  }

  private func combined(_ left: Value, _ right: Value) -> Value? {
    switch self {
    case .count: nil
    case .sum: sum(left, right)
    case .min: precedes(right, left).map { $0 ? right : left }
    case .max: precedes(left, right).map { $0 ? right : left }
    }
  }

  private func precedes(_ left: Value, _ right: Value) -> Bool? {
    if case .string(let left) = left, case .string(let right) = right {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return Line.isLess(left, right)
  }

  private func sum(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left.adding(right).map { .number($0) }
    case (.daysDuration(let left), .daysDuration(let right)): left.adding(right).map { .daysDuration($0) }
    case (.yearsDuration(let left), .yearsDuration(let right)):
      left.months.addingReportingOverflow(right.months).overflow
        ? nil : .yearsDuration(YearsDuration(months: left.months + right.months))
    default: nil
    }
  }
}
