extension Value {
  /// FEEL's `=`; nil (null) for values of different kinds (DMN 1.5, 10.3.2.13.1, table 42).
  public func equals(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.null, .null): return true
    case (.null, _), (_, .null): return false
    case (.number(let left), .number(let right)): return left == right
    case (.string(let left), .string(let right)): return left.hasSameCodePoints(as: right)
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.date(let left), .date(let right)): return left == right
    case (.time(let left), .time(let right)):
      return left.zone.isPresent == right.zone.isPresent && left.instant == right.instant
    case (.dateTime(let left), .dateTime(let right)):
      return left.zone.isPresent == right.zone.isPresent && left.instant == right.instant
        && left.nanosecondOfSecond == right.nanosecondOfSecond
    case (.daysDuration(let left), .daysDuration(let right)): return left == right
    case (.yearsDuration(let left), .yearsDuration(let right)): return left == right
    case (.list, .list), (.context, .context), (.range, .range):
      // A value that holds another many times over is small in memory and endless to walk.
      var steps = Limits.evaluationSteps
      let isSame = isSame(as: other, &steps)
      return steps < 0 ? nil : isSame
    case (.function(let left), .function(let right)): return left === right
    default: return nil
    }
  }

  /// Whether lists, contexts and ranges are equal part by part, within so many steps.
  private func isSame(as other: Value, _ steps: inout Int) -> Bool {
    steps -= 1
    guard steps >= 0 else { return false }
    switch (self, other) {
    case (.list(let left), .list(let right)):
      guard left.count == right.count else { return false }
      for (left, right) in zip(left, right) where !left.isSame(as: right, &steps) { return false }
      return true
    case (.context(let left), .context(let right)):
      guard left.entries.count == right.entries.count else { return false }
      for entry in left.entries {
        guard let value = right[entry.name], entry.value.isSame(as: value, &steps) else { return false }
      }
      return true
    case (.range(let left), .range(let right)):
      return left.isEquality == right.isEquality && left.includesLow == right.includesLow
        && left.includesHigh == right.includesHigh && left.low.isSame(as: right.low, &steps)
        && left.high.isSame(as: right.high, &steps)
    default: return equals(other) == true
    }
  }

  /// FEEL's order: negative, 0 or positive; nil where it has none (DMN 1.5, table 43).
  package func compared(to other: Value) -> Int? {
    switch (self, other) {
    case (.number(let left), .number(let right)): order(left, right)
    case (.string(let left), .string(let right)): order(left, right)
    case (.date(let left), .date(let right)): order(left, right)
    case (.time(let left), .time(let right)):
      left.zone.isPresent == right.zone.isPresent ? order(left.instant, right.instant) : nil
    case (.dateTime(let left), .dateTime(let right)):
      left.zone.isPresent == right.zone.isPresent
        ? order(left.instant, right.instant).nonZero(
          or: order(left.nanosecondOfSecond, right.nanosecondOfSecond))
        : nil
    case (.daysDuration(let left), .daysDuration(let right)): order(left, right)
    case (.yearsDuration(let left), .yearsDuration(let right)): order(left, right)
    default: nil
    }
  }

  /// A date and time without a zone as one in UTC; anything else as it is.
  var inUTC: Value {
    guard case .dateTime(let moment) = self, !moment.zone.isPresent else { return self }
    return .dateTime(
      DateTime(seconds: moment.seconds, nanosecond: moment.nanosecondOfSecond, zone: .utc))
  }

  /// Both values so that times can be compared of which only one has a zone (`Scope.Unzoned.comparable`).
  func besides(_ other: Value) -> (Value, Value) {
    switch (self, other) {
    case (.dateTime, .dateTime): (inUTC, other.inUTC)
    case (.time(let left), .time(let right)) where left.zone.isPresent != right.zone.isPresent:
      (
        .time(ClockTime(nanoseconds: left.nanoseconds, zone: .none)),
        .time(ClockTime(nanoseconds: right.nanoseconds, zone: .none))
      )
    default: (self, other)
    }
  }

  /// A comparison by operator; nil (null) where FEEL gives none.
  func satisfies(_ comparison: ComparisonOperator, _ other: Value) -> Bool? {
    switch comparison {
    case .equal: equals(other)
    case .notEqual: equals(other).map { !$0 }
    case .less: compared(to: other).map { $0 < 0 }
    case .lessOrEqual: compared(to: other).map { $0 <= 0 }
    case .greater: compared(to: other).map { $0 > 0 }
    case .greaterOrEqual: compared(to: other).map { $0 >= 0 }
    }
  }
}

/// Strings by code points, everything else by `<`.
private func order(_ left: String, _ right: String) -> Int {
  if left.utf8.lexicographicallyPrecedes(right.utf8) { return -1 }
  return left.hasSameCodePoints(as: right) ? 0 : 1
}

private func order<T: Comparable>(_ left: T, _ right: T) -> Int {
  left < right ? -1 : left == right ? 0 : 1
}

extension Int {
  fileprivate func nonZero(or other: Int) -> Int { self != 0 ? self : other }
}
