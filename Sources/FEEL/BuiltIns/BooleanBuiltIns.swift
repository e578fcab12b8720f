extension BuiltIns {
  static let booleans: [BuiltIn] = [
    BuiltIn(
      "not", .init(["negand": .any], .boolean) { arguments, _ in Value(arguments[0].truth.map { !$0 }) }),
    BuiltIn(
      "is",
      .init(["value1": .any, "value2": .any], total: true, namesAreOptional: true, .boolean) { arguments, _ in
        areTheSame(arguments[0], arguments[1]).map { .boolean($0) }
      }),
  ]

  /// The same kind and the same value, zones of times included.
  private static func areTheSame(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.time(let left), .time(let right)): left == right
    case (.dateTime(let left), .dateTime(let right)): left == right
    default: left.equals(right) ?? false
    }
  }
}
