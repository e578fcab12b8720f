/// How tightly operators bind, loosest first.
enum Precedence: Int, Comparable {
  case or, and, comparison, addition, multiplication, power, unary

  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}

extension BinaryOperator {
  var precedence: Precedence {
    switch self {
    case .or: .or
    case .and: .and
    case .comparison: .comparison
    case .add, .subtract: .addition
    case .multiply, .divide: .multiplication
    case .power: .power
    }
  }
}

extension Parser {
  /// Operators that bind at least as tightly as `lowest`, from left to right.
  mutating func binary(from lowest: Precedence) throws(Fault) -> Expression {
    let start = current.range.lowerBound
    return try binaryRest(unary(), from: lowest, start: start)
  }

  /// Goes on after a left operand that is already read, and that began at `start` (with its parenthesis).
  mutating func binaryRest(
    _ first: Expression, from lowest: Precedence, start: Int
  ) throws(Fault) -> Expression {
    var left = first
    while true {
      if lowest <= .comparison, let special = try betweenOrMembership(left, start: start) {
        left = special
      } else if let binaryOperator, binaryOperator.precedence >= lowest {
        advance()
        let right = try binary(from: binaryOperator.precedence.tighter)
        left = try node(.binary(binaryOperator, left, right), from: start)
      } else {
        return left
      }
    }
  }

  private var binaryOperator: BinaryOperator? {
    if let comparisonOperator { return .comparison(comparisonOperator) }
    if current.isWord("or") { return .or }
    if current.isWord("and") { return .and }
    switch current.kind {
    case .symbol(.plus): return .add
    case .symbol(.minus): return .subtract
    case .symbol(.times): return .multiply
    case .symbol(.slash): return .divide
    case .symbol(.power): return .power
    default: return nil
    }
  }

  var comparisonOperator: ComparisonOperator? {
    guard case .symbol(let symbol) = current.kind else { return nil }
    return ComparisonOperator(rawValue: symbol.rawValue)
  }

  /// `between low and high`, `in test`.
  private mutating func betweenOrMembership(
    _ value: Expression, start: Int
  ) throws(Fault) -> Expression? {
    if take(word: "between") {
      let low = try binary(from: .addition)
      try expect(word: "and")
      let high = try binary(from: .addition)
      return try node(.between(value, low, high), from: start)
    }
    if take(word: "in") {
      return try node(.membership(value, try membershipTests()), from: start)
    }
    return nil
  }

  /// What follows `in`: one test, or several in parentheses.
  private mutating func membershipTests() throws(Fault) -> [Expression] {
    guard at(.openParenthesis) else { return [try test(from: .addition)] }
    let start = current.range.lowerBound
    advance()
    let first = try test(from: .or)
    if at(.dots) {
      let range = try rangeRest(low: first, includesLow: false, from: start)
      return [try binaryRest(postfix(range, start: start), from: .addition, start: start)]
    }
    var tests = [first]
    while take(.comma) { tests.append(try test(from: .or)) }
    try expect(.closeParenthesis, or: ",")
    guard tests.count == 1 else { return tests }
    if case .comparison = first.kind { return tests }
    return [try binaryRest(postfix(first, start: start), from: .addition, start: start)]
  }

  /// `< 3`, or an expression.
  mutating func test(from lowest: Precedence) throws(Fault) -> Expression {
    let start = current.range.lowerBound
    if let comparison = comparisonOperator {
      advance()
      return try node(.comparison(comparison, try binary(from: .addition)), from: start)
    }
    return lowest == .or ? try expression() : try binary(from: lowest)
  }

  /// `-x`, or an operand with `instance of`.
  private mutating func unary() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    if take(.minus) {
      try enter()
      defer { nesting -= 1 }
      return try node(.negation(try unary()), from: start)
    }
    var operand = try postfix(primary(), start: start)
    while current.isWord("instance"), peek(1).isWord("of") {
      advance()
      advance()
      operand = try node(.instanceOf(operand, try typeExpression()), from: start)
    }
    return operand
  }

  /// Paths, filters and calls after an operand that began at `start`.
  mutating func postfix(_ base: Expression, start: Int) throws(Fault) -> Expression {
    var base = base
    while true {
      if at(.dot) {
        advance()
        base = try node(.path(base, try fieldName()), from: start)
      } else if at(.openParenthesis) {
        base = try node(.call(base, try arguments()), from: start)
      } else if at(.openBracket), !(bracketMayEndRange && !startsExpression(peek(1))) {
        advance()
        let condition = try inBrackets { parser throws(Fault) in try parser.expression() }
        try expect(.closeBracket)
        base = try node(.filter(base, condition), from: start)
      } else {
        return base
      }
    }
  }

  /// Reads what stands in brackets, where `[` cannot end a range that began outside.
  mutating func inBrackets<Result>(
    _ read: (inout Parser) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    let outer = bracketMayEndRange
    bracketMayEndRange = false
    defer { bracketMayEndRange = outer }
    return try read(&self)
  }

  private func startsExpression(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .string: true
    case .word:
      !["and", "or", "in", "then", "else", "return", "satisfies", "between", "instance"].contains(token.text)
    case .symbol(let symbol): [.openParenthesis, .openBrace, .at, .minus].contains(symbol)
    case .end: false
    }
  }

  /// A name after a dot.
  private mutating func fieldName() throws(Fault) -> String {
    guard current.kind == .word else { throw unexpected(["a name"]) }
    return knownName() ?? word()
  }

  /// The name of several parts that stands here, taken.
  mutating func knownName() -> String? {
    guard let (name, length) = known.match(tokens, from: index) else { return nil }
    index += length
    return name
  }

  /// The word that stands here, taken.
  mutating func word() -> String {
    let text = current.text
    advance()
    return text
  }
}
