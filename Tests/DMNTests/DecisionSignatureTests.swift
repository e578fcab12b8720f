import FEEL
import Testing

@testable import DMN

/// What a decision takes and gives, as whoever calls it has to know.
@Suite struct DecisionSignatureTests {
  private static let level =
    "<itemDefinition name=\"tLevel\"><typeRef>string</typeRef><allowedValues><text>\"low\", \"high\"</text>"
    + "</allowedValues></itemDefinition>"

  private static func table(
    _ rules: [(String, String)], hit: String = "UNIQUE", allowed: String = "", output: String = "<output/>"
  ) -> String {
    let input = "<inputExpression><text>i</text></inputExpression>"
    let values = allowed.isEmpty ? "" : "<inputValues><text>\(allowed)</text></inputValues>"
    let rows = rules.map {
      "<rule><inputEntry><text>\($0)</text></inputEntry><outputEntry><text>\($1)</text></outputEntry></rule>"
    }
    return level + Model.input("i", type: "tLevel")
      + "<decision id=\"d\" name=\"d\"><informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"
      + "<decisionTable hitPolicy=\"\(hit)\"><input>\(input)\(values)</input>\(output)\(rows.joined())"
      + "</decisionTable></decision>"
  }

  private static let both = [("\"low\"", "\"a\""), ("\"high\"", "\"b\"")]
  private static let choice = ValueType.choice(["a", "b"])

  struct Case: Sendable {
    let name: String
    let elements: String
    var mayBeNull = false
    let type: ValueType
    let result: ValueType
    let isCertain: Bool
  }

  private static let known = ValueType.choice(["low", "high"])
  private static let cases: [Case] = [
    Case(name: "complete", elements: table(both), type: known, result: choice, isCertain: true),
    Case(
      name: "a fact that may be null", elements: table(both), mayBeNull: true, type: known, result: choice,
      isCertain: false),
    Case(name: "other texts", elements: table(both), type: .string, result: choice, isCertain: false),
    Case(name: "a gap", elements: table([both[0]]), type: known, result: .choice(["a"]), isCertain: false),
    Case(
      name: "a default",
      elements: table(
        [both[0]], output: "<output><defaultOutputEntry><text>\"c\"</text></defaultOutputEntry></output>"),
      type: known, result: .choice(["a", "c"]), isCertain: true),
    Case(
      name: "rules that clash", elements: table(both + [("-", "\"c\"")]), type: known,
      result: .choice(["a", "b", "c"]),
      isCertain: false),
    Case(
      name: "first", elements: table([both[0], ("-", "\"b\"")], hit: "FIRST"), mayBeNull: true, type: known,
      result: choice,
      isCertain: true),
    Case(
      name: "a value that the table does not take", elements: table([("-", "\"a\"")], allowed: "\"low\""),
      type: known,
      result: .choice(["a"]), isCertain: false),
    Case(
      name: "collect", elements: table(both, hit: "COLLECT"), mayBeNull: true, type: known,
      result: .list(choice),
      isCertain: true),
    Case(
      name: "a cell that computes", elements: table([("-", "number(i)")], hit: "FIRST"), type: known,
      result: .number,
      isCertain: false),
  ]

  @Test(arguments: cases.indices)
  func `what may come out is known from what goes in`(_ index: Int) throws {
    let given = Self.cases[index]
    let model = try DecisionModel(
      Model.definitions(given.elements),
      knowing: [Variable(name: "i", type: given.type, mayBeNull: given.mayBeNull)])
    #expect(model.faults == [])
    let signature = try #require(model.signature(ofDecision: "d"))
    #expect(signature.result == given.result, "\(given.name)")
    #expect(signature.mayBeNull == !given.isCertain, "\(given.name)")
    // What is said to be certain is: no value of the type makes it null.
    guard case .choice(let values) = given.type else { return }
    for value in values.map({ Value.string($0) }) + (given.mayBeNull ? [.null] : []) {
      let result = try #require(model.evaluate(decision: "d", inputs: Context(["i": value]))).value
      #expect(
        result.isInstance(of: signature.result) || result == .null && signature.mayBeNull, "\(given.name)")
    }
  }

  @Test func `inputs are those required, through others too`() throws {
    let model = try Model.compiled(
      Self.level + Model.input("ia", type: "tLevel") + Model.input("ib", type: "number") + Model.input("ic")
        + Model.decision("e", "ib + 1", requires: ["ib"]) + Model.decision("d", "e", requires: ["e", "ia"]))
    let signature = try #require(model.signature(ofDecision: "d"))
    #expect(signature.inputs.map(\.name) == ["ia", "ib"])
    #expect(signature.inputs.map(\.type) == [Self.known, .number])
    #expect(signature.inputs[0].accepts(Self.known))
    #expect(!signature.inputs[0].accepts(.string))
    #expect(!signature.inputs[0].accepts(.choice(["low", "severe"])))
    #expect(model.signature(ofDecision: "f") == nil)
  }

  @Test func `only the faults of what is required count`() throws {
    let model = try Model.compiled(
      Model.decision("a", "1 +") + Model.decision("b", "2") + Model.decision("c", "a", requires: ["a"]))
    #expect(model.signature(ofDecision: "b")?.faults == [])
    #expect(model.signature(ofDecision: "c")?.faults.map(\.element) == ["a"])
  }

  @Test func `entries of a result are known one by one`() throws {
    let model = try DecisionModel(
      Model.definitions(
        "<decision id=\"d\" name=\"d\"><context><contextEntry><variable name=\"sure\"/><literalExpression><text>1</text>"
          + "</literalExpression></contextEntry><contextEntry><variable name=\"open\"/><literalExpression>"
          + "<text>number(\"x\")</text></literalExpression></contextEntry></context></decision>"), knowing: []
    )
    let signature = try #require(model.signature(ofDecision: "d"))
    #expect(signature.certainEntries == ["sure"])
    #expect(!signature.mayBeNull)
  }
}
