import ArgumentParser
import DMN
import FlowDSL

/// `flowrun dmn export`
struct DMNExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the tables and grids of a flow as a DMN 1.5 model that other engines read.",
    discussion: """
      Each step that decides or assesses becomes a decision of the step's name, over the facts that it reads.

      Examples:
        flowrun dmn export danger-check -o danger-check.dmn
      """)

  @Argument(help: "A flow: its name in the protocol folder, or the path of its file.")
  var flow: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write. Default: the standard output.", valueName: "file"))
  var output: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let library = try FlowLibrary(flow, protocols: protocols.protocols, environment: desk.environment)
      guard let flow = try library.program(desk).flows.first else { return }
      let text = ModelText(decisionsOf: flow).xml
      guard let output else {
        Output.write(text)
        return
      }
      do throws(TextFile.Fault) { try TextFile.write(text, to: output, replacing: true) } catch {
        throw Failure(error, writing: true)
      }
    }
  }
}

extension ModelText {
  /// The decisions of a flow as a model: facts are inputs, for a decision reads what is known when it is taken.
  init(decisionsOf flow: Flow) {
    var read: Set<Int> = []
    var decisions: [Decision] = []
    for step in flow.steps {
      if case .assess(let grid) = step.kind {
        let slots = grid.slots(facts: flow.facts.count)
        read.formUnion(slots)
        decisions.append(
          Decision(
            name: step.name, requires: slots.sorted().map { flow.facts[$0].name },
            logic: .expressions(grid.expressions)))
      }
      // A decision of a model is in a file of its own already.
      guard case .decide(let decision) = step.kind, let logic = decision.logic.written(of: flow, decision)
      else {
        continue
      }
      // A model knows `now()` and `today()` without being handed them.
      let slots = decision.logic.slots.filter { $0 < flow.facts.count }
      read.formUnion(slots)
      decisions.append(
        Decision(name: step.name, requires: slots.sorted().map { flow.facts[$0].name }, logic: logic))
    }
    // A step may be called like the fact that it decides; in a model, names are unique.
    let names = Set(read.map { flow.facts[$0].name })
    decisions = decisions.map { decision in
      guard names.contains(decision.name) else { return decision }
      return Decision(name: decision.name + " step", requires: decision.requires, logic: decision.logic)
    }
    self.init(
      name: flow.name, namespace: "urn:flowrun:\(flow.name):\(flow.version)",
      inputs: read.sorted().map { slot in
        let fact = flow.facts[slot]
        return Input(
          name: fact.name, type: fact.type, allowed: fact.allowed.flatMap { $0.slots.isEmpty ? $0.text : nil }
        )
      }, decisions: decisions)
  }
}

extension FlowDSL.Decision.Logic {
  /// The logic as a model holds it; nil where a model holds it already.
  fileprivate func written(of flow: Flow, _ decision: FlowDSL.Decision) -> ModelText.Decision.Logic? {
    switch self {
    case .table(let table): .table(table)
    case .expressions(let expressions):
      .expressions(
        zip(decision.outputs, expressions).map { (name: flow.facts[$0].name, text: $1.text) })
    case .model: nil
    }
  }

  /// The slots of the facts that it reads.
  fileprivate var slots: Set<Int> {
    switch self {
    case .expressions(let expressions): return Set(expressions.flatMap(\.slots))
    case .model(let model): return Set(model.inputs.flatMap(\.value.slots))
    case .table(let table):
      var slots = Set(table.inputs.flatMap(\.expression.slots))
      for rule in table.rules {
        slots.formUnion(rule.tests.flatMap { $0?.slots ?? [] })
        slots.formUnion(rule.outputs.flatMap(\.slots))
      }
      return slots
    }
  }
}
