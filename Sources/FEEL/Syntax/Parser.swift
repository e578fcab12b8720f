/// Reads tokens into a syntax tree by recursive descent (DMN 1.5, 10.3.1.2). Stops at the first fault.
struct Parser {
  let tokens: [Token]
  var index = 0
  var nesting = 0
  var known: KnownNames
  /// Whether `[` after an operand may end a range: `]1..5[`.
  var bracketMayEndRange = false

  /// Types that may be named besides FEEL's own.
  let types: [String: ValueType]

  init(_ text: String, known: KnownNames, types: [String: ValueType] = [:]) throws(CompilationFailure) {
    tokens = try Lexer.tokens(of: text)
    self.known = known
    self.types = types
  }

  /// The tree of a whole text.
  static func expression(
    _ text: String, known: KnownNames, types: [String: ValueType] = [:]
  ) throws(CompilationFailure) -> Expression {
    var parser = try Parser(text, known: known, types: types)
    do throws(Fault) {
      let expression = try parser.expression()
      try parser.expectEnd()
      return expression
    } catch {
      throw CompilationFailure(faults: [error])
    }
  }

  /// An expression of any kind.
  mutating func expression() throws(Fault) -> Expression {
    try enter()
    defer { nesting -= 1 }
    return try binary(from: .or)
  }

  /// Goes one level deeper; the caller goes back up.
  mutating func enter() throws(Fault) {
    guard nesting < Limits.nesting else {
      throw Fault(.nestedTooDeep(limit: Limits.nesting), at: current.range)
    }
    nesting += 1
  }

  /// A node up to the last token taken, unless the tree would be too tall.
  ///
  /// Mutating, so that what its argument takes counts as taken.
  mutating func node(_ kind: Expression.Kind, from start: Int) throws(Fault) -> Expression {
    let expression = Expression(kind, at: start..<max(start, previousEnd))
    guard expression.height <= Limits.treeHeight else {
      throw Fault(.nestedTooDeep(limit: Limits.treeHeight), at: expression.range)
    }
    return expression
  }

  // MARK: Tokens

  var current: Token { tokens[index] }

  var previousEnd: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

  func peek(_ offset: Int) -> Token { tokens[min(index + offset, tokens.count - 1)] }

  func at(_ symbol: Symbol) -> Bool { current.kind == .symbol(symbol) }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  mutating func take(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard current.isWord(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Symbol, or others: String...) throws(Fault) {
    guard take(symbol) else { throw unexpected([symbol.rawValue] + others) }
  }

  mutating func expect(word: String) throws(Fault) {
    guard take(word: word) else { throw unexpected([word]) }
  }

  func expectEnd() throws(Fault) {
    guard current.kind == .end else { throw unexpected(["an operator", "the end"]) }
  }

  func unexpected(_ expected: [String]) -> Fault {
    let found = current.kind == .end ? "the end" : current.text
    return Fault(.unexpectedToken(found: found, expected: expected), at: current.range)
  }
}
