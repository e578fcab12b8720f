import FEEL
import Testing

@Suite("Unary tests")
struct UnaryTestsTests {
  static let scope = Scope([Variable(name: "limit", type: .number, mayBeNull: true)])

  @Test(
    arguments: [
      ("-", .number, 1, true), ("-", .number, .null, true), ("1", .number, 1, true), ("1", .number, 2, false),
      ("1", .number, .null, false),
      ("1, 2", .number, 2, true), ("< 3", .number, 2, true), ("< 3", .number, .null, nil),
      ("[1..5)", .number, 5, false), ("(1..5]", .number, 5, true),
      ("not(1, 2)", .number, 3, true), ("not(1, 2)", .number, 2, false), ("not(< 3)", .number, .null, nil),
      ("null", .number, .null, true),
      ("null", .number, 1, false), ("not(null)", .number, 1, true), ("? > 2 and ? < 5", .number, 3, true),
      ("? = limit", .number, 7, true),
      (">= limit", .number, 7, true), ("limit", .number, 7, true), ("1, > limit", .number, 8, true),
      ("[1, 2]", .number, 2, true), ("true", .boolean, true, true),
      ("false", .boolean, true, false), ("\"a\", \"b\"", .string, "b", true),
      ("not(\"a\")", .string, "b", true), ("\"low\"", Case.danger, "low", true),
      ("contains(?, \"x\")", .string, "axb", true), ("1..3", .number, 2, nil),
      ("count(?) > 1", .list(.number), [1, 2], true),
      ("not(?) or limit = 7", .boolean, true, true), ("not(false) and ?", .boolean, true, true),
      ("limit = 7", .number, 99, true), ("-1", .number, -1, true), ("(< 5)", .number, 3, true),
      ("[1, 2]", .list(.number), [1, 2], true), ("@\"2026-05-01\"", .date, .null, false),
      ("> @\"2026-05-01\"", .date, .null, nil),
    ] as [(String, ValueType, Value, Bool?)])
  func holds(text: String, type: ValueType, input: Value, expected: Bool?) throws {
    guard text != "1..3" else {
      #expect(throws: CompilationFailure.self) { try FEELCompiler.compile(unaryTests: text, of: type) }
      return
    }
    let tests = try FEELCompiler.compile(unaryTests: text, of: type, in: Self.scope)
    var warnings: [Warning] = []
    #expect(tests.evaluate(input, [7]) == expected)
    #expect(tests.evaluate(input, [7], warnings: &warnings) == expected)
    if expected == nil { #expect(tests.mayBeNull) }
    let again = try FEELCompiler.compile(unaryTests: tests.syntax.description, of: type, in: Self.scope)
    #expect(again.evaluate(input, [7]) == expected, "printed as \(tests.syntax)")
  }

  @Test func readsOnlyTheSlotsItNames() throws {
    #expect(try FEELCompiler.compile(unaryTests: "> limit", of: .number, in: Self.scope).slots == [0])
    let alone = try FEELCompiler.compile(unaryTests: "1, 2", of: .number, in: Self.scope)
    #expect(alone.slots == [])
    #expect(alone.evaluate(2) == true)
  }

  @Test(
    arguments: [
      ("\"hgih\"", Case.danger, "not-a-choice", 0..<6),
      ("\"low\", \"hgih\"", Case.danger, "not-a-choice", 7..<13),
      (">= \"high\"", Case.danger, "choice-ordered", 0..<9),
      ("[\"low\"..\"high\"]", Case.danger, "choice-ordered", 0..<15),
      ("\"a\"", .number, "operands-differ", 0..<3), ("< \"a\"", .number, "operands-differ", 0..<5),
      ("[1..\"b\"]", .number, "operands-differ", 0..<8), ("", .number, "unexpected-token", 0..<0),
      ("1,", .number, "unexpected-token", 2..<2), ("not(1", .number, "unexpected-token", 5..<5),
      ("nope", .number, "unknown-name", 0..<4), ("> true", .boolean, "not-ordered", 0..<6),
      ("[\"low\", \"x\"]", Case.danger, "not-a-choice", 8..<11),
    ] as [(String, ValueType, String, Range<Int>)])
  func faults(text: String, type: ValueType, identifier: String, range: Range<Int>) {
    let failure = #expect(throws: CompilationFailure.self) {
      try FEELCompiler.compile(unaryTests: text, of: type, in: Self.scope)
    }
    #expect(
      failure?.faults.contains { $0.kind.identifier == identifier && $0.range == range } == true,
      "\(failure?.faults ?? [])")
  }
}
