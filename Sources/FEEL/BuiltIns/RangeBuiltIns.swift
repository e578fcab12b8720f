/// Relations between points and ranges (DMN 1.5, 10.3.4.7, table 78), after Allen's interval algebra.
extension BuiltIns {
  static let ranges: [BuiltIn] = [
    relation("before") { Relation.before($0, $1) },
    relation("after") { Relation.before($1, $0) },
    relation("meets") { Relation.meets($0, $1) },
    relation("met by") { Relation.meets($1, $0) },
    relation("overlaps") { Relation.overlaps($0, $1) },
    relation("overlaps before") { Relation.overlapsBefore($0, $1) },
    relation("overlaps after") { Relation.overlapsBefore($1, $0) },
    relation("finishes") { Relation.finishes($0, $1) },
    relation("finished by") { Relation.finishes($1, $0) },
    relation("includes") { Relation.includes($0, $1) },
    relation("during") { Relation.includes($1, $0) },
    relation("starts") { Relation.starts($0, $1) },
    relation("started by") { Relation.starts($1, $0) },
    relation("coincides") { Relation.coincides($0, $1) },
    BuiltIn(
      "range",
      .init(["from": .string], .range(.any)) { arguments, _ in
        arguments[0].asString.flatMap(rangeText)
      }),
  ]

  private static func relation(
    _ name: String, _ body: @escaping @Sendable (Interval, Interval) -> Bool?
  ) -> BuiltIn {
    let overload: BuiltIn.Overload.Body = { arguments, _ in
      guard let first = interval(arguments[0]), let second = interval(arguments[1]) else { return nil }
      return body(first, second).map { .boolean($0) }
    }
    return BuiltIn(
      name, .init(["range1": .any, "range2": .any], .boolean, overload),
      .init(["point": .any, "range": .any], .boolean, overload),
      .init(["range": .any, "point": .any], .boolean, overload),
      .init(["point1": .any, "point2": .any], .boolean, overload))
  }

  /// A range, or a point as the range of itself alone.
  private static func interval(_ value: Value) -> Interval? {
    switch value {
    case .null: nil
    case .range(let range): range
    default: Interval(low: value, includesLow: true, high: value, includesHigh: true)
    }
  }

  /// `range("[1..5)")`: ends must be literals.
  private static func rangeText(_ text: String) -> Value? {
    guard let syntax = try? FEELCompiler.parse(expression: text),
      case .range(let low, _, let high, _) = syntax.kind,
      isLiteral(low), isLiteral(high),
      let compiled = try? FEELCompiler.compile(expression: text, in: Scope([]), strictness: .lenient)
    else { return nil }
    guard case .range(let range) = compiled.evaluate([]) else { return nil }
    return .range(range)
  }

  private static func isLiteral(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .number, .string, .temporal: return true
    case .negation(let inner): return isLiteral(inner)
    case .call(let function, .positional(let arguments)):
      let makers = ["date", "time", "date and time", "duration"]
      guard case .name(let name) = function.kind, makers.contains(name) else { return false }
      return arguments.allSatisfy(isLiteral)
    default: return false
    }
  }
}

/// The relations themselves; nil where ends cannot be compared.
private enum Relation {
  static func before(_ first: Interval, _ second: Interval) -> Bool? {
    first.high.compared(to: second.low).map { order in
      order < 0 || (order == 0 && !(first.includesHigh && second.includesLow))
    }
  }

  static func meets(_ first: Interval, _ second: Interval) -> Bool? {
    first.high.compared(to: second.low).map { $0 == 0 && first.includesHigh && second.includesLow }
  }

  static func overlaps(_ first: Interval, _ second: Interval) -> Bool? {
    Ternary.and(before(first, second).map { !$0 }, before(second, first).map { !$0 })
  }

  static func overlapsBefore(_ first: Interval, _ second: Interval) -> Bool? {
    guard let starts = first.low.compared(to: second.low), let touches = before(first, second),
      let ends = first.high.compared(to: second.high)
    else { return nil }
    return (starts < 0 || (starts == 0 && first.includesLow && !second.includesLow)) && !touches
      && (ends < 0 || (ends == 0 && (!first.includesHigh || second.includesHigh)))
  }

  static func finishes(_ first: Interval, _ second: Interval) -> Bool? {
    guard let starts = first.low.compared(to: second.low), let ends = first.high.compared(to: second.high)
    else { return nil }
    return ends == 0 && first.includesHigh == second.includesHigh
      && (starts > 0 || (starts == 0 && (!first.includesLow || second.includesLow)))
  }

  static func includes(_ first: Interval, _ second: Interval) -> Bool? {
    guard let starts = first.low.compared(to: second.low), let ends = first.high.compared(to: second.high)
    else { return nil }
    return (starts < 0 || (starts == 0 && (first.includesLow || !second.includesLow)))
      && (ends > 0 || (ends == 0 && (first.includesHigh || !second.includesHigh)))
  }

  static func starts(_ first: Interval, _ second: Interval) -> Bool? {
    guard let starts = first.low.compared(to: second.low), let ends = first.high.compared(to: second.high)
    else { return nil }
    return starts == 0 && first.includesLow == second.includesLow
      && (ends < 0 || (ends == 0 && (!first.includesHigh || second.includesHigh)))
  }

  static func coincides(_ first: Interval, _ second: Interval) -> Bool? {
    guard let starts = first.low.compared(to: second.low), let ends = first.high.compared(to: second.high)
    else { return nil }
    return starts == 0 && ends == 0 && first.includesLow == second.includesLow
      && first.includesHigh == second.includesHigh
  }
}
