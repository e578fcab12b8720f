import FEEL

extension CanonicalReader {
  /// A FEEL value as `CanonicalWriter.value` writes it.
  package mutating func value() throws(ReadingFault) -> Value {
    guard let byte = next else { throw .ends }
    switch byte {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean(try boolean())
    case UInt8(ascii: "["): return .list(try list())
    case UInt8(ascii: "{"): return try taggedValue()
    case UInt8(ascii: "n"):
      guard takes("null") else { throw .expected("null") }
      return .null
    default: return .number(Number(try integer()))
    }
  }

  /// A number: digits, or `{"number":"0.1"}`.
  package mutating func number() throws(ReadingFault) -> Number {
    guard next == UInt8(ascii: "{") else { return Number(try integer()) }
    guard case .number(let number) = try taggedValue() else { throw .number }
    return number
  }

  private mutating func list() throws(ReadingFault) -> [Value] {
    var items: [Value] = []
    try beginArray()
    while try item() { items.append(try value()) }
    return items
  }

  private mutating func taggedValue() throws(ReadingFault) -> Value {
    try beginObject()
    if try takesField("number") {
      let number = try numberText()
      try endObject(after: "number")
      return .number(number)
    }
    if try takesField("range") {
      let range = try range()
      try endObject(after: "range")
      return .range(range)
    }
    if try takesField("context") {
      let context = try context()
      try endObject(after: "context")
      return .context(context)
    }
    guard let tag = try name(after: nil) else { throw .missingField("number") }
    let value = try temporal(tag)
    guard next == UInt8(ascii: "}") else { throw .expected("}") }
    try endObject(after: "")
    return value
  }

  /// Only a number that has no digits of its own, and in its shortest form, is written as text.
  private mutating func numberText() throws(ReadingFault) -> Number {
    let text = try string()
    guard let number = Number(text), number.description == text else { throw .number }
    if let integer = number.integer, integer.magnitude <= UInt(CanonicalReader.largestInteger) {
      throw .number
    }
    return number
  }

  private mutating func temporal(_ tag: String) throws(ReadingFault) -> Value {
    guard ["date", "dateTime", "duration", "time"].contains(tag) else { throw .unknownField(tag) }
    let text = try string()
    guard text.utf8.count <= 100, let value = Value(temporal: text), value.description == text else {
      throw .temporal
    }
    switch (tag, value) {
    case ("date", .date), ("dateTime", .dateTime), ("time", .time), ("duration", .daysDuration),
      ("duration", .yearsDuration):
      return value
    default: throw .temporal
    }
  }

  private mutating func context() throws(ReadingFault) -> Context {
    var context = Context()
    var last: String?
    try beginObject()
    while let name = try name(after: last) {
      // Names may differ in code units and be the same text to Swift; a context holds one of them.
      guard context[name] == nil else { throw .duplicateField(name) }
      context[name] = try value()
      last = name
    }
    return context
  }

  private mutating func range() throws(ReadingFault) -> Interval {
    try beginObject()
    try field("high")
    let high = try value()
    try field("includesHigh", after: "high")
    let includesHigh = try boolean()
    try field("includesLow", after: "includesHigh")
    let includesLow = try boolean()
    try field("low", after: "includesLow")
    let low = try value()
    try endObject(after: "low")
    let range = Interval(low: low, includesLow: includesLow, high: high, includesHigh: includesHigh)
    // An end that is not there cannot be included.
    guard range.includesLow == includesLow, range.includesHigh == includesHigh else {
      throw .expected("false")
    }
    return range
  }
}
