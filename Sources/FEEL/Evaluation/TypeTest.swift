extension Value {
  /// The type of the value, as far as one look tells: what a list holds is not looked at.
  public var type: ValueType {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .daysDuration: .daysDuration
    case .yearsDuration: .yearsDuration
    case .list: .list(.any)
    case .context(let context):
      .context(context.entries.map { Field(name: $0.name, type: $0.value.flatType) })
    case .range(let range): .range(range.low.type.union(range.high.type))
    case .function(let function): .function(function.parameters.map { _ in .any }, .any)
    }
  }

  /// The type without what is inside contexts.
  private var flatType: ValueType {
    if case .context = self { return .context([]) }
    return type
  }

  /// FEEL's `instance of` (DMN 1.5, 10.3.2.9). Null is an instance of `Null` alone.
  public func isInstance(of type: ValueType) -> Bool {
    // A value that holds another many times over is small in memory and endless to walk.
    var steps = Limits.evaluationSteps
    return isInstance(of: type, &steps)
  }

  private func isInstance(of type: ValueType, _ steps: inout Int) -> Bool {
    steps -= 1
    guard steps >= 0 else { return false }
    switch (self, type) {
    case (.null, _): return type == .null
    case (_, .any): return true
    case (.string(let text), .choice(let values)): return values.contains { $0.hasSameCodePoints(as: text) }
    case (.list(let items), .list(let item)):
      if item == .any { return true }
      for value in items where !value.isNullOrInstance(of: item, &steps) { return false }
      return true
    case (.context(let context), .context(let fields)):
      for field in fields {
        guard let value = context[field.name], value.isNullOrInstance(of: field.type, &steps) else {
          return false
        }
      }
      return true
    case (.range(let range), .range(let item)):
      return item == .any
        || range.low.isNullOrInstance(of: item, &steps) && range.high.isNullOrInstance(of: item, &steps)
    case (.function(let function), .function(let parameters, _)):
      return parameters.isEmpty || parameters.count == function.parameters.count
    case (.list, _), (.context, _), (.range, _), (.function, _): return false
    default: return self.type == type
    }
  }

  private func isNullOrInstance(of type: ValueType, _ steps: inout Int) -> Bool {
    self == .null || isInstance(of: type, &steps)
  }

  /// The value as one of `type`: itself, the one item of a list, or a list of itself (DMN 1.5, 10.3.2.9.4); nil when
  /// it is none.
  func coerced(to type: ValueType) -> Value? {
    if case .any = type { return self }
    if isInstance(of: type) { return self }
    if self == .null { return .null }
    if case .list(let items) = self, items.count == 1, items[0].isInstance(of: type) { return items[0] }
    if case .list(let item) = type, isInstance(of: item) { return .list([self]) }
    if case .date(let date) = self, case .dateTime = type {
      return .dateTime(DateTime(date, ClockTime(nanoseconds: 0, zone: .utc)))
    }
    return nil
  }
}
