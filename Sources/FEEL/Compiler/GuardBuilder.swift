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
  var instructions: [GuardInstruction] = []
  var constants: [Value] = []
  var texts: [GuardText] = []
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

  mutating func emit(_ condition: Resolved) -> Bool {
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
  func operand(_ value: Resolved) -> GuardInstruction.Operand? {
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

  mutating func append(_ operation: GuardInstruction.Operation) {
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
  mutating func join(from start: Int, and middle: Int, _ join: GuardInstruction.Join) -> Int? {
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
  mutating func land(_ skip: Int, _ join: GuardInstruction.Join) {
    let count = Int32(instructions.count - skip - 1)
    instructions[skip].operation = join == .and ? .skipIfFalse(count) : .skipIfTrue(count)
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
