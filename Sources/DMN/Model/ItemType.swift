import FEEL

/// A type of a model: FEEL's types, with the limits that item definitions put on values (DMN 1.5, 7.3.2).
indirect enum ItemType: Sendable {
  case plain(ValueType)
  case list(ItemType)
  case context([(name: String, type: ItemType)])
  case function([ItemType], ItemType)
  /// Values that unary tests accept; `ofItems`: or lists whose every item they accept.
  case constrained(ItemType, CompiledUnaryTests, ofItems: Bool)

  static let any = ItemType.plain(.any)

  /// The type without limits on values.
  var valueType: ValueType {
    switch self {
    case .plain(let type): type
    case .list(let item): .list(item.valueType)
    case .context(let fields): .context(fields.map { Field(name: $0.name, type: $0.type.valueType) })
    case .function(let parameters, let result): .function(parameters.map(\.valueType), result.valueType)
    case .constrained(let type, _, _): type.valueType
    }
  }

  /// What a function of this type gives; otherwise the type itself.
  var result: ItemType {
    if case .function(_, let result) = self { return result }
    return self
  }

  /// Whether a value that is not null is one of this type.
  func holds(_ value: Value) -> Bool {
    switch self {
    case .plain(let type): return value.isInstance(of: type)
    case .list(let item):
      guard case .list(let items) = value else { return false }
      return items.allSatisfy { $0 == .null || item.holds($0) }
    case .context(let fields):
      guard case .context(let context) = value else { return false }
      return fields.allSatisfy { field in
        context[field.name].map { $0 == .null || field.type.holds($0) } ?? false
      }
    case .function: return value.isInstance(of: valueType)
    case .constrained(let type, let tests, let ofItems):
      guard type.holds(value) else { return false }
      if tests.evaluate(value) == true { return true }
      guard ofItems, case .list(let items) = value else { return false }
      return items.allSatisfy { tests.evaluate($0) == true }
    }
  }

  /// The value as one of this type, by the conversions of DMN 1.5, 10.3.2.9.4: itself, the only item of a list, a list of
  /// itself, or a date as the moment it begins; nil when it is none.
  func coerced(_ value: Value) -> Value? {
    if value == .null || holds(value) { return value }
    if case .list(let items) = value, items.count == 1, items[0] != .null, holds(items[0]) { return items[0] }
    if case .date(let date) = value, valueType == .dateTime, let midnight = Value(midnightOf: date) {
      return holds(midnight) ? midnight : nil
    }
    let list = Value.list([value])
    return holds(list) ? list : nil
  }
}

extension Value {
  /// The moment in UTC with which a day begins.
  fileprivate init?(midnightOf date: CalendarDate) {
    guard let midnight = ClockTime(hour: 0, minute: 0, second: 0, zone: .utc) else { return nil }
    self = .dateTime(DateTime(date, midnight))
  }
}
