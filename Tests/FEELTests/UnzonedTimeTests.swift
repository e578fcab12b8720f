import FEEL
import Testing

/// Times of which one has a zone and the other none, where the scope says that they are comparable.
@Suite struct UnzonedTimeTests {
  private static let scope = Scope(
    [
      Variable(name: "now()", type: .dateTime, mayBeNull: false),
      Variable(name: "today()", type: .date, mayBeNull: false),
      Variable(name: "began", type: .dateTime, mayBeNull: true),
    ], unzoned: .comparable)

  private func slots(_ began: String?) throws -> [Value] {
    func value(_ text: String) throws -> Value {
      try FEELCompiler.compile(expression: "@\"\(text)\"", in: Scope([])).evaluate([])
    }
    return [
      try value("2026-03-06T03:30:00+01:00"), try value("2026-03-06"), try began.map(value) ?? .null,
    ]
  }

  /// Every comparison of two times that are there is decided, and known to be.
  @Test(arguments: [
    ("time(now()) < time(\"06:00:00\")", true),
    ("time(now()) between @\"22:00:00\" and @\"23:00:00\"", false),
    ("time(now()) in (>= @\"22:00:00\", < @\"06:00:00\")", true),
    ("now() > date and time(\"2026-03-06T02:00:00\")", true), ("now() = @\"2026-03-06T02:30:00\"", true),
    ("today() > date(\"2026-03-05\")", true), ("day of week(today()) = \"Friday\"", true),
    ("years and months duration(date(\"2008-03-07\"), today()).years >= 18", false),
    ("now() - @\"2026-03-06T01:30:00\" >= duration(\"PT1H\")", true),
    ("now() - duration(\"PT4H\") < now()", true), ("date(now()) = today()", true),
    ("now().time offset = duration(\"PT1H\")", true),
  ]) func comparisonsAreDecided(_ text: String, _ expected: Bool) throws {
    let compiled = try FEELCompiler.compile(
      expression: text, in: Self.scope, expecting: .boolean, allowsNull: false)
    #expect(compiled.holds(try slots(nil)) == expected)
    #expect(compiled.evaluate(try slots(nil)) == .boolean(expected))
  }

  /// A time that is not known leaves it undecided, unless the condition says what then counts.
  @Test func whatIsNotKnownStaysNull() throws {
    #expect(throws: CompilationFailure.self) {
      try FEELCompiler.compile(expression: "began <= now()", in: Self.scope, allowsNull: false)
    }
    let guarded = try FEELCompiler.compile(
      expression: "began != null and began <= now()", in: Self.scope, allowsNull: false)
    #expect(guarded.holds(try slots(nil)) == false)
    #expect(guarded.holds(try slots("2026-03-06T02:30:00")) == true)
    #expect(guarded.holds(try slots("2026-03-06T03:00:00")) == false)
  }

  @Test(arguments: [("<= now()", "2026-03-06T02:30:00", true), ("<= now()", "2026-03-06T02:31:00", false)])
  func testsOfATimeAreDecided(_ text: String, _ value: String, _ expected: Bool) throws {
    let tests = try FEELCompiler.compile(
      unaryTests: text, of: .dateTime, inputMayBeNull: false, in: Self.scope)
    #expect(!tests.mayBeNull)
    #expect(tests.evaluate(try slots(value)[2], try slots(nil)) == expected)
  }

  /// Elsewhere they are not to be compared, as the standard says.
  @Test func elsewhereTheyAreIncomparable() throws {
    #expect(try Case.value("@\"10:00:00\" < @\"10:00:00Z\"") == .null)
    #expect(throws: CompilationFailure.self) { try Case.compile("now()") }
  }
}
