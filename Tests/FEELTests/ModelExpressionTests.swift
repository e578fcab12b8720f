import FEEL
import Testing

/// What expressions of DMN models rely on beyond flows.
@Suite("Expressions of models")
struct ModelExpressionTests {
  @Test func equalityOfRangesAndTimes() throws {
    try check([
      ("(= 10) = [10..10]", "false"), ("10 in (= 10)", "true"), ("string((= 10))", "\"(=10)\""),
      ("@\"10:00:00.1\" = @\"10:00:00.2\"", "false"), ("is(@\"10:00:00.1\", @\"10:00:00.2\")", "false"),
      ("@\"2026-05-02\" - @\"2026-05-01T00:00:00Z\"", "P1D"),
      ("@\"2026-05-02\" - @\"2026-05-01T00:00:00\"", "null"),
    ])
  }

  @Test func namesThatAreNoneArePrintedInQuotes() throws {
    try check([
      ("string({\"a b\": 1, \":\": 2, \"\": 3})", "\"{a b: 1, \\\":\\\": 2, \\\"\\\": 3}\"")
    ])
  }

  @Test func blocksHaveTheNamesOfXMLSchemaToo() throws {
    try check(
      [
        ("matches(\"γ\", \"^\\p{IsGreek}$\")", "true"), ("matches(\"a\", \"\\p{IsGreek}\")", "false"),
        ("matches(\"a\", \"^\\P{IsGreek}$\")", "true"),
        ("matches(\"\\u20D7\", \"^\\p{IsCombiningMarksforSymbols}$\")", "true"),
        ("matches(\"\\uE001\", \"^\\p{IsPrivateUse}$\")", "true"),
        ("matches(\"\\U0F0001\", \"^\\p{IsPrivateUse}$\")", "true"),
        ("matches(\"a\", \"\\p{IsPrivateUse}\")", "false"),
        ("matches(\"b\", \"^[a-z-[\\p{IsGreek}]]$\")", "true"),
        ("matches(\"a\", \"\\p{IsNowhere}\")", "null"),
      ], strictness: .lenient)
  }

  @Test func loopsThatMatchNothingEnd() throws {
    try check(
      [
        ("matches(\"ab\", \"^(a*)*b\\1$\")", "true"), ("matches(\"x\", \"^(a?)*(b*)*\\1x$\")", "true"),
        ("matches(\"aab\", \"^(a|b*)+\\1$\")", "true"), ("matches(\"abc\", \"^((a?)*)*\\2z\")", "false"),
        ("matches(\"aa\", \"^(a*?)*?\\1$\")", "true"), ("replace(\"abab\", \"(a|)*b\\1\", \"x\")", "\"xx\""),
        ("matches(\"b\", \"^(()*)*b\\1\\2$\")", "true"), ("matches(\"y\", \"^(a*)+\\1$\")", "false"),
      ], strictness: .lenient)
  }

  @Test func signsWithoutWidthAreWhiteSpace() throws {
    try check([
      ("1 +\u{200B}2", "3"), ("1 +\u{180E}2", "3"), ("1\u{200B}+\u{180E}2", "3"), ("\u{180E}1\u{200B}", "1"),
      ("1 +\u{FEFF}2", "3"), ("1\u{2003}+\u{3000}2", "3"), ("{\u{200B}a:\u{180E}1}.a", "1"),
      ("if\u{200B}true\u{180E}then 1 else 2", "1"), ("// note\r1 + 1", "2"), ("// note\r\n1 + 1", "2"),
    ])
  }

  @Test func namesAreTheSameWhereTheirCodePointsAre() throws {
    try check(
      [
        ("count(get entries({\"\\u00e9\": 1, \"e\\u0301\": 2}))", "2"),
        ("get value({\"\\u00e9\": 1, \"e\\u0301\": 2}, \"e\\u0301\")", "2"),
        ("get value({\"\\u00e9\": 1}, \"e\\u0301\")", "null"),
        ("count(get entries(context put({\"\\u00e9\": 1}, \"e\\u0301\", 2)))", "2"),
        ("count(get entries(context merge([{\"\\u00e9\": 1}, {\"e\\u0301\": 2}])))", "2"),
        ("{\"\\u00e9\": 1} = {\"e\\u0301\": 1}", "false"),
        ("count(get entries(context([{key: \"\\u00e9\", value: 1}, {key: \"e\\u0301\", value: 2}])))", "2"),
        ("{\"\u{e9}\": 1, \"e\u{301}\": 2}.\u{e9}", "1"), ("{\"\u{e9}\": 1, \"e\u{301}\": 2}.e\u{301}", "2"),
        ("{\"\\u00e9\": 1, \"\\u00e9\": 2}", "null"),
      ], strictness: .lenient)
  }

  @Test func regularExpressions() throws {
    try check([
      ("matches(\"aA\", \"(a)\\1\", \"i\")", "true"), ("matches(\"ab\", \"(a)\\1\")", "false"),
      ("matches(\"xabab\", \"(ab)\\1$\")", "true"), ("replace(\"aabb\", \"(.)\\1\", \"$1\")", "\"ab\""),
      ("matches(\"γ\", \"^\\p{IsGreekandCoptic}$\")", "true"),
      ("matches(\"a\", \"\\P{IsBasicLatin}\")", "false"),
      ("matches(\"hello world\", \" hello[ ]world\", \"x\")", "true"),
    ])
    try check([
      ("matches(\"a\", \"(a\\1)\")", "null"), ("matches(\"a\", \"\\1(a)\")", "null"),
      ("matches(\"a\", \"\\p{IsNothing}\")", "null"),
      // Endless in a matcher that tries everything; here it ends when the steps are used up.
      ("matches(\"\(String(repeating: "a", count: 40))b\", \"(a*)*(a*)*\\2c\")", "null"),
    ])
  }

  @Test func whatOnlyModelsMaySay() throws {
    try check(
      [
        ("@\"10:00:00.1\" = @\"10:00:00.2\"", "true"),
        ("@\"2026-05-01T10:00:00.1\" != @\"2026-05-01T10:00:00.2\"", "false"),
        ("@\"foo\"", "null"), ("now()", "null"), ("duration(\"PT0.S\")", "PT0S"), ("today()", "null"),
        ("is(value1: 1)", "false"),
        ("(function(a) external {java: {class: \"x\"}})(1)", "null"),
      ], strictness: .lenient)
    for text in ["@\"foo\"", "now()", "function(a) external {java: 1}"] {
      #expect(throws: CompilationFailure.self) { try Case.compile(text) }
    }
  }

  @Test func theClockIsHandedIn() throws {
    let date = try #require(CalendarDate(year: 2026, month: 5, day: 1))
    let time = try #require(ClockTime(hour: 3, minute: 0, second: 0, zone: .utc))
    var evaluation = Evaluation(now: DateTime(date, time))
    let now = try Case.compile("now()", strictness: .lenient)
    #expect(now.evaluate(Case.slots, in: &evaluation).description == "2026-05-01T03:00:00Z")
    let today = try Case.compile("today()", strictness: .lenient)
    #expect(today.evaluate(Case.slots, in: &evaluation).description == "2026-05-01")
  }

  @Test func typesOfTheScope() throws {
    let scope = Scope(
      [Variable(name: "a", type: .any, mayBeNull: true)],
      types: ["t": .number, "my t": .list(.string), "other.t": .boolean])
    for (text, result) in [
      ("a instance of t", true), ("[\"x\"] instance of my t", true), ("a instance of other.t", false),
      ("[1] instance of list<t> and a > 0", true),
    ] {
      let compiled = try FEELCompiler.compile(expression: text, in: scope, strictness: .lenient)
      #expect(compiled.evaluate([1]) == .boolean(result), "\(text)")
    }
    #expect(throws: CompilationFailure.self) {
      try FEELCompiler.compile(expression: "a instance of u", in: scope, strictness: .lenient)
    }
  }
}
