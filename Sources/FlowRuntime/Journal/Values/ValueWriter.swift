import FEEL

extension CanonicalWriter {
  /// A FEEL value. Numbers that a binary double may not hold exactly, and all temporal values, are text with a tag.
  package mutating func value(_ value: Value) throws(UnwritableValue) {
    guard level <= JournalLimits.depth else { throw .tooDeep }
    switch value {
    case .null: literal("null")
    case .boolean(let value): boolean(value)
    case .string(let text): string(text)
    case .number(let number): self.number(number)
    case .date(let date): tagged("date", date.description)
    case .time(let time): tagged("time", time.description)
    case .dateTime(let dateTime): tagged("dateTime", dateTime.description)
    case .daysDuration(let duration): tagged("duration", duration.description)
    case .yearsDuration(let duration): tagged("duration", duration.description)
    case .list(let items):
      beginArray()
      for element in items {
        item()
        try self.value(element)
      }
      endArray()
    case .context(let context): try self.context(context)
    case .range(let range): try self.range(range)
    case .function: throw .function
    }
  }

  /// A number: digits within ±(2^53 − 1), otherwise `{"number":"0.1"}`.
  package mutating func number(_ number: Number) {
    if let integer = number.integer, integer.magnitude <= UInt(CanonicalReader.largestInteger) {
      self.integer(integer)
    } else {
      tagged("number", number.description)
    }
  }

  private mutating func tagged(_ tag: StaticString, _ text: String) {
    beginObject()
    field(tag, text)
    endObject()
  }

  /// `{"context":{…}}`, names in the order of their UTF-16 code units (RFC 8785, section 3.2.3).
  private mutating func context(_ context: Context) throws(UnwritableValue) {
    beginObject()
    field("context")
    beginObject()
    for entry in context.entries.sorted(by: { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }) {
      field(named: entry.name)
      try value(entry.value)
    }
    endObject()
    endObject()
  }

  /// `{"range":{"high":…,"includesHigh":…,"includesLow":…,"low":…}}`
  private mutating func range(_ range: Interval) throws(UnwritableValue) {
    beginObject()
    field("range")
    beginObject()
    field("high")
    try value(range.high)
    field("includesHigh")
    boolean(range.includesHigh)
    field("includesLow")
    boolean(range.includesLow)
    field("low")
    try value(range.low)
    endObject()
    endObject()
  }
}
