import FEEL

extension Expected {
  /// Whether a value is what was expected.
  ///
  /// Numbers may differ by 10⁻⁸: the kit writes the results of irrational functions and endless divisions with few digits,
  /// some of them computed in binary floating point. Everything else must be the very same.
  func matches(_ actual: Value) -> Bool {
    switch (self, actual) {
    case (.value(.number(let expected)), .number(let actual)): return Expected.isClose(expected, actual)
    case (.value(.null), _): return actual == .null
    case (.value(let expected), _): return expected == actual
    case (.untyped(let text), .number(let actual)):
      return Number(text).map { Expected.isClose($0, actual) } ?? false
    case (.untyped(let text), .null): return text.isEmpty
    case (.untyped(let text), _): return actual.text == text
    case (.list(let expected), .list(let actual)):
      return expected.count == actual.count && zip(expected, actual).allSatisfy { $0.matches($1) }
    case (.context(let expected), .context(let actual)):
      return expected.count == actual.entries.count
        && expected.allSatisfy { entry in actual[entry.name].map { entry.value.matches($0) } ?? false }
    default: return false
    }
  }

  private static func isClose(_ expected: Number, _ actual: Number) -> Bool {
    if expected == actual { return true }
    guard let difference = expected.subtracting(actual), let limit = Number("0.00000001") else {
      return false
    }
    return (difference < .zero ? difference.negated : difference) <= limit
  }
}
