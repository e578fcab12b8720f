import DMN
import FEEL
import FlowDSL

/// A flow put together in a test, without YAML: facts by name, conditions as text.
struct FlowDraft {
  var name: String
  var facts: [Fact] = []
  var takes: [String] = []
  var gives: [String] = []
  var steps: [Step] = []
  /// Index of the first step: steps of branches may stand before it.
  var first = 0
  var interrupts: [Interrupt] = []
  var readsMoment = false

  func slot(_ name: String) -> Int {
    guard let slot = facts.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("no fact is named \(name)")
    }
    return slot
  }

  func expression(_ text: String, extra: [String] = []) -> CompiledExpression {
    let variables =
      facts.map { Variable(name: $0.name, type: $0.type, mayBeNull: true) }
      + EntryMoment.variables + extra.map { Variable(name: $0, type: .number, mayBeNull: false) }
    do {
      return try FEELCompiler.compile(expression: text, in: Scope(variables, unzoned: .comparable))
    } catch {
      preconditionFailure("\(text): \(error)")
    }
  }

  var flow: Flow {
    Flow(
      name: name, version: "1.0.0", title: Words(["": name]), languages: ["en"], facts: facts,
      takes: takes.map(slot), gives: gives.map(slot), steps: steps, first: first, interrupts: interrupts,
      outcomes: steps.compactMap { if case .end = $0.kind { $0.name } else { nil } },
      readsMoment: readsMoment)
  }
}

extension Program {
  /// A program of test flows, the main one first.
  init(_ flows: [Flow], directory: Directory = Directory(), hash: String = "test") {
    self.init(hash: hash, flows: flows, roles: [:], directory: directory, sources: [])
  }
}
