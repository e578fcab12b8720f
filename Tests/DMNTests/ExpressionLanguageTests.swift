import FEEL
import Testing

@testable import DMN

/// A text in another language is told and gives null, wherever the language is given: it is never run as FEEL.
@Suite struct ExpressionLanguageTests {
  private static let items = """
    <itemDefinition name="tX" ITEM><typeRef>number</typeRef><allowedValues ALLOWED><text>[0..10]</text></allowedValues>
    </itemDefinition>
    <itemDefinition name="tY" isCollection="true"><typeRef>number</typeRef><typeConstraint CONSTRAINT><text>count(?) &lt; 3
    </text></typeConstraint></itemDefinition>
    """
  private static let table = """
    <inputData id="i" name="x"><variable name="x" typeRef="number"/></inputData>
    <decision id="R" name="R"><informationRequirement><requiredInput href="#i"/></informationRequirement>
    <decisionTable hitPolicy="PRIORITY"><input><inputExpression EXPRESSION typeRef="number"><text>x</text></inputExpression>
    <inputValues INPUTVALUES><text>[0..10]</text></inputValues></input>
    <output name="o" typeRef="number"><outputValues OUTPUTVALUES><text>64, 1</text></outputValues>
    <defaultOutputEntry DEFAULT><text>1</text></defaultOutputEntry></output>
    <rule><inputEntry TEST><text>&lt; 5</text></inputEntry><outputEntry RESULT><text>2 ** 3 ** 2</text></outputEntry></rule>
    </decisionTable></decision>
    <decision id="L" name="L"><literalExpression LITERAL><text>2 ** 3 ** 2</text></literalExpression></decision>
    <decision id="F" name="F"><functionDefinition><formalParameter name="a"/><literalExpression BODY><text>a</text>
    </literalExpression></functionDefinition></decision>
    """

  private static func text(_ place: String?, _ language: String) -> String {
    let places = [
      "EXPRESSION", "INPUTVALUES", "OUTPUTVALUES", "DEFAULT", "TEST", "RESULT", "LITERAL", "BODY", "ALLOWED",
      "CONSTRAINT",
      "ITEM",
    ]
    return places.reduce(items + table) { text, name in
      text.replacing(" \(name)", with: name == place ? " expressionLanguage=\"\(language)\"" : "")
    }
  }

  private static let languages = ["javascript", "http://www.w3.org/1999/XPath", "juel", "Groovy"]

  @Test(arguments: ["EXPRESSION", "INPUTVALUES", "OUTPUTVALUES", "DEFAULT", "TEST", "RESULT"], languages)
  func `a part of a table in another language makes it null`(place: String, language: String) throws {
    let model = try Model.compiled(Self.text(place, language))
    #expect(model.faults.map(\.problem) == [.notApplicable(.language(language))])
    #expect(model.evaluate(decision: "R", inputs: ["x": 1])?.value == .null)
    #expect(model.evaluate(decision: "L", inputs: Context())?.value == 64)
    #expect(model.notApplicable(inDecision: "R") == [.language(language)])
  }

  @Test(arguments: [("LITERAL", "L"), ("BODY", "F")])
  func `an expression in another language is told`(place: String, decision: String) throws {
    let model = try Model.compiled(Self.text(place, "javascript"))
    #expect(model.faults.map(\.problem) == [.notApplicable(.language("javascript"))])
    #expect(model.evaluate(decision: "R", inputs: ["x": 1])?.value == 64)
  }

  @Test(arguments: ["ALLOWED", "CONSTRAINT"])
  func `tests of a type in another language are told`(place: String) throws {
    let model = try Model.compiled(Self.text(place, "javascript"))
    #expect(model.faults.map(\.problem) == [.notApplicable(.language("javascript"))])
  }

  @Test func `the language of the definitions is that of all texts without one`() throws {
    func model(_ place: String?, own: String) throws -> DecisionModel {
      let text = Model.text(Self.text(place, own)).replacing(
        "name=\"test\"", with: "name=\"test\" expressionLanguage=\"http://www.w3.org/1999/XPath\"")
      return try DecisionModel(Definitions(dmn: Array(text.utf8)))
    }
    let foreign = try model(nil, own: "")
    #expect(foreign.evaluate(decision: "R", inputs: ["x": 1])?.value == .null)
    #expect(foreign.evaluate(decision: "L", inputs: Context())?.value == .null)
    #expect(foreign.faults.count == 5)
    // One that says that it is FEEL is.
    let own = try model("LITERAL", own: "https://www.omg.org/spec/DMN/20230324/FEEL/")
    #expect(own.evaluate(decision: "L", inputs: Context())?.value == 64)
  }

  @Test(
    arguments: [
      "feel", "FEEL", "", " ", "http://www.omg.org/spec/FEEL/20140401",
      "https://www.omg.org/spec/DMN/20191111/FEEL/",
      "s-feel",
    ])
  func `FEEL by any of its names is run`(language: String) throws {
    for place in [
      "EXPRESSION", "INPUTVALUES", "OUTPUTVALUES", "DEFAULT", "TEST", "RESULT", "LITERAL", "ALLOWED",
    ] {
      let model = try Model.compiled(Self.text(place, language))
      #expect(model.faults == [])
      #expect(model.evaluate(decision: "R", inputs: ["x": 1])?.value == 64)
    }
  }

  @Test func `an expression in another file is told`() throws {
    let model = try Model.compiled(
      "<decision id=\"d\" name=\"d\"><literalExpression><importedValues importType=\"http://www.w3.org/1999/XPath\"/>"
        + "</literalExpression></decision>")
    #expect(model.faults.map(\.problem) == [.notApplicable(.language("http://www.w3.org/1999/XPath"))])
  }

  @Test func `a model of an older program is read as it was`() throws {
    let text = Array(Model.text(Self.text("RESULT", "javascript")).utf8)
    let model = try DecisionModel(Definitions(dmn: text, ignoresLanguages: true))
    #expect(model.evaluate(decision: "R", inputs: ["x": 1])?.value == 64)
  }
}
