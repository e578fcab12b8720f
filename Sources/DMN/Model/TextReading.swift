import FEEL

extension Value {
  /// The value with its strings read as what a type wants: numbers, booleans, dates, times and durations, as files without
  /// types of their own write them (JSON, or the kit's untyped values). What cannot be read so stays as it is.
  public func reading(as type: ValueType) -> Value {
    switch (self, type) {
    case (.string(let text), .number): return Number(text.trimmed).map { .number($0) } ?? self
    case (.string(let text), .boolean):
      return ["true": .boolean(true), "false": .boolean(false)][text.trimmed] ?? self
    case (.string(let text), .date), (.string(let text), .time), (.string(let text), .dateTime),
      (.string(let text), .daysDuration), (.string(let text), .yearsDuration):
      return Value(temporal: text.trimmed) ?? self
    case (.list(let items), .list(let item)): return .list(items.map { $0.reading(as: item) })
    case (.context(let context), .context(let fields)):
      var read = Context()
      for entry in context.entries {
        let type = fields.first { $0.name == entry.name }?.type ?? .any
        read[entry.name] = entry.value.reading(as: type)
      }
      return .context(read)
    default: return self
    }
  }
}
