/// Builds guard programs from resolved conditions.
struct GuardBuilder {
  /// What `GuardInstruction.subject` stands for.
  enum Subject: Equatable {
    case nothing
    /// `?`
    case input
    /// The variable bound by `some` or `every`.
    case local(Int)
  }

  private var subject: Subject
  private let slotCount: Int
  private var instructions: [GuardInstruction] = []
  private var constants: [Value] = []
  private var texts: [GuardText] = []
  private var calls: [TruthCode] = []
  private var depth = 0

  /// The program of a condition; nil when its code does as well.
  static func program(_ condition: Resolved, slotCount: Int) -> GuardProgram? {
    guard condition.type == .boolean else { return nil }
    var builder = GuardBuilder(subject: .nothing, slotCount: slotCount)
    guard builder.emit(condition), !builder.isOneCall else { return nil }
    return builder.program
  }

  /// The program of unary tests about `?`; nil when their code does as well.
  static func program(
    _ tests: [Resolved.Test], input: Resolved, negated: Bool, slotCount: Int
  ) -> GuardProgram? {
    var builder = GuardBuilder(subject: .input, slotCount: slotCount)
    guard builder.emit(tests, GuardInstruction.subject, input.type) else { return nil }
    if negated { builder.append(.not) }
    return builder.program
  }

  private init(subject: Subject, slotCount: Int) {
    self.subject = subject
    self.slotCount = slotCount
  }

  private var program: GuardProgram {
    GuardProgram(
      instructions: instructions, constants: constants, texts: texts, calls: calls, slotCount: slotCount)
  }

  private var isOneCall: Bool {
    if instructions.count == 1, case .call = instructions[0].operation { return true }
    return false
  }

  private mutating func emit(_ condition: Resolved) -> Bool {
    // INVARIANT: at most 64 truths on the stack of a running program.
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { return call(condition) }
    switch condition.node {
    case .constant(let value):
      append(.constant(value.truth))
      return true
    case .slot, .input, .local:
      guard let operand = operand(condition) else { return call(condition) }
      append(.truth(operand, negated: false))
      return true
    case .not(let inner):
      if let operand = operand(inner) {
        append(.truth(operand, negated: true))
        return true
      }
      guard emit(inner) else { return false }
      append(.not)
      return true
    case .and(let left, let right): return connective(left, right, .and)
    case .or(let left, let right): return connective(left, right, .or)
    case .comparison(let comparison, let left, let right):
      return self.comparison(comparison, left, right) || call(condition)
    case .between(let value, let low, let high):
      guard let operand = operand(value), let low = Constants.value(low), let high = Constants.value(high)
      else {
        return call(condition)
      }
      compare(operand, .greaterOrEqual, low)
      compare(operand, .lessOrEqual, high)
      instructions[instructions.count - 1].join = .and
      return true
    case .membership(let value, let tests):
      guard let operand = operand(value) else { return call(condition) }
      let start = self
      if emit(tests, operand, value.type) { return true }
      self = start
      return call(condition)
    case .quantified(let quantifier, let bindings, let body):
      return quantified(quantifier, bindings, body) || call(condition)
    default: return call(condition)
    }
  }

  /// Where a value can be read without computing anything.
  private func operand(_ value: Resolved) -> GuardInstruction.Operand? {
    switch value.node {
    case .slot(let slot): Int32(exactly: slot)
    case .input: subject == .input ? GuardInstruction.subject : nil
    case .local(let index): subject == .local(index) ? GuardInstruction.subject : nil
    default: nil
    }
  }

  /// Leaves a condition to its code, which knows no variable bound here.
  private mutating func call(_ condition: Resolved) -> Bool {
    if case .local = subject { return false }
    calls.append(CodeGenerator.truth(condition))
    append(.call(Int32(calls.count - 1)))
    return true
  }

  private mutating func append(_ operation: GuardInstruction.Operation) {
    instructions.append(GuardInstruction(operation))
  }

  private mutating func connective(_ left: Resolved, _ right: Resolved, _ join: GuardInstruction.Join) -> Bool
  {
    let start = instructions.count
    guard emit(left) else { return false }
    let middle = instructions.count
    guard emit(right) else { return false }
    if let skip = self.join(from: start, and: middle, join) { land(skip, join) }
    return true
  }

  /// Joins what the instructions from `start` give with what those from `middle` give.
  ///
  /// - Returns: where a skip over the latter was put in, when they are worth one; it is to be landed.
  private mutating func join(from start: Int, and middle: Int, _ join: GuardInstruction.Join) -> Int? {
    let isCheap = instructions[middle...].count <= 4 && instructions[middle...].allSatisfy(\.isCheap)
    if instructions.count == middle + 1 {
      instructions[middle].join = join
    } else if middle == start + 1, isCheap {
      // Order means nothing to `and` and `or`: a single test comes last and joins by itself.
      var test = instructions.remove(at: start)
      test.join = join
      instructions.append(test)
    } else {
      append(join == .and ? .and : .or)
    }
    guard !isCheap else { return nil }
    instructions.insert(GuardInstruction(.not), at: middle)
    return middle
  }

  /// Makes a skip jump to what comes next.
  private mutating func land(_ skip: Int, _ join: GuardInstruction.Join) {
    let count = Int32(instructions.count - skip - 1)
    instructions[skip].operation = join == .and ? .skipIfFalse(count) : .skipIfTrue(count)
  }

  private mutating func comparison(_ comparison: ComparisonOperator, _ left: Resolved, _ right: Resolved)
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

  private mutating func compare(
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
  private mutating func emit(
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

  private mutating func quantified(
    _ quantifier: Expression.Quantifier, _ bindings: [Resolved.Binding], _ body: Resolved
  ) -> Bool {
    guard bindings.count == 1, bindings[0].end == nil, bindings[0].list.type.isList,
      let operand = operand(bindings[0].list)
    else { return false }
    let start = self
    let place = instructions.count
    append(.not)  // until the count is known
    subject = .local(bindings[0].index)
    let isWhole = emit(body)
    subject = start.subject
    guard isWhole else {
      self = start
      return false
    }
    let count = instructions.count - place - 1
    if count == 1,
      case .number(GuardInstruction.subject, let outcomes, let constant) = instructions[place + 1].operation
    {
      instructions.removeLast()
      instructions[place].operation = .quantifiedNumber(operand, quantifier, outcomes, constant)
    } else {
      instructions[place].operation = .quantified(operand, quantifier, count: Int32(count))
    }
    return true
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
