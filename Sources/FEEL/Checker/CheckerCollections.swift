/// Lists, contexts, ranges, and what goes through them.
extension Checker {
  mutating func list(_ items: [Expression], _ range: Range<Int>) -> Resolved {
    let items = items.map { resolve($0) }
    let type = items.map(\.type).reduce(ValueType.null) { $0.union($1) }
    return Resolved(
      node: .list(items), type: .list(type == .null ? .any : type), nullness: .never,
      itemsMayBeNull: items.contains { $0.nullness.isPossible }, range: range)
  }

  mutating func context(_ entries: [Expression.ContextEntry], _ range: Range<Int>) -> Resolved {
    withLocals { checker in
      var resolved: [(String, Resolved)] = []
      var isUnique = true
      for entry in entries {
        if resolved.contains(where: { $0.0.hasSameCodePoints(as: entry.name) }) {
          checker.fault(.duplicateName(entry.name), at: entry.nameRange)
          isUnique = false
        }
        let value = checker.resolve(entry.value)
        resolved.append((entry.name, value))
        checker.bind(entry.name, value.type, mayBeNull: value.nullness.isPossible)
      }
      guard isUnique else {
        return checker.missing(.failed(function: "{…}", reason: .duplicateName), range)
      }
      let fields = resolved.map { Field(name: $0.0, type: $0.1.type) }
      return Resolved(node: .context(resolved), type: .context(fields), nullness: .never, range: range)
    }
  }

  mutating func interval(
    _ low: Expression, _ includesLow: Bool, _ high: Expression, _ includesHigh: Bool, _ range: Range<Int>
  ) -> Resolved {
    let low = resolve(low)
    let high = resolve(high)
    for case .constant(.null) in [low.node, high.node] {
      // Only `(< 5)` and the like have no end on one side.
      return Resolved(
        node: .missing(.operandTypes(operation: "..", left: low.type, right: high.type)),
        type: .range(low.type.union(high.type)), nullness: .possible, range: range)
    }
    for end in [low, high] where !end.type.isOrdered && !end.type.base.isOrdered {
      fault(.notOrdered(operation: "..", found: end.type), at: end.range)
    }
    if !low.type.base.overlaps(high.type.base) {
      fault(.operandsDiffer(operation: "..", left: low.type, right: high.type), at: range)
    }
    return Resolved(
      node: .range(low: low, includesLow: includesLow, high: high, includesHigh: includesHigh),
      type: .range(low.type.union(high.type)), nullness: .possible, range: range)
  }

  /// `(< 5)` as a value: the range without a lower end.
  mutating func halfRange(_ comparison: ComparisonOperator, _ end: Expression, _ range: Range<Int>)
    -> Resolved
  {
    let end = resolve(end)
    let none = constant(.null, .null, range)
    let node: Resolved.Node
    switch comparison {
    case .less: node = .range(low: none, includesLow: false, high: end, includesHigh: false)
    case .lessOrEqual: node = .range(low: none, includesLow: false, high: end, includesHigh: true)
    case .greater: node = .range(low: end, includesLow: false, high: none, includesHigh: false)
    case .greaterOrEqual: node = .range(low: end, includesLow: true, high: none, includesHigh: false)
    case .equal: node = .equalRange(end)
    case .notEqual:
      fault(.notOrdered(operation: comparison.rawValue, found: end.type), at: range)
      return missing(.operandType(operation: comparison.rawValue, found: end.type), range)
    }
    return Resolved(node: node, type: .range(end.type), nullness: .possible, range: range)
  }

  mutating func iteration(_ bindings: [Expression.Binding], _ body: Expression, _ range: Range<Int>)
    -> Resolved
  {
    withLocals { checker in
      // `partial`, the results so far, comes first so that its place does not depend on the bindings.
      checker.bind("partial", .list(.any), mayBeNull: false)
      let resolved = checker.bindings(bindings, "for")
      let result = checker.resolve(body)
      let lists = resolved.reduce(Nullness.never) {
        $0 | ($1.list.type.isList ? $1.list.nullness : .possible)
      }
      return Resolved(
        node: .iteration(resolved, result, usesPartial: Checker.mentions("partial", body)),
        type: .list(result.type), nullness: lists, itemsMayBeNull: result.nullness.isPossible, range: range)
    }
  }

  mutating func quantified(
    _ quantifier: Expression.Quantifier, _ bindings: [Expression.Binding], _ condition: Expression,
    _ range: Range<Int>
  ) -> Resolved {
    withLocals { checker in
      let resolved = checker.bindings(bindings, quantifier.rawValue)
      let condition = checker.resolve(condition)
      checker.expect(.boolean, condition, quantifier.rawValue)
      let lists = resolved.reduce(Nullness.never) {
        $0 | ($1.list.type.isList ? $1.list.nullness : .possible)
      }
      return Resolved(
        node: .quantified(quantifier, resolved, condition), type: .boolean,
        nullness: lists | checker.truthNullness(condition), range: range)
    }
  }

  private mutating func bindings(_ bindings: [Expression.Binding], _ operation: String) -> [Resolved.Binding]
  {
    bindings.map { binding in
      let list = resolve(binding.list)
      let end = binding.end.map { resolve($0) }
      if let end {
        if !list.type.overlaps(end.type) {
          fault(.operandsDiffer(operation: "..", left: list.type, right: end.type), at: end.range)
        }
        bind(binding.name, list.type.union(end.type), mayBeNull: false)
      } else {
        bind(
          binding.name, itemType(list, operation),
          mayBeNull: list.type.isList ? list.itemsMayBeNull : list.nullness.isPossible || list.type == .any)
      }
      return Resolved.Binding(index: depth - 1, list: list, end: end)
    }
  }

  private mutating func itemType(_ list: Resolved, _ operation: String) -> ValueType {
    switch list.type {
    case .list(let item), .range(let item): return item
    case .any, .null: return .any
    case let other:
      fault(.operandMismatch(operation: operation, expected: .list(.any), found: other), at: list.range)
      return other
    }
  }

  mutating func filter(_ list: Expression, _ condition: Expression, _ range: Range<Int>) -> Resolved {
    let list = resolve(list)
    var item = list.type
    if case .list(let inner) = list.type { item = inner }
    return withLocals { checker in
      checker.bind("item", item, mayBeNull: list.itemsMayBeNull, isItem: true)
      let condition = checker.resolve(condition)
      if ![.any, .boolean, .number, .null].contains(condition.type) {
        checker.fault(
          .operandMismatch(operation: "[…]", expected: .boolean, found: condition.type), at: condition.range)
      }
      let node = Resolved.Node.filter(list, condition)
      switch condition.type {
      case .number: return Resolved(node: node, type: item, nullness: .possible, range: range)
      case .boolean:
        return Resolved(
          node: node, type: .list(item == .null ? .any : item), nullness: list.nullness,
          itemsMayBeNull: list.itemsMayBeNull, range: range)
      default: return Resolved(node: node, type: .any, nullness: .possible, range: range)
      }
    }
  }

  static func mentions(_ name: String, _ expression: Expression) -> Bool {
    if case .name(name) = expression.kind { return true }
    return expression.kind.children.contains { mentions(name, $0) }
  }
}
