import FEEL
import Testing

@Suite("Built-in functions")
struct BuiltInTests {
  @Test func conversion() throws {
    try check([
      ("string(1.10)", "\"1.1\""), ("string(\"a\")", "\"a\""), ("string([1, \"a\"])", #""[1, \"a\"]""#),
      ("string(null)", "null"), (#"string(@"P1D")"#, "\"P1D\""), ("number(\"1.5\")", "1.5"),
      ("number(\"x\")", "null"),
      (#"number("1 000,5", " ", ",")"#, "1000.5"), (#"number("1,000.5", ",", ".")"#, "1000.5"),
      (#"number("1.000", ".", ".")"#, "null"), (#"date("2026-05-01")"#, "2026-05-01"),
      (#"date("2026-5-1")"#, "null"),
      ("date(2026, 5, 1)", "2026-05-01"), ("date(2026, 2, 30)", "null"),
      (#"date(@"2026-05-01T10:00:00")"#, "2026-05-01"),
      (#"time("10:00:00Z")"#, "10:00:00Z"), ("time(10, 30, 0)", "10:30:00"),
      ("time(10, 30, 1.5)", "10:30:01.5"),
      (#"time(10, 30, 0, @"PT1H")"#, "10:30:00+01:00"), ("time(25, 0, 0)", "null"),
      (#"date and time("2026-05-01T10:00:00")"#, "2026-05-01T10:00:00"),
      (#"date and time("2026-05-01")"#, "2026-05-01T00:00:00"),
      (#"date and time(@"2026-05-01", @"10:00:00Z")"#, "2026-05-01T10:00:00Z"),
      (#"duration("P1DT2H")"#, "P1DT2H"),
      (#"duration("P1Y2M")"#, "P1Y2M"), (#"duration("1 day")"#, "null"),
      (#"years and months duration(@"2011-12-22", @"2013-08-24")"#, "P1Y8M"),
      (#"years and months duration(@"2013-08-24", @"2011-12-22")"#, "-P1Y8M"),
      (#"date(from: "2026-05-01")"#, "2026-05-01"), ("date(day: 1, month: 5, year: 2026)", "2026-05-01"),
    ])
  }

  @Test func strings() throws {
    try check([
      (#"substring("foobar", 3)"#, "\"obar\""), (#"substring("foobar", 3, 3)"#, "\"oba\""),
      (#"substring("foobar", -2, 1)"#, "\"a\""),
      (#"substring("a🐎b", 2, 1)"#, "\"🐎\""), (#"substring("foo", 0)"#, "null"),
      (#"string length("🐎é")"#, "2"),
      (#"upper case("aBc4")"#, "\"ABC4\""), (#"lower case("aBc4")"#, "\"abc4\""),
      (#"substring before("foobar", "bar")"#, "\"foo\""),
      (#"substring before("foobar", "xyz")"#, "\"\""), (#"substring after("foobar", "ob")"#, "\"ar\""),
      (#"substring after("", "a")"#, "\"\""),
      (#"contains("foobar", "of")"#, "false"), (#"contains("foobar", "")"#, "true"),
      (#"starts with("foobar", "fo")"#, "true"),
      (#"ends with("foobar", "r")"#, "true"), (#"string join(["a", "b", null], "-")"#, "\"a-b\""),
      (#"string join(["a", "b"], ", ", "[", "]")"#, "\"[a, b]\""), (#"string join([])"#, "\"\""),
      (#"split("a;b;;c", ";")"#, #"["a", "b", "", "c"]"#),
      (#"contains(string: "ab", match: "b")"#, "true"), (#"contains(null, "b")"#, "null"),
      (#"split("John Doe", "\s")"#, #"["John", "Doe"]"#),
    ])
  }

  @Test func patterns() throws {
    try check([
      (#"matches("foobar", "^fo*b")"#, "true"), (#"matches("foobar", "^Fo", "i")"#, "true"),
      (#"matches("a\nb", "a.b")"#, "false"),
      (#"matches("a\nb", "a.b", "s")"#, "true"), (#"matches("a\nb", "^b$", "m")"#, "true"),
      (#"matches("a.b", "a.b", "q")"#, "true"),
      (#"matches("axb", "a.b", "q")"#, "false"), (#"matches("helloworld", "hello world", "x")"#, "true"),
      (#"matches("a", "[")"#, "null"),
      (#"matches("a", "a", "z")"#, "null"),
      (#"replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")"#, "\"[1=ab][2=]cd\""),
      (#"replace("abracadabra", "a.*?a", "*")"#, "\"*c*bra\""),
      (#"replace("abracadabra", "bra", "*")"#, "\"a*cada*\""),
      (#"replace("abc", "x*", "-")"#, "null"), (#"replace("a b", "\s", "\\$")"#, "\"a$b\""),
      (#"replace("ab", "a", "$")"#, "null"),
      (#"matches("x-y", "[a-z-[aeiou]]-y")"#, "true"), (#"matches("é", "\p{L}")"#, "true"),
      (#"matches("1", "\P{L}")"#, "true"),
      (#"matches("aaa", "^a{2,3}$")"#, "true"), (#"matches("aaaa", "^a{2,3}$")"#, "false"),
      (#"matches("ab", "^(?:a|b)+$")"#, "true"),
      (#"matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$")"#, "false"),
      (#"matches("a", "((((a{1000}){1000}){1000}){1000})")"#, "null"),
      (#"replace("aaa", "(a)(a)?", "<$2$1>")"#, "\"<aa><a>\""),
    ])
  }

  @Test func lists() throws {
    try check([
      ("count([1, 2])", "2"), ("count([])", "0"), ("list contains([1, null], null)", "true"),
      ("min(1, 3, 2)", "1"), ("max([1, 3, 2])", "3"),
      ("min([])", "null"), ("max([1, \"a\"])", "null"), ("min(\"b\", \"a\")", "\"a\""),
      ("sum([1, 2.5])", "3.5"), ("sum([])", "null"), ("sum(1, null)", "null"),
      ("mean([1, 2, 3, 6])", "3"), ("product(2, 3, 4)", "24"), ("median([8, 2, 5, 3, 4])", "4"),
      ("median([6, 1, 2, 3])", "2.5"), ("median([])", "null"),
      ("stddev([2, 4, 7, 5])", "2.081665999466132735282297706979932"), ("stddev([1])", "null"),
      ("mode([6, 3, 9, 6, 3])", "[3, 6]"), ("mode([])", "[]"),
      ("all([true, false])", "false"), ("all([true, null])", "null"), ("all([])", "true"),
      ("any([false, null])", "null"), ("any([null, true])", "true"),
      ("any(false, true)", "true"), ("all([1])", "null"), ("sublist([4, 5, 6], 1, 2)", "[4, 5]"),
      ("sublist([4, 5, 6], -2)", "[5, 6]"), ("sublist([1], 3)", "null"),
      ("append([1], 2, 3)", "[1, 2, 3]"), ("concatenate([1, 2], [3])", "[1, 2, 3]"),
      ("insert before([1, 3], 2, 2)", "[1, 2, 3]"), ("remove([1, 2, 3], 2)", "[1, 3]"),
      ("remove([1], 2)", "null"), ("reverse([1, 2])", "[2, 1]"), ("index of([1, 2, 3, 2], 2)", "[2, 4]"),
      ("union([1, 2], [2, 3])", "[1, 2, 3]"),
      ("distinct values([1, 2, 1.0])", "[1, 2]"), ("flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]"),
      ("list replace([2, 4], 2, 5)", "[2, 5]"),
      ("list replace([2, 4, 7], function(item, newItem) item < newItem, 5)", "[5, 5, 7]"),
      ("count(\"a\")", "1"),
      ("sort([{a: 2}, {a: 1}], function(x, y) x.a < y.a)", "[{a: 1}, {a: 2}]"),
      ("sort(list: [2, 1], precedes: function(x, y) x < y)", "[1, 2]"),
    ])
  }

  @Test func numbers() throws {
    try check([
      ("decimal(1/3, 2)", "0.33"), ("decimal(2.5, 0)", "2"), ("floor(-1.5)", "-2"), ("floor(1.56, 1)", "1.5"),
      ("ceiling(1.5)", "2"), ("ceiling(-1.56, 1)", "-1.5"),
      ("round up(5.5, 0)", "6"), ("round up(-1.121, 2)", "-1.13"), ("round down(1.129, 2)", "1.12"),
      ("round half up(5.5, 0)", "6"), ("round half up(-5.5, 0)", "-6"),
      ("round half down(5.5, 0)", "5"), ("round half down(1.126, 2)", "1.13"), ("abs(-10)", "10"),
      (#"abs(@"-P1D")"#, "P1D"), ("modulo(10.1, -4.5)", "-3.4"),
      ("sqrt(16)", "4"), ("sqrt(-3)", "null"), ("log(0)", "null"), ("exp(0)", "1"), ("odd(5)", "true"),
      ("even(5)", "false"), ("odd(0.5)", "null"), ("even(-2)", "true"),
    ])
  }

  @Test func dates() throws {
    try check([
      (#"day of year(@"2019-09-17")"#, "260"), (#"day of week(@"2019-09-17")"#, "\"Tuesday\""),
      (#"month of year(@"2019-09-17")"#, "\"September\""),
      (#"week of year(@"2005-01-01")"#, "53"), (#"day of week(@"2019-09-17T10:00:00")"#, "\"Tuesday\""),
      ("day of week(1)", "null"),
    ])
  }

  /// The examples of DMN 1.5, table 78.
  @Test func relations() throws {
    try check([
      ("before(1, 10)", "true"), ("before(10, 1)", "false"), ("before(1, [1..10])", "false"),
      ("before(1, (1..10])", "true"), ("before([1..10], 10)", "false"),
      ("before([1..10), 10)", "true"), ("before([1..10], [10..20])", "false"),
      ("before([1..10), [10..20])", "true"), ("after(10, 5)", "true"), ("after([11..20], [1..11))", "true"),
      ("meets([1..5], [5..10])", "true"), ("meets([1..5), [5..10])", "false"),
      ("met by([5..10], [1..5])", "true"), ("overlaps([1..5], [3..8])", "true"),
      ("overlaps([1..5), [5..8])", "false"), ("overlaps([3..8], [1..5])", "true"),
      ("overlaps before([1..5], [3..8])", "true"), ("overlaps before([1..5), [1..5])", "false"),
      ("overlaps before([1..5], (1..5])", "true"), ("overlaps after([3..8], [1..5])", "true"),
      ("finishes(10, [1..10])", "true"), ("finishes([5..10], [1..10])", "true"),
      ("finishes([5..10), [1..10])", "false"), ("finished by([1..10], 10)", "true"),
      ("includes([1..10], 5)", "true"), ("includes([1..10), 10)", "false"),
      ("includes([1..10], [4..6])", "true"), ("includes((1..10], [1..10])", "false"),
      ("during(5, [1..10])", "true"), ("starts(1, [1..10])", "true"), ("starts((1..5), (1..10])", "true"),
      ("started by([1..10], 1)", "true"), ("coincides(5, 5)", "true"), ("coincides([1..5], [1..5))", "false"),
      ("before(1, \"a\")", "null"), ("range(\"[1..5)\")", "[1..5)"), ("range(\"1\")", "null"),
      (#"before(@"2026-01-01", [@"2026-02-01"..@"2026-03-01"])"#, "true"),
      ("before(point: 1, range: [2..3])", "true"),
    ])
  }

  @Test func contexts() throws {
    try check([
      ("get value({a: 1}, \"a\")", "1"), ("get value({a: 1}, \"b\")", "null"),
      ("get entries({a: 1})", "[{key: \"a\", value: 1}]"),
      ("context([{key: \"a\", value: 1}])", "{a: 1}"),
      ("context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null"),
      ("context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}"),
      ("context put({a: {b: 1}}, [\"a\", \"b\"], 2)", "{a: {b: 2}}"),
      ("context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}"), ("is(1, 1)", "true"),
      ("is(1, \"1\")", "false"),
    ])
  }
}
