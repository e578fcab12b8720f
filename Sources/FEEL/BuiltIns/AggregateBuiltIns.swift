/// Sums and extremes over a list or over the arguments (DMN 1.5, 10.3.4.4).
extension BuiltIns {
  static let aggregates: [BuiltIn] = [
    aggregate("min", result: itemType) { extreme($0, wants: -1) },
    aggregate("max", result: itemType) { extreme($0, wants: 1) },
    numericAggregate("sum") { sum($0) },
    numericAggregate("mean") { numbers in sum(numbers)?.divided(by: Number(numbers.count)) },
    numericAggregate("product") { numbers in
      numbers.reduce(Number.one) { $0?.multiplied(by: $1) }
    },
  ]

  static func aggregate(
    _ name: String, result: @escaping @Sendable ([ValueType]) -> ValueType,
    _ body: @escaping @Sendable ([Value]) -> Value?
  ) -> BuiltIn {
    let overload: BuiltIn.Overload.Body = { arguments, evaluation in
      let items = items(arguments)
      guard evaluation.spend(items.count, at: 0..<0) else { return nil }
      return body(items)
    }
    return BuiltIn(
      name, .init(["list": .list(.any)], result: result, overload),
      .init(["n": .any], variadic: true, result: result, overload))
  }

  /// Over numbers alone; null for an empty list or other items.
  static func numericAggregate(_ name: String, _ body: @escaping @Sendable ([Number]) -> Number?) -> BuiltIn {
    aggregate(name, result: { _ in .number }) { items in
      let numbers = items.compactMap(\.asNumber)
      guard numbers.count == items.count, !numbers.isEmpty else { return nil }
      return body(numbers).map { .number($0) }
    }
  }

  static func sum(_ numbers: [Number]) -> Number? {
    numbers.reduce(Number.zero) { $0?.adding($1) }
  }

  private static func extreme(_ items: [Value], wants sign: Int) -> Value? {
    guard var best = items.first else { return nil }
    guard items.count > 1 || best.compared(to: best) != nil else { return nil }
    for item in items.dropFirst() {
      guard let order = item.compared(to: best) else { return nil }
      if order.signum() == sign { best = item }
    }
    return best
  }
}
