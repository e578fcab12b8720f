import FEEL

// Three-valued logic, equality and order as the standard's tables give them, for the reference evaluator.

func truth(_ value: Bool?) -> Value { value.map { .boolean($0) } ?? .null }

func bool(_ value: Value) -> Bool? {
  if case .boolean(let value) = value { return value }
  return nil
}

func and(_ left: Bool?, _ right: Bool?) -> Bool? {
  left == false || right == false ? false : left == nil || right == nil ? nil : true
}

func or(_ left: Bool?, _ right: Bool?) -> Bool? {
  left == true || right == true ? true : left == nil || right == nil ? nil : false
}

func compare(_ comparison: ComparisonOperator, _ left: Value, _ right: Value) -> Bool? {
  switch comparison {
  case .equal: equal(left, right)
  case .notEqual: equal(left, right).map { !$0 }
  case .less: order(left, right).map { $0 < 0 }
  case .lessOrEqual: order(left, right).map { $0 <= 0 }
  case .greater: order(left, right).map { $0 > 0 }
  case .greaterOrEqual: order(left, right).map { $0 >= 0 }
  }
}

/// DMN 1.5, table 42.
func equal(_ left: Value, _ right: Value) -> Bool? {
  switch (left, right) {
  case (.null, .null): return true
  case (.null, _), (_, .null): return false
  case (.boolean(let left), .boolean(let right)): return left == right
  case (.list(let left), .list(let right)):
    return left.count == right.count && zip(left, right).allSatisfy { equal($0, $1) == true }
  case (.context(let left), .context(let right)):
    return Set(left.entries.map(\.name)) == Set(right.entries.map(\.name))
      && left.entries.allSatisfy { entry in right[entry.name].flatMap { equal(entry.value, $0) } == true }
  case (.range(let left), .range(let right)):
    return left.includesLow == right.includesLow && left.includesHigh == right.includesHigh
      && equal(left.low, right.low) == true && equal(left.high, right.high) == true
  case (.time, .time), (.dateTime, .dateTime): return order(left, right).map { $0 == 0 } ?? false
  default: return order(left, right).map { $0 == 0 }
  }
}

/// DMN 1.5, table 43; nil where there is no order.
func order(_ left: Value, _ right: Value) -> Int? {
  func sign<T: Comparable>(_ left: T, _ right: T) -> Int { left < right ? -1 : left > right ? 1 : 0 }
  switch (left, right) {
  case (.number(let left), .number(let right)): return sign(left, right)
  case (.string(let left), .string(let right)):
    let (left, right) = (left.unicodeScalars.map(\.value), right.unicodeScalars.map(\.value))
    return left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
  case (.date(let left), .date(let right)): return sign(dayNumber(left), dayNumber(right))
  case (.time(let left), .time(let right)):
    guard let (left, right) = comparable((nanoseconds(left), left.zone), (nanoseconds(right), right.zone))
    else { return nil }
    return sign(left, right)
  case (.dateTime(let left), .dateTime(let right)):
    guard let (left, right) = comparable((nanoseconds(left), left.zone), (nanoseconds(right), right.zone))
    else { return nil }
    return sign(left, right)
  case (.daysDuration(let left), .daysDuration(let right)):
    return sign(nanoseconds(left), nanoseconds(right))
  case (.yearsDuration(let left), .yearsDuration(let right)): return sign(left.months, right.months)
  default: return nil
  }
}

/// Both brought to UTC, or both left local; nil when only one has a zone.
func comparable(_ left: (Int128, Zone), _ right: (Int128, Zone)) -> (Int128, Int128)? {
  switch (left.1.offset, right.1.offset) {
  case (nil, nil): (left.0, right.0)
  case (let first?, let second?):
    (left.0 - Int128(first) * 1_000_000_000, right.0 - Int128(second) * 1_000_000_000)
  default: nil
  }
}

/// DMN 1.5, 10.3.2.9: null is an instance of nothing that is asked for here.
func isInstance(_ value: Value, _ type: ValueType) -> Bool {
  switch (value, type) {
  case (.null, _): false
  case (_, .any), (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date),
    (.time, .time),
    (.dateTime, .dateTime), (.daysDuration, .daysDuration), (.yearsDuration, .yearsDuration):
    true
  case (.list(let items), .list(let item)): items.allSatisfy { $0 == .null || isInstance($0, item) }
  case (.context(let context), .context(let fields)):
    fields.allSatisfy { field in
      context[field.name].map { $0 == .null || isInstance($0, field.type) } ?? false
    }
  case (.range(let range), .range(let item)): isInstance(range.low, item) && isInstance(range.high, item)
  default: false
  }
}
