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
    #expect(result.text == "{\n  \"year\": 1991,\n  \"half\": 0.5\n}\n")
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

  private static func literal(_ text: String, _ elements: String = "") -> String {
    """
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
    <inputData id="i" name="x"><variable name="x"/></inputData>\(elements)
    <decision id="d" name="R"><informationRequirement><requiredInput href="#i"/></informationRequirement>
    <literalExpression><text>\(text)</text></literalExpression></decision></definitions>
    """
  }

  @Test(
    arguments: [
      ("1 / 3", "0.3333333333333333333333333333333333"), ("0.33", "0.33"), ("-0.5", "-0.5"),
      ("1000000 * 1e20", "100000000000000000000000000"),
      ("1e-10", "0.0000000001"), ("9999999999999999999999999999999999", "9999999999999999999999999999999999"),
      ("[0.1, {a: 0.2}]", "[\n  0.1,\n  {\n    \"a\": 0.2\n  }\n]"), ("\"0.5\"", "\"0.5\""),
      ("date(\"2026-05-01\")", "\"2026-05-01\""),
    ])
  func `numbers of a result are numbers of JSON, with all their digits`(text: String, json: String) throws {
    let tool = try Tool()
    try write(Self.literal(text), "m.dmn", tool)
    #expect(try tool.run("dmn", "eval", "m.dmn", "--decision", "R").text == json + "\n")
  }

  @Test func `input that is not UTF-8, or no JSON, is refused with its place`() throws {
    let tool = try Tool()
    try write(Self.literal("x"), "m.dmn", tool)
    func refused(_ bytes: [UInt8], _ words: String...) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: tool.folder + "/in.json"))
      let result = try tool.run("dmn", "eval", "m.dmn", "--decision", "R", "--input", "in.json")
      #expect(result.status == 65, "\(result.errors)")
      #expect(result.text == "")
      for word in words { #expect(result.errors.contains(word), "\(result.errors)") }
    }
    try refused(Array("{\"x\": \"".utf8) + [0xE9] + Array("\"}".utf8), "UTF-8", "in.json")
    try refused([0xFF, 0xFE, 0x7B, 0x00], "UTF-8")
    try refused(Array("{\"x\": 1,\n \"x\": 2}".utf8), "line 2, column 2", "“x”")
    try refused(Array("{\"x\": 01}".utf8), "line 1, column 7")
    try refused(Array("{\"x\": 1".utf8), "line 1, column 8")
    try refused(Array("[1]".utf8), "in.json")
    try Data([0xEF, 0xBB, 0xBF] + Array("{\"x\": 1}".utf8)).write(
      to: URL(fileURLWithPath: tool.folder + "/in.json"))
    #expect(try tool.run("dmn", "eval", "m.dmn", "--decision", "R", "--input", "in.json").text == "1\n")
  }

  @Test func `what nothing takes, and what an input lacks, is said`() throws {
    let tool = try Tool()
    let type = """
      <itemDefinition name="tD"><itemComponent name="Name"><typeRef>string</typeRef></itemComponent>
      <itemComponent name="Points"><typeRef>number</typeRef></itemComponent></itemDefinition>
      """
    try write(
      Self.literal("x", type).replacingOccurrences(of: "name=\"x\"/>", with: "name=\"x\" typeRef=\"tD\"/>"),
      "m.dmn", tool)
    try write("{\"x\": {\"Name\": \"Ada\"}, \"xx\": 1, \"season\": 2}", "in.json", tool)
    let result = try tool.run("dmn", "eval", "m.dmn", "--decision", "R", "--input", "in.json")
    #expect(result.status == 0)
    #expect(result.text == "null\n")
    #expect(result.errors.contains("“Points”"), "\(result.errors)")
    #expect(result.errors.contains("“xx”, which was given. Did you mean “x”?"), "\(result.errors)")
    #expect(result.errors.contains("“season”, which was given.\n"), "\(result.errors)")
  }

  @Test func `a list of a model names what nothing declares`() throws {
    let tool = try Tool()
    try write(Self.literal("season + x"), "m.dmn", tool)
    let listed = try tool.run("dmn", "eval", "m.dmn")
    #expect(listed.status == 1)
    #expect(listed.errors.contains("F3054"), "\(listed.errors)")
    #expect(listed.errors.contains("season"), "\(listed.errors)")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a fault is told where it stands, whatever ends the lines`(end: String) throws {
    let tool = try Tool()
    try write(Self.literal("1 +\(end)1 + )"), "m.dmn", tool)
    let listed = try tool.run("dmn", "eval", "m.dmn")
    #expect(listed.errors.contains("m.dmn:5:5"), "\(listed.errors)")
  }

  @Test func `a broken import is told as it is, and broken neighbours are not`() throws {
    let tool = try Tool()
    let main = Self.model.replacingOccurrences(
      of: "namespace=\"urn:other\"/>", with: "namespace=\"urn:other\" locationURI=\"o.dmn\"/>")
    try write(main, "m.dmn", tool)
    try write(Self.other, "o.dmn", tool)
    try write("<a>", "broken.dmn", tool)
    try write(Self.other.replacingOccurrences(of: "urn:other", with: "urn:n"), "n1.dmn", tool)
    try write(Self.other.replacingOccurrences(of: "urn:other", with: "urn:n"), "n2.dmn", tool)
    try write("{\"born\": \"1990-05-01\"}", "in.json", tool)
    #expect(try tool.run("dmn", "eval", "m.dmn", "--decision", "Year", "--input", "in.json").status == 0)
    try write(Self.other + "x", "o.dmn", tool)
    let broken = try tool.run("dmn", "eval", "m.dmn", "--decision", "Year")
    #expect(broken.status == 65)
    #expect(broken.errors.contains("o.dmn:"), "\(broken.errors)")
    #expect(broken.errors.contains("F1048"), "\(broken.errors)")
  }

  @Test func `a file that is not UTF-8, and a text that is too long, are told of models`() throws {
    let tool = try Tool()
    try Data([0xFF, 0xFE] + Array("<\0d\0".utf8)).write(to: URL(fileURLWithPath: tool.folder + "/u.dmn"))
    let encoded = try tool.run("dmn", "eval", "u.dmn")
    #expect(encoded.status == 65)
    #expect(encoded.errors.contains("F1002"), "\(encoded.errors)")
    #expect(!encoded.errors.contains("flow is"), "\(encoded.errors)")
    try write(Self.literal(String(repeating: "1,", count: 40_000) + "1"), "m.dmn", tool)
    #expect(try tool.run("dmn", "eval", "m.dmn").errors.contains("F4046"))
    try write(Self.literal(String(repeating: "(", count: 200) + "1"), "m.dmn", tool)
    let deep = try tool.run("dmn", "eval", "m.dmn").errors
    #expect(deep.contains("F4047"), "\(deep)")
    #expect(!deep.contains("values"), "\(deep)")
  }

  private static let cases: URL? = {
    let shared =
      ProcessInfo.processInfo.environment["FLOWRUN_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    let cases = shared.appendingPathComponent("cases/dmn")
    return FileManager.default.fileExists(atPath: cases.path) ? cases : nil
  }()

  @Test(
    .enabled(if: cases != nil, "needs ../shared/cases/dmn"),
    arguments: [
      ("K1.dmn", "K1.json", "R", "90"), ("P2/main.dmn", "P2/in.json", "R", "7"),
      ("T1.dmn", "T1.json", "R", "false"),
      ("W14.dmn", "W14.json", "R", "null"), ("W13.dmn", "W13.json", "R", "true"),
      ("I11.dmn", "I11.json", "R", "[ 50, null ]"),
      ("W18.dmn", "W18.json", "R", "2"), ("I7.dmn", "I7.json", "R", "6"),
      ("V2.dmn", "V2.json", "Svc", "2024"),
      ("S21.dmn", "S21.json", "R", "3"), ("W3.dmn", "W3.json", "R", "3"), ("S16.dmn", "S16.json", "R", "2"),
      ("H26.dmn", "H26.json", "R", "\"a\""),
    ])
  func `models that other engines stumbled over give what the standard says`(
    model: String, input: String, decision: String, result: String
  ) throws {
    let cases = try #require(Self.cases)
    let tool = try Tool()
    let found = try tool.run(
      "dmn", "eval", cases.appendingPathComponent(model).path, "--decision", decision, "--input",
      cases.appendingPathComponent(input).path)
    #expect(found.status == 0, "\(found.errors)")
    #expect(
      found.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") == result, "\(found.errors)")
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
      !["roles.yaml", "shared.yaml", "indicators.yaml", "calendar.yaml", "law.yaml"].contains($0)
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
    #expect(try tool.run("dmn", "export", "perpetrator-assessment", "-o", "out.dmn").status == 0)
    let model = try DecisionModel(Definitions(dmn: Array(tool.file("out.dmn").utf8)))
    let library = try FlowLibrary("perpetrator-assessment", protocols: TestFlows.protocols, environment: [:])
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
          over: slots + EntryMoment.variables.map { _ in .null },
          standing: slots.map { $0 == .null ? .unknown : .known }, of: flow.facts,
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
      ("[1,]", nil), ("{\"a\" 1}", nil), ("01x", nil), ("01", nil), ("-01", nil), ("1.", nil), ("-", nil),
      ("1e", nil),
      ("0", "0"), ("-0.50e-1", "-0.05"), ("1E+2", "100"), ("1e9999", nil), ("\u{FEFF}{\"a\": 1}", "{a: 1}"),
      ("{\"\u{e9}\": 1, \"e\u{301}\": 2}", "{\u{e9}: 1, e\u{301}: 2}"), ("+1", nil), (".5", nil),
      ("tru", nil), ("[1] 2", nil),
      ("\"\\ud83d\"", nil), ("\"\u{1}\"", nil), ("", nil), (String(repeating: "[", count: 300), nil),
    ] as [(String, String?)])
  func `JSON is read as FEEL values`(text: String, value: String?) {
    #expect(JSONReader.value(text)?.description == value)
  }
}
