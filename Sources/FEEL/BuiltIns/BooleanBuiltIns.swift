extension BuiltIns {
  static let booleans: [BuiltIn] = [
    BuiltIn("not", .init(["negand": .any], .boolean) { arguments, _ in Value(arguments[0].truth.map { !$0 }) }),
    BuiltIn(
      "is",
      .init(["value1": .any, "value2": .any], total: true, .boolean) { arguments, _ in
        .boolean(arguments[0].type == arguments[1].type && arguments[0] == arguments[1])
      }),
  ]
}
