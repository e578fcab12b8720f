import FEEL
import Testing

@testable import DMN

@Suite struct DecisionModelTests {
  private static func value(
    _ elements: String, _ decision: String = "d", _ inputs: Context = Context()
  ) throws -> Value? {
    try Model.compiled(elements).evaluate(decision: decision, inputs: inputs)?.value
  }

  private static let items = """
    <itemDefinition name="age"><typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues>
    </itemDefinition>
    <itemDefinition name="ages" isCollection="true"><typeRef>age</typeRef></itemDefinition>
    <itemDefinition name="few" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) &lt; 3</text>
    </typeConstraint></itemDefinition>
    <itemDefinition name="person"><itemComponent name="first name"><typeRef>string</typeRef></itemComponent>
    <itemComponent name="age"><typeRef>age</typeRef></itemComponent></itemDefinition>
    <itemDefinition name="moment"><typeRef>date and time</typeRef></itemDefinition>
    """

  @Test(arguments: [
    ("number", "\"1\"", "null"), ("number", "[1]", "1"), ("number", "[1, 2]", "null"), ("age", "30", "30"),
    ("age", "200", "null"), ("age", "[30]", "30"), ("ages", "30", "[30]"), ("ages", "[30, 200]", "null"),
    ("ages", "[30, null]", "[30, null]"), ("few", "[1, 2]", "[1, 2]"), ("few", "[1, 2, 3]", "null"),
    ("person", "{first name: \"a\", age: 3}", "{first name: \"a\", age: 3}"),
    ("person", "{first name: \"a\", age: 3, more: 1}.age", "null"), ("person", "{first name: \"a\"}", "null"),
    ("person", "{first name: \"a\", age: 300}", "null"),
    ("person", "[{first name: \"a\", age: 3}]", "{first name: \"a\", age: 3}"),
    ("moment", "@\"2026-05-01\"", "2026-05-01T00:00:00Z"), ("Any", "[1, \"a\"]", "[1, \"a\"]"),
    ("string", "null", "null"), ("nonsense", "1", "1"),
  ])
  func `values are coerced to the declared type, or null`(type: String, text: String, result: String) throws {
    let model = try Model.compiled(Self.items + Model.decision("d", text, type: type))
    #expect(model.evaluate(decision: "d", inputs: Context())?.value.description == result)
    #expect(model.faults.isEmpty == (type != "nonsense"))
  }

  @Test func `inputs are checked, and names with spaces are found`() throws {
    let model = try Model.compiled(
      Self.items + Model.input("i", type: "person")
        + Model.decision("d", "i.first name + \" is \" + string(i.age)", requires: ["i"]))
    let good = Context(["i": .context(Context(["first name": "Ada", "age": 36]))])
    #expect(model.evaluate(decision: "d", inputs: good)?.value == "Ada is 36")
    let bad = Context(["i": .context(Context(["first name": "Ada", "age": 360]))])
    let result = try #require(model.evaluate(decision: "d", inputs: bad))
    #expect(result.value == .null)
    #expect(result.warnings.isEmpty == false)
    #expect(model.evaluate(decision: "x", inputs: good) == nil)
  }

  @Test func `a fault in one decision leaves the others working`() throws {
    let model = try Model.compiled(Model.decision("d", "1 +") + Model.decision("e", "2"))
    #expect(model.faults.map(\.element) == ["d"])
    #expect(model.evaluate(decision: "d", inputs: Context())?.value == .null)
    #expect(model.evaluate(decision: "e", inputs: Context())?.value == 2)
  }

  @Test func `a decision sees what it requires and nothing else`() throws {
    let elements = Model.input("i") + Model.decision("e", "i", requires: ["i"])
    #expect(try Self.value(elements + Model.decision("d", "e", requires: ["e"]), "d", Context(["i": 1])) == 1)
    #expect(
      try Self.value(elements + Model.decision("d", "i", requires: ["e"]), "d", Context(["i": 1])) == .null)
  }

  private static let function = """
    <businessKnowledgeModel id="f" name="f"><variable name="f"/><encapsulatedLogic>
    <formalParameter name="n" typeRef="number"/><literalExpression><text>if n &lt; 1 then 0 else 1 + f(n - 1)</text>
    </literalExpression></encapsulatedLogic></businessKnowledgeModel>
    """

  @Test(arguments: [("f(10)", Value.number(10)), ("f(\"a\")", .null), ("f()", .null), ("f(n: 3)", 3)])
  func `functions take their parameters and may call themselves`(text: String, value: Value) throws {
    #expect(try Self.value(Self.function + Model.decision("d", text, requires: ["f"])) == value)
  }

  @Test func `endless calls end in null, through tables too`() throws {
    let model = try Model.compiled(
      """
      <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="n"/><decisionTable>
      <input><inputExpression><text>n</text></inputExpression></input><output/><rule><inputEntry><text>-</text>
      </inputEntry><outputEntry><text>1 + f(n + 1)</text></outputEntry></rule></decisionTable></encapsulatedLogic>
      </businessKnowledgeModel>
      """ + Model.decision("d", "f(1)", requires: ["f"]))
    #expect(model.faults == [])
    #expect(model.evaluate(decision: "d", inputs: Context())?.value == .null)
  }

  /// `and` makes a guard of a body, which must not forget how deep the call is.
  @Test(arguments: ["1 + f(n + 1)", "f(n + 1) and n > 0", "if f(n + 1) then n > 0 else true"])
  func `endless calls of functions of one expression end in null`(body: String) throws {
    let model = try Model.compiled(
      "<businessKnowledgeModel id=\"f\" name=\"f\"><encapsulatedLogic><formalParameter name=\"n\" typeRef=\"number\"/>"
        + "<literalExpression><text>\(Model.escaped(body))</text></literalExpression></encapsulatedLogic>"
        + "</businessKnowledgeModel>" + Model.decision("d", "[f(1)]", requires: ["f"]))
    #expect(model.faults == [])
    let result = try #require(model.evaluate(decision: "d", inputs: Context()))
    #expect(result.warnings.contains { if case .tooDeep = $0.kind { true } else { false } })
  }

  @Test func `calls that branch without end share their steps`() throws {
    let model = try Model.compiled(
      """
      <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="n"/><decisionTable>
      <input><inputExpression><text>n</text></inputExpression></input><output/><rule><inputEntry><text>-</text>
      </inputEntry><outputEntry><text>[f(n + 1), f(n + 1)]</text></outputEntry></rule></decisionTable>
      </encapsulatedLogic></businessKnowledgeModel>
      """ + Model.decision("d", "count(f(1))", requires: ["f"]))
    // Without a common limit this would take 2⁶⁴ calls.
    #expect(model.evaluate(decision: "d", inputs: Context()) != nil)
  }

  @Test func `a service hides its decisions and takes its inputs in order`() throws {
    let model = try Model.compiled(
      Model.input("i") + Model.decision("e", "\"inside\"")
        + Model.decision("o", "[i, e]", requires: ["i", "e"])
          + """
          <decisionService id="f" name="f"><outputDecision href="#o"/><encapsulatedDecision href="#o"/>
          <inputDecision href="#e"/><inputData href="#i"/></decisionService>
          """ + Model.decision("d", "{called: f(1, \"given\"), own: e}", requires: ["f", "e"]))
    let value = model.evaluate(decision: "d", inputs: Context(["i": 7]))?.value
    #expect(value?.description == "{called: [1, \"given\"], own: \"inside\"}")
    let called = model.evaluate(function: "f", inputs: Context(["i": 2, "e": "x"]))?.value
    #expect(called == [2, "x"])
    #expect(model.services == ["f"])
  }

  @Test func `elements and types of an imported model go by its name`() throws {
    let other = try Model.definitions(
      Self.items + Model.input("i", type: "age") + Model.decision("e", "i + 1", requires: ["i"]),
      namespace: "urn:other")
    let own = try Model.definitions(
      """
      <import name="other" namespace="urn:other"/>
      <decision id="d" name="d"><variable name="d" typeRef="other.age"/><informationRequirement>
      <requiredDecision href="urn:other#e"/></informationRequirement>
      <literalExpression><text>if other.e instance of other.age then other.e * 10 else 0</text></literalExpression>
      </decision>
      """)
    let model = try DecisionModel(own, imports: [other])
    #expect(model.faults == [])
    #expect(model.evaluate(decision: "d", inputs: Context(["i": 1]))?.value == 20)
    let nested = Context(["other": .context(Context(["i": 2]))])
    #expect(model.evaluate(decision: "d", inputs: nested)?.value == 30)
  }

  private static func boxed(_ text: String) -> String {
    "<decision id=\"d\" name=\"d\">\(text)</decision>"
  }

  private static func literal(_ text: String) -> String {
    "<literalExpression><text>\(Model.escaped(text))</text></literalExpression>"
  }

  @Test(arguments: [
    ("<list>\(literal("1"))\(literal("2"))</list>", "[1, 2]"),
    ("<context><contextEntry><variable name=\"a b\"/>\(literal("1"))</contextEntry></context>", "{a b: 1}"),
    (
      "<context><contextEntry><variable name=\"a b\"/>\(literal("1"))</contextEntry><contextEntry>"
        + "\(literal("a b + 1"))</contextEntry></context>", "2"
    ),
    (
      "<relation><column name=\"x\"/><column name=\"y\"/><row>\(literal("1"))\(literal("2"))</row></relation>",
      "[{x: 1, y: 2}]"
    ),
    (
      "<conditional><if>\(literal("true"))</if><then>\(literal("1"))</then><else>\(literal("2"))</else></conditional>",
      "1"
    ),
    (
      "<conditional><if>\(literal("null"))</if><then>\(literal("1"))</then><else>\(literal("2"))</else></conditional>",
      "2"
    ),
    (
      "<conditional><if>\(literal("3"))</if><then>\(literal("1"))</then><else>\(literal("2"))</else></conditional>",
      "null"
    ),
    ("<filter><in>\(literal("[1, 2, 3]"))</in><match>\(literal("item > 1"))</match></filter>", "[2, 3]"),
    (
      "<filter><in>\(literal("[{a: 1}, {a: 2}]"))</in><match>\(literal("a > 1"))</match></filter>", "[{a: 2}]"
    ),
    ("<filter><in>\(literal("[1, 2]"))</in><match>\(literal("1"))</match></filter>", "null"),
    (
      "<for iteratorVariable=\"x\"><in>\(literal("1..3"))</in><return>\(literal("x + count(partial)"))</return></for>",
      "null"
    ),
    (
      "<for iteratorVariable=\"x\"><in>\(literal("[1..3]"))</in><return>\(literal("x + count(partial)"))</return></for>",
      "[1, 3, 5]"
    ),
    (
      "<some iteratorVariable=\"x\"><in>\(literal("[1, 2]"))</in><satisfies>\(literal("x > 1"))</satisfies></some>",
      "true"
    ),
    (
      "<every iteratorVariable=\"x\"><in>\(literal("[1, null]"))</in><satisfies>\(literal("x < 2"))</satisfies></every>",
      "null"
    ),
    (
      "<invocation>\(literal("string length"))<binding><parameter name=\"string\"/>\(literal("\"abc\""))</binding>"
        + "</invocation>", "3"
    ),
    (
      "<context><contextEntry><variable name=\"g\"/><functionDefinition><formalParameter name=\"n\" typeRef=\"number\"/>"
        + "\(literal("n * 2"))</functionDefinition></contextEntry><contextEntry>\(literal("[g(2), g(\"a\")]"))"
        + "</contextEntry></context>", "[4, null]"
    ),
    ("<literalExpression typeRef=\"string\"><text>1</text></literalExpression>", "null"),
    ("<literalExpression expressionLanguage=\"urn:python\"><text>1</text></literalExpression>", "null"),
  ])
  func `boxed expressions`(text: String, result: String) throws {
    #expect(try Self.value(Self.boxed(text))?.description == result)
  }

  @Test(arguments: [
    ("UNIQUE", "1", "null"), ("UNIQUE", "5", "\"b\""), ("FIRST", "1", "\"a\""), ("ANY", "1", "null"),
    ("PRIORITY", "1", "\"b\""), ("RULE ORDER", "1", "[\"a\", \"b\"]"),
    ("OUTPUT ORDER", "1", "[\"b\", \"a\"]"),
    ("COLLECT", "9", "[]"), ("COLLECT\" aggregation=\"COUNT", "1", "2"),
    ("COLLECT\" aggregation=\"MAX", "1", "\"b\""),
  ])
  func `tables decide by their hit policy`(policy: String, input: String, result: String) throws {
    let table = """
      <decisionTable hitPolicy="\(policy)"><input><inputExpression><text>\(input)</text></inputExpression></input>
      <output typeRef="string"><outputValues><text>"b", "a"</text></outputValues></output>
      <rule><inputEntry><text>&lt; 3</text></inputEntry><outputEntry><text>"a"</text></outputEntry></rule>
      <rule><inputEntry><text>&lt; 7</text></inputEntry><outputEntry><text>"b"</text></outputEntry></rule>
      </decisionTable>
      """
    #expect(try Self.value(Self.boxed(table))?.description == result)
  }

  @Test(arguments: [
    (ValueType.number, Value.string("1.5"), "1.5"), (.date, "2026-05-01", "2026-05-01"),
    (.string, "1", "\"1\""),
    (.list(.boolean), .list([.string("true"), .string("x")]), "[true, \"x\"]"),
    (
      .context([Field(name: "a", type: .daysDuration)]),
      Value.context(Context(KeyValuePairs(dictionaryLiteral: ("a", "P1D"), ("b", "P1D")))),
      "{a: P1D, b: \"P1D\"}"
    ),
  ])
  func `untyped texts are read as the type wants them`(type: ValueType, value: Value, result: String) {
    #expect(value.reading(as: type).description == result)
  }

  /// The cells of a table of one input `i` (a number), the input, and the warnings that the model's result carries.
  @Test(
    arguments: [
      ("-", "i / 0", [.divisionByZero]), ("> 5", "i / 0", []),
      ("-", "number(\"x\")", [.failed(function: "number", reason: .noResult)]),
      ("-", "i", []),
      ("i / 0 = 1", "i", [.divisionByZero, .failed(function: "d", reason: .engine("no-rule-matched", [:]))]),
    ] as [(String, String, [Warning.Kind])])
  func `cells say why they are null`(test: String, output: String, warnings: [Warning.Kind]) throws {
    let otherwise =
      test == "> 5"
      ? "<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>" : ""
    let model = try Model.compiled(
      Model.input("i", type: "number")
        + "<decision id=\"d\" name=\"d\"><informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"
        + "<decisionTable><input><inputExpression><text>i</text></inputExpression></input><output/><rule><inputEntry>"
        + "<text>\(Model.escaped(test))</text></inputEntry><outputEntry><text>\(Model.escaped(output))</text></outputEntry>"
        + "</rule>\(otherwise)</decisionTable></decision>")
    #expect(model.faults == [])
    #expect(
      try #require(model.evaluate(decision: "d", inputs: Context(["i": 4]))).warnings.map(\.kind) == warnings)
  }

  @Test(arguments: ["now() > @\"2026-01-01T00:00:00Z\"", "now() > @\"2026-01-01T00:00:00Z\" and i"])
  func `expressions know the clock, conditions with and too`(text: String) throws {
    let model = try Model.compiled(
      Model.input("i", type: "boolean") + Model.decision("d", text, requires: ["i"]))
    let date = try #require(CalendarDate(year: 2026, month: 5, day: 1))
    let now = DateTime(date, try #require(ClockTime(hour: 3, minute: 0, second: 0, zone: .utc)))
    let inputs = Context(["i": true])
    #expect(model.evaluate(decision: "d", inputs: inputs, now: now)?.value == true)
    #expect(model.evaluate(decision: "d", inputs: inputs)?.value == .null)
  }

  @Test func `cells know the clock`() throws {
    let model = try Model.compiled(
      "<decision id=\"d\" name=\"d\"><decisionTable hitPolicy=\"FIRST\"><input><inputExpression><text>today().year</text>"
        + "</inputExpression></input><output/><rule><inputEntry><text>2026</text></inputEntry><outputEntry><text>now()</text>"
        + "</outputEntry></rule></decisionTable></decision>")
    let date = try #require(CalendarDate(year: 2026, month: 5, day: 1))
    let now = DateTime(date, try #require(ClockTime(hour: 3, minute: 0, second: 0, zone: .utc)))
    #expect(model.evaluate(decision: "d", inputs: Context(), now: now)?.value == .dateTime(now))
    #expect(model.evaluate(decision: "d", inputs: Context())?.value == .null)
  }
}
