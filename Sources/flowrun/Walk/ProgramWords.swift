import FEEL
import FlowDSL
import FlowRuntime

/// Names of a program's parts as people read them, in the language of the screen.
struct ProgramWords: Sendable {
  let program: Program
  let words: Wording

  /// The role of the person who is protected: nobody sits at the terminal in it.
  static let victim = "victim"

  private var language: String { words.language.rawValue }

  /// A step: its title, else its name with spaces.
  func step(_ step: Step) -> String { step.notes.title?(language) ?? Self.spaced(step.name) }

  /// An open step in one line: the branches it stands in, its title, and the role it is for.
  func line(_ open: OpenStep) -> String {
    let branches = open.branches.map { $0.definition.title?(language) ?? Self.spaced($0.definition.name) }
    let forWhom = open.by.map { " (" + recipient($0) + ")" } ?? ""
    return (branches + [step(open.definition)]).joined(separator: " › ") + forWhom
  }

  /// A flow by its index.
  func flow(_ index: Int) -> String { program.flows[index].title(language) }

  /// A role, or a category of the directory.
  func recipient(_ name: String) -> String {
    program.roles[name]?(language) ?? program.directory.categories[name]?(language) ?? Self.spaced(name)
  }

  /// A fact: its title, else the question that asks for it, else its name with spaces.
  func fact(_ fact: Fact) -> String {
    fact.title?(language) ?? question(of: fact.name)?.words(language) ?? Self.spaced(fact.name)
  }

  /// Roles that do something in the program, or may decide otherwise in it, by their words. Never the victim.
  var actingRoles: [String] {
    var roles: Set<String> = []
    for step in program.flows.lazy.flatMap(\.steps) {
      if let by = step.by { roles.insert(by) }
      if case .together(let branches) = step.kind { roles.formUnion(branches.compactMap(\.by)) }
      roles.formUnion(step.kind.overriding?.rule.roles ?? [])
    }
    return sorted(roles.subtracting([Self.victim]))
  }

  /// Roles by their words.
  func sorted(_ roles: some Sequence<String>) -> [String] {
    roles.sorted { (recipient($0).folded, $0) < (recipient($1).folded, $1) }
  }

  /// A factor of a grid: its title, else the fact it is about.
  func factor(_ name: String) -> String {
    for case .assess(let assessment) in program.flows.lazy.flatMap(\.steps).map(\.kind) {
      let factor = (assessment.risk + assessment.safety).first { $0.name == name }
      if let title = factor?.title { return title(language) }
    }
    let title = program.flows.lazy.flatMap(\.facts).first { $0.name == name && $0.title != nil }?.title
    return title?(language) ?? question(of: name)?.words(language) ?? Self.spaced(name)
  }

  /// An interrupt by its path, such as `!attack-now[1]`.
  func interrupt(in path: StepPath) -> String? {
    guard let mark = path.description.lastIndex(of: "!") else { return nil }
    let name = path.description[path.description.index(after: mark)...].prefix { $0 != "[" && $0 != "/" }
    let interrupt = program.flows.lazy.flatMap(\.interrupts).first { $0.name == name }
    return interrupt?.title?(language) ?? Self.spaced(String(name))
  }

  /// A value of a fact; names of factors in their words, with a word beside those that count because they are not known.
  func value(_ value: Value, of fact: Fact, asUnknown: Set<String> = []) -> String {
    guard case .list(let items) = value, fact.type == .list(.string), !items.isEmpty else {
      return words.value(value, of: labelled(fact))
    }
    return items.map { item in
      factor(item.text) + (asUnknown.contains(item.text) ? " (" + words(.adviceAsUnknown) + ")" : "")
    }.joined(separator: ", ")
  }

  /// The facts advised at a step with their values, in words; without the list of the grid's reasons.
  func advised(_ advice: Recommendation, flow: Flow, kind: Step.Kind) -> [(name: String, value: String)] {
    var reasons: String?
    if case .assess(let assessment) = kind { reasons = assessment.reasons.map { flow.facts[$0].name } }
    return advice.values.filter { $0.fact != reasons }.compactMap { binding in
      flow.facts.first { $0.name == binding.fact }.map {
        (name: fact($0), value: value(binding.value, of: $0))
      }
    }
  }

  /// The levels of a case that stand in the upper half of their scale: `Danger: high`.
  func highLevels(_ state: State) -> [String] {
    state.assessedLevels.filter(\.isInUpperHalf).map {
      words.label(fact($0.fact)) + value($0.value, of: $0.fact)
    }
  }

  /// An answer to a question for a fact.
  func answer(_ answer: Answer, of fact: Fact) -> String {
    switch answer {
    case .value(let value): self.value(value, of: fact)
    case .unknown: words(.unknown)
    case .declined: words(.declined)
    }
  }

  /// The fact with labels: where its flow gives none, those of another flow's fact of the same name and type.
  private func labelled(_ fact: Fact) -> Fact {
    guard fact.labels.isEmpty else { return fact }
    let twin = program.flows.lazy.flatMap(\.facts).first {
      $0.name == fact.name && $0.type == fact.type && !$0.labels.isEmpty
    }
    return twin ?? fact
  }

  private func question(of fact: String) -> Question? {
    for flow in program.flows {
      for step in flow.steps {
        if let question = step.kind.allQuestions.first(where: { flow.facts[$0.slot].name == fact }) {
          return question
        }
      }
    }
    return nil
  }

  static func spaced(_ name: String) -> String { String(name.map { "_-".contains($0) ? " " : $0 }) }
}

extension Step.Kind {
  /// Every question that a step of this kind may put.
  var allQuestions: [Question] {
    switch self {
    case .ask(let questions): questions
    case .contact(let contact): contact.asks
    case .refer(let referral): referral.asks
    case .wait(let wait): wait.asks
    default: []
    }
  }

  /// Every item that a step of this kind may have marked.
  var allTicks: [Tick] {
    switch self {
    case .do(let ticks): ticks
    case .inform(let information): information.tell
    default: []
    }
  }

  /// Who may decide otherwise at a step of this kind, and the fact it is about.
  var overriding: (rule: Override, slot: Int)? {
    switch self {
    case .assess(let assessment): assessment.override.map { ($0, assessment.slot) }
    case .decide(let decision):
      decision.override.flatMap { rule in decision.outputs.first.map { (rule, $0) } }
    default: nil
    }
  }
}
