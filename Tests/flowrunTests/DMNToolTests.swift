import DMN
import FEEL
import FlowDSL
import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// `flowrun dmn`, as it is used.
@Suite struct DMNToolTests {
  private static let model = """
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
    <import name="other" namespace="urn:other"/>
    <inputData id="i" name="born"><variable name="born" typeRef="date"/></inputData>
    <decision id="d" name="Year"><informationRequirement><requiredInput href="#i"/></informationRequirement>
    <informationRequirement><requiredDecision href="urn:other#e"/></informationRequirement>
    <literalExpression><text>{year: born.year + other.Offset, half: 0.5}</text></literalExpression></decision>
    <decision id="f" name="Faulty"><literalExpression><text>1 +</text></literalExpression></decision>
    </definitions>
    """
  private static let other = """
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="o" namespace="urn:other">
    <decision id="e" name="Offset"><literalExpression><text>1</text></literalExpression></decision></definitions>
    """

  private func write(_ text: String, _ name: String, _ tool: Tool) throws {
    let path = tool.folder + "/" + name
    try FileManager.default.createDirectory(
      atPath: Folder.split(path).folder, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test func `a decision is evaluated with its imports, from JSON`() throws {
    let tool = try Tool()
    try write(Self.model, "m.dmn", tool)
    try write(Self.other, "o.dmn", tool)
    try write("{\"born\": \"1990-05-01\"}", "in.json", tool)
    let result = try tool.run("dmn", "eval", "m.dmn", "--decision", "Year", "--input", "in.json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text == "{\n  \"year\": 1991,\n  \"half\": \"0.5\"\n}\n")
    let listed = try tool.run("dmn", "eval", "m.dmn")
    #expect(listed.status == 1)
    #expect(listed.text.contains("\"Year\""))
    #expect(listed.errors.contains("m.dmn:7:60"), "\(listed.errors)")
    #expect(listed.errors.contains("F4008"), "\(listed.errors)")
    let unknown = try tool.run("dmn", "eval", "m.dmn", "--decision", "Yeer")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("Year, Faulty"))
    try write("{\"born\": 1, \"born\": 2}", "in.json", tool)
    #expect(try tool.run("dmn", "eval", "m.dmn", "--decision", "Year", "--input", "in.json").status == 65)
    try write("<a>", "m.dmn", tool)
    let malformed = try tool.run("dmn", "eval", "m.dmn")
    #expect(malformed.status == 65)
    #expect(malformed.errors.contains("F1046"), "\(malformed.errors)")
    #expect(malformed.errors.contains("m.dmn:1:1"), "\(malformed.errors)")
  }

  @Test(arguments: [("2", Int32(0), "SUCCESS"), ("3", 1, "ERROR")])
  func `a kit is run and its results are written`(expected: String, status: Int32, word: String) throws {
    let tool = try Tool()
    let model = Self.other.replacingOccurrences(of: "<text>1</text>", with: "<text>1 + 1</text>")
    try write(model, "kit/compliance-level-2/0001-sum/m.dmn", tool)
    try write(
      """
      <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"><modelName>m.dmn</modelName>
      <testCase id="001"><resultNode name="Offset" type="decision"><expected><value>\(expected)</value></expected>
      </resultNode></testCase></testCases>
      """, "kit/compliance-level-2/0001-sum/0001-sum-test-01.xml", tool)
    let result = try tool.run("dmn", "tck", "kit", "--csv", "tck_results.csv")
    #expect(result.status == status, "\(result.errors)")
    #expect(result.text.contains("compliance-level-2/0001-sum"))
    #expect(
      try tool.file("tck_results.csv").hasPrefix(
        "\"compliance-level-2/0001-sum\",\"0001-sum-test-01\",\"001\",\"\(word)\""))
  }

  @Test(
    arguments: Folder.names(in: TestFlows.protocols, ending: ".yaml").filter {
      !["roles.yaml", "shared.yaml", "indicators.yaml"].contains($0)
    })
  func `each flow of the protocol folder is exported as a model without faults`(file: String) throws {
    let tool = try Tool()
    let name = String(file.dropLast(5))
    let exported = try tool.run("dmn", "export", name, "-o", "out.dmn")
    #expect(exported.status == 0, "\(exported.errors)")
    let model = try DecisionModel(Definitions(dmn: Array(tool.file("out.dmn").utf8)))
    #expect(model.faults == [])
    #expect(model.name == name)
  }

  @Test func `an exported grid gives the levels of the flow`() throws {
    let tool = try Tool()
    #expect(try tool.run("dmn", "export", "danger-check", "-o", "out.dmn").status == 0)
    let model = try DecisionModel(Definitions(dmn: Array(tool.file("out.dmn").utf8)))
    let library = try FlowLibrary("danger-check", protocols: TestFlows.protocols, environment: [:])
    let flow = try #require(library.compiled().program?.flows.first)
    var number: UInt64 = 1
    var levels: Set<String> = []
    for step in flow.steps {
      guard case .assess(let grid) = step.kind else { continue }
      for _ in 0..<200 {
        let slots = flow.facts.map { fact -> Value in
          number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          let drawn = Int(number >> 33)
          switch fact.type {
          case .boolean: return [Value.null, .boolean(true), .boolean(false), .boolean(false)][drawn % 4]
          case .choice(let values): return drawn % 5 == 0 ? .null : .string(values[drawn % values.count])
          case .number: return .number(Number(drawn % 5))
          default: return .null
          }
        }
        var inputs = Context()
        for (fact, value) in zip(flow.facts, slots)
        where model.inputs.contains(where: { $0.name == fact.name }) {
          inputs[fact.name] = value
        }
        let expected = grid.recommendation(
          over: slots, standing: slots.map { $0 == .null ? .unknown : .known }, of: flow.facts,
          edition: .current)
        guard case .context(let found)? = model.evaluate(decision: step.name, inputs: inputs)?.value else {
          Issue.record("no context for \(inputs)")
          return
        }
        #expect(found["level"] == expected.values[0].value)
        #expect(found["score"] == expected.score.map { .number($0) })
        levels.insert(expected.values[0].value.text)
      }
    }
    #expect(levels.count > 1)
  }

  @Test(
    arguments: [
      ("{\"a\": [1, 2.50, -1e3, true, false, null]}", "{a: [1, 2.5, -1000, true, false, null]}"),
      (" [] ", "[]"), ("\"\\u00e9\\ud83d\\ude00\\n\\/\"", "\"é😀\\n/\""), ("{\"a\": 1, \"a\": 2}", nil),
      ("[1,]", nil), ("{\"a\" 1}", nil), ("01x", nil), ("+1", nil), (".5", nil), ("tru", nil), ("[1] 2", nil),
      ("\"\\ud83d\"", nil), ("\"\u{1}\"", nil), ("", nil), (String(repeating: "[", count: 300), nil),
    ] as [(String, String?)])
  func `JSON is read as FEEL values`(text: String, value: String?) {
    #expect(JSONReader.value(text)?.description == value)
  }
}
