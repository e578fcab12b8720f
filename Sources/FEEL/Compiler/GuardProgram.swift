/// A condition over booleans, numbers and choices as a short program, without allocation.
struct GuardProgram: Sendable {
  let instructions: [GuardInstruction]
  let constants: [Value]
  let texts: [GuardText]
  let calls: [TruthCode]
  /// How many slots there are when code is called.
  let slotCount: Int

  /// The truth for these slots.
  func run(_ slots: UnsafeBufferPointer<Value>) -> Bool? {
    guard let base = slots.baseAddress else { return runWithoutSlots() }
    return run(base, base)
  }

  /// The truth for these slots, and for what is tested when the program is about something.
  func run(_ slots: UnsafePointer<Value>, _ subject: UnsafePointer<Value>) -> Bool? {
    run(from: 0, to: instructions.count, slots, subject)
  }

  @inline(never)
  private func runWithoutSlots() -> Bool? {
    withUnsafePointer(to: Value.null) { run($0, $0) }
  }

  private func run(
    from start: Int, to end: Int, _ slots: UnsafePointer<Value>, _ subject: UnsafePointer<Value>
  ) -> Bool? {
    var stack = TruthStack()
    let instructions = instructions.span
    var index = start
    while index < end {
      let join = instructions[index].join
      let truth: Bool?
      switch instructions[index].operation {
      case .constant(let constant): truth = constant
      case .truth(let operand, let negated):
        if case .boolean(let value) = operand.place(slots, subject).pointee {
          truth = value != negated
        } else {
          truth = nil
        }
      case .number(let operand, let outcomes, let constant):
        truth = outcomes.compare(operand.place(slots, subject), constant)
      case .boolean(let operand, let expected, let negated):
        switch operand.place(slots, subject).pointee {
        case .boolean(let value): truth = (value == expected) != negated
        case .null: truth = negated
        default: truth = nil
        }
      case .text(let operand, let text, let negated):
        switch operand.place(slots, subject).pointee {
        case .string(let value): truth = texts.span[Int(text)].isSame(as: value) != negated
        case .null: truth = negated
        default: truth = nil
        }
      case .textAmong(let operand, let first, let count, let constant):
        if case .string(let value) = operand.place(slots, subject).pointee {
          truth = isAmong(value, Int(first), Int(count))
        } else {
          truth = admits(Int(constant), operand.place(slots, subject))
        }
      case .compareConstant(let operand, let comparison, let constant):
        truth = compare(operand.place(slots, subject), comparison, constant: Int(constant))
      case .compare(let left, let comparison, let right):
        truth = compare(left.place(slots, subject), comparison, right.place(slots, subject))
      case .admits(let operand, let constant):
        truth = admits(Int(constant), operand.place(slots, subject))
      case .quantifiedNumber(let operand, let quantifier, let outcomes, let constant):
        truth = quantified(quantifier, outcomes, constant, operand.place(slots, subject))
      case .quantified(let operand, let quantifier, let count):
        let body = index &+ 1
        index &+= Int(count)
        truth = quantified(quantifier, from: body, to: index &+ 1, operand.place(slots, subject), slots)
      case .call(let code): truth = call(Int(code), slots, subject)
      case .not, .and, .or, .skipIfFalse, .skipIfTrue:
        index = step(instructions[index].operation, at: index, &stack)
        continue
      }
      stack.take(truth, join)
      index &+= 1
    }
    return stack.top
  }

  /// Changes the stack; gives the index of the next instruction.
  @inline(__always)
  private func step(_ operation: GuardInstruction.Operation, at index: Int, _ stack: inout TruthStack) -> Int
  {
    switch operation {
    case .not: stack.negate()
    case .and: stack.and()
    case .or: stack.or()
    case .skipIfFalse(let count): return stack.isFalse ? index &+ 1 &+ Int(count) : index &+ 1
    case .skipIfTrue(let count): return stack.isTrue ? index &+ 1 &+ Int(count) : index &+ 1
    default: break
    }
    return index &+ 1
  }

  @inline(__always)
  private func isAmong(_ value: String, _ first: Int, _ count: Int) -> Bool {
    let texts = texts.span
    let words = value.words
    var index = first
    while index < first &+ count {
      if texts[index].words == words { return true }
      index &+= 1
    }
    return looksAmong(value, first, count)
  }

  @inline(never)
  private func looksAmong(_ value: String, _ first: Int, _ count: Int) -> Bool {
    texts[first..<first + count].contains { $0.looksSame(as: value) }
  }

  @inline(never)
  private func compare(
    _ value: UnsafePointer<Value>, _ comparison: ComparisonOperator, constant: Int
  ) -> Bool? {
    value.pointee.satisfies(comparison, constants[constant])
  }

  @inline(never)
  private func compare(
    _ left: UnsafePointer<Value>, _ comparison: ComparisonOperator, _ right: UnsafePointer<Value>
  ) -> Bool? {
    left.pointee.satisfies(comparison, right.pointee)
  }

  @inline(never)
  private func admits(_ constant: Int, _ value: UnsafePointer<Value>) -> Bool? {
    constants[constant].admits(value.pointee)
  }

  @inline(never)
  private func call(_ code: Int, _ slots: UnsafePointer<Value>, _ subject: UnsafePointer<Value>) -> Bool? {
    var evaluation = Evaluation(slots: UnsafeBufferPointer(start: slots, count: slotCount))
    evaluation.input = subject.pointee
    return calls[code](&evaluation)
  }

  /// Whether some or every item of a list compares so with a small whole number.
  @inline(never)
  private func quantified(
    _ quantifier: Expression.Quantifier, _ outcomes: GuardInstruction.Outcomes, _ constant: Int64,
    _ list: UnsafePointer<Value>
  ) -> Bool? {
    guard case .list(let items) = list.pointee else {
      return list.pointee == .null ? nil : outcomes.compare(list, constant)
    }
    guard items.count <= Limits.evaluationSteps else { return nil }
    let decides = quantifier == .some
    var sawNull = false
    let span = items.span
    for index in span.indices {
      let truth: Bool? =
        switch span[index] {
        case .number(let number): outcomes.compare(number, constant)
        case .null: outcomes.ofNull
        default: nil
        }
      if truth == decides { return decides }
      if truth == nil { sawNull = true }
    }
    return sawNull ? nil : !decides
  }

  /// Whether some or every item of a list meets the instructions from `start` up to `end`.
  @inline(never)
  private func quantified(
    _ quantifier: Expression.Quantifier, from start: Int, to end: Int, _ list: UnsafePointer<Value>,
    _ slots: UnsafePointer<Value>
  ) -> Bool? {
    guard case .list(let items) = list.pointee else {
      return list.pointee == .null ? nil : run(from: start, to: end, slots, list)
    }
    guard items.count <= Limits.evaluationSteps else { return nil }
    return items.withUnsafeBufferPointer { items -> Bool? in
      let decides = quantifier == .some
      guard let first = items.baseAddress else { return !decides }
      var sawNull = false
      for index in 0..<items.count {
        let truth = run(from: start, to: end, slots, first + index)
        if truth == decides { return decides }
        if truth == nil { sawNull = true }
      }
      return sawNull ? nil : !decides
    }
  }
}

extension GuardInstruction.Operand {
  /// Where the operand's value is.
  @inline(__always)
  fileprivate func place(
    _ slots: UnsafePointer<Value>, _ subject: UnsafePointer<Value>
  ) -> UnsafePointer<Value> {
    self >= 0 ? slots + Int(self) : subject
  }
}
