extension Checker {
  mutating func binary(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ range: Range<Int>
  ) -> Resolved {
    switch operation {
    case .and, .or: return connective(operation, left, right, range)
    case .comparison(let comparison):
      return self.comparison(comparison, resolve(left), resolve(right), range)
    default: return arithmetic(operation, resolve(left), resolve(right), range)
    }
  }

  /// `and`, `or`: the right side may rely on what the left side, true or false, says about nulls.
  private mutating func connective(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, _ range: Range<Int>
  ) -> Resolved {
    let left = resolve(left)
    expect(.boolean, left, operation.text)
    let facts = Narrowing(left)
    let right = narrowed(by: operation == .and ? facts.whenTrue : facts.whenFalse) { $0.resolve(right) }
    expect(.boolean, right, operation.text)
    return Resolved(
      node: operation == .and ? .and(left, right) : .or(left, right), type: .boolean,
      nullness: truthNullness(left) | truthNullness(right), range: range)
  }

  /// A value that is no boolean counts as null where a truth is needed.
  func truthNullness(_ operand: Resolved) -> Nullness {
    operand.type == .boolean ? operand.nullness : operand.nullness | .possible
  }

  /// Resolves where some variables are known not to be null.
  mutating func narrowed<Result>(by facts: Narrowing.Places, _ body: (inout Checker) -> Result) -> Result {
    let outer = (narrowed, inputIsNarrowed)
    narrowed.formUnion(facts.slots)
    inputIsNarrowed = inputIsNarrowed || facts.input
    defer { (narrowed, inputIsNarrowed) = outer }
    return body(&self)
  }

  mutating func expect(_ type: ValueType, _ operand: Resolved, _ operation: String) {
    if !operand.type.overlaps(type) {
      fault(.operandMismatch(operation: operation, expected: type, found: operand.type), at: operand.range)
    }
  }

  mutating func comparison(
    _ comparison: ComparisonOperator, _ left: Resolved, _ right: Resolved, _ range: Range<Int>
  ) -> Resolved {
    let nullness = checkComparison(comparison, left, right, range)
    let (left, right) = comparison.isOrdering ? (left, right) : (toTheSecond(left), toTheSecond(right))
    return Resolved(
      node: isOfTimes(left, right)
        ? .timeComparison(comparison, left, right) : .comparison(comparison, left, right), type: .boolean,
      nullness: nullness, range: range)
  }

  /// Whether two times are compared of which one may be without a zone, and the scope says what that means.
  func isOfTimes(_ left: Resolved, _ right: Resolved) -> Bool {
    scope.unzoned == .comparable && left.type == right.type && [.time, .dateTime].contains(left.type)
  }

  /// In models, `=` looks at the hour, minute and second of times, not at fractions of a second (DMN 1.5, table 42, as the
  /// conformance kit reads it). Flows, and the cells of all tables, compare times exactly, as their order does.
  private func toTheSecond(_ operand: Resolved) -> Resolved {
    guard strictness == .lenient, input == nil, [.time, .dateTime, .any].contains(operand.type) else {
      return operand
    }
    return Resolved(
      node: .wholeSeconds(operand), type: operand.type, nullness: operand.nullness, range: operand.range)
  }

  /// Reports operands that cannot be compared; gives when the comparison may be null.
  mutating func checkComparison(
    _ comparison: ComparisonOperator, _ left: Resolved, _ right: Resolved, _ range: Range<Int>
  ) -> Nullness {
    if comparison.isOrdering {
      checkOrdered(comparison.rawValue, left, right, range)
    } else {
      checkChoice(left.type, right)
      checkChoice(right.type, left)
    }
    if !left.type.base.overlaps(right.type.base) {
      fault(.operandsDiffer(operation: comparison.rawValue, left: left.type, right: right.type), at: range)
    }
    let sameKind = left.type.isSameKnownKind(as: right.type)
    if comparison.isOrdering {
      let zoned = [.time, .dateTime].contains(left.type) && scope.unzoned == .incomparable
      let nullness = left.nullness | right.nullness
      return sameKind && !zoned ? nullness : nullness | .possible
    }
    return sameKind || left.type == .null || right.type == .null
      ? .never : (left.nullness | right.nullness) | .possible
  }

  private mutating func checkOrdered(
    _ operation: String, _ left: Resolved, _ right: Resolved, _ range: Range<Int>
  ) {
    for (side, other, flipped) in [(left, right, false), (right, left, true)] {
      if case .choice(let allowed) = side.type {
        checkChoice(side.type, other)
        let instead = Choices.meant(operation, flipped: flipped, allowed: allowed, end: other)
        fault(.choiceOrdered(operation: operation, allowed: allowed, instead: instead), at: range)
        return
      }
      if !side.type.isOrdered {
        // What unary tests are about stands nowhere in their text.
        fault(
          .notOrdered(operation: operation, found: side.type), at: side.range.isEmpty ? range : side.range)
        return
      }
    }
  }

  /// Reports strings that a choice does not have.
  mutating func checkChoice(_ type: ValueType, _ other: Resolved) {
    guard case .choice(let allowed) = type else { return }
    for (text, range) in Choices.literals(in: other) where !allowed.contains(text) {
      let nearest = Nearest.names(to: text, among: allowed).first
      fault(.notAChoice(text, allowed: allowed, nearest: nearest), at: range)
    }
    if case .choice = other.type, !other.type.overlaps(type) {
      fault(.operandsDiffer(operation: "=", left: type, right: other.type), at: other.range)
    }
  }

  mutating func between(
    _ value: Expression, _ low: Expression, _ high: Expression, _ range: Range<Int>
  ) -> Resolved {
    let value = resolve(value)
    let low = resolve(low)
    let high = resolve(high)
    // One fault is enough when the value itself has no order.
    let before = faults.count
    var nullness = checkComparison(.greaterOrEqual, value, low, range)
    if faults.count == before { nullness = nullness | checkComparison(.lessOrEqual, value, high, range) }
    if case .choiceOrdered(_, let allowed, _)? = faults.last?.kind, faults.count > before {
      let instead = Choices.between(low, high, allowed: allowed)
      faults[faults.count - 1] = Fault(
        .choiceOrdered(operation: "between", allowed: allowed, instead: instead), at: range)
    }
    guard isOfTimes(value, low), isOfTimes(value, high) else {
      return Resolved(node: .between(value, low, high), type: .boolean, nullness: nullness, range: range)
    }
    let ends = [(ComparisonOperator.greaterOrEqual, low), (.lessOrEqual, high)].map { comparison, end in
      Resolved(
        node: .timeComparison(comparison, value, end), type: .boolean, nullness: nullness, range: range)
    }
    return Resolved(node: .and(ends[0], ends[1]), type: .boolean, nullness: nullness, range: range)
  }

  mutating func arithmetic(
    _ operation: BinaryOperator, _ left: Resolved, _ right: Resolved, _ range: Range<Int>
  ) -> Resolved {
    var type = ValueType.any
    if let known = ArithmeticTypes.result(operation, left.type.base, right.type.base) {
      type = known
    } else {
      fault(.operandsDiffer(operation: operation.text, left: left.type, right: right.type), at: range)
    }
    let failure = ArithmeticTypes.failure(operation, type, right)
    guard scope.unzoned == .comparable else {
      return Resolved(
        node: .arithmetic(operation, left, right), type: type,
        nullness: left.nullness | right.nullness | failure, range: range)
    }
    let isDifference = operation == .subtract && type == .daysDuration
    return Resolved(
      node: .arithmetic(operation, isDifference ? inUTC(left) : left, isDifference ? inUTC(right) : right),
      type: type,
      nullness: left.nullness | right.nullness
        | (ArithmeticTypes.staysInCalendar(operation, type) ? .never : failure), range: range)
  }

  private func inUTC(_ operand: Resolved) -> Resolved {
    guard operand.type == .dateTime else { return operand }
    return Resolved(
      node: .inUTC(operand), type: operand.type, nullness: operand.nullness, range: operand.range)
  }

  mutating func negation(_ operand: Expression, _ range: Range<Int>) -> Resolved {
    let operand = resolve(operand)
    if case .constant(.number(let number)) = operand.node {
      return constant(.number(number.negated), .number, range)
    }
    let negatable: [ValueType] = [.any, .null, .number, .daysDuration, .yearsDuration]
    if !negatable.contains(operand.type) {
      fault(.operandMismatch(operation: "-", expected: .number, found: operand.type), at: operand.range)
    }
    let nullness = operand.type == .number ? operand.nullness : operand.nullness | .possible
    return Resolved(node: .negation(operand), type: operand.type, nullness: nullness, range: range)
  }

  mutating func conditional(
    _ condition: Expression, _ then: Expression, _ otherwise: Expression, _ range: Range<Int>
  ) -> Resolved {
    let condition = resolve(condition)
    expect(.boolean, condition, "if")
    let facts = Narrowing(condition)
    let then = narrowed(by: facts.whenTrue) { $0.resolve(then) }
    // The other branch is also taken for null, which says nothing.
    let certain = truthNullness(condition).isPossible ? Narrowing.Places() : facts.whenFalse
    let otherwise = narrowed(by: certain) { $0.resolve(otherwise) }
    return Resolved(
      node: .conditional(condition, then, otherwise), type: then.type.union(otherwise.type),
      nullness: then.nullness | otherwise.nullness,
      itemsMayBeNull: then.itemsMayBeNull || otherwise.itemsMayBeNull, range: range)
  }
}

extension ValueType {
  /// Whether two non-null values of these types are surely of one kind, so that `=` gives true or false.
  func isSameKnownKind(as other: ValueType) -> Bool {
    switch (base, other.base) {
    case (.any, _), (_, .any), (.null, _), (_, .null): false
    case (.list, .list), (.context, .context), (.range, .range), (.function, .function): true
    default: base == other.base
    }
  }
}
