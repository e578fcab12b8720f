import FEEL
import Testing

@testable import DMN

/// Cells of tables as modellers write them.
@Suite struct CellTests {
  private static func value(
    cell: String, type: String?, input: Value, tags: Value = ["T"], output: String = "<output/>"
  ) throws -> Value? {
    let model = try Model.compiled(
      Model.input("ix", type: type) + Model.input("itags")
        + "<decision id=\"R\" name=\"R\"><informationRequirement><requiredInput href=\"#ix\"/></informationRequirement>"
        + "<informationRequirement><requiredInput href=\"#itags\"/></informationRequirement><decisionTable>"
        + "<input><inputExpression\(type.map { " typeRef=\"\($0)\"" } ?? "")><text>ix</text></inputExpression></input>\(output)"
        + "<rule><inputEntry><text>\(Model.escaped(cell))</text></inputEntry><outputEntry><text>\"a\"</text></outputEntry>"
        + "</rule></decisionTable></decision>")
    return model.evaluate(decision: "R", inputs: ["ix": input, "itags": tags])?.value
  }

  @Test(
    arguments: [
      "list contains(itags, \"T\")", "count(itags) > 0", "itags[1] = \"T\"", "itags[1] = \"T\" and true",
    ])
  func `a condition without the question mark means the same whether its input declares a type or not`(
    cell: String
  ) throws {
    for type in [nil, "string", "Any"] {
      #expect(try Self.value(cell: cell, type: type, input: "x") == "a", "\(type ?? "none")")
      #expect(try Self.value(cell: cell, type: type, input: "x", tags: []) == .null, "\(type ?? "none")")
    }
  }

  @Test func `a boolean that is tested for equals its input, declared or not`() throws {
    for type in [nil, "boolean", "Any"] {
      #expect(try Self.value(cell: "list contains(itags, \"T\")", type: type, input: true) == "a")
      #expect(try Self.value(cell: "list contains(itags, \"T\")", type: type, input: false) == .null)
      #expect(try Self.value(cell: "list contains(itags, \"U\")", type: type, input: false) == "a")
      #expect(try Self.value(cell: "true", type: type, input: true) == "a")
      #expect(try Self.value(cell: "true", type: type, input: false) == .null)
    }
    #expect(try Self.value(cell: "true", type: nil, input: "x") == .null)
  }

  @Test(arguments: [
    "-", " - ", "\u{200B}-", "", "not(\"b\")", "\"a\", \"b\"", "[\"a\"..\"c\"]", "string length(?) < 3",
  ])
  func `output values are unary tests`(values: String) throws {
    let output = "<output><outputValues><text>\(Model.escaped(values))</text></outputValues></output>"
    #expect(try Self.value(cell: "-", type: "string", input: "x", output: output) == "a")
  }

  @Test(arguments: ["-", "", " "])
  func `a default entry without a value is none`(entry: String) throws {
    let output = "<output><defaultOutputEntry><text>\(entry)</text></defaultOutputEntry></output>"
    #expect(try Self.value(cell: "-", type: "string", input: "x", output: output) == "a")
    #expect(try Self.value(cell: "\"y\"", type: "string", input: "x", output: output) == .null)
  }

  @Test func `allowed values of an output's type may be anything that tests are`() throws {
    for values in ["-", "not(\"b\")", "string length(?) &lt; 3"] {
      let model = try Model.compiled(
        "<itemDefinition name=\"tO\"><typeRef>string</typeRef><allowedValues><text>\(values)</text></allowedValues></itemDefinition>"
          + "<decision id=\"R\" name=\"R\"><decisionTable><input><inputExpression><text>1</text></inputExpression></input>"
          + "<output typeRef=\"tO\"/><rule><inputEntry><text>1</text></inputEntry><outputEntry><text>\"a\"</text></outputEntry>"
          + "</rule></decisionTable></decision>")
      #expect(model.evaluate(decision: "R", inputs: Context())?.value == "a")
      #expect(model.faults == [])
    }
  }

  @Test func `output values order what a table gives`() throws {
    let model = try Model.compiled(
      "<decision id=\"R\" name=\"R\"><decisionTable hitPolicy=\"OUTPUT ORDER\"><input><inputExpression><text>1</text>"
        + "</inputExpression></input><output><outputValues><text>\"high\", \"low\"</text></outputValues></output>"
        + ["low", "other", "high"].map {
          "<rule><inputEntry><text>1</text></inputEntry><outputEntry><text>\"\($0)\"</text></outputEntry></rule>"
        }.joined() + "</decisionTable></decision>")
    #expect(model.evaluate(decision: "R", inputs: Context())?.value == ["high", "low", "other"])
  }

  @Test(.enabled(if: Kit.zones != nil, "needs Debian's tzdata"))
  func `cells compare moments of named zones by what they mean`() throws {
    Kit.useZones()
    // 14:30 in Paris in summer is 12:30 in UTC.
    func found(_ cell: String, _ moment: String) throws -> Value? {
      let value = try #require(Value(temporal: moment))
      return try Self.value(cell: cell, type: "date and time", input: value)
    }
    #expect(try found("< @\"2024-07-01T14:30:00@Europe/Paris\"", "2024-07-01T12:29:00Z") == "a")
    #expect(try found("< @\"2024-07-01T14:30:00@Europe/Paris\"", "2024-07-01T12:31:00Z") == .null)
    #expect(try found(">= @\"2024-07-01T14:30:00@Europe/Paris\"", "2024-07-01T12:30:00Z") == "a")
  }

  @Test func `names that nothing declares are told with their decision`() throws {
    let model = try Model.compiled(
      "<decision id=\"R\" name=\"R\"><decisionTable><input><inputExpression><text>season</text></inputExpression></input>"
        + "<output/><rule><inputEntry><text>\"Winter\"</text></inputEntry><outputEntry><text>guests + season</text></outputEntry>"
        + "</rule></decisionTable></decision>" + Model.decision("S", "1"))
    #expect(model.faults == [])
    #expect(model.undeclared.map(\.element) == ["R", "R"])
    #expect(model.undeclared.map { "\($0.problem)".contains("season") } == [true, false])
    #expect(try #require(model.signature(ofDecision: "S")).undeclared == [])
  }
}
