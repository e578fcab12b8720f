import FEEL
import Testing

@Suite("Laws of expressions")
struct PropertyTests {
  /// The tree without places, to compare trees of differently laid out texts.
  static func shape(_ expression: Expression) -> String {
    let kind =
      switch expression.kind {
      case .null, .boolean, .number, .string, .temporal, .name: "\(expression)"
      case .path(_, let field): "path \(field)"
      case .negation: "negation"
      case .binary(let operation, _, _): operation.text
      case .between: "between"
      case .membership: "in"
      case .comparison(let comparison, _): "test \(comparison.rawValue)"
      case .instanceOf(_, let type): "instance \(type.type)"
      case .conditional: "if"
      case .iteration(let bindings, _): "for \(bindings.map { "\($0.name) \($0.end == nil)" })"
      case .quantified(let quantifier, let bindings, _): "\(quantifier) \(bindings.map(\.name))"
      case .filter: "filter"
      case .call(_, .positional): "call"
      case .call(_, .named(let arguments)): "call \(arguments.map(\.name))"
      case .list: "list"
      case .context(let entries): "context \(entries.map(\.name))"
      case .range(_, let includesLow, _, let includesHigh): "range \(includesLow) \(includesHigh)"
      case .function(let parameters, _):
        "function \(parameters.map { "\($0.name) \(String(describing: $0.type?.type))" })"
      }
    return "(\(kind) \(expression.kind.children.map(shape).joined(separator: " ")))"
  }

  @Test func printingIsTheInverseOfParsing() throws {
    var generator = ExpressionGenerator(seed: 10)
    var texts = [
      "-(-1)", "-(a.b)", "(a + b) * c", "a - (b - c)", "(a ** b) ** c", "a ** (b ** c)", "(-a) ** b",
      "-(a ** b)", "(if a then b else c) + 1",
      "(a and b) or c", "a and (b or c)", "(a = b) = c", "a = (b = c)", "(a in (1, < 2)) in ([1..2])",
      "a in ((1..2))", "x in (a)", "(a or b) in (c)",
      "(function(x, y: list<number>) x + y)(1, 2)", "f(a: 1, b c: 2)", "[1..2].start included",
      "date and time(\"x\").time offset",
      "a instance of list<context<x: number, y: string>>", "(a instance of number) instance of boolean",
      "-(a instance of number)",
      "for x in 1..2, y in [x] return (for z in y return z)",
      "some x in y satisfies (every z in x satisfies z)", "{\"a b\": 1, c: a b}",
      "(1 between 2 and 3) and true",
      "1 between (2 and 3) and 4", "[(< 5), (>= 3)]", "@\"P1D\" + @\"PT1H\"", "\"q\\\"\\\\\"",
      "(for x in y return x)[1]", "{a: 1}.a[b].c(d)", "]1..2[", "[-1..2)",
      "f(function(x) x, 1)", "a instance of function<number, string> -> boolean",
      "a instance of days and time duration", "1 in < 3",
    ]
    for index in 0..<1500 {
      texts.append(index % 2 == 0 ? generator.boolean(4) : generator.list(4))
    }
    for text in texts {
      let tree = try FEELCompiler.parse(expression: text)
      let printed = tree.description
      do {
        let again = try FEELCompiler.parse(expression: printed)
        #expect(Self.shape(again) == Self.shape(tree), "\(text) printed as \(printed)")
        #expect(again.description == printed, "\(text)")
      } catch {
        Issue.record("\(text) is printed as \(printed), which does not parse: \(error)")
      }
    }
  }

  @Test func placesAreWhereTheTextIs() throws {
    func visit(_ expression: Expression, _ text: [UInt8]) {
      #expect(expression.range.lowerBound >= 0 && expression.range.upperBound <= text.count)
      for child in expression.kind.children {
        #expect(child.range.lowerBound >= expression.range.lowerBound)
        #expect(child.range.upperBound <= expression.range.upperBound)
        visit(child, text)
      }
      if case .name(let name) = expression.kind {
        #expect(String(decoding: text[expression.range], as: UTF8.self) == name)
      }
    }
    var generator = ExpressionGenerator(seed: 11)
    for _ in 0..<300 {
      let text = generator.boolean(4)
      visit(try FEELCompiler.parse(expression: text), Array(text.utf8))
    }
  }

  /// Compiled code, guard programs and the reference evaluator give the same; null only where the checker says it may.
  ///
  /// 100,000 cases in all: 10,000 expressions of all kinds, each with ten sets of values.
  @Test(arguments: [20, 21, 22, 23] as [UInt64])
  func compiledIsAsTheReferenceSays(seed: UInt64) throws {
    var generator = ExpressionGenerator(seed: seed)
    var nulls = 0
    for index in 0..<2500 {
      let kind = index % 2 == 0 ? .boolean : generator.pick(ExpressionGenerator.Kind.allCases)
      let text = generator.expression(kind, index % 4)
      let compiled: CompiledExpression
      do {
        compiled = try FEELCompiler.compile(expression: text, in: ExpressionGenerator.scope)
      } catch {
        Issue.record("\(text): \(error.faults)")
        continue
      }
      for _ in 0..<10 {
        if Self.compare(compiled, generator.slots()) == .null { nulls += 1 }
      }
    }
    // Most cases are about something.
    #expect(nulls < 10_000, "\(nulls) of 25,000 are null")
  }

  /// Compares all ways to evaluate with the reference; gives the value.
  static func compare(_ compiled: CompiledExpression, _ slots: [Value]) -> Value {
    let names = Dictionary(uniqueKeysWithValues: zip(ExpressionGenerator.scope.variables.map(\.name), slots))
    let expected = ReferenceEvaluator(names: names).evaluate(compiled.syntax)
    let value = compiled.evaluate(slots)
    var others = slots
    for slot in slots.indices where !compiled.slots.contains(slot) { others[slot] = .null }
    var warnings: [Warning] = []
    let isSame =
      value == expected && compiled.evaluate(others, warnings: &warnings) == expected
      && compiled.holds(slots) == bool(expected) && (expected != .null || compiled.mayBeNull)
    #expect(
      isSame,
      """
      \(compiled.text) of \(slots) gives \(value), without what it does not read \(compiled.evaluate(others)); \
      the reference \(expected); may be null: \(compiled.mayBeNull)
      """)
    return expected
  }

  @Test func unaryTestsAreAsTheReferenceSays() throws {
    var generator = ExpressionGenerator(seed: 30)
    for _ in 0..<1500 {
      let tests = [generator.test(.number, 1), generator.test(.number, 1)]
      let compiled = try FEELCompiler.compile(
        unaryTests: tests.joined(separator: ", "), of: .number, in: ExpressionGenerator.scope)
      let negated = try FEELCompiler.compile(
        unaryTests: "not(\(tests.joined(separator: ", ")))", of: .number, in: ExpressionGenerator.scope)
      let slots = generator.slots()
      let names = Dictionary(
        uniqueKeysWithValues: zip(ExpressionGenerator.scope.variables.map(\.name), slots))
      let reference = ReferenceEvaluator(names: names)
      guard case .oneOf(let expressions) = compiled.syntax.kind else {
        Issue.record("\(tests)")
        continue
      }
      for input in [slots[0], slots[2], 1] as [Value] {
        let truths = expressions.map { reference.test($0, input) }
        let expected: Bool? = truths.contains(true) ? true : truths.contains(nil) ? nil : false
        #expect(compiled.evaluate(input, slots) == expected, "\(input) in \(tests) of \(slots)")
        #expect(
          negated.evaluate(input, slots) == expected.map { !$0 }, "\(input) in not \(tests) of \(slots)")
        var warnings: [Warning] = []
        #expect(compiled.evaluate(input, slots, warnings: &warnings) == expected)
        if expected == nil { #expect(compiled.mayBeNull) }
      }
    }
  }
}
