import FEEL
import Testing

@testable import DMN

/// A model uses what it imports, and nothing else that lies beside it.
@Suite struct ImportTests {
  private static let importing = """
    <import name="lib" namespace="urn:lib" locationURI="LOCATION"
      importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
    <decision id="R" name="R"><informationRequirement><requiredDecision href="urn:lib#dd"/></informationRequirement>
    <literalExpression><text>lib.dd + 1</text></literalExpression></decision>
    """

  private static func definitions(
    _ elements: String, _ namespace: String, file: String? = nil
  ) throws -> Definitions {
    try Definitions(dmn: Array(Model.text(elements, namespace: namespace).utf8), file: file)
  }

  private static func main(at location: String = "") throws -> Definitions {
    try definitions(importing.replacing("LOCATION", with: location), "urn:main", file: "main.dmn")
  }

  private static func lib(_ text: String = "6", file: String = "lib.dmn") throws -> Definitions {
    try definitions(Model.decision("dd", text), "urn:lib", file: file)
  }

  @Test(
    arguments: [
      [(Model.decision("D", "1"), "urn:n"), (Model.decision("D", "2"), "urn:n")],
      [
        (
          "<decision id=\"D\" name=\"D\"><informationRequirement><requiredDecision href=\"#none\"/></informationRequirement></decision>",
          "urn:n"
        )
      ],
      [("<import name=\"x\" namespace=\"urn:nowhere\"/>", "urn:n")],
      [(Model.decision("a", "b", requires: ["b"]) + Model.decision("b", "a", requires: ["a"]), "urn:n")],
      [(Model.decision("R", "1"), "urn:main")],
    ])
  func `a neighbour that nobody imports breaks nothing and gives no decisions`(neighbours: [(String, String)])
    throws
  {
    let others = try neighbours.enumerated().map { try Self.definitions($1.0, $1.1, file: "n\($0).dmn") }
    let model = try DecisionModel(Self.main(), imports: others + [Self.lib()])
    #expect(model.evaluate(decision: "R", inputs: Context())?.value == 7)
    #expect(model.evaluate(decision: "D", inputs: Context()) == nil)
    #expect(model.faults == [])
  }

  @Test func `a copy of an imported file is the same model, another file of its namespace is not`() throws {
    let copy = try Self.lib(file: "copy.dmn")
    let other = try Self.lib("7", file: "other.dmn")
    #expect(
      try DecisionModel(Self.main(), imports: [Self.lib(), copy]).evaluate(decision: "R", inputs: Context())?
        .value == 7)
    #expect {
      try DecisionModel(Self.main(), imports: [Self.lib(), other])
    } throws: { error in
      guard case ModelFault.ambiguousImport("urn:lib", let files, _) = error else { return false }
      return files == ["lib.dmn", "other.dmn"]
    }
    // The import may say which.
    #expect(
      try DecisionModel(Self.main(at: "./other.dmn"), imports: [Self.lib(), other])
        .evaluate(decision: "R", inputs: Context())?.value == 8)
  }

  @Test(
    arguments: [
      "http://www.dmg.org/PMML-4_2", "http://www.dmg.org/PMML-4_4", "http://www.w3.org/2001/XMLSchema",
      "http://www.w3.org/TR/2001/REC-xmlschema-1-20010502/",
    ])
  func `an import of another kind keeps nothing from being evaluated`(type: String) throws {
    let elements =
      "<import name=\"p\" namespace=\"urn:p\" importType=\"\(type)\" locationURI=\"p.pmml\"/>"
      + Model.decision("R", "1 + 1") + Model.input("i", type: "p.tThing")
    let model = try Model.compiled(elements)
    #expect(model.evaluate(decision: "R", inputs: Context())?.value == 2)
    #expect(model.faults.map(\.problem) == [.unknownType("p.tThing")])
  }

  @Test func `a model that is imported has to be there`() throws {
    #expect {
      try DecisionModel(Self.main(), imports: [])
    } throws: { error in
      guard case ModelFault.missingImport("urn:lib", _) = error else { return false }
      return true
    }
  }

  @Test func `a reference without the namespace of its model says what to write`() throws {
    let main = try Self.definitions(
      Self.importing.replacing("urn:lib#dd", with: "#dd"), "urn:main")
    #expect {
      try DecisionModel(main, imports: [Self.lib()])
    } throws: { error in
      guard case ModelFault.namespaceMissing("#dd", "urn:lib#dd", _) = error else { return false }
      return true
    }
  }

  /// A chain of so many decisions, each the one before and 1.
  private static func chain(_ count: Int, text: (Int) -> String = { "d\($0) + 1" }) -> [String] {
    (0..<count).map {
      $0 == 0 ? Model.decision("d0", "1") : Model.decision("d\($0)", text($0 - 1), requires: ["d\($0 - 1)"])
    }
  }

  @Test(arguments: [501, RequirementsGraph.depth])
  func `a long chain is right in whatever order the file has it`(count: Int) throws {
    let chain = Self.chain(count)
    let middle = Array(chain[(count / 2)...]) + Array(chain[..<(count / 2)])
    for elements in [chain, chain.reversed(), middle] {
      let model = try Model.compiled(elements.joined())
      #expect(model.evaluate(decision: "d\(count - 1)", inputs: Context())?.value == .number(Number(count)))
    }
  }

  @Test func `a chain past the limit is refused in whatever order the file has it`() {
    let chain = Self.chain(RequirementsGraph.depth + 1)
    for elements in [chain, chain.reversed()] {
      #expect {
        try Model.compiled(elements.joined())
      } throws: { error in
        guard case ModelFault.tooDeep(RequirementsGraph.depth, _) = error else { return false }
        return true
      }
    }
  }

  @Test func `values nested as deep as the longest chain cost no stack`() throws {
    let chain = Self.chain(RequirementsGraph.depth) { "{a: d\($0)}" }
    for elements in [chain, chain.reversed()] {
      let model = try Model.compiled(elements.joined())
      #expect(model.evaluate(decision: "d\(RequirementsGraph.depth - 1)", inputs: Context()) != nil)
    }
  }

  @Test func `a circle through a function's decisions is found behind it`() {
    let elements =
      "<decision id=\"a\" name=\"a\"><informationRequirement><requiredDecision href=\"#b\"/></informationRequirement>"
      + "</decision>" + Model.decision("b", "a", requires: ["a"])
    #expect {
      try Model.compiled(elements)
    } throws: { error in
      guard case ModelFault.cycle(let names, _) = error else { return false }
      return names.count == 3
    }
  }
}
