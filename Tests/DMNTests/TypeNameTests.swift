import FEEL
import Testing

@testable import DMN

/// Types as the tools write them: qualified names with prefixes declared anywhere, and names that only tools have.
@Suite struct TypeNameTests {
  private static let old = "http://www.omg.org/spec/DMN/20151101/dmn.xsd"
  private static let feel = "http://www.omg.org/spec/FEEL/20140401"

  private static func model(_ elements: String, root: String = "") throws -> DecisionModel {
    try DecisionModel(
      Definitions(
        dmn: Array(
          "<definitions xmlns=\"\(old)\" \(root) xmlns:t=\"urn:t\" name=\"m\" namespace=\"urn:t\">\(elements)</definitions>"
            .utf8)))
  }

  private static func decision(_ text: String, _ inputs: String...) -> String {
    "<decision id=\"R\" name=\"R\"><variable name=\"R\"/>"
      + inputs.map { "<informationRequirement><requiredInput href=\"#\($0)\"/></informationRequirement>" }
      .joined()
      + "<literalExpression><text>\(text)</text></literalExpression></decision>"
  }

  @Test(
    arguments: [
      "<itemDefinition name=\"tA\"><typeRef xmlns:feel=\"\(feel)\">feel:number</typeRef></itemDefinition>",
      "<itemDefinition name=\"tA\" xmlns:feel=\"\(feel)\"><typeRef>feel:number</typeRef></itemDefinition>",
      "<itemDefinition name=\"tA\"><typeRef xmlns:f=\"\(feel)\"> f:number </typeRef></itemDefinition>",
      "<itemDefinition name=\"tA\"><typeRef xmlns=\"\(feel)\">number</typeRef></itemDefinition>",
      "<itemDefinition name=\"tA\"><typeRef>feel:number</typeRef></itemDefinition>",
      "<itemDefinition name=\"tA\"><typeRef xmlns:x=\"http://www.w3.org/2001/XMLSchema\">x:decimal</typeRef></itemDefinition>",
      "<itemDefinition name=\"tA\"><typeRef xmlns:d=\"\(old)\">d:number</typeRef></itemDefinition>",
      "<itemDefinition name=\"tA\"><typeRef>t:tB</typeRef></itemDefinition><itemDefinition name=\"tB\"><typeRef>number</typeRef></itemDefinition>",
    ])
  func `a prefix holds where it is declared, on the element itself too`(items: String) throws {
    let model = try Self.model(
      items + "<inputData id=\"a\" name=\"a\"><variable name=\"a\" typeRef=\"tA\"/></inputData>"
        + Self.decision("a instance of number", "a"))
    #expect(model.faults == [])
    #expect(model.evaluate(decision: "R", inputs: model.reading(["a": "5"]))?.value == true)
  }

  @Test func `a prefix on a variable, a component, a parameter and a column holds`() throws {
    let model = try Self.model(
      """
      <itemDefinition name="tC"><itemComponent name="n"><typeRef xmlns:f="\(Self.feel)">f:number</typeRef></itemComponent>
      </itemDefinition>
      <inputData id="a" name="a"><variable name="a" xmlns:f="\(Self.feel)" typeRef="f:number"/></inputData>
      <inputData id="c" name="c"><variable name="c" typeRef="tC"/></inputData>
      <decision id="T" name="T"><decisionTable><input><inputExpression xmlns:f="\(Self.feel)" typeRef="f:number">
      <text>1</text></inputExpression></input><output xmlns:f="\(Self.feel)" typeRef="f:string"/>
      <rule><inputEntry><text>1</text></inputEntry><outputEntry><text>"x"</text></outputEntry></rule></decisionTable></decision>
      """ + Self.decision("[a, c.n]", "a", "c"))
    #expect(model.faults == [])
    let given = model.reading(["a": "5", "c": ["n": "6"]])
    #expect(model.evaluate(decision: "R", inputs: given)?.value == [5, 6])
    #expect(model.evaluate(decision: "T", inputs: Context())?.value == "x")
  }

  @Test func `a definition called like a type of FEEL does not hide it`() throws {
    let model = try Self.model(
      "<itemDefinition name=\"number\"><typeRef>feel:number</typeRef><allowedValues><text>[0..10]</text></allowedValues>"
        + "</itemDefinition><inputData id=\"a\" name=\"a\"><variable name=\"a\" typeRef=\"feel:number\"/></inputData>"
        + "<inputData id=\"b\" name=\"b\"><variable name=\"b\" typeRef=\"t:number\"/></inputData>"
        + Self.decision("[a, b, a instance of number]", "a", "b"), root: "xmlns:feel=\"\(Self.feel)\"")
    #expect(model.faults == [])
    #expect(
      model.evaluate(decision: "R", inputs: ["a": 50, "b": 50])?.value.description == "[50, null, true]")
    #expect(model.evaluate(decision: "R", inputs: ["a": 50, "b": 5])?.value.description == "[50, 5, true]")
  }

  @Test func `a definition that is made of FEEL's type of its name does not contain itself`() throws {
    let model = try Self.model(
      "<itemDefinition name=\"string\"><typeRef>string</typeRef><allowedValues><text>\"a\"</text></allowedValues>"
        + "</itemDefinition><inputData id=\"a\" name=\"a\"><variable name=\"a\" typeRef=\"string\"/></inputData>"
        + Self.decision("a", "a"))
    #expect(model.faults == [])
    #expect(model.evaluate(decision: "R", inputs: ["a": "b"])?.value == .null)
    let circle = try Self.model(
      "<itemDefinition name=\"tA\"><typeRef>tB</typeRef></itemDefinition>"
        + "<itemDefinition name=\"tB\"><typeRef>tA</typeRef></itemDefinition>")
    #expect(circle.faults.map(\.problem) == [.recursiveType("tA")])
  }

  @Test func `types of an imported model are found by its namespace's prefix, and by its name`() throws {
    let lib = try Model.definitions(
      "<itemDefinition name=\"tA\"><typeRef>number</typeRef><allowedValues><text>[0..10]</text></allowedValues></itemDefinition>",
      namespace: "urn:lib")
    for reference in ["l:tA", "lib.tA"] {
      let main = try Model.definitions(
        "<import name=\"lib\" namespace=\"urn:lib\"/><inputData xmlns:l=\"urn:lib\" id=\"i\" name=\"i\">"
          + "<variable name=\"i\" typeRef=\"\(reference)\"/></inputData>"
          + Model.decision("R", "i", requires: ["i"]))
      let model = try DecisionModel(main, imports: [lib])
      #expect(model.faults == [])
      #expect(model.evaluate(decision: "R", inputs: ["i": 50])?.value == .null)
      #expect(model.evaluate(decision: "R", inputs: ["i": 5])?.value == 5)
    }
  }

  @Test(arguments: ["integer", "long", "double"])
  func `types of Camunda Modeler are numbers`(name: String) throws {
    let model = try Model.compiled(
      Model.input("i", type: name) + Model.decision("R", "i + 1", requires: ["i"]))
    #expect(model.faults == [])
    #expect(model.evaluate(decision: "R", inputs: model.reading(["i": "5"]))?.value == 6)
    // A definition of that name is meant before.
    let own = try Model.compiled(
      "<itemDefinition name=\"\(name)\"><typeRef>string</typeRef></itemDefinition>"
        + Model.input("i", type: name)
        + Model.decision("R", "i", requires: ["i"]))
    #expect(own.evaluate(decision: "R", inputs: ["i": "a"])?.value == "a")
  }

  @Test func `what KIE writes for no type is any`() throws {
    let model = try Model.compiled(
      Model.input("i", type: "&lt;Undefined&gt;") + Model.decision("R", "i", requires: ["i"]))
    #expect(model.faults == [])
    #expect(model.evaluate(decision: "R", inputs: ["i": [1, "a"]])?.value == [1, "a"])
  }

  @Test(arguments: [("true", "6"), ("1", "6"), (" 1 ", "6"), ("false", "null"), ("0", "null"), ("", "null")])
  func `booleans are written as XML Schema has them`(written: String, sum: String) throws {
    let model = try Model.compiled(
      "<itemDefinition name=\"tX\" isCollection=\"\(written)\"><typeRef>number</typeRef></itemDefinition>"
        + Model.input("i", type: "tX") + Model.decision("R", "sum(i)", requires: ["i"]))
    #expect(model.evaluate(decision: "R", inputs: ["i": [1, 2, 3]])?.value.description == sum)
  }
}
