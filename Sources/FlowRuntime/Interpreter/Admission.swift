import FEEL
import FlowDSL

/// Where an entry is taken, once nothing speaks against it.
struct Admission {
  /// Index of the open step; `nil` where the entry is about none.
  var token: Int?
  /// Index in `State.leftUndone` of what it is said of, where that was left undone earlier.
  var left: Int?
  /// Index in `State.setAside` of the step whose due time a correction left without a place.
  var aside: Int?
  /// Who was told, where it is said that somebody was told what had changed.
  var recipient: String?
  /// What it is said on (`Said.basis`).
  var basis: [Value] = []
  /// The frame and interrupt of a report.
  var alarm: Alarm?
  var slot: Int?
}

extension State {
  /// Where the walk takes what is said now, or why it does not: at an open step, else at what was left undone.
  func admit(_ event: Event, by person: Person) throws(Refusal) -> Admission {
    do throws(Refusal) {
      return try admitAsked(event, by: person)
    } catch {
      guard error.isNotAsked, status != .abandoned, let admission = try admitLate(event) else { throw error }
      return admission
    }
  }

  private func admitAsked(_ event: Event, by person: Person) throws(Refusal) -> Admission {
    switch (status, event) {
    case (_, .corrected), (_, .recommended), (_, .decided), (_, .interrupted), (_, .resumed), (_, .cancelled),
      (_, .exhausted), (_, .overdue), (_, .withdrawn), (_, .reinstated), (_, .ended):
      throw .notSaidByPersons(event: event.name)
    case (.notStarted, .started(let start)): return try admit(start)
    case (.notStarted, _): throw .notStarted
    case (_, .started): throw .alreadyStarted
    case (_, .noted(let text)):
      try text.checkLength()
      return Admission()
    case (_, .identified(let somebody)):
      try check(somebody)
      return Admission()
    case (_, .referenced(let text)):
      try text.checkName()
      return Admission()
    case (_, .quoted(let quotation)):
      guard quotation.words.contains(where: { !$0.isWhitespace }) else { throw .wordsMissing }
      try quotation.words.checkLength()
      return Admission()
    case (.ended, _): throw .caseEnded
    case (.abandoned, .reopened(let reason)), (.running, .abandoned(let reason)):
      try reason.checkReason()
      return Admission()
    case (.abandoned, _): throw .caseAbandoned
    case (.running, .reopened): throw .notAbandoned
    case (.running, .settled(let step, let item, _, _)):
      throw .nothingLeftUndone(step: step.description, item: item ?? "")
    case (.running, .clock): return Admission()
    case (.running, .handedOver(_, let reason)):
      try reason?.checkLength()
      return Admission()
    case (.running, .reported(let interrupt, let fact)): return try admitReport(interrupt, fact)
    case (.running, .answered(let path, let fact, let answer)): return try admit(answer, to: fact, at: path)
    case (.running, .ticked(let path, let item, let done, let reason)):
      return try admitTick(item, done: done, reason: reason, at: path)
    case (.running, .contacted(let path, let outcome)): return try admit(outcome, at: path)
    case (.running, .referred(let path, let outcome)): return try admit(outcome, at: path)
    case (.running, .confirmed(let path)):
      let (token, advice) = try advised(at: path)
      return Admission(token: token, basis: basis(of: token, on: advice))
    case (.running, .concurred(let path, let agrees, let reason)):
      return try admitConcurrence(agrees, reason: reason, by: person, at: path)
    case (.running, .overridden(let path, let value, let reason)):
      return try admitOverride(to: value, reason: reason, by: person, at: path)
    }
  }

  /// The open step at a path.
  func token(at path: StepPath, item: String = "") throws(Refusal) -> Int {
    for index in tokens.indices where tokens[index].path == path { return index }
    throw .notAskedNow(step: path.description, item: item)
  }

  func kind(of token: Int) -> Step.Kind {
    program.flows[frames[tokens[token].frame].flow].steps[tokens[token].step].kind
  }

  func factName(_ slot: Int, of frame: Int) -> String {
    program.flows[frames[frame].flow].facts[slot].name
  }

  /// Refuses a person without a mark, and names outside practice cases.
  private func check(_ person: PersonOfCase) throws(Refusal) {
    try person.mark.checkName()
    guard let identity = person.identity else { return }
    guard isPractice else { throw .namesInPracticeAlone }
    for text in [identity.name, identity.born, identity.reach].compactMap(\.self) { try text.checkName() }
  }

  private func admit(_ start: Start) throws(Refusal) -> Admission {
    guard start.program == program.hash else {
      throw .programDiffers(expected: program.hash, found: start.program)
    }
    let flow = program.flows[0]
    guard start.flow == flow.name else { throw .flowDiffers(expected: flow.name, found: start.flow) }
    try start.language.checkLength()
    for given in start.given {
      guard let slot = flow.takes.first(where: { flow.facts[$0].name == given.fact }) else {
        throw .factNotTaken(given.fact)
      }
      if case .value(let value) = given.answer { try check(value, for: slot, of: flow.facts, in: nil) }
    }
    return Admission()
  }

  private func admit(_ answer: Answer, to name: String, at path: StepPath) throws(Refusal) -> Admission {
    let index = try token(at: path, item: name)
    let frame = tokens[index].frame
    let questions = kind(of: index).questions(isCarriedOut: tokens[index].isCarriedOut)
    let item = tokens[index].item
    guard item < questions.count, !tokens[index].isToBeAgreed, case let slot = questions[item].slot,
      name == factName(slot, of: frame)
    else { throw .notAskedNow(step: path.description, item: name) }
    try check(answer, to: questions[item], in: frame)
    return Admission(token: index, basis: frames[frame].basis, slot: slot)
  }

  /// Refuses an answer that a question does not accept.
  func check(_ answer: Answer, to question: Question, in frame: Int) throws(Refusal) {
    let facts = program.flows[frames[frame].flow].facts
    switch answer {
    case .unknown:
      guard question.acceptsUnknown else { throw .unknownNotAccepted(fact: facts[question.slot].name) }
    case .declined:
      guard question.acceptsDeclined else { throw .declinedNotAccepted(fact: facts[question.slot].name) }
    case .value(let value): try check(value, for: question.slot, of: facts, in: frame)
    }
  }

  private func admitTick(
    _ name: String, done: Bool, reason: String?, at path: StepPath
  ) throws(Refusal) -> Admission {
    let index = try token(at: path, item: name)
    let ticks = kind(of: index).ticks
    let item = tokens[index].item
    guard item < ticks.count, ticks[item].name == name else {
      throw .notAskedNow(step: path.description, item: name)
    }
    if let reason {
      try reason.checkLength()
    }
    if !done, ticks[item].required { try (reason ?? "").checkReason() }
    return Admission(token: index, basis: frames[tokens[index].frame].basis, slot: ticks[item].slot)
  }

  private func admit(_ outcome: ContactOutcome, at path: StepPath) throws(Refusal) -> Admission {
    let index = try token(at: path)
    guard case .contact = kind(of: index), !tokens[index].isCarriedOut else {
      throw .notAskedNow(step: path.description, item: "")
    }
    if case .unreached(let reason) = outcome { try reason.checkReason() }
    return Admission(token: index, basis: frames[tokens[index].frame].basis)
  }

  private func admit(_ outcome: ReferralOutcome, at path: StepPath) throws(Refusal) -> Admission {
    let index = try token(at: path)
    guard case .refer(let referral) = kind(of: index), !tokens[index].isCarriedOut else {
      throw .notAskedNow(step: path.description, item: "")
    }
    let isAllowed = mayPassOn(referral.sharing, in: tokens[index].frame)
    try check(outcome, of: referral, isAllowed: isAllowed, at: path)
    // A number given for want of consent does not stand for a referral once consent is given.
    return Admission(token: index, basis: frames[tokens[index].frame].basis + [.boolean(isAllowed)])
  }

  /// Refuses what cannot come of a referral.
  func check(
    _ outcome: ReferralOutcome, of referral: Referral, isAllowed: Bool, at path: StepPath
  ) throws(Refusal) {
    switch outcome {
    case .numberGiven: break
    case .impossible(let reason): try reason.checkReason()
    case .referred(let service):
      guard isAllowed else { throw .consentMissing(step: path.description) }
      if let service,
        !program.directory.services.contains(where: {
          $0.name == service && $0.categories.contains(referral.to)
        })
      {
        throw .unknownService(service, category: referral.to)
      }
    }
  }

  /// Whether what a step shares may be passed on: consent is given, or the law allows it.
  func mayPassOn(_ sharing: Sharing, in frame: Int) -> Bool {
    switch sharing.ground {
    case .legal: true
    case .consent(let slot): frames[frame].slots[slot] == .boolean(true)
    }
  }

  private func admitReport(_ name: String, _ fact: String) throws(Refusal) -> Admission {
    for frame in watching {
      let prefix = frames[frame].prefix
      guard name.utf8.starts(with: prefix.utf8) else { continue }
      let flow = program.flows[frames[frame].flow]
      for (index, interrupt) in flow.interrupts.enumerated() where prefix + interrupt.name == name {
        guard let report = interrupt.reports.first(where: { flow.facts[$0.slot].name == fact }) else {
          continue
        }
        return Admission(
          basis: frames[frame].basis, alarm: Alarm(frame: frame, interrupt: index), slot: report.slot)
      }
    }
    throw .cannotReport(interrupt: name, fact: fact)
  }

  private func advised(at path: StepPath) throws(Refusal) -> (token: Int, advice: Recommendation) {
    let index = try token(at: path)
    guard let advice = tokens[index].advice, !tokens[index].isCarriedOut else {
      throw .notAskedNow(step: path.description, item: "")
    }
    return (index, advice)
  }

  /// A confirmation or override counts on the recommendation it was said on, and on no other.
  private func basis(of token: Int, on advice: Recommendation) -> [Value] {
    frames[tokens[token].frame].basis + advice.values.map(\.value)
  }

  private func admitOverride(
    to value: Value, reason: String?, by person: Person, at path: StepPath
  ) throws(Refusal) -> Admission {
    let (index, advice) = try advised(at: path)
    let kind = kind(of: index)
    guard let rule = kind.override, let slot = kind.outputs.first,
      let recommended = advice.values.first?.value
    else { throw .overrideNotAllowed(step: path.description) }
    guard rule.roles.contains(person.role) else {
      throw .roleMayNotOverride(role: person.role, allowed: rule.roles)
    }
    let frame = tokens[index].frame
    let facts = program.flows[frames[frame].flow].facts
    try check(value, for: slot, of: facts, in: frame)
    guard value != recommended else { throw .overrideChangesNothing(value: value.text) }
    guard rule.direction.leads(from: recommended, to: value, along: facts[slot].type) else {
      throw .directionNotAllowed(
        direction: rule.direction.rawValue, recommended: recommended.text, to: value.text)
    }
    if rule.reasonRequired { try (reason ?? "").checkReason() } else { try reason?.checkLength() }
    return Admission(token: index, basis: basis(of: index, on: advice))
  }
}

extension Override.Direction {
  /// Whether going from one value to another is this direction on a scale. Where the recommendation stands on no
  /// scale, only `both` allows it.
  func leads(from recommended: Value, to value: Value, along type: ValueType) -> Bool {
    if self == .both { return true }
    guard case .choice(let scale) = type, case .string(let low) = recommended, case .string(let high) = value,
      let from = scale.firstIndex(of: low), let to = scale.firstIndex(of: high)
    else { return false }
    return self == .up ? to > from : to < from
  }
}

extension Step.Kind {
  /// The questions that may be put, given whether the contact or referral before them was made.
  func questions(isCarriedOut: Bool) -> [Question] {
    switch self {
    case .ask(let questions): questions
    case .contact(let contact) where isCarriedOut: contact.asks
    case .refer(let referral) where isCarriedOut: referral.asks
    case .wait(let wait) where !isCarriedOut: wait.asks
    case .assess(let assessment) where !isCarriedOut: assessment.ownLevel.map { [$0] } ?? []
    default: []
    }
  }

  /// The items to mark.
  var ticks: [Tick] {
    switch self {
    case .do(let ticks): ticks
    case .inform(let information): information.tell
    default: []
    }
  }

  /// Who may decide otherwise.
  var override: Override? {
    switch self {
    case .assess(let assessment): assessment.override
    case .decide(let decision): decision.override
    default: nil
    }
  }

  /// Slots of what is recommended, in the order of `Recommendation.values`.
  var outputs: [Int] {
    switch self {
    case .assess(let assessment):
      [assessment.slot] + [assessment.reasons, assessment.precautions].compactMap(\.self)
    case .decide(let decision): decision.outputs
    default: []
    }
  }
}
