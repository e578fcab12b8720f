/// Turns resolved expressions into closures: each node becomes one, over those of its operands.
enum CodeGenerator {
  static func code(_ resolved: Resolved) -> Code {
    let range = resolved.range
    switch resolved.node {
    case .constant(let value): return { _ in value }
    case .slot(let slot): return { $0.slots[slot] }
    case .local(let index): return { $0.locals[index] }
    case .input: return { $0.input }
    case .missing(let warning):
      return { evaluation in
        evaluation.warn(warning, at: range)
        return .null
      }
    case .entry(let name, let item, let otherwise): return entry(name, item, otherwise, range)
    case .path(let base, let field): return path(base, field, range)
    case .negation(let operand):
      let operand = code(operand)
      return { evaluation in
        let value = operand(&evaluation)
        return Arithmetic.negation(value, &evaluation, at: range)
      }
    case .not, .and, .or, .comparison, .timeComparison, .between, .membership, .quantified:
      let truth = truth(resolved)
      return { Value(truth(&$0)) }
    case .arithmetic(let operation, let left, let right): return arithmetic(operation, left, right, range)
    case .instanceOf(let value, let type):
      let value = code(value)
      return { .boolean(value(&$0).isInstance(of: type)) }
    case .conditional(let condition, let then, let otherwise):
      let condition = truth(condition)
      let then = code(then)
      let otherwise = code(otherwise)
      return { condition(&$0) == true ? then(&$0) : otherwise(&$0) }
    case .iteration(let bindings, let body, let usesPartial):
      return iteration(bindings, body, usesPartial: usesPartial, range)
    case .filter(let list, let condition): return filter(list, condition, range)
    case .call(let builtIn, let overload, let arguments):
      let arguments = arguments.map(code)
      return { evaluation in
        let values = evaluate(arguments, &evaluation)
        return builtIn.call(overload, values, &evaluation, at: range)
      }
    case .invocation(let function, let arguments, let names):
      return invocation(function, arguments, names, range)
    case .list(let items):
      let items = items.map(code)
      return { evaluation in
        let items = evaluate(items, &evaluation)
        return evaluation.made(.list(items), at: range)
      }
    case .context(let entries): return context(entries, range)
    case .range(let low, let includesLow, let high, let includesHigh):
      return interval(low, includesLow, high, includesHigh, range)
    case .wholeSeconds(let operand):
      let operand = code(operand)
      return { operand(&$0).toTheSecond }
    case .inUTC(let operand):
      let operand = code(operand)
      return { operand(&$0).inUTC }
    case .equalRange(let end):
      let end = code(end)
      return { evaluation in
        let value = end(&evaluation)
        if value == .null || value.compared(to: value) == nil { return .null }
        return .range(
          Interval(low: value, includesLow: true, high: value, includesHigh: true, isEquality: true))
      }
    case .function(let parameters, let types, let body): return function(parameters, types, body)
    }
  }

  static func evaluate(_ codes: [Code], _ evaluation: inout Evaluation) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(codes.count)
    for code in codes { values.append(code(&evaluation)) }
    return values
  }

  private static func entry(_ name: String, _ item: Int, _ otherwise: Resolved?, _ range: Range<Int>) -> Code
  {
    let otherwise = otherwise.map(code)
    return { evaluation in
      if case .context(let context) = evaluation.locals[item], let value = context[name] { return value }
      if let otherwise { return otherwise(&evaluation) }
      evaluation.warn(.unknownName(name), at: range)
      return .null
    }
  }

  private static func path(_ base: Resolved, _ field: String, _ range: Range<Int>) -> Code {
    let base = code(base)
    return { evaluation in
      let base = base(&evaluation)
      if let value = Properties.value(field, of: base) { return value }
      if base != .null { evaluation.warn(.noField(field, in: base.type), at: range) }
      return .null
    }
  }

  private static func arithmetic(
    _ operation: BinaryOperator, _ left: Resolved, _ right: Resolved, _ range: Range<Int>
  ) -> Code {
    let leftCode = code(left)
    let rightCode = code(right)
    return { evaluation in
      let left = leftCode(&evaluation)
      let right = rightCode(&evaluation)
      return Arithmetic.apply(operation, left, right, &evaluation, at: range)
    }
  }

  private static func invocation(
    _ function: Resolved, _ arguments: [Resolved], _ names: [String]?, _ range: Range<Int>
  ) -> Code {
    let function = code(function)
    let arguments = arguments.map(code)
    return { evaluation in
      let callee = function(&evaluation)
      var values = evaluate(arguments, &evaluation)
      guard case .function(let function) = callee else {
        evaluation.warn(.notAFunction(callee.type), at: range)
        return .null
      }
      if let names {
        guard Set(names) == Set(function.parameters), names.count == function.parameters.count else {
          evaluation.warn(.wrongArguments(function: callee.description), at: range)
          return .null
        }
        values = function.parameters.map { parameter in
          names.firstIndex(of: parameter).map { values[$0] } ?? .null
        }
      }
      return evaluation.call(function, values, at: range)
    }
  }

  private static func context(_ entries: [(String, Resolved)], _ range: Range<Int>) -> Code {
    let entries = entries.map { ($0.0, code($0.1)) }
    return { evaluation in
      let depth = evaluation.locals.count
      var context = Context()
      for (name, code) in entries {
        let value = code(&evaluation)
        context[name] = value
        evaluation.locals.append(value)
      }
      evaluation.locals.removeSubrange(depth...)
      return evaluation.made(.context(context), at: range)
    }
  }

  static func interval(
    _ low: Resolved, _ includesLow: Bool, _ high: Resolved, _ includesHigh: Bool, _ range: Range<Int>
  ) -> Code {
    let lowCode = code(low)
    let highCode = code(high)
    let isOpen = [low, high].map { if case .constant(.null) = $0.node { true } else { false } }
    return { evaluation in
      let low = lowCode(&evaluation)
      let high = highCode(&evaluation)
      // An end that is null by accident gives no range; a range without an end has a literal null there.
      if (low == .null && !isOpen[0]) || (high == .null && !isOpen[1]) { return .null }
      if low != .null, high != .null, low.compared(to: high).map({ $0 > 0 }) ?? true {
        evaluation.warn(.operandTypes(operation: "..", left: low.type, right: high.type), at: range)
        return .null
      }
      return .range(Interval(low: low, includesLow: includesLow, high: high, includesHigh: includesHigh))
    }
  }

  private static func function(_ parameters: [String], _ types: [ValueType], _ body: Resolved) -> Code {
    let range = body.range
    let body = code(body)
    return { evaluation in
      // The function may outlive this evaluation: it keeps what it can see.
      let slots = Array(evaluation.slots)
      let locals = evaluation.locals
      let input = evaluation.input
      let function = Function(parameters: parameters, parameterTypes: types) { arguments, evaluation in
        guard arguments.count == parameters.count else {
          evaluation.warn(.wrongArguments(function: "function"), at: range)
          return .null
        }
        var values = locals
        for (index, argument) in arguments.enumerated() {
          guard let value = argument.coerced(to: types[index]) else {
            evaluation.warn(
              .invalidArgument(
                function: "function", parameter: parameters[index], value: argument.description),
              at: range)
            return .null
          }
          values.append(value)
        }
        return slots.withUnsafeBufferPointer { evaluation.inside($0, locals: values, input: input, body) }
      }
      return evaluation.made(.function(function), at: range)
    }
  }
}
