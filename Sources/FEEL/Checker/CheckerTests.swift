/// `in` and unary tests.
extension Checker {
  mutating func membership(_ value: Expression, _ tests: [Expression], _ range: Range<Int>) -> Resolved {
    let value = resolve(value)
    let resolved = tests.map { test($0, of: value, allowsConditions: false) }
    let nullness = resolved.reduce(Nullness.never) { $0 | $1.1 }
    return Resolved(
      node: .membership(value, resolved.map(\.0)), type: .boolean, nullness: nullness, range: range)
  }

  /// One test, and when it may be null.
  mutating func test(
    _ expression: Expression, of value: Resolved, allowsConditions: Bool
  ) -> (Resolved.Test, Nullness) {
    if case .comparison(let comparison, let end) = expression.kind {
      let end = resolve(end)
      let nullness = checkComparison(comparison, value, end, expression.range)
      guard isOfTimes(value, end) else { return (.comparison(comparison, end), nullness) }
      let test = Resolved(
        node: .timeComparison(comparison, value, end), type: .boolean, nullness: nullness,
        range: expression.range)
      return (.condition(test), nullness)
    }
    let test = resolve(expression)
    if case .range(let low, let includesLow, let high, let includesHigh) = test.node,
      isOfTimes(value, low), isOfTimes(value, high)
    {
      return span(
        of: value,
        [(includesLow ? .greaterOrEqual : .greater, low), (includesHigh ? .lessOrEqual : .less, high)],
        expression.range)
    }
    if allowsConditions, isCondition(test, expression, value) {
      return (.condition(test), truthNullness(test))
    }
    if allowsConditions, mayBeCondition(test, value) { return (.either(test), .possible) }
    return (.value(test), checkTest(test, value, expression.range))
  }

  /// Times between two others, compared as by `>=` and `<=`.
  private mutating func span(
    of value: Resolved, _ ends: [(comparison: ComparisonOperator, end: Resolved)], _ range: Range<Int>
  ) -> (Resolved.Test, Nullness) {
    var nullness = Nullness.never
    let comparisons = ends.map { comparison, end in
      let decided = checkComparison(comparison, value, end, range)
      nullness = nullness | decided
      return Resolved(
        node: .timeComparison(comparison, value, end), type: .boolean, nullness: decided, range: range)
    }
    let both = Resolved(
      node: .and(comparisons[0], comparisons[1]), type: .boolean, nullness: nullness, range: range)
    return (.condition(both), nullness)
  }

  /// A boolean expression that mentions `?`, or one that could not be meant as a value of the input's type.
  private func isCondition(_ test: Resolved, _ expression: Expression, _ value: Resolved) -> Bool {
    if Checker.mentionsInput(expression) { return true }
    guard test.type == .boolean, value.type != .boolean, value.type != .any else { return false }
    if case .constant = test.node { return false }
    return true
  }

  /// Whether types do not tell if an expression is a condition: so that a cell means the same whether its input declares
  /// a type or not.
  private func mayBeCondition(_ test: Resolved, _ value: Resolved) -> Bool {
    guard strictness == .lenient, Constants.value(test) == nil else { return false }
    return test.type == .boolean ? value.type == .any : test.type == .any && value.type != .boolean
  }

  static func mentionsInput(_ expression: Expression) -> Bool {
    if case .name("?") = expression.kind { return true }
    return expression.kind.children.contains(where: mentionsInput)
  }

  private mutating func checkTest(_ test: Resolved, _ value: Resolved, _ range: Range<Int>) -> Nullness {
    switch (test.type, value.type) {
    case (.any, _), (.null, _): return test.type == .null ? .never : .possible
    case (.range(let item), _):
      if case .range = value.type { return .possible }
      return checkRange(test, item, value, range)
    case (.list(let item), .list) where !item.overlaps(value.type):
      return checkEqual(test, value, range)
    case (.list(let item), _):
      checkChoice(value.type, test)
      var inner = item
      if case .range(let end) = item { inner = end }
      if !item.base.overlaps(value.type.base), !inner.base.overlaps(value.type.base) {
        fault(.operandsDiffer(operation: "in", left: value.type, right: test.type), at: range)
      }
      // Whatever an item gives, a list admits a value or it does not.
      return test.nullness.isPossible ? .possible : .never
    default: return checkEqual(test, value, range)
    }
  }

  private mutating func checkEqual(_ test: Resolved, _ value: Resolved, _ range: Range<Int>) -> Nullness {
    checkChoice(value.type, test)
    if !test.type.base.overlaps(value.type.base) {
      fault(.operandsDiffer(operation: "in", left: value.type, right: test.type), at: range)
    }
    return test.type.isSameKnownKind(as: value.type) ? .never : .possible
  }

  private mutating func checkRange(
    _ test: Resolved, _ item: ValueType, _ value: Resolved, _ range: Range<Int>
  ) -> Nullness {
    if case .choice(let allowed) = value.type {
      var instead: [String] = []
      if case .range(let low, let includesLow, let high, let includesHigh) = test.node {
        checkChoice(value.type, low)
        checkChoice(value.type, high)
        instead = Choices.between(low, high, allowed: allowed)
        if !includesLow, !instead.isEmpty { instead.removeFirst() }
        if !includesHigh, !instead.isEmpty { instead.removeLast() }
      }
      fault(.choiceOrdered(operation: "in", allowed: allowed, instead: instead), at: range)
    } else if !item.overlaps(value.type) {
      fault(.operandsDiffer(operation: "in", left: value.type, right: test.type), at: range)
    }
    guard item.isSameKnownKind(as: value.type), case .range(let low, _, let high, _) = test.node,
      // Ends in the wrong order make no range.
      let order = Constants.value(low)?.compared(to: Constants.value(high) ?? .null), order <= 0,
      ![.time, .dateTime].contains(item)
    else { return .possible }
    return value.nullness
  }
}
