import FEEL

/// What a scenario may name: the steps of its flow and of all flows that it runs, what they ask, and their facts.
struct ScenarioNames {
  /// Something that is asked, and what fits as a reply.
  enum Asked {
    case question(ValueType, unknown: Bool, declined: Bool)
    case item
    case recommendation(ValueType?)
    case contact
    case referral
    case wait
    case concurrence
  }

  /// Names and paths of steps, without the numbers of items and firings.
  private(set) var steps: Set<String> = []
  /// What may be answered, by each of its keys.
  private(set) var asked: [String: [Asked]] = [:]
  /// Types of facts, by their names behind the path of their flow.
  private(set) var facts: [String: ValueType] = [:]
  /// Names and paths of interrupts, without `!`.
  private(set) var interrupts: Set<String> = []
  /// Facts that may be reported.
  private(set) var reports: Set<String> = []

  /// Documents that steps produce.
  private(set) var documents: Set<String> = []

  private let signatures: [String: FlowSignature]

  init(_ flow: FlowSignature, _ signatures: [String: FlowSignature]) {
    self.signatures = signatures
    add(flow, path: "", inside: [])
  }

  /// A key or path without the numbers in brackets.
  static func plain(_ path: String) -> String {
    var result = ""
    var isInside = false
    for character in path {
      switch character {
      case "[": isInside = true
      case "]": isInside = false
      default: if !isInside { result.append(character) }
      }
    }
    return result
  }

  private mutating func add(_ signature: FlowSignature, path: String, inside flows: Set<String>) {
    // A circle is reported elsewhere; here it is cut.
    let name = signature.flow.name.value
    guard !flows.contains(name) else { return }
    let flows = flows.union([name])
    for entry in signature.facts.entries { facts[path + entry.syntax.name.value] = entry.type }
    for entry in signature.outline.entries {
      let step = entry.syntax
      add(step, of: signature, path: path)
      if let callee = step.callee.flatMap({ signatures[$0.value] }) {
        add(callee, path: "\(path)\(step.name.value)/", inside: flows)
      }
    }
    for interrupt in signature.flow.interrupts {
      let marked = "\(path)!\(interrupt.name.value)"
      interrupts.formUnion([interrupt.name.value, marked])
      reports.formUnion(interrupt.report.map(\.name.value))
      if let callee = signatures[interrupt.run.value] { add(callee, path: "\(marked)/", inside: flows) }
    }
  }

  private mutating func add(_ step: StepSyntax, of signature: FlowSignature, path: String) {
    let name = step.name.value
    let whole = path + name
    steps.formUnion([name, whole])
    documents.formUnion(step.documents.map(\.value))
    func note(_ asked: Asked, item: String? = nil) {
      let keys = item.map { ["\(whole).\($0)", "\(name).\($0)", $0] } ?? [whole, name]
      for key in Set(keys) { self.asked[key, default: []].append(asked) }
    }
    for question in step.questions {
      guard let slot = signature.facts.slot(of: question.fact.value) else { continue }
      note(
        .question(
          signature.facts[slot].type, unknown: question.unknown?.value ?? true,
          declined: question.declined?.value ?? true),
        item: question.fact.value)
    }
    func type(_ fact: Located<String>?) -> ValueType? {
      fact.flatMap { signature.facts.slot(of: $0.value) }.map { signature.facts[$0].type }
    }
    for role in step.agree?.roles ?? [] { note(.concurrence, item: role.value) }
    switch step.kind {
    case .do(let items): for item in items { note(.item, item: item.name.value) }
    case .inform(let inform): for item in inform.tell { note(.item, item: item.name.value) }
    case .assess(let assess): note(.recommendation(type(assess.sets ?? step.name.asFact)))
    case .decide(let decide): note(.recommendation(type(decide.outputs.first)))
    case .contact: note(.contact)
    case .refer: note(.referral)
    case .wait: note(.wait)
    case .ask, .run, .each, .together, .end: break
    }
  }
}

extension DecideSyntax {
  /// The facts it decides, in order.
  var outputs: [Located<String>] {
    switch logic {
    case .table(let table): table.outputs
    case .values(let values): values.map(\.fact)
    case .model(let model):
      switch model.outputs {
      case .whole(let fact): [fact]
      case .entries(let outputs): outputs.map(\.fact)
      }
    }
  }
}
