import FEEL

/// What is known of a value before it is computed.
struct Shape: Sendable {
  /// The narrowest type that is known: text that is one of some written-out values is a choice.
  var type: ValueType
  /// Whether it may be null.
  var mayBeNull = true
  /// The entries of a context that are not null where the context is not.
  var certainEntries: Set<String> = []

  /// What is known of a value that is coerced to a type, which is null where the value is none of it.
  func coerced(to type: ItemType) -> Shape {
    var shape = self
    if !self.type.conforms(to: type.narrowType) { shape.type = type.narrowType }
    if !type.accepts(self.type) {
      shape.mayBeNull = true
      shape.certainEntries = []
    }
    return shape
  }

  /// What is known of a value that is one of the two.
  func union(_ other: Shape) -> Shape {
    var shape = Shape(type: .any, mayBeNull: mayBeNull || other.mayBeNull)
    if type.conforms(to: other.type) {
      shape.type = other.type
    } else if other.type.conforms(to: type) {
      shape.type = type
    } else if case .choice(let values) = type, case .choice(let others) = other.type {
      shape.type = .choice(values + others.filter { !values.contains($0) })
    }
    shape.certainEntries = certainEntries.intersection(other.certainEntries)
    return shape
  }
}

extension ItemType {
  /// The type with what is known of its values: text limited to values written out is a choice.
  var narrowType: ValueType {
    switch self {
    case .plain(let type): return type
    case .list(let item): return .list(item.narrowType)
    case .context(let fields): return .context(fields.map { Field(name: $0.name, type: $0.type.narrowType) })
    case .function: return valueType
    case .constrained(let type, let tests, let ofItems):
      guard let values = tests.strings else { return type.narrowType }
      switch type.valueType {
      case .string: return .choice(values)
      case .list(.string) where ofItems: return .list(.choice(values))
      default: return type.narrowType
      }
    }
  }

  /// Whether each value of a type, null aside, is one of this type as it stands.
  func accepts(_ type: ValueType) -> Bool {
    switch self {
    case .plain(let own): return type.conforms(to: own) && (type != .any || own == .any)
    case .list(let item):
      guard case .list(let found) = type else { return false }
      return item.accepts(found)
    case .context(let fields):
      guard case .context(let found) = type else { return false }
      return fields.allSatisfy { field in
        found.contains { $0.name == field.name && field.type.accepts($0.type) }
      }
    case .function: return type.conforms(to: valueType)
    case .constrained(let own, let tests, let ofItems):
      guard own.accepts(type) else { return false }
      if case .list(let item) = type, ofItems { return tests.accept(item) }
      return tests.accept(type)
    }
  }
}

extension CompiledUnaryTests {
  /// The texts that alone meet the tests; nil where they are no list of texts.
  var strings: [String]? {
    guard case .oneOf(let expressions) = syntax.kind else { return nil }
    var strings: [String] = []
    for expression in expressions {
      guard case .string(let text) = expression.kind else { return nil }
      strings.append(text)
    }
    return strings
  }

  /// Whether each value of a type, null aside, is known to meet the tests.
  func accept(_ type: ValueType) -> Bool {
    switch type {
    case .choice(let values): values.allSatisfy { evaluate(.string($0)) == true }
    case .boolean: evaluate(true) == true && evaluate(false) == true
    default: isAny
    }
  }
}
