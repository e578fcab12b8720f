import FEEL
import FlowDSL

/// What bounds the values that an entry may bring.
public enum EntryLimits {
  /// Characters of a text, as of a scalar in a flow.
  public static let text = 10_000
  /// Characters of a mark, a name or a number of a case.
  public static let name = 120
  /// Values in a list or record, those inside them included.
  public static let values = 10_000
}

extension ValueType {
  /// Whether a value is of this type; `null` is of none.
  func accepts(_ value: Value) -> Bool {
    switch (self, value) {
    case (_, .null), (.null, _): false
    case (.any, _): true
    case (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date), (.time, .time),
      (.dateTime, .dateTime), (.daysDuration, .daysDuration), (.yearsDuration, .yearsDuration):
      true
    case (.choice(let values), .string(let text)): values.contains(text)
    case (.list(let item), .list(let values)): values.allSatisfy { $0 == .null || item.accepts($0) }
    case (.context(let fields), .context(let context)):
      context.entries.allSatisfy { entry in
        fields.contains { $0.name == entry.name && (entry.value == .null || $0.type.accepts(entry.value)) }
      }
    default: false
    }
  }
}

extension Value {
  /// The name of the value's own type, for refusals.
  var typeName: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "text"
    case .date: "date"
    case .time: "time"
    case .dateTime: "date and time"
    case .daysDuration: "days and time duration"
    case .yearsDuration: "years and months duration"
    case .list: "list"
    case .context: "record"
    case .range: "range"
    case .function: "function"
    }
  }

  /// Refuses a value that is too large to keep.
  func checkSize() throws(Refusal) {
    switch self {
    case .string(let text): try text.checkLength()
    case .list, .context:
      var budget = EntryLimits.values
      try checkSize(&budget)
    default: break
    }
  }

  private func checkSize(_ budget: inout Int) throws(Refusal) {
    budget -= 1
    guard budget >= 0 else { throw .tooManyValues(limit: EntryLimits.values) }
    switch self {
    case .string(let text): try text.checkLength()
    case .list(let items): for item in items { try item.checkSize(&budget) }
    case .context(let context): for entry in context.entries { try entry.value.checkSize(&budget) }
    default: break
    }
  }
}

extension String {
  /// Refuses a text that is too long to keep.
  func checkLength() throws(Refusal) {
    // A text of so few bytes cannot have more characters.
    guard utf8.count > EntryLimits.text, unicodeScalars.count > EntryLimits.text else { return }
    throw .textTooLong(limit: EntryLimits.text)
  }

  /// Refuses a mark, a name or a number that says nothing or is longer than a line.
  func checkName() throws(Refusal) {
    guard unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .wordsMissing }
    guard unicodeScalars.count <= EntryLimits.name else { throw .textTooLong(limit: EntryLimits.name) }
  }

  /// Refuses a reason that says nothing.
  func checkReason() throws(Refusal) {
    guard unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .reasonMissing }
    try checkLength()
  }
}

extension State {
  /// Refuses a value that a fact may not take.
  func check(_ value: Value, for slot: Int, of facts: [Fact], in frame: Int?) throws(Refusal) {
    guard facts[slot].type.accepts(value) else {
      throw .wrongType(
        fact: facts[slot].name, expected: facts[slot].type.description, found: value.typeName)
    }
    try value.checkSize()
    guard let allowed = facts[slot].allowed else { return }
    // Facts handed in come before the case has any other.
    var slots = frame.map { frames[$0].slots } ?? [Value](repeating: .null, count: facts.count)
    slots.replaceSubrange(facts.count..., with: sayingMoment)
    let isAllowed = allowed.evaluate(value, slots)
    // Beside a fact that is not known, any value may stand.
    if isAllowed == nil, !allowed.slots.isEmpty, facts[slot].bounds.isEmpty { return }
    for bound in facts[slot].bounds where bound.tests.evaluate(value, slots) == false {
      throw .outOfBounds(Refusal.Bounds(fact: facts[slot].name, value: value, bound, slots, facts))
    }
    guard isAllowed ?? !allowed.slots.isEmpty else {
      throw .outsideAllowed(fact: facts[slot].name, value: value.description)
    }
  }
}
