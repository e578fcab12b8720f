extension Parser {
  /// A literal, a name, or anything in brackets.
  mutating func primary() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    switch current.kind {
    case .number:
      guard let number = Number(current.text) else { throw unexpected(["a number"]) }
      advance()
      return try node(.number(number), from: start)
    case .string(let text):
      advance()
      return try node(.string(text), from: start)
    case .word: return try wordPrimary()
    case .symbol(.at): return try temporal()
    case .symbol(.openParenthesis):
      return try inBrackets { parser throws(Fault) in try parser.parenthesis() }
    case .symbol(.openBracket): return try inBrackets { parser throws(Fault) in try parser.bracket() }
    case .symbol(.closeBracket):
      advance()
      let low = try expression()
      return try rangeRest(low: low, includesLow: false, from: start)
    case .symbol(.openBrace): return try inBrackets { parser throws(Fault) in try parser.context() }
    default: throw unexpected(["an expression"])
    }
  }

  private mutating func wordPrimary() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    if let name = knownName() { return try node(.name(name), from: start) }
    switch current.text {
    case "true", "false": return try node(.boolean(word() == "true"), from: start)
    case "null":
      advance()
      return try node(.null, from: start)
    case "if": return try conditional()
    case "for": return try iteration()
    case "some", "every": return try quantified()
    case "function": return try function()
    default:
      guard !Keywords.all.contains(current.text) else { throw unexpected(["an expression"]) }
      return try node(.name(word()), from: start)
    }
  }

  /// `@"2026-05-01"`
  private mutating func temporal() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    advance()
    guard case .string(let text) = current.kind else { throw unexpected(["a string"]) }
    advance()
    // A text that is none is a fault only where types are strict: the checker says so.
    return try node(.temporal(text, TemporalParser.value(text) ?? .null), from: start)
  }

  /// `(x)`, `(1..5)`, `(< 5)`
  private mutating func parenthesis() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    advance()
    let inner = try test(from: .or)
    if at(.dots) { return try rangeRest(low: inner, includesLow: false, from: start) }
    try expect(.closeParenthesis)
    return inner
  }

  /// `[a, b]`, `[1..5]`
  private mutating func bracket() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    advance()
    if take(.closeBracket) { return try node(.list([]), from: start) }
    var items = [try test(from: .or)]
    if at(.dots) { return try rangeRest(low: items[0], includesLow: true, from: start) }
    while take(.comma) { items.append(try test(from: .or)) }
    try expect(.closeBracket, or: ",")
    return try node(.list(items), from: start)
  }

  /// `..high` and the closing bracket.
  mutating func rangeRest(low: Expression, includesLow: Bool, from start: Int) throws(Fault) -> Expression {
    try expect(.dots)
    let outer = bracketMayEndRange
    bracketMayEndRange = true
    defer { bracketMayEndRange = outer }
    let high = try expression()
    let includesHigh = take(.closeBracket)
    guard includesHigh || take(.closeParenthesis) || take(.openBracket) else {
      throw unexpected(["]", ")", "["])
    }
    return try node(
      .range(low: low, includesLow: includesLow, high: high, includesHigh: includesHigh), from: start)
  }

  /// `{name: value, "other name": value}`
  private mutating func context() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    advance()
    var entries: [Expression.ContextEntry] = []
    while !at(.closeBrace) {
      if !entries.isEmpty { try expect(.comma, or: "}") }
      let nameStart = current.range.lowerBound
      let name = try entryName()
      let nameRange = nameStart..<previousEnd
      try expect(.colon)
      entries.append(.init(name: name, nameRange: nameRange, value: try expression()))
      known.insert(name)
    }
    advance()
    return try node(.context(entries), from: start)
  }

  private mutating func entryName() throws(Fault) -> String {
    if case .string(let text) = current.kind {
      advance()
      return text
    }
    return try newName()
  }

  /// A name that is made here: every token up to one that cannot belong to a name, as it was written.
  mutating func newName(before keyword: String? = nil) throws(Fault) -> String {
    guard current.kind == .word else { throw unexpected(["a name"]) }
    var name = word()
    while isNamePart(current), keyword == nil || !current.isWord(keyword ?? "") {
      if current.range.lowerBound > previousEnd { name += " " }
      name += word()
    }
    return name
  }

  func isNamePart(_ token: Token) -> Bool { token.kind.isNamePart }

  /// `(a, b)` or `(name: a, name: b)`
  mutating func arguments() throws(Fault) -> Expression.Arguments {
    try inBrackets { parser throws(Fault) in try parser.argumentList() }
  }

  private mutating func argumentList() throws(Fault) -> Expression.Arguments {
    advance()
    if take(.closeParenthesis) { return .positional([]) }
    if startsNamedArgument { return .named(try namedArguments()) }
    var arguments = [try test(from: .or)]
    while take(.comma) { arguments.append(try test(from: .or)) }
    try expect(.closeParenthesis, or: ",")
    return .positional(arguments)
  }

  private var startsNamedArgument: Bool {
    guard current.kind == .word else { return false }
    var end = index
    while isNamePart(tokens[end]) { end += 1 }
    return tokens[end].kind == .symbol(.colon)
  }

  private mutating func namedArguments() throws(Fault) -> [Expression.NamedArgument] {
    var arguments: [Expression.NamedArgument] = []
    repeat {
      let start = current.range.lowerBound
      let name = try newName()
      let range = start..<previousEnd
      try expect(.colon)
      arguments.append(.init(name: name, nameRange: range, value: try test(from: .or)))
    } while take(.comma)
    try expect(.closeParenthesis, or: ",")
    return arguments
  }
}
