import FEEL
import Testing

@Suite("Checker")
struct CheckerTests {
  /// Text, identifier of the fault, where, and one argument of it.
  @Test(
    arguments: [
      ("score >= ", "unexpected-token", 9..<9, ("expected", "an expression")),
      ("score 12", "unexpected-token", 6..<8, ("found", "12")),
      ("(score", "unexpected-token", 6..<6, ("expected", ")")),
      ("if score then 1", "unexpected-token", 15..<15, ("expected", "else")),
      ("[1, 2", "unexpected-token", 5..<5, ("expected", "], ,")),
      ("and", "unexpected-token", 0..<3, ("found", "and")),
      ("", "unexpected-token", 0..<0, ("found", "the end")),
      ("\"abc", "unterminated-string", 0..<4, nil), ("1 /* x", "unterminated-comment", 2..<6, nil),
      ("score # 1", "invalid-character", 6..<7, ("found", "#")),
      ("\"\\u12\"", "invalid-escape", 1..<3, ("found", "\\u")),
      ("@\"2026-02-30\"", "invalid-temporal", 0..<13, ("found", "2026-02-30")),
      ("@ 1", "unexpected-token", 2..<3, nil),
      ("scor + 1", "unknown-name", 0..<4, ("nearest", "score")),
      ("wepon", "unknown-name", 0..<5, ("nearest", "weapon")),
      ("flags.rde > 1", "unknown-name", 0..<9, ("nearest", "flags.red")),
      ("victim.agee", "unknown-field", 0..<11, ("nearest", "age")),
      ("born.yaer", "unknown-field", 0..<9, ("nearest", "year")),
      ("score.x", "unknown-field", 0..<7, ("type", "number")),
      ("coun(children)", "unknown-function", 0..<4, ("nearest", "count")),
      ("1 instance of nmber", "unknown-type", 14..<19, ("nearest", "number")),
      ("{a: 1, a: 2}", "duplicate-name", 7..<8, ("name", "a")),
      ("score(1)", "not-a-function", 0..<5, ("found", "number")),
      ("(function(x) x)(1, 2)", "wrong-argument-count", 0..<21, ("found", "2")),
      ("count(1, 2, 3)", "wrong-argument-count", 0..<14, ("expected", "1")),
      ("substring(\"a\")", "wrong-argument-count", 0..<14, ("expected", "2, 3")),
      ("count(lst: [])", "unknown-argument", 6..<9, ("nearest", "list")),
      ("substring(string: \"a\")", "missing-argument", 0..<22, ("name", "start position")),
      ("contains(\"a\", score)", "argument-mismatch", 14..<19, ("expected", "string")),
      ("not(score)", "operand-mismatch", 4..<9, ("expected", "boolean")),
      ("score and weapon", "operand-mismatch", 0..<5, ("operation", "and")),
      ("if score then 1 else 2", "operand-mismatch", 3..<8, ("operation", "if")),
      ("-\"a\"", "operand-mismatch", 1..<4, ("operation", "-")),
      ("score = \"a\"", "operands-differ", 0..<11, ("right", "string")),
      ("score + \"a\"", "operands-differ", 0..<11, ("operation", "+")),
      ("born > score", "operands-differ", 0..<12, ("left", "date")),
      ("born + born", "operands-differ", 0..<11, ("operation", "+")),
      ("score in [\"a\"]", "operands-differ", 9..<14, ("operation", "in")),
      ("score in [\"a\"..\"b\"]", "operands-differ", 9..<19, nil),
      ("weapon < separated", "not-ordered", 0..<6, ("found", "boolean")),
      ("[true..false]", "not-ordered", 1..<5, nil),
      ("children[\"a\"]", "operand-mismatch", 9..<12, ("expected", "boolean")),
      ("some x in score satisfies x > 1", "operand-mismatch", 10..<15, ("operation", "some")),
      ("danger = \"hgih\"", "not-a-choice", 9..<15, ("nearest", "high")),
      ("\"hihg\" != danger", "not-a-choice", 0..<6, ("nearest", "high")),
      ("danger in [\"high\", \"extrem\"]", "not-a-choice", 19..<27, ("nearest", "extreme")),
      ("danger in (\"nope\")", "not-a-choice", 11..<17, ("nearest", "")),
      ("danger >= \"high\"", "choice-ordered", 0..<16, ("instead", "[\"high\", \"extreme\"]")),
      ("danger < \"high\"", "choice-ordered", 0..<15, ("instead", "[\"low\", \"medium\"]")),
      ("\"high\" < danger", "choice-ordered", 0..<15, ("instead", "[\"extreme\"]")),
      (
        "danger between \"medium\" and \"high\"", "choice-ordered", 0..<34,
        ("instead", "[\"medium\", \"high\"]")
      ),
      ("danger in [\"low\"..\"high\")", "choice-ordered", 10..<25, ("instead", "[\"low\", \"medium\"]")),
      ("danger in (> \"low\")", "choice-ordered", 11..<18, ("operation", ">")),
    ] as [(String, String, Range<Int>, (String, String)?)])
  func fault(text: String, identifier: String, range: Range<Int>, argument: (String, String)?) {
    let failure = #expect(throws: CompilationFailure.self) { try Case.compile(text) }
    let found = failure?.faults.first { $0.kind.identifier == identifier }
    #expect(found?.range == range, "\(failure?.faults ?? [])")
    if let (name, value) = argument {
      #expect(found?.kind.arguments[name] == value, "\(found?.kind.arguments ?? [:])")
    }
    #expect(found?.description.isEmpty == false)
  }

  @Test func goesOnAfterAFault() {
    let failure = #expect(throws: CompilationFailure.self) {
      try Case.compile("scor > 1 and danger = \"hgih\" or coun([wepon]) > \"a\"")
    }
    #expect(
      failure?.faults.map(\.kind.identifier) == [
        "unknown-name", "not-a-choice", "unknown-function", "unknown-name",
      ])
  }

  @Test func limits() throws {
    func identifiers(_ text: String) -> [String] {
      do {
        _ = try Case.compile(text)
        return []
      } catch let failure as CompilationFailure {
        return failure.faults.map(\.kind.identifier)
      } catch { return ["\(error)"] }
    }
    for (text, expected) in [
      (String(repeating: "(", count: 90) + "1" + String(repeating: ")", count: 90), []),
      (String(repeating: "(", count: 200) + "1" + String(repeating: ")", count: 200), ["nested-too-deep"]),
      (String(repeating: "[", count: 5000), ["nested-too-deep"]),
      (String(repeating: "-", count: 5000) + "1", ["nested-too-deep"]),
      (String(repeating: "not(", count: 2000), ["nested-too-deep"]),
      (String(repeating: "if true then ", count: 700), ["nested-too-deep"]),
      ("1" + String(repeating: " + 1", count: 300), []),
      ("1" + String(repeating: "+1", count: 4000), ["nested-too-deep"]),
      ("score" + String(repeating: "[1]", count: 3000), ["nested-too-deep"]),
      (String(repeating: " ", count: 65_537), ["text-too-long"]),
      (String(repeating: "1,", count: 0) + "[" + String(repeating: "1,", count: 4000) + "1] = null", []),
      ("1 instance of " + String(repeating: "list<", count: 1500), ["nested-too-deep"]),
      (String(repeating: "x in (", count: 1500), ["nested-too-deep"]),
    ] {
      #expect(identifiers(text) == expected, "\(text.prefix(40))…")
    }
  }

  /// Text, type, and the names of the variables whose null makes it null; nil when it is never null.
  @Test(
    arguments: [
      ("weapon", "boolean", ["weapon"]), ("weapon = true", "boolean", nil),
      ("weapon != null", "boolean", nil), ("score >= 12", "boolean", nil),
      ("age >= 12", "boolean", ["age"]),
      ("score >= 12 and (separated or weapon)", "boolean", ["separated", "weapon"]),
      ("danger in [\"high\", \"extreme\"] and not(immediate)", "boolean", nil),
      ("danger = \"high\"", "boolean", nil), ("age in [1..5]", "boolean", ["age"]),
      ("age in (1, 2)", "boolean", nil), ("score in [1..5]", "boolean", nil),
      ("age in (< 3)", "boolean", ["age"]),
      ("age != null and age > 3", "boolean", nil), ("age = null or age > 3", "boolean", nil),
      ("age > 3 and age != null", "boolean", ["age"]), ("not(age = null) and age < 3", "boolean", nil),
      ("if weapon then 1 else 2", "number", nil), ("if weapon then age else 2", "number", ["age"]),
      ("if age != null then age else 0", "number", nil), ("if age = null then 0 else age", "number", nil),
      ("if weapon then \"a\" else \"b\"", "string", nil), ("score + 1", "number", nil),
      ("age + 1", "number", ["age"]), ("score / 2", "number", nil), ("score / score", "number", []),
      ("-age", "number", ["age"]), ("some c in children satisfies c < 6", "boolean", nil),
      ("every c in children satisfies c < age", "boolean", ["age"]), ("count(children)", "number", nil),
      ("children[1]", "number", []), ("children[item > 3]", "list<number>", nil),
      ("for c in children return c * 2", "list<number>", nil), ("[age, 1]", "list<number>", nil),
      ("some x in [age, 1] satisfies x > 2", "boolean", []), ("born.year", "number", nil),
      ("victim.age", "number", []), ("{a: age}.a", "number", ["age"]), ("{a: score}.a", "number", nil),
      ("null", "Null", []), ("anything", "Any", ["anything"]),
      ("list contains(names, \"a\")", "boolean", nil),
      ("danger = null or danger in [\"low\"]", "boolean", nil),
      ("weapon != null and weapon", "boolean", nil), ("score instance of number", "boolean", nil),
      ("string length(first name)", "number", nil), ("weapon and weapon != null", "boolean", ["weapon"]),
      ("age between 1 and 3", "boolean", ["age"]), ("weapon = separated", "boolean", nil),
      ("danger", "[low, medium, high, extreme]", ["danger"]), ("flags.red", "number", nil),
      ("date and time(born, @\"10:00:00\")", "date and time", []),
      ("age in [1, 2] and age > 0", "boolean", nil), ("anything = 1", "boolean", ["anything"]),
      ("function(x) x", "function<Any> -> Any", nil),
    ] as [(String, String, [String]?)])
  func nullness(text: String, type: String, causes: [String]?) throws {
    let compiled = try Case.compile(text)
    #expect(compiled.type.description == type)
    #expect(compiled.mayBeNull == (causes != nil))
    #expect(compiled.causesOfNull.map { Case.scope.variables[$0].name } == causes ?? [])
  }

  @Test func resultsAreChecked() throws {
    func kinds(_ text: String, _ expected: ValueType, allowsNull: Bool = true) -> [Fault.Kind] {
      do {
        _ = try FEELCompiler.compile(
          expression: text, in: Case.scope, expecting: expected, allowsNull: allowsNull)
        return []
      } catch { return error.faults.map(\.kind) }
    }
    let levels = ["low", "medium", "high", "extreme"]
    #expect(kinds("score", .boolean) == [.resultMismatch(expected: .boolean, found: .number)])
    #expect(kinds("\"high\"", Case.danger) == [])
    #expect(kinds("\"hgih\"", Case.danger) == [.notAChoice("hgih", allowed: levels, nearest: "high")])
    #expect(
      kinds("if weapon then \"high\" else \"lo\"", Case.danger)
        == [.notAChoice("lo", allowed: levels, nearest: "low")])
    #expect(
      kinds("[\"low\", \"x\"]", .list(Case.danger)) == [.notAChoice("x", allowed: levels, nearest: nil)])
    #expect(kinds("[]", .list(.string)) == [])
    #expect(kinds("first name", Case.danger) == [.resultMismatch(expected: Case.danger, found: .string)])
    #expect(kinds("danger", .string) == [])
    #expect(kinds("null", .number) == [])
    #expect(kinds("weapon and immediate", .boolean, allowsNull: false) == [.mayBeNull(variables: ["weapon"])])
    #expect(kinds("weapon = true", .boolean, allowsNull: false) == [])
  }

  @Test func slotsAreSortedAndComplete() throws {
    #expect(try Case.compile("weapon and flags.red > score").slots == [0, 2, 6])
    #expect(try Case.compile("for score in [1] return score").slots == [])
    #expect(try Case.compile("children[item > score]").slots == [0, 5])
    #expect(try Case.compile("{score: 1, b: score}").slots == [])
  }
}
