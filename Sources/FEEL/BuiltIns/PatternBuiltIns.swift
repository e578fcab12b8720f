/// String functions with regular expressions (DMN 1.5, 10.3.4.3; XPath and XQuery functions 3.1, 5.6).
extension BuiltIns {
  static let patterns: [BuiltIn] = [
    BuiltIn(
      "matches",
      .init(["input": .string, "pattern": .string], .boolean) { matches($0[0], $0[1], .null, &$1) },
      .init(["input": .string, "pattern": .string, "flags": .any], .boolean) {
        matches($0[0], $0[1], $0[2], &$1)
      }),
    BuiltIn(
      "replace",
      .init(["input": .string, "pattern": .string, "replacement": .string], .string) {
        replace($0[0], $0[1], $0[2], .null, &$1)
      },
      .init(["input": .string, "pattern": .string, "replacement": .string, "flags": .any], .string) {
        replace($0[0], $0[1], $0[2], $0[3], &$1)
      }),
    BuiltIn(
      "split",
      .init(["string": .string, "delimiter": .string], .list(.string)) { arguments, evaluation in
        guard let text = arguments[0].asString, let pattern = pattern(arguments[1], .null) else { return nil }
        return pattern.split(text, &evaluation).map { .list($0.map { .string($0) }) }
      }),
  ]

  private static func pattern(_ text: Value, _ flags: Value) -> RegularExpression? {
    guard let text = text.asString, flags == .null || flags.asString != nil else { return nil }
    return RegularExpression(text, flags: flags.asString ?? "")
  }

  private static func matches(
    _ text: Value, _ pattern: Value, _ flags: Value, _ evaluation: inout Evaluation
  ) -> Value? {
    guard let text = text.asString, let pattern = self.pattern(pattern, flags) else { return nil }
    return pattern.occurs(in: text, &evaluation).map { .boolean($0) }
  }

  private static func replace(
    _ text: Value, _ pattern: Value, _ replacement: Value, _ flags: Value, _ evaluation: inout Evaluation
  ) -> Value? {
    guard let text = text.asString, let replacement = replacement.asString,
      let pattern = self.pattern(pattern, flags)
    else { return nil }
    return pattern.replace(text, with: replacement, &evaluation).map { .string($0) }
  }
}
