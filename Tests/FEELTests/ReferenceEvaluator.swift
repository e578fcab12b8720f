import FEEL

/// A slow evaluator straight over the syntax tree, to compare compiled code with: names are looked up in a dictionary, and
/// nothing is shared with the compiler but the tree, the values, and the arithmetic of single numbers.
struct ReferenceEvaluator {
  var names: [String: Value]

  func evaluate(_ expression: Expression) -> Value {
    switch expression.kind {
    case .null: return .null
    case .boolean(let value): return .boolean(value)
    case .number(let value): return .number(value)
    case .string(let value): return .string(value)
    case .temporal(_, let value): return value
    case .name(let name): return names[name] ?? .null
    case .path(let base, let field): return ReferenceProperties.value(field, of: evaluate(base))
    case .negation(let operand): return ReferenceArithmetic.negation(evaluate(operand))
    case .binary(let operation, let left, let right): return binary(operation, left, right)
    case .between(let value, let low, let high):
      let value = evaluate(value)
      return truth(
        and(order(value, evaluate(low)).map { $0 >= 0 }, order(value, evaluate(high)).map { $0 <= 0 }))
    case .membership(let value, let tests):
      let value = evaluate(value)
      return truth(tests.map { test($0, value) }.reduce(false) { or($0, $1) })
    case .conditional(let condition, let then, let otherwise):
      return evaluate(condition) == .boolean(true) ? evaluate(then) : evaluate(otherwise)
    case .instanceOf(let value, let type): return .boolean(isInstance(evaluate(value), type.type))
    case .iteration(let bindings, let body): return iteration(bindings, body)
    case .quantified(let quantifier, let bindings, let condition):
      guard let all = combinations(bindings) else { return .null }
      let truths = all.map { bool(with($0).evaluate(condition)) }
      return truth(quantifier == .some ? truths.reduce(false, or) : truths.reduce(true, and))
    case .filter(let list, let condition): return filter(evaluate(list), condition)
    case .call(let function, .positional(let arguments)):
      // A function among the arguments is looked at where it is called.
      let values = arguments.map { argument in
        if case .function = argument.kind { return Value.null }
        return evaluate(argument)
      }
      return call(function, values, arguments)
    case .call(let function, .named(let arguments)):
      return call(function, arguments.map { evaluate($0.value) }, arguments.map(\.value))
    case .list(let items): return .list(items.map(evaluate))
    case .context(let entries):
      var inner = self
      var context = Context()
      for entry in entries {
        let value = inner.evaluate(entry.value)
        context[entry.name] = value
        inner.names[entry.name] = value
      }
      return .context(context)
    case .range(let low, let includesLow, let high, let includesHigh):
      return range(evaluate(low), includesLow, evaluate(high), includesHigh)
    case .comparison, .function: fatalError("the generator makes no \(expression) here")
    }
  }

  private func with(_ bound: [String: Value]) -> ReferenceEvaluator {
    bound.isEmpty ? self : ReferenceEvaluator(names: names.merging(bound) { $1 })
  }

  private func binary(_ operation: BinaryOperator, _ left: Expression, _ right: Expression) -> Value {
    let (left, right) = (evaluate(left), evaluate(right))
    switch operation {
    case .and: return truth(and(bool(left), bool(right)))
    case .or: return truth(or(bool(left), bool(right)))
    case .comparison(let comparison): return truth(compare(comparison, left, right))
    default: return ReferenceArithmetic.result(operation, left, right)
    }
  }

  /// Whether a value meets a test of `in`, or of a cell.
  func test(_ test: Expression, _ value: Value) -> Bool? {
    if case .comparison(let comparison, let end) = test.kind {
      return compare(comparison, value, evaluate(end))
    }
    let admitted = evaluate(test)
    switch (test.kind, admitted) {
    case (.range, .null): return nil
    case (_, .range(let range)): return contains(range, value)
    case (_, .list(let items)):
      return equal(admitted, value) == true
        || items.contains { item in
          if case .range(let range) = item, contains(range, value) == true { return true }
          return equal(value, item) == true
        }
    default: return equal(value, admitted)
    }
  }

  private func contains(_ range: Interval, _ value: Value) -> Bool? {
    if case .range(let other) = value { return equal(.range(range), .range(other)) }
    return and(
      order(value, range.low).map { range.includesLow ? $0 >= 0 : $0 > 0 },
      order(value, range.high).map { range.includesHigh ? $0 <= 0 : $0 < 0 })
  }

  private func range(_ low: Value, _ includesLow: Bool, _ high: Value, _ includesHigh: Bool) -> Value {
    guard let ends = order(low, high), ends <= 0 else { return .null }
    return .range(Interval(low: low, includesLow: includesLow, high: high, includesHigh: includesHigh))
  }

  /// The results of a loop; each turn sees those before it as `partial`.
  private func iteration(_ bindings: [Expression.Binding], _ body: Expression) -> Value {
    guard let turns = combinations(bindings) else { return .null }
    return .list(
      turns.reduce(into: []) { results, turn in
        results.append(with(turn.merging(["partial": .list(results)]) { turn, _ in turn }).evaluate(body))
      })
  }

  /// What the bindings take on, one dictionary for each turn; nil when some list is null.
  private func combinations(_ bindings: [Expression.Binding]) -> [[String: Value]]? {
    guard let first = bindings.first else { return [[:]] }
    var turns: [[String: Value]] = []
    guard let items = items(first) else { return nil }
    for item in items {
      guard let rest = with([first.name: item]).combinations(Array(bindings.dropFirst())) else { return nil }
      turns += rest.map { $0.merging([first.name: item]) { inner, _ in inner } }
    }
    return turns
  }

  private func items(_ binding: Expression.Binding) -> [Value]? {
    if let end = binding.end {
      guard case .number(let low) = evaluate(binding.list), case .number(let high) = evaluate(end),
        let low = low.integer, let high = high.integer
      else { return nil }
      let numbers = low <= high ? Array(low...high) : (high...low).reversed()
      return numbers.map { .number(Number($0)) }
    }
    if case .list(let items) = evaluate(binding.list) { return items }
    return nil
  }

  private func filter(_ list: Value, _ condition: Expression) -> Value {
    guard case .list(let items) = list else { return .null }
    if case .number(let number) = with(["item": items.first ?? .null]).evaluate(condition) {
      guard let place = number.integer, place != 0, abs(place) <= items.count else { return .null }
      return items[place > 0 ? place - 1 : items.count + place]
    }
    return .list(
      items.filter { item in
        var inner = with(["item": item])
        if case .context(let context) = item {
          for entry in context.entries { inner.names[entry.name] = entry.value }
        }
        return inner.evaluate(condition) == .boolean(true)
      })
  }

  private func call(_ callee: Expression, _ values: [Value], _ arguments: [Expression]) -> Value {
    switch callee.kind {
    case .function(let parameters, let body):
      return with(
        Dictionary(uniqueKeysWithValues: zip(parameters.map(\.name), values))
      ).evaluate(body)
    case .name("sort"):
      guard case .list(let items) = values[0],
        case .function(let parameters, let body) = arguments[1].kind
      else { return .null }
      // Taken in one by one, each before the first that it must precede.
      let sorted = items.reduce(into: [Value]()) { sorted, item in
        let place = sorted.lastIndex { other in
          with([parameters[0].name: item, parameters[1].name: other]).evaluate(body) != .boolean(true)
        }
        sorted.insert(item, at: place.map { $0 + 1 } ?? 0)
      }
      return .list(sorted)
    default: return ReferenceFunctions.call(callee.description, values)
    }
  }
}
