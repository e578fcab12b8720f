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
    case .context(let context): .context(context.entries.map { Field(name: $0.name, type: $0.value.type) })
    case .range(let range): .range(range.low.type.union(range.high.type))
    case .function(let function): .function(function.parameters.map { _ in .any }, .any)
    }
  }

  /// FEEL's `instance of` (DMN 1.5, 10.3.2.9). Null is an instance of `Null` alone.
  public func isInstance(of type: ValueType) -> Bool {
    switch (self, type) {
    case (.null, _): type == .null
    case (_, .any): true
    case (.string(let text), .choice(let values)): values.contains { $0.hasSameCodePoints(as: text) }
    case (.list(let items), .list(let item)):
      item == .any || items.allSatisfy { $0 == .null || $0.isInstance(of: item) }
    case (.context(let context), .context(let fields)):
      fields.allSatisfy { field in
        context[field.name].map { $0 == .null || $0.isInstance(of: field.type) } ?? false
      }
    case (.range(let range), .range(let item)):
      item == .any
        || [range.low, range.high].allSatisfy { $0 == .null || $0.isInstance(of: item) }
    case (.function(let function), .function(let parameters, _)):
      parameters.isEmpty || parameters.count == function.parameters.count
    default: self.type == type
    }
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
