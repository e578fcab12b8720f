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
  private var names: ProgramNames { ProgramNames(program, language: language) }

  /// A step: its title, else its name with spaces.
  func step(_ step: Step) -> String { step.notes.title?(language) ?? ProgramNames.spaced(step.name) }

  /// A step where no case is at hand.
  func step(_ step: Step, of flow: Flow) -> String {
    step.notes.title.map { names($0, of: flow) } ?? ProgramNames.spaced(step.name)
  }

  /// Words of a flow where no case is at hand: the facts that they name stand there by their titles.
  func said(_ words: Words, of flow: Flow) -> String { names(words, of: flow) }

  /// A step of a case, as it is read there: the facts that its words name with their answers.
  func filled(_ path: StepPath, of state: State) -> Step? {
    state.place(of: path).map { place in
      state.filled(program.flows[place.flow].steps[place.step], at: path) { placed($0) }
    }
  }

  /// The title of a step of a case; of one that the program does not have, its path.
  func step(at path: StepPath, of state: State) -> String {
    filled(path, of: state).map(step) ?? path.description
  }

  /// Which child, say, a page or a fact is about: the mark, and its place among the others.
  func item(_ item: WalkedItem) -> String {
    words(
      .headerItem,
      [
        "what": fact(item.fact), "mark": value(item.value, of: item.fact), "n": String(item.number),
        "count": String(item.count),
      ])
  }

  /// An open step in one line: the branches it stands in, its title, and the role it is for.
  func line(_ open: OpenStep) -> String {
    let branches = open.branches.map {
      $0.definition.title?(language) ?? ProgramNames.spaced($0.definition.name)
    }
    let forWhom = open.by.map { " (" + recipient($0) + ")" } ?? ""
    return (branches + [step(open.definition)]).joined(separator: " › ") + forWhom
  }

  /// A flow by its index.
  func flow(_ index: Int) -> String { program.flows[index].title(language) }

  /// A role, or a category of the directory.
  func recipient(_ name: String) -> String { names.recipient(name) }

  /// A fact: its title, else the question that asks for it, else its name with spaces.
  func fact(_ fact: Fact) -> String { names.fact(fact) }

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
  func factor(_ name: String) -> String { names.factor(name) ?? ProgramNames.spaced(name) }

  /// An interrupt by its path, such as `!attack-now[1]`.
  func interrupt(in path: StepPath) -> String? {
    path.interrupt.map { name in
      interrupt(named: name).map { $0.title?(language) ?? flow($0.call.flow) } ?? ProgramNames.spaced(name)
    }
  }

  /// Whether the interrupt that is being walked may end what it broke into.
  func mayEnd(in path: StepPath) -> Bool {
    path.interrupt.flatMap(interrupt).map { !$0.ends.isEmpty } ?? false
  }

  private func interrupt(named name: String) -> Interrupt? {
    program.flows.lazy.flatMap(\.interrupts).first { $0.name == name }
  }

  /// A value of a fact; names of factors in their words, with a word beside those that count although nobody said so.
  func value(_ value: Value, of fact: Fact, precautions: [String: Absence?] = [:]) -> String {
    guard !precautions.isEmpty, case .list(let items) = value, fact.type == .list(.string) else {
      return words.values(in: names)(value, of: fact)
    }
    return items.map { item in
      factor(item.text) + (precautions[item.text].map { " (" + words.precaution($0) + ")" } ?? "")
    }.joined(separator: ", ")
  }

  /// The facts advised at a step with their values, in words; without the lists of what counts in the grid.
  func advised(_ advice: Recommendation, flow: Flow, kind: Step.Kind) -> [(name: String, value: String)] {
    var lists: [String] = []
    if case .assess(let assessment) = kind {
      lists = [assessment.reasons, assessment.precautions].compactMap { $0.map { flow.facts[$0].name } }
    }
    return advice.values.filter { !lists.contains($0.fact) }.compactMap { binding in
      flow.facts.first { $0.name == binding.fact }.map {
        (name: fact($0), value: value(binding.value, of: $0))
      }
    }
  }

  /// The levels of a case that stand in the upper half of their scale: `Danger: high`.
  func highLevels(_ state: State) -> [String] {
    var last: [(name: String, value: String)] = []
    for level in state.assessedLevels where level.isInUpperHalf {
      let marks = state.items(at: level.path.prefix).filter { $0.value != .null }
        .map { value($0.value, of: $0.fact) }
      let name = fact(level.fact) + (marks.isEmpty ? "" : " (" + marks.joined(separator: ", ") + ")")
      last.removeAll { $0.name == name }
      last.append((name, value(level.value, of: level.fact)))
    }
    return last.map { words.label($0.name) + $0.value }
  }

  /// What stands in a sentence for a fact that it names; where it has no value, a word in brackets says so.
  func placed(_ standing: FactStanding) -> String {
    absence(standing.standing).map { "(" + $0 + ")" } ?? known(standing)
      ?? value(standing.value, of: standing.fact)
  }

  /// An answer to a question for a fact.
  func answer(_ answer: Answer, of fact: Fact) -> String {
    switch answer {
    case .value(let value): self.value(value, of: fact)
    case .unknown: words(.unknown)
    case .declined: words(.declined)
    }
  }
}

extension Step.Kind {
  /// Whether a person at the terminal sees a page of it.
  var isSeen: Bool {
    switch self {
    case .ask, .assess, .do, .contact, .refer, .inform, .wait: true
    case .decide(let decision): decision.override != nil
    case .run, .each, .together, .end: false
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

extension StepPath {
  /// The name of the interrupt that it leads into, the innermost; `nil` where it leads into none.
  fileprivate var interrupt: String? {
    description.lastIndex(of: "!").map { mark in
      String(description[description.index(after: mark)...].prefix { $0 != "[" && $0 != "/" })
    }
  }
}
