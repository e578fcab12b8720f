import FEEL

/// A slow evaluator straight over the syntax tree, to compare compiled code with: names are looked up in a dictionary, and
/// nothing is shared with the compiler but the tree and the values.
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
    case .path(let base, let field): return path(evaluate(base), field)
    case .negation(let operand):
      if case .number(let number) = evaluate(operand) { return .number(number.negated) }
      return .null
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
    case .iteration(let bindings, let body):
      return combinations(bindings).map { .list($0.map { with($0).evaluate(body) }) } ?? .null
    case .quantified(let quantifier, let bindings, let condition):
      guard let all = combinations(bindings) else { return .null }
      let truths = all.map { bool(with($0).evaluate(condition)) }
      return truth(quantifier == .some ? truths.reduce(false, or) : truths.reduce(true, and))
    case .filter(let list, let condition): return filter(evaluate(list), condition)
    case .call(let function, .positional(let arguments)):
      return call(function.description, arguments.map(evaluate))
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
    default: fatalError("the generator makes no \(expression)")
    }
  }

  private func with(_ bound: [String: Value]) -> ReferenceEvaluator {
    ReferenceEvaluator(names: names.merging(bound) { $1 })
  }

  private func truth(_ value: Bool?) -> Value { value.map { .boolean($0) } ?? .null }

  private func bool(_ value: Value) -> Bool? {
    if case .boolean(let value) = value { return value }
    return nil
  }

  private func and(_ left: Bool?, _ right: Bool?) -> Bool? {
    left == false || right == false ? false : left == nil || right == nil ? nil : true
  }

  private func or(_ left: Bool?, _ right: Bool?) -> Bool? {
    left == true || right == true ? true : left == nil || right == nil ? nil : false
  }

  private func order(_ left: Value, _ right: Value) -> Int? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.string(let left), .string(let right)):
      Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8)) ? -1 : left == right ? 0 : 1
    default: nil
    }
  }

  private func equal(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.null, .null): true
    case (.null, _), (_, .null): false
    case (.number, .number), (.string, .string), (.boolean, .boolean), (.list, .list), (.context, .context):
      left == right
    default: nil
    }
  }

  private func binary(_ operation: BinaryOperator, _ left: Expression, _ right: Expression) -> Value {
    let (left, right) = (evaluate(left), evaluate(right))
    switch operation {
    case .and: return truth(and(bool(left), bool(right)))
    case .or: return truth(or(bool(left), bool(right)))
    case .comparison(let comparison): return truth(compare(comparison, left, right))
    default: break
    }
    switch (operation, left, right) {
    case (.add, .string(let left), .string(let right)): return .string(left + right)
    case (_, .number(let left), .number(let right)):
      let result =
        switch operation {
        case .add: left.adding(right)
        case .subtract: left.subtracting(right)
        case .multiply: left.multiplied(by: right)
        case .divide: left.divided(by: right)
        default: left.power(right)
        }
      return result.map { .number($0) } ?? .null
    default: return .null
    }
  }

  private func compare(_ comparison: ComparisonOperator, _ left: Value, _ right: Value) -> Bool? {
    switch comparison {
    case .equal: equal(left, right)
    case .notEqual: equal(left, right).map { !$0 }
    case .less: order(left, right).map { $0 < 0 }
    case .lessOrEqual: order(left, right).map { $0 <= 0 }
    case .greater: order(left, right).map { $0 > 0 }
    case .greaterOrEqual: order(left, right).map { $0 >= 0 }
    }
  }

  func test(_ test: Expression, _ value: Value) -> Bool? {
    switch test.kind {
    case .comparison(let comparison, let end): return compare(comparison, value, evaluate(end))
    case .range(let low, let includesLow, let high, let includesHigh):
      guard let ends = order(evaluate(low), evaluate(high)), ends <= 0 else { return nil }
      let above = order(value, evaluate(low)).map { includesLow ? $0 >= 0 : $0 > 0 }
      let below = order(value, evaluate(high)).map { includesHigh ? $0 <= 0 : $0 < 0 }
      return and(above, below)
    default:
      if case .list(let items) = evaluate(test) { return items.contains { equal(value, $0) == true } }
      return equal(value, evaluate(test))
    }
  }

  private func path(_ base: Value, _ field: String) -> Value {
    switch base {
    case .context(let context): context[field] ?? .null
    case .list(let items): .list(items.map { path($0, field) })
    default: .null
    }
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

  private func call(_ function: String, _ arguments: [Value]) -> Value {
    switch (function, arguments[0]) {
    case ("not", .boolean(let value)): return .boolean(!value)
    case ("not", _): return .null
    case ("count", .list(let items)): return .number(Number(items.count))
    case ("abs", .number(let number)): return .number(number.magnitude)
    case ("sum", .list(let items)):
      var sum: Number? = items.isEmpty ? nil : .zero
      for item in items {
        guard case .number(let number) = item else { return .null }
        sum = sum?.adding(number)
      }
      return sum.map { .number($0) } ?? .null
    case ("string length", .string(let text)): return .number(Number(text.unicodeScalars.count))
    case ("list contains", .list(let items)):
      return .boolean(items.contains { equal($0, arguments[1]) == true })
    default: return .null
    }
  }
}
