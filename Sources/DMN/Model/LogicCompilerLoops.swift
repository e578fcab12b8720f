import FEEL

/// Filters, iterations and quantified expressions.
extension LogicCompiler {
  mutating func filter(
    _ list: BoxedExpression, _ match: BoxedExpression, in scope: LogicScope, at place: TextPlace
  ) -> Logic {
    let list = compile(list, in: scope)
    // A name that no text can spell.
    let name = "\u{0}list"
    let inner = scope.adding(name, list.type)
    if case .literal(let written) = match.kind {
      // As the expression `list[match]`, so that items' entries are names. But where the condition is neither boolean nor
      // null, the whole is null.
      guard let condition = tree(written, in: inner) else { return .missing }
      let items = Expression(.name(name), at: 0..<0)
      func filter(_ condition: Expression) -> CompiledExpression? {
        expression(
          Expression(.filter(items, condition), at: condition.range), text: written.text, in: inner,
          at: written.place)
      }
      guard let kept = filter(condition), let sound = filter(condition.isBooleanOrNull) else {
        return .missing
      }
      let element = element
      return Logic(type: kept.type) { slots, evaluation in
        let value = list.run(slots, &evaluation)
        let inner = slots + [value]
        var items = [value]
        if case .list(let all) = value { items = all }
        guard value != .null, case .list(let accepted) = sound.evaluate(inner, in: &evaluation) else {
          return .null
        }
        guard accepted.count == items.count else {
          evaluation.warn(.failed(function: element, reason: .conditionNotBoolean))
          return .null
        }
        return kept.evaluate(inner, in: &evaluation)
      }
    }
    var item = list.type
    if case .list(let inner) = list.type { item = inner }
    let condition = compile(match, in: scope.adding("item", item))
    return Logic(type: .list(item)) { slots, evaluation in
      let value = list.run(slots, &evaluation)
      guard value != .null else { return .null }
      var items = [value]
      if case .list(let all) = value { items = all }
      var kept: [Value] = []
      for item in items where condition.run(slots + [item], &evaluation) == true { kept.append(item) }
      return .list(kept)
    }
  }

  mutating func iteration(
    _ variable: NamedType, _ list: BoxedExpression, _ body: BoxedExpression, in scope: LogicScope,
    at place: TextPlace
  ) -> Logic {
    guard let items = items(list, in: scope, at: place) else { return .missing }
    let inner = scope.adding("partial", .list(.any)).adding(variable.name, items.itemType)
    let body = compile(body, in: inner)
    return Logic(type: .list(body.type)) { slots, evaluation in
      guard case .list(let items) = items.logic.run(slots, &evaluation) else { return .null }
      var results: [Value] = []
      for item in items { results.append(body.run(slots + [.list(results), item], &evaluation)) }
      return .list(results)
    }
  }

  mutating func quantified(
    _ quantifier: BoxedExpression.Quantifier, _ variable: NamedType, _ list: BoxedExpression,
    _ condition: BoxedExpression, in scope: LogicScope, at place: TextPlace
  ) -> Logic {
    guard let items = items(list, in: scope, at: place) else { return .missing }
    let condition = compile(condition, in: scope.adding(variable.name, items.itemType))
    let name = element
    let decides: Value = quantifier == .some ? true : false
    return Logic(type: .boolean) { slots, evaluation in
      guard case .list(let items) = items.logic.run(slots, &evaluation) else { return .null }
      var sawNull = false
      var isDecided = false
      for item in items {
        switch condition.run(slots + [item], &evaluation) {
        case .null: sawNull = true
        case .boolean(let truth): isDecided = isDecided || .boolean(truth) == decides
        case let value:
          evaluation.warn(.invalidArgument(function: name, parameter: "satisfies", value: value.description))
          return .null
        }
      }
      if isDecided { return decides }
      return sawNull ? .null : decides == true ? false : true
    }
  }

  /// What a loop goes through, as a list: items, a range's numbers or days, or the one value.
  private mutating func items(
    _ list: BoxedExpression, in scope: LogicScope, at place: TextPlace
  ) -> (logic: Logic, itemType: ValueType)? {
    let list = compile(list, in: scope)
    let scope = LogicScope().adding("items", list.type)
    guard let loop = expression("for item in items return item", in: scope, at: place) else { return nil }
    var itemType = ValueType.any
    if case .list(let item) = loop.type { itemType = item }
    return (
      Logic(type: loop.type) { slots, evaluation in
        loop.evaluate([list.run(slots, &evaluation)], in: &evaluation)
      }, itemType
    )
  }
}

extension Expression {
  /// Whether it is true, false or null, as an expression.
  fileprivate var isBooleanOrNull: Expression {
    let isBoolean = Expression(.instanceOf(self, TypeExpression(type: .boolean, range: range)), at: range)
    let isNull = Expression(
      .binary(.comparison(.equal), self, Expression(.null, at: range)), at: range)
    return Expression(.binary(.or, isBoolean, isNull), at: range)
  }
}
