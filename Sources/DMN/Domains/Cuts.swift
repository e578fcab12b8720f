import FEEL

/// Where the tests of a cell cut the domain of their input: the constants that the input is compared with.
struct Cuts {
  var values: [Value] = []
  /// Whether some test goes by order, not by equality alone.
  var usesOrder = false

  /// The cuts of tests that are made of comparisons of their input with constants, of `and`, `or` and `not`; nil for all
  /// others.
  init?(_ tests: CompiledUnaryTests) {
    guard Cuts.dependOnInputOnly(tests) else { return nil }
    switch tests.syntax.kind {
    case .any: break
    case .oneOf(let expressions), .noneOf(let expressions):
      for expression in expressions {
        guard read(expression, in: tests.text) else { return nil }
      }
    }
  }

  /// Whether tests give the same answer for the same input at any time.
  static func dependOnInputOnly(_ tests: CompiledUnaryTests) -> Bool {
    guard tests.slots.isEmpty else { return false }
    switch tests.syntax.kind {
    case .any: return true
    case .oneOf(let expressions), .noneOf(let expressions): return !expressions.contains(where: \.readsClock)
    }
  }

  /// Reads a test, or a condition on `?`; false when it is of another kind.
  private mutating func read(_ expression: Expression, in text: String) -> Bool {
    if !expression.mentionsInput { return readConstant(expression, in: text) }
    switch expression.kind {
    case .name: return true
    case .comparison(let comparison, let end): return readEnd(comparison, end, in: text)
    case .binary(.comparison(let comparison), let left, let right):
      if left.isInput { return readEnd(comparison, right, in: text) }
      return right.isInput && readEnd(comparison, left, in: text)
    case .binary(.and, let left, let right), .binary(.or, let left, let right):
      return read(left, in: text) && read(right, in: text)
    case .call(let function, .positional(let arguments)):
      return function.kind == .name("not") && arguments.count == 1 && read(arguments[0], in: text)
    case .between(let value, let low, let high):
      usesOrder = true
      return value.isInput && readConstant(low, in: text) && readConstant(high, in: text)
    case .membership(let value, let tests): return value.isInput && tests.allSatisfy { read($0, in: text) }
    default: return false
    }
  }

  private mutating func readEnd(_ comparison: ComparisonOperator, _ end: Expression, in text: String) -> Bool
  {
    guard let value = constant(end, in: text) else { return false }
    if comparison.isOrdering { usesOrder = true }
    return take(value)
  }

  private mutating func readConstant(_ expression: Expression, in text: String) -> Bool {
    if case .comparison(let comparison, let end) = expression.kind {
      return readEnd(comparison, end, in: text)
    }
    return constant(expression, in: text).map { take($0) } ?? false
  }

  /// What FEEL makes of a part of the text: `@"2026-01-01"`, `date("2026-01-01")`, `-3`, `2 * 6`.
  private func constant(_ expression: Expression, in text: String) -> Value? {
    switch expression.kind {
    case .number(let number): return .number(number)
    case .string(let string): return .string(string)
    case .boolean(let truth): return .boolean(truth)
    case .null: return .null
    default:
      guard !expression.mentionsInput else { return nil }
      let source = String(decoding: Array(text.utf8)[expression.range], as: UTF8.self)
      return try? FEELCompiler.compile(expression: source, in: Scope([]), strictness: .lenient).evaluate([])
    }
  }

  private mutating func take(_ value: Value) -> Bool {
    switch value {
    case .list(let items): return items.allSatisfy { take($0) }
    case .range(let range):
      usesOrder = true
      values += [range.low, range.high]
      return true
    case .context, .function: return false
    default:
      values.append(value)
      return true
    }
  }
}

extension Expression {
  /// Whether this is `?` itself.
  fileprivate var isInput: Bool { kind == .name("?") }

  /// Whether `?` stands anywhere in it.
  var mentionsInput: Bool { isInput || kind.children.contains(where: \.mentionsInput) }
}
