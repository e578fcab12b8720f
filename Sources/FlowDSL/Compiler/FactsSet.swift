/// Which facts a step may set, by its text alone.
struct FactsSet {
  let surroundings: Surroundings

  /// Facts set by steps and by those of their branches, with the place that says so.
  func facts(by steps: [StepSyntax]) -> [Located<String>] { steps.flatMap(facts) }

  /// Facts set by a step.
  func facts(by step: StepSyntax) -> [Located<String>] {
    factsOfKind(step) + [step.agree?.result].compactMap(\.self)
  }

  private func factsOfKind(_ step: StepSyntax) -> [Located<String>] {
    switch step.kind {
    case .ask(let questions): questions.map(\.fact)
    case .assess(let assess):
      [assess.sets ?? step.name.asFact]
        + [assess.reasons, assess.precautions, assess.ownLevel?.fact].compactMap(\.self)
    case .decide(let decide): decide.outputs
    case .do(let items): items.compactMap(\.fact)
    case .contact(let contact): contact.asks.map(\.fact) + [contact.result].compactMap(\.self)
    case .refer(let refer): refer.asks.map(\.fact) + [refer.result].compactMap(\.self)
    case .inform(let inform): inform.tell.compactMap(\.fact)
    case .run(let run):
      given(by: run.flow ?? step.name, renamed: run.gives) + [run.result].compactMap(\.self)
    case .each(let each): each.gives.map(\.to)
    case .together(let branches): branches.flatMap { facts(by: $0.steps) }
    case .wait(let wait): wait.asks.map(\.fact) + [wait.result].compactMap(\.self)
    case .end: []
    }
  }

  /// Facts that a sub-flow gives to its caller: by `gives`, else by the same name. Those of the same name that the caller
  /// does not declare are among them.
  func given(by flow: Located<String>, renamed: [GiveSyntax]) -> [Located<String>] {
    guard let signature = surroundings.signatures[flow.value] else { return renamed.map(\.to) }
    let names = signature.gives.map { signature.facts.names[$0] }
    return names.map { name in
      renamed.first { $0.from.value == name }?.to ?? Located(name, at: flow.place)
    }
  }
}

extension Located<String> {
  /// The fact that bears the name of a step.
  var asFact: Located<String> { map { String($0.map { $0 == "-" ? "_" : $0 }) } }
}

extension StepSyntax {
  /// The step and all steps inside its branches.
  public var all: [StepSyntax] {
    guard case .together(let branches) = kind else { return [self] }
    return [self] + branches.flatMap { $0.steps.flatMap(\.all) }
  }

  /// The questions that the step itself puts.
  var questions: [QuestionSyntax] {
    switch kind {
    case .ask(let questions): questions
    case .contact(let contact): contact.asks
    case .refer(let refer): refer.asks
    case .wait(let wait): wait.asks
    case .assess(let assess): assess.ownLevel.map { [$0] } ?? []
    default: []
    }
  }
}
