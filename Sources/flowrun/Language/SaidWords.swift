import FEEL
import FlowDSL
import FlowRuntime

/// What persons said, in one line each.
struct SaidWords {
  let state: State
  let names: ProgramWords

  private var words: Wording { names.words }
  private var language: String { words.language.rawValue }

  /// The thing asked and what was answered: `Êtes-vous en sécurité ici ? · non`.
  func line(_ event: Event) -> String {
    [subject(event), outcome(event)].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What it is about: the question, the item, or the step.
  func subject(_ event: Event) -> String {
    switch event {
    case .identified(let person): return words.part(person.part)
    case .referenced: return words(.aboutReference)
    case .quoted(let quotation): return words.part(quotation.speaker)
    default: break
    }
    guard let path = event.step, let place = state.place(of: path), let step = names.filled(path, of: state)
    else { return "" }
    let flow = state.program.flows[place.flow]
    switch event {
    case .answered(_, let name, _):
      let question = step.kind.allQuestions.first { flow.facts[$0.slot].name == name }
      return question?.words(language) ?? ProgramNames.spaced(name)
    case .settled(_, let name?, _, _):
      if let question = step.kind.allQuestions.first(where: { flow.facts[$0.slot].name == name }) {
        return question.words(language)
      }
      return step.kind.allTicks.first { $0.name == name }?.words(language) ?? ProgramNames.spaced(name)
    case .ticked(_, let item, _, _):
      return step.kind.allTicks.first { $0.name == item }?.words(language) ?? ProgramNames.spaced(item)
    default: return names.step(step)
    }
  }

  /// What was said of it.
  func outcome(_ event: Event) -> String {
    switch event {
    case .answered(let path, let name, let answer):
      return fact(name, at: path).map { names.answer(answer, of: $0) } ?? ""
    case .ticked(let path, _, let isDone, let reason):
      let said: Phrase =
        isTold(path) ? (isDone ? .tellDone : .tellNotDone) : isDone ? .tickDone : .tickNotDone
      return with(words(said), reason)
    case .contacted(_, .reached): return words(.contactReached)
    case .contacted(_, .noAnswer): return words(.contactNoAnswer)
    case .contacted(_, .putOff(let until)):
      return words(.contactLaterAt, ["time": LocalTime(until).moment])
    case .settled(_, _, let isDone, let reason): return with(words(isDone ? .taskDone : .taskWaived), reason)
    case .contacted(_, .unreached(let reason)): return with(words(.contactGiveUp), reason)
    case .referred(_, .referred(nil)): return words(.referDone)
    case .referred(_, .referred(let name?)): return words(.referTo, ["service": service(name)])
    case .referred(_, .numberGiven): return words(.referNumber)
    case .referred(_, .impossible(let reason)): return with(words(.referImpossible), reason)
    case .confirmed(let path): return with(words(.confirmed), recommendation(at: path))
    case .concurred(_, let agrees, let reason): return with(words(agrees ? .agrees : .disagrees), reason)
    case .overridden(let path, let value, let reason):
      let fact = decided(at: path)
      return with(words(.overridden) + " " + (fact.map { names.value(value, of: $0) } ?? value.text), reason)
    case .identified(let person): return words.describe(person)
    case .referenced(let reference): return reference
    case .quoted(let quotation): return words(.quoted, ["words": quotation.words])
    default: return ""
    }
  }

  /// What was typed, to be shown where it was not taken.
  func typed(_ event: Event) -> String {
    switch event {
    case .noted(let text), .abandoned(let text), .reopened(let text): text
    case .handedOver(_, let reason): reason ?? ""
    case .corrected(_, let event, let reason): line(event) + " (" + reason + ")"
    default: line(event)
    }
  }

  /// What was recorded, in about one line; a decision with what was advised and who decided.
  func noted(_ event: Event) -> String {
    switch event {
    case .confirmed(let path), .overridden(let path, _, _):
      guard let fact = decided(at: path), let advised = recommendation(at: path),
        let said = state.answers.last(where: { $0.event == event })
      else { return line(event) }
      var value = advised
      if case .overridden(_, let decided, _) = event { value = names.value(decided, of: fact) }
      let person = said.by.identifier + ", " + names.recipient(said.by.role)
      return words(
        .notedDecision, ["what": subject(event), "value": value, "advised": advised, "person": person])
    default:
      return [subject(event).shortened(to: 48), outcome(event).shortened(to: 40)].filter { !$0.isEmpty }
        .joined(separator: " · ")
    }
  }

  /// Whether what is marked at a step is said to someone, rather than done.
  private func isTold(_ path: StepPath) -> Bool {
    guard let place = state.place(of: path) else { return false }
    if case .inform = state.program.flows[place.flow].steps[place.step].kind { return true }
    return false
  }

  private func fact(_ name: String, at path: StepPath) -> Fact? {
    state.place(of: path).flatMap { place in
      state.program.flows[place.flow].facts.first { $0.name == name }
    }
  }

  private func decided(at path: StepPath) -> Fact? {
    state.place(of: path).flatMap { place in
      let flow = state.program.flows[place.flow]
      return flow.steps[place.step].kind.overriding.map { flow.facts[$0.slot] }
    }
  }

  private func recommendation(at path: StepPath) -> String? {
    guard let fact = decided(at: path), let value = state.recommended(at: path, fact: fact.name) else {
      return nil
    }
    return names.value(value, of: fact)
  }

  private func service(_ name: String) -> String {
    state.program.directory.services.first { $0.name == name }?.title(language) ?? name
  }

  private func with(_ text: String, _ detail: String?) -> String {
    detail.map { text + " (" + $0 + ")" } ?? text
  }
}

extension String {
  /// Cut between words, with an ellipsis, where it is longer.
  func shortened(to length: Int) -> String {
    guard count > length else { return self }
    let cut = prefix(length)
    return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
  }
}
