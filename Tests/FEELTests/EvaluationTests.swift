import FEEL
import Testing

@Suite("Evaluation")
struct EvaluationTests {
  @Test func literals() throws {
    try check([
      ("1", "1"), ("-1.50", "-1.5"), (".5", "0.5"), ("1e3", "1000"), ("1.2E-3", "0.0012"), ("true", "true"),
      ("null", "null"), (#""a\"b\\c\n""#, #""a\"b\\c\n""#), (#""\u00e9\U01F40E\uD83D\uDC0E""#, "\"é🐎🐎\""),
      (#""\d+""#, #""\\d+""#), (#"@"2026-05-01""#, "2026-05-01"), (#"@"09:30:00Z""#, "09:30:00Z"),
      (#"@"2026-05-01T09:30:00.250+02:00""#, "2026-05-01T09:30:00.25+02:00"), (#"@"P1DT2H""#, "P1DT2H"),
      (#"@"-P1Y2M""#, "-P1Y2M"), ("[1, \"a\", null]", #"[1, "a", null]"#),
      ("{a: 1, \"b c\": 2}", "{a: 1, b c: 2}"),
      ("// comment\n1 /* more */ + 1", "2"),
    ])
  }

  @Test func arithmetic() throws {
    try check([
      ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 / 4", "2.5"),
      ("1 / 3", "0.3333333333333333333333333333333333"),
      ("0.1 + 0.2", "0.3"), ("2 ** 3 ** 2", "64"), ("-2 ** 2", "4"), ("2 ** -1", "0.5"), ("1 - 2 - 3", "-4"),
      ("1 / 0", "null"), ("1 + null", "null"), ("- age", "null"), ("\"a\" + \"b\"", "\"ab\""),
      ("score - -1", "14"),
      ("10 ** 6200", "null"), ("8 / 2 / 2", "2"),
    ])
  }

  @Test func comparisons() throws {
    try check([
      ("1 = 1.0", "true"), ("1 != 2", "true"), ("\"a\" < \"b\"", "true"), ("null = null", "true"),
      ("1 = null", "false"), ("null != 1", "true"), ("age > 3", "null"), ("score >= 13", "true"),
      ("score > 13", "false"), ("[1, 2] = [1, 2]", "true"), ("[1, 2] = [2, 1]", "false"),
      ("{a: 1, b: 2} = {b: 2, a: 1}", "true"), ("[1..3] = [1..3]", "true"), ("[1..3] = [1..3)", "false"),
      (#"@"10:00:00Z" = @"12:00:00+02:00""#, "true"), (#"@"10:00:00Z" = @"10:00:00""#, "false"),
      (#"@"10:00:00Z" < @"10:00:00""#, "null"), (#"@"P1D" > @"PT23H""#, "true"),
      (#"@"P1Y" = @"P12M""#, "true"),
      (#""é" = "e\u0301""#, "false"), ("1 between 1 and 3", "true"), ("4 between 1 and 3", "false"),
      ("age between 1 and 3", "null"), ("0 between 1 and age", "false"),
    ])
  }

  @Test func membership() throws {
    try check([
      ("1 in [1, 2]", "true"), ("3 in [1, 2]", "false"), ("null in [1, 2]", "false"),
      ("null in [null]", "true"),
      ("1 in (1, 2)", "true"), ("5 in (< 3, > 4)", "true"), ("5 in < 3", "false"), ("5 in [1..5)", "false"),
      ("5 in (1..5]", "true"), ("5 in ]1..5[", "false"), ("1 in [1..5[", "true"), ("age in [1..5]", "null"),
      ("age in (< 3)", "null"), ("3 in ([1..2], [3..4])", "true"), ("3 in [[1..2], [3..4]]", "true"),
      ("[1] in [[1], [2]]", "true"), ("danger in [\"high\", \"extreme\"]", "true"),
      ("danger in \"low\"", "false"),
      ("3 in (>= 3)", "true"), (#"@"2026-05-02" in [@"2026-05-01"..@"2026-05-03"]"#, "true"),
      ("score in [1..(10 + 5)]", "true"), ("[1..3] in [[1..3]]", "true"), ("5 in [null..10]", "null"),
      ("5 in [7..3]", "null"), ("score in [7..3]", "null"), ("[3..1]", "null"),
    ])
  }

  @Test func conditionals() throws {
    try check([
      ("if score > 10 then 1 else 2", "1"), ("if age > 10 then 1 else 2", "2"),
      ("if separated then 1 else 2", "2"),
      ("1 + if true then 1 else 2", "2"), ("if true then if false then 1 else 2 else 3", "2"),
    ])
  }

  @Test func iterations() throws {
    try check([
      ("for i in 1..4 return i * i", "[1, 4, 9, 16]"), ("for i in 3..1 return i", "[3, 2, 1]"),
      ("for i in [1..3) return i", "[1, 2]"), ("for i in -1..1 return i", "[-1, 0, 1]"),
      ("for x in [1, 2], y in [10, 20] return x * y", "[10, 20, 20, 40]"),
      ("for x in [[1, 2], [3]], y in x return y", "[1, 2, 3]"),
      ("for i in 1..5 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24, 120]"),
      ("for i in 1..3 return count(partial)", "[0, 1, 2]"),
      (#"for d in @"2020-02-28"..@"2020-03-01" return d.day"#, "[28, 29, 1]"), ("for x in [] return x", "[]"),
      ("some c in children satisfies c < 6", "true"), ("every c in children satisfies c < 6", "false"),
      ("some c in [] satisfies c", "false"), ("every c in [] satisfies c", "true"),
      ("some c in [1, null] satisfies c > 3", "null"), ("some c in [5, null] satisfies c > 3", "true"),
      ("every c in [1, null] satisfies c > 3", "false"), ("every c in [5, null] satisfies c > 3", "null"),
      ("some x in [1, 2], y in [2, 3] satisfies x = y", "true"), ("some i in 1..3 satisfies i = 3", "true"),
      ("for i in 1..10000000 return i", "null"), ("for x in anything return x", "[{x: 1}]"),
    ])
  }

  @Test func filtersAndPaths() throws {
    try check(
      [
        ("[1, 2, 3][2]", "2"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][4]", "null"), ("[1, 2, 3][0]", "null"),
        ("[1, 2, 3][item > 1]", "[2, 3]"), ("[{a: 1}, {a: 2}][a = 2]", "[{a: 2}]"),
        ("[{a: 1}, {a: 2}].a", "[1, 2]"),
        ("[{a: 1, b: 5}, {a: 2, b: 6}][item.a = 2].b", "[6]"), ("[{a: 1}, {b: 2}].a", "[1, null]"),
        ("victim.age", "30"), ("victim.home town", "\"Lille\""), ("flags.red + 1", "3"), ("children[1]", "9"),
        ("{a: {b: 2}}.a.b", "2"), ("{a: 1, b: a + 1, c: b * 2}.c", "4"),
        ("[{a: score}][a = score]", "[{a: 13}]"),
        ("score[1]", "13"), ("score[item > 20]", "[]"), ("[1, 2, null][item = null]", "[null]"),
        ("anything.x", "1"), ("[anything][x = 1]", "[{x: 1}]"), ("[anything][y = 1]", "[]"),
        ("children[count(children)]", "3"), ("first name + \"!\"", "\"Ada!\""),
        ("{first name: \"Eve\", l: string length(first name)}.l", "3"),
      ], strictness: .lenient)
  }

  @Test func functions() throws {
    try check([
      ("(function(a, b) a + b)(1, 2)", "3"), ("(function(a, b) a - b)(b: 1, a: 5)", "4"),
      ("{f: function(x) x * score, r: f(2)}.r", "26"), ("(function(x: number) x)(\"a\")", "null"),
      ("(function(f) f(3))(function(x) x + 1)", "4"), ("(function(x) function(y) x + y)(1)(2)", "3"),
      ("sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"), ("(function(f) f([1, 2]))(count)", "2"),
      ("for f in [function(x) x + 1, function(x) x * 10] return f(5)", "[6, 50]"),
    ])
  }

  @Test func typeTests() throws {
    try check([
      ("1 instance of number", "true"), ("null instance of number", "false"),
      ("null instance of Any", "false"),
      ("[1, 2] instance of list<number>", "true"), ("[1, \"a\"] instance of list<number>", "false"),
      ("{a: 1} instance of context<a: number>", "true"), ("{a: 1} instance of context<a: string>", "false"),
      (#"@"P1D" instance of days and time duration"#, "true"), ("[1..2] instance of range<number>", "true"),
      (#"@"P1Y" instance of years and months duration"#, "true"),
      ("abs instance of function<number> -> number", "true"),
      (#"@"2026-01-01T00:00:00" instance of date and time"#, "true"), ("score instance of string", "false"),
    ])
  }

  @Test func temporalArithmetic() throws {
    try check([
      (#"@"2026-01-31" + @"P1M""#, "2026-02-28"), (#"@"2024-01-31" + @"P1M""#, "2024-02-29"),
      (#"@"2026-03-31" - @"P1M""#, "2026-02-28"), (#"@"2026-05-01" + @"P1DT12H""#, "2026-05-02"),
      (#"@"2026-05-02" - @"2026-05-01""#, "P1D"),
      (#"@"2026-05-01T00:30:00" - @"PT1H""#, "2026-04-30T23:30:00"),
      (#"@"23:30:00" + @"PT1H""#, "00:30:00"), (#"@"00:30:00Z" - @"PT1H""#, "23:30:00Z"),
      (#"@"2026-05-01T10:00:00Z" - @"2026-05-01T10:00:00+02:00""#, "PT2H"),
      (#"@"P1D" + @"PT12H""#, "P1DT12H"),
      (#"@"P1Y" - @"P1M""#, "P11M"), (#"@"P1D" * 1.5"#, "P1DT12H"), (#"2 * @"P1Y""#, "P2Y"),
      (#"@"P1D" / 2"#, "PT12H"),
      (#"@"P1D" / @"PT1H""#, "24"), (#"@"P1Y" / @"P1M""#, "12"), (#"-@"P1D""#, "-P1D"),
      (#"@"10:00:00" - @"09:30:00""#, "PT30M"),
      (#"@"2026-05-01".weekday"#, "5"), (#"@"2026-05-01T10:11:12+01:00".time offset"#, "PT1H"),
      (#"@"10:11:12".second"#, "12"), (#"@"P1DT2H3M4S".hours"#, "2"), (#"@"-P1DT2H".days"#, "-1"),
      (#"@"P14M".years"#, "1"),
      (#"@"-P14M".months"#, "-2"), ("born.year", "1990"), ("[1..5).end included", "false"),
      ("[1..5).start", "1"),
      (#"@"2026-12-31T24:00:00".year"#, "2027"), (#"@"-0001-01-01" + @"P1Y""#, "0000-01-01"),
      (#"@"999999999-12-31" + @"P1D""#, "null"),
    ])
  }

  @Test func lenientErrorsAreNull() throws {
    try check(
      [
        ("1 + \"a\"", "null"), ("unknown", "null"), ("1 = \"a\"", "null"), ("1 < \"a\"", "null"),
        ("not(1)", "null"),
        ("1 and true", "null"), ("true and unknown", "null"), ("false and unknown", "false"),
        ("count()", "null"),
        ("nothing(1)", "null"), ("{a: 1}.b", "null"), ("1(2)", "null"), ("[\"a\"..1]", "null"),
        ("if 1 then 2 else 3", "3"),
        ("\"a\" in [1..2]", "null"), ("danger >= \"high\"", "true"),
      ], strictness: .lenient)
  }

  @Test func nullsAreExplained() throws {
    let cases: [(String, Warning.Kind)] = [
      ("1 / 0", .divisionByZero), ("10 ** 7000", .outOfRange(operation: "**")),
      ("unknown", .unknownName("unknown")),
      ("1 + \"a\"", .operandTypes(operation: "+", left: .number, right: .string)),
      ("{a: 1}.b", .noField("b", in: .context([Field(name: "a", type: .number)]))),
      ("count(null)", .invalidArgument(function: "count", parameter: "list", value: "null")),
      ("for i in 1..2000000 return i", .tooManySteps(limit: Limits.evaluationSteps)),
      ("1(2)", .notAFunction(.number)),
    ]
    for (text, kind) in cases {
      var warnings: [Warning] = []
      let compiled = try Case.compile(text, strictness: .lenient)
      #expect(compiled.evaluate(Case.slots, warnings: &warnings) == .null)
      #expect(warnings.contains { $0.kind == kind }, "\(text): \(warnings)")
    }
  }
}
