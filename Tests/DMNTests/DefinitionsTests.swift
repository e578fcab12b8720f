import FEEL
import Testing

@testable import DMN

@Suite struct DefinitionsTests {
  @Test(arguments: Definitions.namespaces)
  func `every version of DMN is read`(namespace: String) throws {
    let text = Model.text(
      Model.input("i", type: "feel:number")
        + Model.decision("d", "i + 1", type: "feel:number", requires: ["i"])
    ).split(separator: "https://www.omg.org/spec/DMN/20230324/MODEL/").joined(separator: namespace)
      .split(separator: "name=\"test\"").joined(separator: "name=\"test\" xmlns:feel=\"urn:feel\"")
    let model = try DecisionModel(Definitions(dmn: Array(text.utf8)))
    #expect(model.faults == [])
    #expect(model.inputs == [DecisionModel.Input(name: "i", type: .number)])
    #expect(model.evaluate(decision: "d", inputs: Context(["i": 41]))?.value == 42)
  }

  @Test(arguments: [
    ("<a/>", "1:1: <a> of “” is not the <definitions> of DMN 1.1 to 1.5"),
    (Model.text("<inputData/>"), "3:1: <inputData> lacks name=\"…\""),
    (Model.text("<import name=\"x\"/>"), "3:1: <import> lacks namespace=\"…\""),
    (
      Model.text(
        "<decision name=\"d\"><informationRequirement><requiredInput/></informationRequirement></decision>"),
      "3:44: <requiredInput> lacks href=\"…\""
    ),
    (
      Model.text(
        "<decision name=\"d\">\n<decisionTable hitPolicy=\"BEST\"><output/></decisionTable></decision>"),
      "4:1: hitPolicy cannot be “BEST”"
    ),
    (
      Model.text("<decision name=\"d\"><decisionTable/></decision>"), "3:20: <decisionTable> lacks <output>"
    ),
    (
      Model.text(
        "<decision name=\"d\"><decisionTable><output/><rule>\n</rule></decisionTable></decision>"),
      "3:44: rule 1 has 0 entries for 1 columns"
    ),
    (
      Model.text("<decision name=\"d\"><conditional><if/></conditional></decision>"),
      "3:33: <if> lacks <literalExpression>"
    ),
    (
      Model.text("<inputData name=\"&x;\"/>"),
      "3:18: the entity &x; is not known; write the character itself, or its number as &#…;"
    ),
  ])
  func `what is malformed is said with its place`(text: String, message: String) {
    do throws(ModelFault) {
      _ = try Definitions(dmn: Array(text.utf8))
      Issue.record("nothing was found wrong")
    } catch { #expect(error.description == message) }
  }

  @Test(arguments: [
    (
      Model.decision("a", "b", requires: ["b"]) + Model.decision("b", "a", requires: ["a"]),
      "3:1: a requires b requires a"
    ),
    (Model.decision("a", "1", requires: ["b"]), "3:71: nothing has the identifier “#b”"),
    (Model.decision("a", "1") + "\n" + Model.decision("a", "2"), "4:1: the identifier “a” is given twice"),
    ("<import name=\"m\" namespace=\"urn:m\"/>", "3:1: the imported model “urn:m” is not there"),
  ])
  func `what cannot be linked is said with its place`(elements: String, message: String) throws {
    let definitions = try Model.definitions(elements)
    do throws(ModelFault) {
      _ = try DecisionModel(definitions)
      Issue.record("nothing was found wrong")
    } catch { #expect(error.description == message) }
  }

  /// Parts of a real model, changed at random: whatever comes out, nothing crashes, hangs or takes much memory.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `hostile files are refused or read`(seed: UInt64) {
    var random = Seeded(seed)
    let original = Array(
      Model.text(
        """
        <itemDefinition name="t" isCollection="true"><typeRef>number</typeRef><allowedValues><text>&gt; 1</text>
        </allowedValues></itemDefinition>
        \(Model.input("i", type: "t"))\(Model.decision("e", "i[item > 2]", requires: ["i"]))
        <decision id="d" name="d"><variable name="d"/><informationRequirement><requiredDecision href="#e"/>
        </informationRequirement><context><contextEntry><variable name="a b"/><decisionTable hitPolicy="COLLECT"
        aggregation="SUM"><input><inputExpression><text>count(e)</text></inputExpression></input><output/>
        <rule><inputEntry><text>&lt; 3</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
        </decisionTable></contextEntry><contextEntry><literalExpression><text>a b + 1</text></literalExpression>
        </contextEntry></context></decision>
        <decisionService id="s" name="s"><outputDecision href="#d"/><inputDecision href="#e"/></decisionService>
        """
      ).utf8)
    let pieces = [
      "<", ">", "</", "/>", "&", ";", "\"", "<![CDATA[", "-->", "<!DOCTYPE", "href", "#d", "#", "\u{0}", "é",
    ]
    var read = 0
    for _ in 0..<150 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
        case 2:
          bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8, at: place)
        default:
          let end = min(bytes.count, place + Int.random(in: 1...200, using: &random))
          bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
        }
        if bytes.isEmpty { break }
      }
      guard let definitions = try? Definitions(dmn: bytes), let model = try? DecisionModel(definitions) else {
        continue
      }
      read += 1
      for decision in model.decisions {
        let result = model.evaluate(decision: decision, inputs: Context(["i": [1, 2, 3]]))
        #expect(result != nil)
      }
    }
    #expect(read < 150)
  }
}
