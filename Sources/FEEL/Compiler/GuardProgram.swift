/// A condition over booleans, numbers and choices as a short program, without allocation.
struct GuardProgram: Sendable {
  let instructions: [GuardInstruction]
  let constants: [Value]
  let texts: [String]
  let programs: [GuardProgram]
  let calls: [TruthCode]
  /// How many slots there are when code is called.
  let slotCount: Int

  /// The truth for these slots.
  func run(_ slots: UnsafeBufferPointer<Value>) -> Bool? {
    guard let base = slots.baseAddress else {
      return withUnsafePointer(to: Value.null) { run($0, $0) }
    }
    return run(base, base)
  }

  /// The truth for these slots, and for what is tested when the program is about something.
  func run(_ slots: UnsafePointer<Value>, _ subject: UnsafePointer<Value>) -> Bool? {
    var stack = TruthStack()
    let instructions = instructions.span
    var index = 0
    while index < instructions.count {
      switch instructions[index] {
      case .constant(let truth): stack.push(truth)
      case .truth(let operand):
        if case .boolean(let value) = operand.place(slots, subject).pointee {
          stack.push(value)
        } else {
          stack.push(nil)
        }
      case .number(let operand, let outcomes, let constant):
        switch operand.place(slots, subject).pointee {
        case .number(let number):
          if number.isSmall {
            stack.push(outcomes.contains(number.small, constant))
          } else {
            // A number that is not small is never equal to one that is.
            stack.push(outcomes.contains(number < Number(Int(constant)) ? -1 : 1, 0))
          }
        case .null: stack.push(outcomes.ofNull)
        default: stack.push(nil)
        }
      case .boolean(let operand, let expected, let negated):
        switch operand.place(slots, subject).pointee {
        case .boolean(let value): stack.push((value == expected) != negated)
        case .null: stack.push(negated)
        default: stack.push(nil)
        }
      case .text(let operand, let text, let negated):
        switch operand.place(slots, subject).pointee {
        case .string(let value): stack.push(value.hasSameCodePoints(as: texts[Int(text)]) != negated)
        case .null: stack.push(negated)
        default: stack.push(nil)
        }
      case .textAmong(let operand, let first, let count, let constant):
        if case .string(let value) = operand.place(slots, subject).pointee {
          stack.push(isAmong(value, Int(first), Int(count)))
        } else {
          stack.push(constants[Int(constant)].admits(operand.place(slots, subject).pointee))
        }
      case .compareConstant(let operand, let comparison, let constant):
        stack.push(operand.place(slots, subject).pointee.satisfies(comparison, constants[Int(constant)]))
      case .compare(let left, let comparison, let right):
        stack.push(
          left.place(slots, subject).pointee.satisfies(comparison, right.place(slots, subject).pointee))
      case .admits(let operand, let constant):
        stack.push(constants[Int(constant)].admits(operand.place(slots, subject).pointee))
      case .quantified(let operand, let quantifier, let program):
        stack.push(quantified(quantifier, Int(program), operand.place(slots, subject), slots))
      case .call(let code): stack.push(call(Int(code), slots, subject))
      case .not: stack.negate()
      case .and: stack.and()
      case .or: stack.or()
      case .skipIfFalse(let count): if stack.isFalse { index += Int(count) }
      case .skipIfTrue(let count): if stack.isTrue { index += Int(count) }
      }
      index += 1
    }
    return stack.top
  }

  private func isAmong(_ value: String, _ first: Int, _ count: Int) -> Bool {
    let texts = texts.span
    for index in first..<first + count where value.hasSameCodePoints(as: texts[index]) { return true }
    return false
  }

  @inline(never)
  private func call(_ code: Int, _ slots: UnsafePointer<Value>, _ subject: UnsafePointer<Value>) -> Bool? {
    var evaluation = Evaluation(slots: UnsafeBufferPointer(start: slots, count: slotCount))
    evaluation.input = subject.pointee
    return calls[code](&evaluation)
  }

  private func quantified(
    _ quantifier: Expression.Quantifier, _ program: Int, _ list: UnsafePointer<Value>,
    _ slots: UnsafePointer<Value>
  ) -> Bool? {
    guard case .list(let items) = list.pointee else {
      return list.pointee == .null ? nil : programs[program].run(slots, list)
    }
    guard items.count <= Limits.evaluationSteps else { return nil }
    return items.withUnsafeBufferPointer { items -> Bool? in
      let decides = quantifier == .some
      let body = programs[program]
      guard let first = items.baseAddress else { return !decides }
      var sawNull = false
      for index in 0..<items.count {
        let truth = body.run(slots, first + index)
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
