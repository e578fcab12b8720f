/// Type expressions (DMN 1.5, grammar rule 54).
extension Parser {
  static let typeNames: [String: ValueType] = [
    "Any": .any, "Null": .null, "boolean": .boolean, "number": .number, "string": .string, "date": .date,
    "time": .time, "date and time": .dateTime, "days and time duration": .daysDuration,
    "years and months duration": .yearsDuration, "list": .list(.any), "context": .context([]),
    "range": .range(.any), "function": .function([], .any),
  ]

  private static let knownTypeNames = KnownNames(typeNames.keys)

  mutating func typeExpression() throws(Fault) -> TypeExpression {
    let start = current.range.lowerBound
    try enter()
    defer { nesting -= 1 }
    let type = try type()
    return TypeExpression(type: type, range: start..<previousEnd)
  }

  private mutating func type() throws(Fault) -> ValueType {
    guard current.kind == .word else { throw unexpected(["a type"]) }
    let range = current.range
    if let type = namedType() { return type }
    let name: String
    if let (known, length) = Parser.knownTypeNames.match(tokens, from: index) {
      name = known
      index += length
    } else {
      name = word()
    }
    guard at(.less) else {
      guard let type = Parser.typeNames[name] else {
        let nearest = Nearest.names(to: name, among: Parser.typeNames.keys)
        throw Fault(.unknownType(name, nearest: nearest), at: range)
      }
      return type
    }
    switch name {
    case "list":
      return .list(try single())
    case "range":
      return .range(try single())
    case "context":
      return .context(try fields())
    case "function":
      return try functionType()
    default:
      throw unexpected(["an operator", "the end"])
    }
  }

  /// A type of the scope, whose name may have several words and, from an imported model, dots; the longest name wins.
  private mutating func namedType() -> ValueType? {
    guard !types.isEmpty else { return nil }
    var found: (type: ValueType, end: Int)?
    var name = ""
    var end = index
    while end < tokens.count, isNamePart(tokens[end]) || tokens[end].kind == .symbol(.dot) {
      if end > index, tokens[end].range.lowerBound > tokens[end - 1].range.upperBound { name += " " }
      name += tokens[end].text
      end += 1
      if let type = types[name] { found = (type, end) }
    }
    guard let found else { return nil }
    index = found.end
    return found.type
  }

  private mutating func single() throws(Fault) -> ValueType {
    try expect(.less)
    let item = try typeExpression().type
    try expect(.greater)
    return item
  }

  private mutating func fields() throws(Fault) -> [Field] {
    try expect(.less)
    var fields: [Field] = []
    while !at(.greater) {
      if !fields.isEmpty { try expect(.comma, or: ">") }
      let name = try newName()
      try expect(.colon)
      fields.append(Field(name: name, type: try typeExpression().type))
    }
    advance()
    return fields
  }

  private mutating func functionType() throws(Fault) -> ValueType {
    try expect(.less)
    var parameters: [ValueType] = []
    while !at(.greater) {
      if !parameters.isEmpty { try expect(.comma, or: ">") }
      parameters.append(try typeExpression().type)
    }
    advance()
    try expect(.arrow)
    return .function(parameters, try typeExpression().type)
  }
}
