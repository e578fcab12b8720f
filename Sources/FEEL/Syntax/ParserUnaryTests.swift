extension Parser {
  /// The tree of a whole text of unary tests.
  static func unaryTests(
    _ text: String, known: KnownNames, types: [String: ValueType] = [:]
  ) throws(CompilationFailure) -> UnaryTests {
    var parser = try Parser(text, known: known, types: types)
    do throws(Fault) {
      let kind = try parser.unaryTests()
      try parser.expectEnd()
      return UnaryTests(kind: kind, range: 0..<text.utf8.count)
    } catch {
      throw CompilationFailure(faults: [error])
    }
  }

  private mutating func unaryTests() throws(Fault) -> UnaryTests.Kind {
    if at(.minus), peek(1).kind == .end {
      advance()
      return .any
    }
    if current.isWord("not"), peek(1).kind == .symbol(.openParenthesis) {
      let start = current.range.lowerBound
      advance()
      let nameEnd = previousEnd
      advance()
      let tests = try inBrackets { parser throws(Fault) in try parser.tests() }
      try expect(.closeParenthesis, or: ",")
      if current.kind == .end { return .noneOf(tests) }
      // More follows: it was the function `not`, at the start of an expression.
      guard tests.count == 1 else { throw unexpected(["the end"]) }
      let name = Expression(.name("not"), at: start..<nameEnd)
      let call = try node(.call(name, .positional(tests)), from: start)
      let first = try binaryRest(postfix(call, start: start), from: .or, start: start)
      return .oneOf([first] + (take(.comma) ? try self.tests() : []))
    }
    return .oneOf(try tests())
  }

  private mutating func tests() throws(Fault) -> [Expression] {
    var tests = [try test(from: .or)]
    while take(.comma) { tests.append(try test(from: .or)) }
    return tests
  }
}
