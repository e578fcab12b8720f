import FEEL

/// Days, times and lengths of time that stand for all others where conditions compare one with some that are written out.
enum TimeCandidates {
  /// Each of the points, and what lies next to it: days by the day, months by the month, the rest by the second; one made up
  /// where there are none. `nil` for what is no time.
  static func values(of type: ValueType, about points: [Value]) -> [Value]? {
    guard let (step, some) = steps[type.description] else { return nil }
    let points = points.filter { $0 != .null }
    if points.isEmpty { return value(of: some).map { [$0] } }
    let scope = Scope([Variable(name: "x", type: type, mayBeNull: false)], unzoned: .comparable)
    let shifts = ["x - \(step)", "x + \(step)"].compactMap {
      try? FEELCompiler.compile(expression: $0, in: scope)
    }
    let near = points.flatMap { point in [point] + shifts.map { $0.evaluate([point]) } }
    return near.filter { $0 != .null }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What an expression without names gives; `nil` where that is nothing.
  static func value(of text: String) -> Value? {
    let compiled = try? FEELCompiler.compile(expression: text, in: Scope([], unzoned: .comparable))
    guard let value = compiled?.evaluate([]), value != .null else { return nil }
    return value
  }

  private static let steps: [String: (step: String, some: String)] = [
    ValueType.date.description: ("duration(\"P1D\")", "date(\"2000-01-01\")"),
    ValueType.time.description: ("duration(\"PT1S\")", "time(\"12:00:00\")"),
    ValueType.dateTime.description: ("duration(\"PT1S\")", "date and time(\"2000-01-01T12:00:00\")"),
    ValueType.daysDuration.description: ("duration(\"PT1S\")", "duration(\"P1D\")"),
    ValueType.yearsDuration.description: ("duration(\"P1M\")", "duration(\"P1Y\")"),
  ]
}
