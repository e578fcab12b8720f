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
    if case .literal(let text, _) = match.kind {
      // As the expression `list[match]`, so that items' entries are names and numbers choose an item.
      guard let condition = tree(text, in: inner, at: match.place),
        let compiled = expression(
          Expression(.filter(Expression(.name(name), at: 0..<0), condition), at: condition.range), text: text,
          in: inner, at: match.place)
      else { return .missing }
      return Logic(type: compiled.type) { slots, evaluation in
        compiled.evaluate(slots + [list.run(slots, &evaluation)], in: &evaluation)
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
    let decides: Value = quantifier == .some ? true : false
    return Logic(type: .boolean) { slots, evaluation in
      guard case .list(let items) = items.logic.run(slots, &evaluation) else { return .null }
      var sawNull = false
      for item in items {
        switch condition.run(slots + [item], &evaluation) {
        case decides: return decides
        case .boolean: break
        default: sawNull = true
        }
      }
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
