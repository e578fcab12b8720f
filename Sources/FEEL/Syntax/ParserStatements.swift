/// Expressions that begin with a keyword.
extension Parser {
  /// `if condition then a else b`
  mutating func conditional() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    advance()
    let condition = try expression()
    try expect(word: "then")
    let then = try expression()
    try expect(word: "else")
    let otherwise = try expression()
    return try node(.conditional(condition, then: then, else: otherwise), from: start)
  }

  /// `for x in list, y in 1..3 return body`
  mutating func iteration() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    advance()
    let bindings = try bindings()
    try expect(word: "return")
    return try node(.iteration(bindings, try expression()), from: start)
  }

  /// `some x in list satisfies condition`
  mutating func quantified() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    let quantifier: Expression.Quantifier = word() == "some" ? .some : .every
    let bindings = try bindings()
    try expect(word: "satisfies")
    return try node(.quantified(quantifier, bindings, try expression()), from: start)
  }

  private mutating func bindings() throws(Fault) -> [Expression.Binding] {
    var bindings: [Expression.Binding] = []
    repeat {
      let name = try newName(before: "in")
      try expect(word: "in")
      known.insert(name)
      let list = try expression()
      let end: Expression? = take(.dots) ? try expression() : nil
      bindings.append(.init(name: name, list: list, end: end))
    } while take(.comma)
    return bindings
  }

  /// `function(a, b: number) body`
  mutating func function() throws(Fault) -> Expression {
    let start = current.range.lowerBound
    advance()
    try expect(.openParenthesis)
    var parameters: [Expression.Parameter] = []
    while !at(.closeParenthesis) {
      if !parameters.isEmpty { try expect(.comma, or: ")") }
      let name = try newName()
      known.insert(name)
      let type: TypeExpression? = take(.colon) ? try typeExpression() : nil
      parameters.append(.init(name: name, type: type))
    }
    advance()
    let bodyStart = current.range.lowerBound
    if take(word: "external") {
      // As a call of `external`, which nothing is: only an engine with a Java machine could run it.
      let external = try node(.name("external"), from: bodyStart)
      let body = try node(.call(external, .positional([try expression()])), from: bodyStart)
      return try node(.function(parameters, body), from: start)
    }
    return try node(.function(parameters, try expression()), from: start)
  }
}
