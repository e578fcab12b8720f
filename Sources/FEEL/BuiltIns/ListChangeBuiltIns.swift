/// List functions that make new lists (DMN 1.5, 10.3.4.4).
extension BuiltIns {
  static let listChanges: [BuiltIn] = [
    BuiltIn(
      "append",
      .init(["list": .list(.any), "item": .any], variadic: true, .list(.any)) { arguments, evaluation in
        guard let items = arguments[0].asList, evaluation.spend(items.count, at: 0..<0) else { return nil }
        return .list(items + arguments[1...])
      }),
    BuiltIn(
      "concatenate",
      .init(["list": .list(.any)], variadic: true, result: joined) { arguments, evaluation in
        concatenation(arguments, &evaluation).map { .list($0) }
      }),
    BuiltIn(
      "union",
      .init(["list": .list(.any)], variadic: true, result: joined) { arguments, evaluation in
        concatenation(arguments, &evaluation).flatMap { distinct($0, &evaluation) }
      }),
    BuiltIn(
      "distinct values",
      .init(["list": .list(.any)], result: sameList) { arguments, evaluation in
        arguments[0].asList.flatMap { distinct($0, &evaluation) }
      }),
    BuiltIn(
      "flatten",
      .init(["list": .list(.any)], .list(.any)) { arguments, evaluation in
        var flat: [Value] = []
        guard flatten(arguments[0], into: &flat, &evaluation) else { return nil }
        return .list(flat)
      }),
    BuiltIn(
      "reverse",
      .init(["list": .list(.any)], total: true, result: sameList) { arguments, _ in
        arguments[0].asList.map { .list($0.reversed()) }
      }),
    BuiltIn(
      "insert before",
      .init(["list": .list(.any), "position": .number, "newItem": .any], .list(.any)) { arguments, _ in
        guard var items = arguments[0].asList, let place = index(arguments[1], in: items) else { return nil }
        items.insert(arguments[2], at: place)
        return .list(items)
      }),
    BuiltIn(
      "remove",
      .init(["list": .list(.any), "position": .number], result: sameList) { arguments, _ in
        guard var items = arguments[0].asList, let place = index(arguments[1], in: items) else { return nil }
        items.remove(at: place)
        return .list(items)
      }),
    BuiltIn(
      "list replace",
      .init(["list": .list(.any), "position": .number, "newItem": .any], .list(.any)) { arguments, _ in
        guard var items = arguments[0].asList, let place = index(arguments[1], in: items) else { return nil }
        items[place] = arguments[2]
        return .list(items)
      },
      .init(["list": .list(.any), "match": .function([.any, .any], .any), "newItem": .any], .list(.any)) {
        arguments, evaluation in
        guard let items = arguments[0].asList, let match = arguments[1].asFunction else { return nil }
        var replaced: [Value] = []
        for item in items {
          guard let matches = evaluation.call(match, [item, arguments[2]], at: 0..<0).truth else {
            return nil
          }
          replaced.append(matches ? arguments[2] : item)
        }
        return .list(replaced)
      }),
  ]

  private static let joined: @Sendable ([ValueType]) -> ValueType = { types in
    types.reduce(.list(.null)) { $0.union(sameList([$1])) }
  }

  /// The place of an item counted from 1, or from the end when negative.
  private static func index(_ position: Value, in items: [Value]) -> Int? {
    guard let place = position.asInteger, place != 0, place.magnitude <= items.count else {
      return nil
    }
    return place > 0 ? place - 1 : items.count + place
  }

  private static func concatenation(_ lists: [Value], _ evaluation: inout Evaluation) -> [Value]? {
    var all: [Value] = []
    for list in lists {
      guard let items = list.asList, evaluation.spend(items.count, at: 0..<0) else { return nil }
      all += items
    }
    return all
  }

  private static func distinct(_ items: [Value], _ evaluation: inout Evaluation) -> Value? {
    var kept: [Value] = []
    for item in items {
      guard evaluation.spend(kept.count / 8, at: 0..<0) else { return nil }
      if !kept.contains(where: { $0.equals(item) == true }) { kept.append(item) }
    }
    return .list(kept)
  }

  private static func flatten(_ value: Value, into flat: inout [Value], _ evaluation: inout Evaluation)
    -> Bool
  {
    guard evaluation.spend(1, at: 0..<0) else { return false }
    guard let items = value.asList else {
      flat.append(value)
      return true
    }
    for item in items {
      guard flatten(item, into: &flat, &evaluation) else { return false }
    }
    return true
  }
}
