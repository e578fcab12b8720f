import FEEL
import FlowDSL

extension LiteralSyntax {
  /// The value that is written, read as a type; `nil` where it is none of that type.
  func value(as type: ValueType) -> Value? {
    switch (form, type) {
    case (.boolean(let value), .boolean), (.boolean(let value), .any): return .boolean(value)
    case (.number(let text), .number), (.number(let text), .any): return Number(text).map { .number($0) }
    // Words that look like a number are words where words are asked for: a phone, a postcode.
    case (.number(let text), .string), (.text(let text), .string), (.text(let text), .any):
      return .string(text)
    case (.number(let text), .choice(let values)), (.text(let text), .choice(let values)):
      return values.contains(text) ? .string(text) : nil
    case (.text(let text), .date), (.text(let text), .time), (.text(let text), .dateTime),
      (.text(let text), .daysDuration), (.text(let text), .yearsDuration):
      return Value(temporal: text).flatMap { type.accepts($0) ? $0 : nil }
    case (.list(let items), .list(let item)):
      var values: [Value] = []
      for literal in items {
        guard let value = literal.value(as: item) else { return nil }
        values.append(value)
      }
      return .list(values)
    case (.record(let written), .context(let fields)):
      var context = Context()
      for field in written {
        guard let type = fields.first(where: { $0.name == field.name.value })?.type,
          let value = field.value.value(as: type)
        else { return nil }
        context[field.name.value] = value
      }
      return .context(context)
    default: return nil
    }
  }

  /// The value that is expected: in a list, or a field of a record, also one that nobody knows, `[true, null]`.
  func expectation(as type: ValueType) -> Value? {
    switch (form, type) {
    case (.null, _): return .null
    case (.list(let items), .list(let item)):
      let values = items.compactMap { $0.expectation(as: item) }
      return values.count == items.count ? .list(values) : nil
    case (.record(let written), .context(let fields)):
      var context = Context()
      for field in written {
        guard let type = fields.first(where: { $0.name == field.name.value })?.type,
          let value = field.value.expectation(as: type)
        else { return nil }
        context[field.name.value] = value
      }
      return .context(context)
    default: return value(as: type)
    }
  }

  /// The answer that is written; a choice may itself have a value `unknown`.
  func answer(as type: ValueType) -> Answer? {
    if let value = value(as: type), !isWord("unknown", of: type), !isWord("declined", of: type) {
      return .value(value)
    }
    return switch form {
    case .text("unknown"): .unknown
    case .text("declined"): .declined
    default: nil
    }
  }

  /// Whether this is the bare word and not a value of a choice.
  private func isWord(_ word: String, of type: ValueType) -> Bool {
    guard case .text(word) = form else { return false }
    if case .choice(let values) = type { return !values.contains(word) }
    return true
  }
}
