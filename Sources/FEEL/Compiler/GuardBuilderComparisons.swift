/// Comparisons and tests of single values, each by the instruction that suits its constant.
extension GuardBuilder {
  mutating func comparison(_ comparison: ComparisonOperator, _ left: Resolved, _ right: Resolved)
    -> Bool
  {
    if let operand = operand(left), let constant = Constants.value(right) {
      compare(operand, comparison, constant)
    } else if let operand = operand(right), let constant = Constants.value(left) {
      compare(operand, comparison.flipped, constant)
    } else if let first = operand(left), let second = operand(right) {
      append(.compare(first, comparison, second))
    } else {
      return false
    }
    return true
  }

  mutating func compare(
    _ operand: GuardInstruction.Operand, _ comparison: ComparisonOperator, _ constant: Value
  ) {
    switch (constant, comparison) {
    case (.number(let number), _) where number.isSmall:
      append(.number(operand, .init(comparison), number.small))
    case (.boolean(let expected), .equal), (.boolean(let expected), .notEqual):
      append(.boolean(operand, equals: expected, negated: comparison == .notEqual))
    case (.string(let text), .equal), (.string(let text), .notEqual):
      texts.append(GuardText(text))
      append(.text(operand, index: Int32(texts.count - 1), negated: comparison == .notEqual))
    default:
      constants.append(constant)
      append(.compareConstant(operand, comparison, constant: Int32(constants.count - 1)))
    }
  }

  /// Whether any test holds.
  mutating func emit(
    _ tests: [Resolved.Test], _ operand: GuardInstruction.Operand, _ type: ValueType
  ) -> Bool {
    let start = instructions.count
    var skips: [Int] = []
    for (index, test) in tests.enumerated() {
      let middle = instructions.count
      guard emit(test, operand, type) else { return false }
      if index > 0, let skip = join(from: start, and: middle, .or) { skips.append(skip) }
    }
    for skip in skips { land(skip, .or) }
    return true
  }

  private mutating func emit(
    _ test: Resolved.Test, _ operand: GuardInstruction.Operand, _ type: ValueType
  ) -> Bool {
    switch test {
    case .comparison(let comparison, let end):
      guard let constant = Constants.value(end) else { return false }
      compare(operand, comparison, constant)
      return true
    case .condition(let condition): return emit(condition)
    case .either: return false
    case .value(let value):
      if case .range(let low, let includesLow, let high, let includesHigh) = value.node {
        guard type == .number, let low = Constants.value(low), let high = Constants.value(high),
          let order = low.compared(to: high),
          order <= 0
        else { return false }
        compare(operand, includesLow ? .greaterOrEqual : .greater, low)
        compare(operand, includesHigh ? .lessOrEqual : .less, high)
        instructions[instructions.count - 1].join = .and
        return true
      }
      guard let constant = Constants.value(value) else { return false }
      admits(operand, constant)
      return true
    }
  }

  private mutating func admits(_ operand: GuardInstruction.Operand, _ constant: Value) {
    switch constant {
    case .number(let number) where number.isSmall: compare(operand, .equal, constant)
    case .boolean, .string: compare(operand, .equal, constant)
    default:
      constants.append(constant)
      let place = Int32(constants.count - 1)
      let items = constant.asList?.compactMap(\.asString) ?? []
      if !items.isEmpty, items.count == constant.asList?.count {
        texts += items.map(GuardText.init)
        append(
          .textAmong(
            operand, first: Int32(texts.count - items.count), count: Int32(items.count), constant: place))
      } else {
        append(.admits(operand, constant: place))
      }
    }
  }
}

extension ComparisonOperator {
  /// The operator that means the same with its operands swapped.
  var flipped: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
