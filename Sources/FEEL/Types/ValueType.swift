/// The type of a FEEL value (DMN 1.5, 10.3.2.1), with flows' choices besides.
public indirect enum ValueType: Sendable, Hashable {
  /// Any value: nothing is known.
  case any
  /// Only null.
  case null
  case boolean, number, string, date, time, dateTime, daysDuration, yearsDuration
  case list(ValueType)
  case context([Field])
  case range(ValueType)
  case function([ValueType], ValueType)
  /// A string limited to these values, lowest first (DMN "allowed values"). Its values are not ordered by FEEL.
  case choice([String])
}

/// A named part of a context type.
public struct Field: Sendable, Hashable {
  /// The entry's name.
  public let name: String
  /// The type of the entry's value.
  public let type: ValueType

  /// A field.
  public init(name: String, type: ValueType) {
    self.name = name
    self.type = type
  }
}

extension ValueType {
  /// The type without the limits of a choice.
  var base: ValueType {
    if case .choice = self { return .string }
    return self
  }

  /// Whether every value of this type (null aside) is one of `other` (DMN 1.5, 10.3.2.9.2).
  public func conforms(to other: ValueType) -> Bool {
    switch (self, other) {
    case (_, .any), (.null, _): true
    case (.choice(let values), .choice(let allowed)): Set(values).isSubset(of: allowed)
    case (.choice, .string): true
    case (.list(let item), .list(let other)), (.range(let item), .range(let other)): item.conforms(to: other)
    case (.context(let fields), .context(let others)):
      others.allSatisfy { other in
        fields.contains { $0.name.hasSameCodePoints(as: other.name) && $0.type.conforms(to: other.type) }
      }
    case (.function(let parameters, let result), .function(let others, let otherResult)):
      parameters.count == others.count && result.conforms(to: otherResult)
        && zip(parameters, others).allSatisfy { $1.conforms(to: $0) }
    default: self == other
    }
  }

  /// Whether some value could be of both types; strict checking refuses what cannot meet.
  func overlaps(_ other: ValueType) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (.null, _), (_, .null): true
    case (.choice(let values), .choice(let others)): !Set(values).isDisjoint(with: others)
    case (.choice, .string), (.string, .choice): true
    case (.list(let item), .list(let other)), (.range(let item), .range(let other)): item.overlaps(other)
    case (.context, .context), (.function, .function): true
    default: self == other
    }
  }

  /// The narrowest type that holds the values of both.
  func union(_ other: ValueType) -> ValueType {
    if self == other { return self }
    switch (self, other) {
    case (.null, _): return other
    case (_, .null): return self
    case (.choice(let values), .choice(let others)):
      return .choice(values + others.filter { !values.contains($0) })
    case (.choice, .string), (.string, .choice): return .string
    case (.list(let item), .list(let other)): return .list(item.union(other))
    case (.range(let item), .range(let other)): return .range(item.union(other))
    case (.context(let fields), .context(let others)):
      return .context(
        fields.compactMap { field in
          others.first { $0.name.hasSameCodePoints(as: field.name) }
            .map { Field(name: field.name, type: field.type.union($0.type)) }
        })
    default: return .any
    }
  }

  /// Whether FEEL orders the values with `<`.
  var isOrdered: Bool {
    switch self {
    case .any, .null, .number, .string, .date, .time, .dateTime, .daysDuration, .yearsDuration: true
    default: false
    }
  }
}

extension ValueType: CustomStringConvertible {
  /// The type as FEEL writes it; a choice as its values in brackets.
  public var description: String {
    switch self {
    case .any: "Any"
    case .null: "Null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .date: "date"
    case .time: "time"
    case .dateTime: "date and time"
    case .daysDuration: "days and time duration"
    case .yearsDuration: "years and months duration"
    case .list(let item): "list<\(item)>"
    case .context(let fields):
      "context<" + fields.map { "\($0.name): \($0.type)" }.joined(separator: ", ") + ">"
    case .range(let item): "range<\(item)>"
    case .function(let parameters, let result):
      "function<" + parameters.map(\.description).joined(separator: ", ") + "> -> \(result)"
    case .choice(let values): "[" + values.joined(separator: ", ") + "]"
    }
  }
}

extension ValueType {
  /// The type of FEEL's name for it, such as `date and time`; nil for anything else.
  public init?(feelName name: String) {
    guard let type = Parser.typeNames[name] else { return nil }
    self = type
  }
}
