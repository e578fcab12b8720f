import FEEL
import Testing

/// No text may crash, hang, or take more than its budget; what compiles must also evaluate.
@Suite("Hostile texts")
struct FuzzTests {
  static let seeds = [
    "score >= 12 and (separated or weapon)", "danger in [\"high\",\"extreme\"] and not(immediate)",
    "for i in 1..3, j in [i] return {a: i, b: a + j}.b",
    "sort(children, function(x, y) x < y)[item > 1][-1]",
    "if age = null then @\"P1D\" * 2 else duration(\"PT1H\")", "some x in [1..5] satisfies x between 2 and 3",
    "string join([\"a\", \"\\u00e9\"], \", \") + substring(\"abc\", -2, 1)",
    "date and time(\"2026-05-01T10:00:00Z\").time offset", "x in (< 5, [1..2), ]3..4[, not(null))",
    "replace(\"abc\", \"(a|b)+?[^c-d]\", \"$1\", \"i\")",
    "context put({a: {b: 1}}, [\"a\", \"b\"], 2) instance of context<a: number>",
    "(function(f, n: number) f(f, n))(function(f, n) if n = 0 then 0 else f(f, n - 1), 1000)",
    "1e60 * 10 ** -61 / 3", "decimal(1/3, 2) + modulo(-5, 3) + exp(3) + log(10) + sqrt(2)",
  ]

  static func exercise(_ text: String) {
    for strictness in [Strictness.strict, .lenient] {
      if let compiled = try? FEELCompiler.compile(expression: text, in: Case.scope, strictness: strictness) {
        let value = compiled.evaluate(Case.slots)
        #expect(value.description.isEmpty == false)
        if value == .null { #expect(compiled.mayBeNull, "\(text)") }
      }
      if let tests = try? FEELCompiler.compile(
        unaryTests: text, of: .any, in: Case.scope, strictness: strictness)
      {
        #expect(tests.evaluate(1, Case.slots) != nil || tests.mayBeNull, "\(text)")
      }
    }
  }

  @Test func randomBytes() {
    var random = SeededGenerator(seed: 40)
    for _ in 0..<1500 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      Self.exercise(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func randomTokens() {
    let tokens = [
      "1", "0.5", "\"a\"", "a", "score", "weapon", "children", "item", "?", "(", ")", "[", "]", "{", "}", ",",
      ":", ".", "..", "+", "-", "*", "/", "**", "=", "!=",
      "<", "<=", ">", ">=", "@", "\"P1D\"", "if", "then", "else", "for", "in", "return", "some", "satisfies",
      "and", "or", "between", "instance", "of", "function", "not", "null",
      "true", "count", "date", "and time", "->", "'", "list<", "number", "\\", "\"",
    ]
    var random = SeededGenerator(seed: 41)
    for _ in 0..<3000 {
      let count = Int.random(in: 1...14, using: &random)
      let text = (0..<count).map { _ in tokens[Int.random(in: 0..<tokens.count, using: &random)] }
      Self.exercise(text.joined(separator: Bool.random(using: &random) ? " " : ""))
    }
  }

  @Test func mutations() {
    var random = SeededGenerator(seed: 42)
    for seed in Self.seeds {
      for _ in 0..<150 {
        var bytes = Array(seed.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: bytes.remove(at: place)
          case 1: bytes.insert(UInt8.random(in: 32...126, using: &random), at: place)
          case 2: bytes[place] = UInt8.random(in: 0...255, using: &random)
          default:
            bytes.insert(
              contentsOf: bytes[place...].prefix(Int.random(in: 1...20, using: &random)), at: place)
          }
          if bytes.isEmpty { break }
        }
        Self.exercise(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// Small texts that would compute for ever, or fill the memory.
  @Test(arguments: [
    "for a in 1..1000, b in 1..1000, c in 1..1000 return 1",
    "(for i in 1..60 return if i = 1 then \"ab\" else partial[-1] + partial[-1])[-1]",
    "(for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1]))[-1]",
    "(function(f) f(f))(function(f) f(f))",
    "every x in 1..999999999 satisfies x > 0",
    "(for i in 1..60 return if i = 1 then {a: 1} else {a: partial[-1], b: partial[-1]})[-1] = 1",
    "for i in 1..100000 return partial", "for i in 1..100000 return [partial[-1]]",
    "for i in 1..100000 return {a: partial[-1]}",
    "for i in 1..100000 return function() partial[-1]", "for i in 1..100000 return append([], partial[-1])",
    "(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1] instance of list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<number>>>>>>>>>>>>>>>>>>>>>>>>>>>>",
    "{x: (for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1], y: (for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1], z: x = y}.z",
    "string((for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1])",
    "(for i in 1..30 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1] = 1",
    "10 ** 9223372036854775807", "1.000001 ** 9223372036854775807",
    "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", \"(((a?){100})*b)*c\")",
    "matches(\"a\", \"(?:(?:(?:(?:){1000}){1000}){1000}){1000}\")",
    "count(flatten((for i in 1..40 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1]))",
    "substring(\"a\", 9223372036854775807, 9223372036854775807)", "sublist([1], -9223372036854775808)",
    "[1][-9223372036854775808]",
    "decimal(1, 9223372036854775807)", "@\"999999999-12-31T23:59:59\" + @\"P99999999D\"",
    "-@\"P768614336404564650Y\" * 12", "modulo(-9223372036854775808, -1)", "-9223372036854775808 / -1",
    "@\"-PT999999999999999999S\" - @\"PT999999999999999999S\"", "abs(@\"-P99999999999999D\")",
    "@\"P768614336404564650Y\" + @\"P768614336404564650Y\"", "9223372036854775807 + 1",
    "@\"2026-01-01\" + @\"P99999999999999Y\"", "@\"2026-01-01T00:00:00\" - @\"P106751991167300D\"",
    "string length(replace(string join(for i in 1..5000 return \"aaaaaaaaaa\"), \"a\", \"aaaaaaaaaaaaaaaaaaaa\"))",
  ])
  func boundless(text: String) throws {
    let compiled = try FEELCompiler.compile(expression: text, in: Scope([]), strictness: .lenient)
    var warnings: [Warning] = []
    let value = compiled.evaluate([], warnings: &warnings)
    #expect(compiled.evaluate([]).description == value.description)
  }
}
