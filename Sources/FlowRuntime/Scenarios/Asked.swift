import FEEL
import FlowDSL

/// Something that is asked, or was: what a reply of a scenario is read against.
struct Asked {
  /// What fits as a reply.
  enum Kind {
    case question(Fact)
    case item(String)
    case recommendation(Fact?)
    case contact(attempts: Int)
    case referral(isAllowed: Bool)
    case wait
    /// Whether somebody in a role agrees.
    case concurrence(role: String)
  }

  var path: StepPath
  var item: String?
  var kind: Kind

  /// Keys of a scenario's answers that mean it, the most precise first.
  var keys: [String] { path.keys(item: item) }

  /// What an open step asks for; of a wait the question first, where there is one, then the time.
  static func all(at open: OpenStep) -> [Asked] {
    let path = open.path
    switch open.asked {
    case .question(let question):
      let fact = open.facts[question.slot]
      return [Asked(path: path, item: fact.name, kind: .question(fact))]
    case .tick(let tick): return [Asked(path: path, item: tick.name, kind: .item(tick.name))]
    case .recommendation: return [Asked(path: path, kind: .recommendation(open.fact))]
    case .contact: return [Asked(path: path, kind: .contact(attempts: open.attempts))]
    case .referral(_, let isAllowed, _): return [Asked(path: path, kind: .referral(isAllowed: isAllowed))]
    case .concurrence(let concurrence, let agreed):
      return concurrence.missing(agreed)
        .map { Asked(path: path, item: $0, kind: .concurrence(role: $0)) }
    case .wait(_, _, let question):
      let time = Asked(path: path, kind: .wait)
      guard let fact = question.map({ open.facts[$0.slot] }) else { return [time] }
      return [Asked(path: path, item: fact.name, kind: .question(fact)), time]
    }
  }

  /// What was asked when this was said; `nil` where nothing was.
  init?(_ said: Said, in state: State) {
    guard let path = said.event.step, let (flow, step) = state.place(of: path) else { return nil }
    let definition = state.program.flows[flow]
    switch said.event {
    case .answered(_, let name, _):
      guard let fact = definition.facts.first(where: { $0.name == name }) else { return nil }
      self.init(path: path, item: name, kind: .question(fact))
    case .ticked(_, let item, _, _): self.init(path: path, item: item, kind: .item(item))
    case .concurred: self.init(path: path, item: said.by.role, kind: .concurrence(role: said.by.role))
    case .contacted: self.init(path: path, kind: .contact(attempts: 0))
    case .referred: self.init(path: path, kind: .referral(isAllowed: true))
    case .confirmed, .overridden:
      let fact = definition.steps[step].kind.outputs.first.map { definition.facts[$0] }
      self.init(path: path, kind: .recommendation(fact))
    default: return nil
    }
  }

  init(path: StepPath, item: String? = nil, kind: Kind) {
    self.path = path
    self.item = item
    self.kind = kind
  }

  /// Whether a contact was tried as often as a reply says, and would be tried in the same way without end.
  func isTriedInVain(_ reply: ReplySyntax) -> Bool {
    guard case .contact(let attempts) = kind, attempts >= reply.tries else { return false }
    return reply.contact(attempts, now: Instant(milliseconds: 0)) == .noAnswer
  }

  /// What a reply says here, the role that says it, and the time that passes; `nil` where the reply does not fit.
  func act(_ reply: ReplySyntax, role: String, now: Instant) -> Act? {
    switch (kind, reply.form) {
    case (.question(let fact), .value(let literal)):
      literal.answer(as: fact.type).map {
        Act(event: .answered(step: path, fact: fact.name, $0), role: role)
      }
    case (.item(let item), .value(let literal)):
      if case .boolean(let done) = literal.form {
        Act(event: .ticked(step: path, item: item, done: done, reason: nil), role: role)
      } else {
        nil
      }
    case (.item(let item), .done(let done, let reason)):
      Act(event: .ticked(step: path, item: item, done: done, reason: reason?.value), role: role)
    case (.recommendation, .value(let literal)):
      literal.form == .text("confirm") ? Act(event: .confirmed(step: path), role: role) : nil
    case (.recommendation(let fact?), .override(let literal, let reason, let other)):
      literal.value(as: fact.type).map {
        Act(
          event: .overridden(step: path, to: $0, reason: reason?.value), role: other?.value ?? role)
      }
    case (.concurrence(let role), .value(let literal)):
      literal.form == .text("agree")
        ? Act(event: .concurred(step: path, agrees: true, reason: nil), role: role, person: role) : nil
    case (.concurrence(let role), .disagreed(let reason)):
      Act(
        event: .concurred(step: path, agrees: false, reason: reason.value), role: role, person: role)
    case (.contact(let attempts), _):
      reply.contact(attempts, now: now).map { Act(event: .contacted(step: path, $0), role: role) }
    case (.referral, _): reply.referral.map { Act(event: .referred(step: path, $0), role: role) }
    case (.wait, .value(let literal)):
      literal.milliseconds.map { Act(event: .clock, role: role, after: $0) }
    default: nil
    }
  }
}

extension ReplySyntax {
  /// How many tries of a contact it tells of.
  fileprivate var tries: Int {
    switch form {
    case .tries(let tries): tries.count
    case .value(let literal): if case .list(let tries) = literal.form { tries.count } else { 1 }
    default: 1
    }
  }

  /// What came of the contact at this try; after the last of several tries, that one again.
  fileprivate func contact(_ attempts: Int, now: Instant) -> ContactOutcome? {
    switch form {
    case .value(let literal): literal.contact(attempts)
    case .putOff(let duration): .putOff(until: now.advanced(by: duration.milliseconds))
    case .unreached(let reason): .unreached(reason: reason.value)
    case .tries(let tries):
      tries.isEmpty ? nil : tries[min(attempts, tries.count - 1)].contact(0, now: now)
    default: nil
    }
  }

  fileprivate var referral: ReferralOutcome? {
    switch form {
    case .referred(let service): .referred(service: service.value)
    case .impossible(let reason): .impossible(reason: reason.value)
    case .value(let literal):
      switch literal.form {
      case .text("referred"): .referred(service: nil)
      case .text("number-given"): .numberGiven
      default: nil
      }
    default: nil
    }
  }
}

extension LiteralSyntax {
  fileprivate func contact(_ attempts: Int) -> ContactOutcome? {
    switch form {
    case .text("reached"): .reached
    case .text("no-answer"): .noAnswer
    case .list(let tries): tries.isEmpty ? nil : tries[min(attempts, tries.count - 1)].contact(0)
    default: nil
    }
  }

  /// A duration in milliseconds.
  fileprivate var milliseconds: Int64? {
    guard case .daysDuration(let duration)? = value(as: .daysDuration), duration.seconds >= 0 else {
      return nil
    }
    let (product, overflow) = duration.seconds.multipliedReportingOverflow(by: 1000)
    return overflow ? nil : product
  }
}
