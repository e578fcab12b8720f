/// `for`, `some`, `every` and filters.
extension CodeGenerator {
  /// What to do for one combination of bound values; false stops the loop.
  private typealias Step = (inout Evaluation) -> Bool

  private struct Source: Sendable {
    let list: Code
    let end: Code?
    let range: Range<Int>
  }

  static func iteration(
    _ bindings: [Resolved.Binding], _ body: Resolved, usesPartial: Bool, _ range: Range<Int>
  ) -> Code {
    let sources = sources(bindings)
    let body = code(body)
    return { evaluation in
      let partial = evaluation.locals.count
      evaluation.locals.append(.list([]))
      defer { evaluation.locals.removeSubrange(partial...) }
      var results: [Value] = []
      let finished = each(sources, from: 0, &evaluation) { evaluation in
        results.append(body(&evaluation))
        if usesPartial {
          guard evaluation.spend(results.count / 8, at: range) else { return false }
          evaluation.locals[partial] = .list(results)
        }
        return true
      }
      guard finished, evaluation.stepsLeft >= 0 else { return .null }
      return evaluation.made(.list(results), at: range)
    }
  }

  static func quantified(
    _ quantifier: Expression.Quantifier, _ bindings: [Resolved.Binding], _ condition: Resolved,
    _ range: Range<Int>
  ) -> TruthCode {
    let sources = sources(bindings)
    let condition = truth(condition)
    let decides = quantifier == .some
    return { evaluation in
      let depth = evaluation.locals.count
      defer { evaluation.locals.removeSubrange(depth...) }
      var isDecided = false
      var sawNull = false
      let finished = each(sources, from: 0, &evaluation) { evaluation in
        let truth = condition(&evaluation)
        if truth == decides { isDecided = true }
        if truth == nil { sawNull = true }
        return !isDecided
      }
      if isDecided { return decides }
      return !finished || sawNull || evaluation.stepsLeft < 0 ? nil : !decides
    }
  }

  private static func sources(_ bindings: [Resolved.Binding]) -> [Source] {
    bindings.map { Source(list: code($0.list), end: $0.end.map(code), range: $0.list.range) }
  }

  /// Runs a step for every combination, the last binding fastest; false when some list was none.
  private static func each(
    _ sources: [Source], from index: Int, _ evaluation: inout Evaluation, _ step: Step
  ) -> Bool {
    guard index < sources.count else { return step(&evaluation) }
    let source = sources[index]
    let value = source.list(&evaluation)
    let place = evaluation.locals.count
    evaluation.locals.append(.null)
    defer { evaluation.locals.removeSubrange(place...) }
    func visit(_ item: Value, _ evaluation: inout Evaluation) -> Bool {
      guard evaluation.spend(1, at: source.range) else { return false }
      evaluation.locals[place] = item
      return each(sources, from: index + 1, &evaluation, step)
    }
    if let end = source.end {
      let end = end(&evaluation)
      return count(
        from: value, includingStart: true, to: end, includingEnd: true, source.range, &evaluation, visit)
    }
    switch value {
    case .list(let items):
      for item in items {
        guard visit(item, &evaluation) else { return false }
      }
      return true
    case .range(let range):
      return count(
        from: range.low, includingStart: range.includesLow, to: range.high, includingEnd: range.includesHigh,
        source.range, &evaluation, visit)
    case .null: return false
    default: return visit(value, &evaluation)
    }
  }

  /// Counts numbers or days, up or down.
  private static func count(
    from start: Value, includingStart: Bool, to end: Value, includingEnd: Bool, _ range: Range<Int>,
    _ evaluation: inout Evaluation, _ visit: (Value, inout Evaluation) -> Bool
  ) -> Bool {
    let make: (Int) -> Value?
    let (first, last): (Int, Int)
    switch (start, end) {
    case (.number(let low), .number(let high)):
      guard let low = low.integer, let high = high.integer else {
        evaluation.warn(.operandTypes(operation: "..", left: start.type, right: end.type), at: range)
        return false
      }
      (first, last) = (low, high)
      make = { .number(Number($0)) }
    case (.date(let low), .date(let high)):
      (first, last) = (low.daysSinceEpoch, high.daysSinceEpoch)
      make = { CalendarDate(daysSinceEpoch: $0).map { .date($0) } }
    default:
      evaluation.warn(.operandTypes(operation: "..", left: start.type, right: end.type), at: range)
      return false
    }
    let step = first <= last ? 1 : -1
    var current = first
    while true {
      let isLeftOut = (current == first && !includingStart) || (current == last && !includingEnd)
      if !isLeftOut {
        guard let value = make(current), visit(value, &evaluation) else { return false }
      }
      if current == last { return true }
      current += step
    }
  }

  static func filter(_ list: Resolved, _ condition: Resolved, _ range: Range<Int>) -> Code {
    let list = code(list)
    let conditionType = condition.type
    let condition = code(condition)
    return { evaluation in
      let value = list(&evaluation)
      let items: [Value]
      switch value {
      case .list(let list): items = list
      case .null: return .null
      default: items = [value]
      }
      let place = evaluation.locals.count
      evaluation.locals.append(items.first ?? .null)
      defer { evaluation.locals.removeSubrange(place...) }
      if conditionType != .boolean {
        // A number chooses one item, whatever the items are; it is computed once.
        let index = condition(&evaluation)
        if case .number(let number) = index { return item(items, at: number) }
        if conditionType == .number { return .null }
      }
      var kept: [Value] = []
      for item in items {
        guard evaluation.spend(1, at: range) else { return .null }
        evaluation.locals[place] = item
        if condition(&evaluation).truth == true { kept.append(item) }
      }
      return .list(kept)
    }
  }

  /// The item at a place counted from 1, or from the end when negative.
  private static func item(_ items: [Value], at index: Number) -> Value {
    guard let place = index.integer, place != 0, place.magnitude <= items.count else { return .null }
    return place > 0 ? items[place - 1] : items[items.count + place]
  }
}
