import FEEL
import Testing

@testable import DMN

/// What is written is read back as the same decisions.
@Suite struct ModelTextTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a table decides the same after writing and reading`(seed: UInt64) throws {
    let policies = HitPolicy.allCases.filter {
      ![.collect(.sum), .collect(.min), .collect(.max)].contains($0)
    }
    let random = try RandomTable(seed: seed, hitPolicy: policies[Int(seed) % policies.count])
    let text = ModelText(
      name: "written", namespace: "urn:written",
      inputs: random.text.inputs.map { ModelText.Input(name: $0.0, type: $0.1) },
      decisions: [
        ModelText.Decision(
          name: "d", requires: random.text.inputs.map(\.0), logic: .table(random.table))
      ]
    ).xml
    let model = try DecisionModel(Definitions(dmn: Array(text.utf8)))
    #expect(model.faults == [], "\(text)")
    for point in random.points {
      var inputs = Context()
      for (input, value) in zip(random.text.inputs, point) { inputs[input.0] = value }
      let written = model.evaluate(decision: "d", inputs: inputs)?.value
      #expect(written == random.table.decide(point).outputs[0], "\(inputs)\n\(text)")
    }
  }

  @Test func `limits of inputs and several expressions are written`() throws {
    let text = ModelText(
      name: "a < b & \"c\"", namespace: "urn:written",
      inputs: [
        .init(name: "level", type: .list(.choice(["low", "\"high\""]))),
        .init(name: "age", type: .number, allowed: "[0..150]"), .init(name: "unused", type: .boolean),
      ],
      decisions: [
        .init(
          name: "d", requires: ["level", "age"],
          logic: .expressions([(name: "n", text: "count(level)"), (name: "sum", text: "n + age")]))
      ]
    ).xml
    let model = try DecisionModel(Definitions(dmn: Array(text.utf8)))
    #expect(model.faults == [])
    #expect(model.name == "a < b & \"c\"")
    func value(_ level: Value, _ age: Value) -> String? {
      model.evaluate(decision: "d", inputs: Context(["level": level, "age": age]))?.value.description
    }
    #expect(value(.list([.string("low"), .string("\"high\"")]), 30) == "{n: 2, sum: 32}")
    #expect(value(.list([.string("medium")]), 300) == "{n: null, sum: null}")
  }
}
