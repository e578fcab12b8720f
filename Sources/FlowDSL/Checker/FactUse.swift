import FEEL

/// How conditions use a fact: with which written-out values they compare it.
struct FactUse {
  /// `nil` where the fact is used in any other way than by comparison with written-out values.
  private(set) var constants: Set<Value>? = []
  /// Whether it is compared by order.
  private(set) var isOrdered = false

  /// How expressions use each of some names; a dotted name is a path.
  static func uses(of names: Set<String>, in expressions: [Expression]) -> [String: FactUse] {
    var collector = Collector(names: names)
    for expression in expressions { collector.visit(expression) }
    return collector.uses
  }

  private struct Collector {
    let names: Set<String>
    var uses: [String: FactUse] = [:]

    mutating func visit(_ expression: Expression) {
      if let name = name(expression) {
        uses[name, default: FactUse()].constants = nil
        return
      }
      switch expression.kind {
      case .binary(.comparison(let comparison), let left, let right):
        compare(left, right, isOrdered: comparison.isOrdering)
      case .between(let value, let low, let high):
        compare(value, low, isOrdered: true)
        compare(value, high, isOrdered: true)
      case .membership(let value, let tests):
        for test in tests { self.test(value, test) }
      default:
        for child in expression.kind.children { visit(child) }
      }
    }

    private mutating func test(_ value: Expression, _ test: Expression) {
      switch test.kind {
      case .comparison(let comparison, let end): compare(value, end, isOrdered: comparison.isOrdering)
      case .range(let low, _, let high, _):
        compare(value, low, isOrdered: true)
        compare(value, high, isOrdered: true)
      case .list(let items): for item in items { self.test(value, item) }
      default: compare(value, test, isOrdered: false)
      }
    }

    private mutating func compare(_ left: Expression, _ right: Expression, isOrdered: Bool) {
      if let name = name(left), let constant = constant(right) {
        use(name, constant, isOrdered)
      } else if let name = name(right), let constant = constant(left) {
        use(name, constant, isOrdered)
      } else {
        visit(left)
        visit(right)
      }
    }

    private mutating func use(_ name: String, _ constant: Value, _ isOrdered: Bool) {
      uses[name, default: FactUse()].constants?.insert(constant)
      if isOrdered { uses[name, default: FactUse()].isOrdered = true }
    }

    /// The name or dotted path that the expression is, if it is one of those looked for.
    private func name(_ expression: Expression) -> String? {
      guard let name = expression.dottedName, names.contains(name) else { return nil }
      return name
    }

    private func constant(_ expression: Expression) -> Value? { expression.writtenOut }
  }
}

extension Expression {
  /// The value that is written out: `3`, `-3`, `"home"`, `date("2026-05-01")`.
  var writtenOut: Value? {
    switch kind {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .temporal(_, let value): value == .null ? nil : value
    case .negation(let inner):
      if case .number(let value) = inner.kind { .number(value.negated) } else { nil }
    case .call(let function, .positional(let arguments)):
      if case .name(let name) = function.kind, Self.makersOfTimes.contains(name),
        arguments.allSatisfy({ if case .string = $0.kind { true } else { false } })
      {
        TimeCandidates.value(of: description)
      } else {
        nil
      }
    default: nil
    }
  }

  private static let makersOfTimes: Set<String> = ["date", "time", "date and time", "duration"]

  /// The name, or the path of names, that the expression is.
  var dottedName: String? {
    switch kind {
    case .name(let name): name
    case .path(let base, let field): base.dottedName.map { "\($0).\(field)" }
    default: nil
    }
  }
}
