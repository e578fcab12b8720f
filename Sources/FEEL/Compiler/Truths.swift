/// A compiled condition: true, false, or nil for null.
typealias TruthCode = @Sendable (inout Evaluation) -> Bool?

extension CodeGenerator {
  /// The code of an expression as a truth; what is no boolean counts as null.
  static func truth(_ resolved: Resolved) -> TruthCode {
    let range = resolved.range
    switch resolved.node {
    case .not(let operand):
      let operand = truth(operand)
      return { operand(&$0).map { !$0 } }
    case .and(let left, let right):
      let left = truth(left)
      let right = truth(right)
      return { evaluation in
        let first = left(&evaluation)
        return first == false ? false : Ternary.and(first, right(&evaluation))
      }
    case .or(let left, let right):
      let left = truth(left)
      let right = truth(right)
      return { evaluation in
        let first = left(&evaluation)
        return first == true ? true : Ternary.or(first, right(&evaluation))
      }
    case .comparison(let comparison, let left, let right):
      return self.comparison(comparison, code(left), code(right), range)
    case .timeComparison(let comparison, let left, let right):
      let left = code(left)
      let right = code(right)
      return { evaluation in
        let (left, right) = left(&evaluation).besides(right(&evaluation))
        return left.satisfies(comparison, right)
      }
    case .between(let value, let low, let high): return between(code(value), code(low), code(high))
    case .membership(let value, let tests):
      let value = code(value)
      let test = any(tests)
      return { evaluation in
        let value = value(&evaluation)
        return test(value, &evaluation)
      }
    case .quantified(let quantifier, let bindings, let condition):
      return quantified(quantifier, bindings, condition, range)
    default:
      let code = code(resolved)
      return { code(&$0).truth }
    }
  }

  private static func comparison(
    _ comparison: ComparisonOperator, _ left: @escaping Code, _ right: @escaping Code, _ range: Range<Int>
  ) -> TruthCode {
    { evaluation in
      let left = left(&evaluation)
      let right = right(&evaluation)
      if let result = left.satisfies(comparison, right) { return result }
      if left != .null, right != .null {
        evaluation.warn(
          .operandTypes(operation: comparison.rawValue, left: left.type, right: right.type), at: range)
      }
      return nil
    }
  }

  private static func between(_ value: @escaping Code, _ low: @escaping Code, _ high: @escaping Code)
    -> TruthCode
  {
    { evaluation in
      let value = value(&evaluation)
      let above = value.satisfies(.greaterOrEqual, low(&evaluation))
      let below = value.satisfies(.lessOrEqual, high(&evaluation))
      return Ternary.and(above, below)
    }
  }

  /// Whether any of the tests holds.
  static func any(_ tests: [Resolved.Test]) -> TestCode {
    let codes = tests.map(test)
    if codes.count == 1 { return codes[0] }
    return { value, evaluation in
      var result: Bool? = false
      for code in codes {
        result = Ternary.or(result, code(value, &evaluation))
        if result == true { return true }
      }
      return result
    }
  }

  private static func test(_ test: Resolved.Test) -> TestCode {
    switch test {
    case .comparison(let comparison, let end):
      let end = code(end)
      return { value, evaluation in value.satisfies(comparison, end(&evaluation)) }
    case .condition(let condition):
      let condition = truth(condition)
      return { _, evaluation in condition(&evaluation) }
    case .either(let expected):
      let expected = code(expected)
      return { value, evaluation in
        let test = expected(&evaluation)
        guard let truth = test.truth, value.truth == nil else { return test.admits(value) }
        return truth
      }
    case .value(let expected):
      if case .range(let low, let includesLow, let high, let includesHigh) = expected.node {
        return range(low, includesLow, high, includesHigh)
      }
      if let constant = Constants.value(expected) {
        return { value, _ in constant.admits(value) }
      }
      let isRange = if case .range = expected.type { true } else { false }
      let expected = code(expected)
      return { value, evaluation in
        let test = expected(&evaluation)
        return isRange && test == .null ? nil : test.admits(value)
      }
    }
  }

  /// A range as a test, without making the range.
  private static func range(_ low: Resolved, _ includesLow: Bool, _ high: Resolved, _ includesHigh: Bool)
    -> TestCode
  {
    let make = interval(low, includesLow, high, includesHigh, low.range)
    if let constant = Constants.value(low), let end = Constants.value(high),
      constant == .null || end == .null || constant.compared(to: end).map({ $0 <= 0 }) ?? false
    {
      let range = Interval(low: constant, includesLow: includesLow, high: end, includesHigh: includesHigh)
      return { value, _ in Value.range(range).admits(value) }
    }
    return { value, evaluation in
      let range = make(&evaluation)
      return range == .null ? nil : range.admits(value)
    }
  }
}

/// Values known when an expression is compiled.
enum Constants {
  /// The value of an expression without names; nil when it has any, or makes something new.
  static func value(_ resolved: Resolved) -> Value? {
    switch resolved.node {
    case .constant(let value): return value
    case .list(let items):
      let values = items.compactMap(value)
      return values.count == items.count ? .list(values) : nil
    default: return nil
    }
  }
}
