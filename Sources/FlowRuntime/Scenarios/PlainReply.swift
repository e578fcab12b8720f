import FEEL
import FlowDSL

extension OpenStep {
  /// What is said of an open step where a scenario gives no answer: questions one way, the rest its plain way
  /// (grammar, section 13.3). `nil` where the walk stops.
  func plainAct(_ otherwise: ScenarioSyntax.Otherwise, role: String, now: Instant) -> Act? {
    guard otherwise != .stop else { return nil }
    let event: Event
    switch asked {
    case .question(let question):
      event = .answered(step: path, fact: facts[question.slot].name, plainAnswer(question, otherwise))
    case .tick(let tick): event = .ticked(step: path, item: tick.name, done: true, reason: nil)
    case .recommendation: event = .confirmed(step: path)
    case .contact: event = .contacted(step: path, .reached)
    case .referral(_, let isAllowed, _):
      event = .referred(step: path, isAllowed ? .referred(service: nil) : .numberGiven)
    case .concurrence(let concurrence, let agreed):
      guard let missing = concurrence.missing(agreed).first else {
        return nil
      }
      return Act(
        event: .concurred(step: path, agrees: true, reason: nil), role: missing, person: missing)
    case .wait(_, let until, let question):
      // A wait that only a fact ends goes on by its questions.
      guard let until else {
        guard let question else { return nil }
        event = .answered(step: path, fact: facts[question.slot].name, plainAnswer(question, otherwise))
        break
      }
      return Act(event: .clock, role: role, after: max(0, until.milliseconds - now.milliseconds))
    }
    return Act(event: event, role: role)
  }

  private func plainAnswer(_ question: Question, _ otherwise: ScenarioSyntax.Otherwise) -> Answer {
    let type = facts[question.slot].type
    switch otherwise {
    case .unknown where question.acceptsUnknown: return .unknown
    case .declined where question.acceptsDeclined: return .declined
    case .true where type == .boolean: return .value(.boolean(true))
    case .false where type == .boolean: return .value(.boolean(false))
    default: break
    }
    if question.acceptsUnknown { return .unknown }
    if case .choice(let values) = type, let first = values.first { return .value(.string(first)) }
    return .value(.boolean(false))
  }
}
