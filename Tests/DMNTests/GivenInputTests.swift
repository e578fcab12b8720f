import FEEL
import Testing

@testable import DMN

/// What is handed in from outside reaches the element that it is meant for, and no other.
@Suite struct GivenInputTests {
  private static func model(_ elements: String, imports: [(String, String)] = []) throws -> DecisionModel {
    try DecisionModel(
      Model.definitions(elements),
      imports: imports.map { try Model.definitions($0.1, namespace: $0.0) })
  }

  private static func imports(_ names: (name: String, namespace: String)...) -> String {
    names.map { "<import name=\"\($0.name)\" namespace=\"\($0.namespace)\"/>" }.joined()
  }

  private static func requiring(_ name: String, _ text: String, _ references: String...) -> String {
    let requirements = references.map {
      "<informationRequirement><requiredDecision href=\"\($0)\"/></informationRequirement>"
    }.joined()
    return "<decision id=\"\(name)\" name=\"\(name)\"><variable name=\"\(name)\"/>\(requirements)"
      + "<literalExpression><text>\(text)</text></literalExpression></decision>"
  }

  @Test func `an entry of an input's context replaces no decision and no other input`() throws {
    let model = try Self.model(
      Model.input("iOrder") + Model.input("iRate")
        + Model.decision("Discount", "iOrder.Amount * 0.1", requires: ["iOrder"])
        + Model.decision("R", "[iOrder.Amount - Discount, iRate]", requires: ["iOrder", "Discount", "iRate"]))
    let order: Value = ["Amount": 100, "Discount": 5, "iRate": 7, "R": 1]
    let deeper: Value = ["Amount": 100, "inner": ["Discount": 5, "iRate": 7]]
    for value in [order, deeper] {
      #expect(model.evaluate(decision: "R", inputs: ["iOrder": value])?.value.description == "[90, null]")
    }
    // What is given for a decision by its own name still is.
    #expect(
      model.evaluate(decision: "R", inputs: ["iOrder": order, "Discount": 1])?.value.description
        == "[99, null]")
  }

  @Test func `arguments of functions are taken by their own names only`() throws {
    let function = """
      <businessKnowledgeModel id="f" name="f"><variable name="f"/><encapsulatedLogic>
      <formalParameter name="order"/><formalParameter name="rate"/>
      <literalExpression><text>[order.amount, rate]</text></literalExpression></encapsulatedLogic>
      </businessKnowledgeModel>
      """
    let service = """
      <decisionService id="s" name="s"><outputDecision href="#R"/><inputData href="#iA"/><inputData href="#iB"/>
      </decisionService>
      """
    let model = try Self.model(
      function + service + Model.input("iA") + Model.input("iB")
        + Model.decision("R", "[iA.x, iB]", requires: ["iA", "iB"]))
    #expect(
      model.evaluate(function: "f", inputs: ["order": ["amount": 1, "rate": 2]])?.value.description
        == "[1, null]")
    #expect(
      model.evaluate(function: "s", inputs: ["iA": ["x": 1, "iB": 2]])?.value.description == "[1, null]")
  }

  private static let lib =
    Model.input("irate", type: "number") + Model.decision("Doubled", "irate * 2", requires: ["irate"])

  @Test(
    arguments: [
      ("{irate: 3}", "[6, null]"), ("{lib: {irate: 3}}", "[6, null]"),
      ("{lib: {irate: 3}, irate: 4}", "[6, null]"),
      ("{lib: {Doubled: 1}}", "[1, null]"), ("{other: {irate: 3}}", "[null, null]"),
    ])
  func `what an imported model is handed stands under the import's name, or alone where nothing else has it`(
    inputs: String, result: String
  ) throws {
    let main =
      Self.imports(("lib", "urn:lib")) + Self.requiring("R", "[lib.Doubled, null]", "urn:lib#Doubled")
    #expect(try Self.evaluated(main, [("urn:lib", Self.lib)], inputs) == result)
  }

  @Test(
    arguments: [
      ("{irate: 3}", "[null, 3]"), ("{lib: {irate: 5}}", "[10, null]"),
      ("{irate: 3, lib: {irate: 5}}", "[10, 3]"),
      ("{irate: {irate: 9}}", "[null, null]"), ("{lib: {irate: 5, inner: {irate: 7}}}", "[10, null]"),
    ])
  func `inputs of the same name in a model and its import are told apart`(inputs: String, result: String)
    throws
  {
    let main =
      Self.imports(("lib", "urn:lib")) + Model.input("irate", type: "number")
      + "<decision id=\"R\" name=\"R\"><informationRequirement><requiredDecision href=\"urn:lib#Doubled\"/>"
      + "</informationRequirement><informationRequirement><requiredInput href=\"#irate\"/></informationRequirement>"
      + "<literalExpression><text>[lib.Doubled, irate]</text></literalExpression></decision>"
    #expect(try Self.evaluated(main, [("urn:lib", Self.lib)], inputs) == result)
  }

  @Test(
    arguments: [
      ("{a: {irate: 1}, b: {irate: 2}}", "[2, 4]"), ("{b: {irate: 2}}", "[null, 4]"),
      ("{irate: 1}", "[null, null]"),
      ("{a: {irate: 1, b: {irate: 2}}}", "[2, null]"),
    ])
  func `two imports with the same names are told apart`(inputs: String, result: String) throws {
    let main =
      Self.imports(("a", "urn:a"), ("b", "urn:b"))
      + Self.requiring("R", "[a.Doubled, b.Doubled]", "urn:a#Doubled", "urn:b#Doubled")
    #expect(try Self.evaluated(main, [("urn:a", Self.lib), ("urn:b", Self.lib)], inputs) == result)
  }

  @Test func `a decision of the model does not stand for one of its import`() throws {
    let main =
      Self.imports(("lib", "urn:lib")) + Model.input("Doubled")
      + Self.requiring("R", "lib.Doubled", "urn:lib#Doubled")
    #expect(
      try Self.evaluated(main, [("urn:lib", Self.lib)], "{Doubled: 100, lib: {irate: 3}}") == "6")
  }

  @Test func `an import of an import is reached by a path`() throws {
    let middle =
      Self.imports(("base", "urn:base")) + Self.requiring("M", "base.Doubled + 1", "urn:base#Doubled")
    let main = Self.imports(("mid", "urn:mid")) + Self.requiring("R", "mid.M", "urn:mid#M")
    let imports = [("urn:mid", middle), ("urn:base", Self.lib)]
    #expect(try Self.evaluated(main, imports, "{mid: {base: {irate: 3}}}") == "7")
    #expect(try Self.evaluated(main, imports, "{base: {irate: 3}}") == "null")
  }

  private static func evaluated(
    _ main: String, _ imports: [(String, String)], _ inputs: String
  ) throws -> String? {
    let value = try FEELCompiler.compile(expression: inputs, in: Scope([]), strictness: .lenient).evaluate([])
    guard case .context(let inputs) = value else { return nil }
    return try model(main, imports: imports).evaluate(decision: "R", inputs: inputs)?.value.description
  }

  @Test func `texts are read as what is declared, for inputs, given decisions and arguments`() throws {
    let elements =
      Model.input("iBorn", type: "date") + Model.decision("Due", "date(\"2020-01-01\")", type: "date")
      + Model.decision("R", "[iBorn.year, Due.year]", requires: ["iBorn", "Due"])
        + """
        <decisionService id="s" name="s"><outputDecision href="#Y"/><inputDecision href="#Due"/></decisionService>
        <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="d" typeRef="date"/>
        <literalExpression><text>d.month</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        """ + Model.decision("Y", "Due.year", requires: ["Due"])
    let model = try Self.model(elements)
    let given: Context = ["iBorn": "1990-05-01", "Due": "2024-05-06"]
    #expect(
      model.evaluate(decision: "R", inputs: model.reading(given))?.value.description == "[1990, 2024]")
    #expect(model.evaluate(function: "s", inputs: model.reading(given, forFunction: "s"))?.value == 2024)
    #expect(
      model.evaluate(function: "f", inputs: model.reading(["d": "2024-05-06"], forFunction: "f"))?.value == 5)
  }

  @Test func `texts in a context of an import are read as what it declares`() throws {
    let lib = Model.input("iDay", type: "date") + Model.decision("Year", "iDay.year", requires: ["iDay"])
    let model = try Self.model(
      Self.imports(("lib", "urn:lib")) + Self.requiring("R", "lib.Year", "urn:lib#Year"),
      imports: [("urn:lib", lib)])
    let given: Context = ["lib": ["iDay": "2024-05-06"]]
    #expect(model.evaluate(decision: "R", inputs: model.reading(given))?.value == 2024)
  }

  @Test func `a variable that is named otherwise than its element goes by either name`() throws {
    let model = try Self.model(
      """
      <inputData id="i" name="Season of the year"><variable name="season" typeRef="number"/></inputData>
      <decision id="d" name="Guests"><variable name="guests"/><informationRequirement><requiredInput href="#i"/>
      </informationRequirement><literalExpression><text>season + Season of the year</text></literalExpression></decision>
      """ + Self.requiring("R", "guests + Guests", "#d"))
    for given: Context in [["season": "1"], ["Season of the year": "1"]] {
      #expect(model.evaluate(decision: "R", inputs: model.reading(given))?.value == 4)
      #expect(model.untaken(given) == [])
    }
    #expect(model.evaluate(decision: "R", inputs: ["guests": 5])?.value == 10)
    #expect(model.undeclared == [])
  }

  @Test func `what nothing takes is named`() throws {
    let model = try Self.model(
      Self.imports(("lib", "urn:lib")) + Model.input("iA")
        + Self.requiring("R", "lib.Doubled", "urn:lib#Doubled"),
      imports: [("urn:lib", Self.lib)])
    #expect(model.untaken(["iA": ["x": 1], "lib": ["irate": 1], "irate": 2, "R": 3]) == [])
    #expect(model.untaken(["iB": 1, "lib": ["rat": 1, "irate": 2]]) == ["iB", "lib.rat"])
  }

  @Test func `a part that an input lacks is named`() throws {
    let model = try Self.model(
      """
      <itemDefinition name="tDriver"><itemComponent name="Name"><typeRef>string</typeRef></itemComponent>
      <itemComponent name="Car"><itemComponent name="Plates" isCollection="true"><typeRef>string</typeRef>
      </itemComponent></itemComponent></itemDefinition>
      """ + Model.input("iDriver", type: "tDriver") + Model.decision("R", "iDriver", requires: ["iDriver"]))
    func reason(_ driver: Value) throws -> [String: String]? {
      let result = try #require(model.evaluate(decision: "R", inputs: ["iDriver": driver]))
      #expect(result.value == .null)
      return result.warnings.first?.kind.arguments
    }
    #expect(try reason(["Name": "Ada"])?["component"] == "Car")
    #expect(try reason(["Name": "Ada", "Car": [:]])?["component"] == "Car.Plates")
    #expect(try reason(["Name": "Ada", "Car": ["Plates": ["a", 1]]])?["component"] == "Car.Plates[2]")
    #expect(try reason(["Name": "Ada", "Car": ["Plates": ["a", 1]]])?["value"] == "1")
    #expect(try reason(7)?["value"] == "7")
  }
}

extension Context: ExpressibleByDictionaryLiteral {
  /// The entries in their order.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init()
    for (name, value) in elements { self[name] = value }
  }
}
