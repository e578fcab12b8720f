/// List functions that look (DMN 1.5, 10.3.4.4).
extension BuiltIns {
  static let lists: [BuiltIn] = [
    BuiltIn(
      "count",
      .init(["list": .list(.any)], total: true, .number) { arguments, _ in
        arguments[0].asList.map { .number(Number($0.count)) }
      }),
    BuiltIn(
      "list contains",
      .init(["list": .list(.any), "element": .any], total: true, .boolean) { arguments, _ in
        arguments[0].asList.map { .boolean($0.contains { $0.equals(arguments[1]) == true }) }
      }),
    BuiltIn(
      "index of",
      .init(["list": .list(.any), "match": .any], total: true, .list(.number)) { arguments, _ in
        guard let items = arguments[0].asList else { return nil }
        let places = items.indices.filter { items[$0].equals(arguments[1]) == true }
        return .list(places.map { .number(Number($0 + 1)) })
      }),
    truths("all", .list(.any)) { items in items.reduce(true) { Ternary.and($0, $1) } },
    truths("any", .list(.any)) { items in items.reduce(false) { Ternary.or($0, $1) } },
    BuiltIn(
      "sublist",
      .init(["list": .list(.any), "start position": .number], result: sameList) { arguments, _ in
        sublist(arguments[0].asList, from: arguments[1].asInteger, length: nil)
      },
      .init(["list": .list(.any), "start position": .number, "length": .number], result: sameList) {
        arguments, _ in
        arguments[2].asInteger.flatMap {
          sublist(arguments[0].asList, from: arguments[1].asInteger, length: $0)
        }
      }),
  ]

  private static func truths(
    _ name: String, _ type: ValueType, _ body: @escaping @Sendable ([Bool?]) -> Bool?
  ) -> BuiltIn {
    let overload: BuiltIn.Overload.Body = { arguments, _ in
      let items = items(arguments)
      guard items.allSatisfy({ $0 == .null || $0.truth != nil }) else { return nil }
      return Value(body(items.map(\.truth)))
    }
    return BuiltIn(
      name, .init(["list": type], .boolean, overload), .init(["b": .any], variadic: true, .boolean, overload))
  }

  private static func sublist(_ items: [Value]?, from start: Int?, length: Int?) -> Value? {
    guard let items, let start, start != 0, start.magnitude <= items.count else { return nil }
    let first = start > 0 ? start - 1 : items.count + start
    guard let length else { return .list(Array(items[first...])) }
    guard length >= 0, length <= items.count - first else { return nil }
    return .list(Array(items[first..<first + length]))
  }
}
