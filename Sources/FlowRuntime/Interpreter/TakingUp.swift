import FEEL
import FlowDSL

// What was left undone is taken up again (grammar, 12.8): it is said as it would have been said at its step.

extension State {
  /// Where something is taken that is said of what was left undone; `nil` where nothing of the kind was.
  func admitLate(_ event: Event) throws(Refusal) -> Admission? {
    switch event {
    case .ticked(let path, let item, true, let reason):
      guard let left = left(at: path, item: item), case .item(let place) = leftUndone[left].matter else {
        return nil
      }
      try reason?.checkLength()
      let slot = kind(of: leftUndone[left].token).ticks[place].slot
      return Admission(left: left, basis: leftUndone[left].basis, slot: slot)
    case .answered(let path, let fact, let answer): return try admitLate(answer, to: fact, at: path)
    case .contacted(let path, let outcome):
      guard let left = left(at: path, item: nil), leftUndone[left].matter == .contact,
        !leftUndone[left].token.isCarriedOut
      else { return nil }
      if case .unreached(let reason) = outcome { try reason.checkReason() }
      return Admission(left: left, basis: leftUndone[left].basis)
    case .referred(let path, let outcome):
      guard let left = left(at: path, item: nil),
        case .refer(let referral) = kind(of: leftUndone[left].token),
        !leftUndone[left].token.isCarriedOut
      else { return nil }
      let isAllowed = mayPassOn(referral.sharing, in: leftUndone[left].token.frame)
      try check(outcome, of: referral, isAllowed: isAllowed, at: path)
      return Admission(left: left, basis: leftUndone[left].basis)
    case .settled(let path, let item, _, let reason):
      guard let admission = admissionToSettle(path, item) else {
        throw .nothingLeftUndone(step: path.description, item: item ?? "")
      }
      try reason.checkReason()
      return admission
    default: return nil
    }
  }

  private func admitLate(_ answer: Answer, to fact: String, at path: StepPath) throws(Refusal) -> Admission? {
    // To say again that it is not known says nothing new.
    if let left = left(at: path, item: fact), let question = question(of: leftUndone[left]),
      answer != .unknown
    {
      try check(answer, to: question, in: leftUndone[left].token.frame)
      return Admission(left: left, basis: leftUndone[left].basis, slot: question.slot)
    }
    guard let left = left(at: path, item: nil), let question = question(of: leftUndone[left]),
      factName(question.slot, of: leftUndone[left].token.frame) == fact
    else { return nil }
    try check(answer, to: question, in: leftUndone[left].token.frame)
    return Admission(left: left, basis: leftUndone[left].basis, slot: question.slot)
  }

  private func admissionToSettle(_ path: StepPath, _ item: String?) -> Admission? {
    if let left = left(at: path, item: item) {
      return Admission(left: left, basis: basis(toSettle: leftUndone[left]))
    }
    if let aside = openSetAside(at: path, item: item) {
      return Admission(aside: aside, basis: setAside[aside].basis)
    }
    guard item == nil, let recipient = recipientToTell(at: path) else { return nil }
    return Admission(recipient: recipient)
  }

  /// What was said of a task counts on that task: what was left at the same step by another entry is another one.
  func basis(toSettle left: LeftUndone) -> [Value] {
    let basis = frames[left.token.frame].basis
    return program.edition >= .second ? basis + [.number(Number(left.sequence))] : basis
  }

  /// Index of what was left undone there and is so still.
  private func left(at path: StepPath, item: String?) -> Int? {
    leftUndone.lastIndex { $0.token.path == path && $0.item == item && isOpen($0) }
  }

  /// Whether anything at a step may be taken up again.
  func isLeft(at path: StepPath) -> Bool {
    leftUndone.contains { $0.token.path == path && isOpen($0) }
      || setAside.contains { $0.path == path && isOpen($0) }
  }

  /// Whether something that was left undone is so still: of a contact that is reached by now, whether something is still to be
  /// asked.
  func isOpen(_ left: LeftUndone) -> Bool {
    guard left.closing == nil else { return false }
    switch left.matter {
    case .contact, .referral: return !left.token.isCarriedOut || question(of: left) != nil
    case .item, .question, .outcome: return true
    }
  }

  /// The question that is to be put again, or that is to be put now that a contact is reached or a referral made.
  func question(of left: LeftUndone) -> Question? {
    let questions = kind(of: left.token).questions(isCarriedOut: left.token.isCarriedOut)
    switch left.matter {
    case .question(let place): return questions[place]
    case .contact, .referral:
      guard left.token.isCarriedOut, left.token.item < questions.count else { return nil }
      return questions[left.token.item...].first { isPutLate($0, in: left.token.frame) }
    case .item, .outcome: return nil
    }
  }

  /// As ``isPut``, but what was left unknown since nobody was there to answer is asked.
  private func isPutLate(_ question: Question, in frame: Int) -> Bool {
    switch frames[frame].standings[question.slot] {
    case .unset, .unknown: break
    case .known, .declined: guard question.again else { return false }
    }
    return question.when.map { holds($0, in: frame) } ?? true
  }

  func kind(of token: Token) -> Step.Kind {
    program.flows[frames[token.frame].flow].steps[token.step].kind
  }

  /// The effect of what is said of something left undone. Facts become known; the steps that were passed are not walked again.
  mutating func carryOut(_ event: Event, late left: Int, _ admission: Admission) {
    let frame = leftUndone[left].token.frame
    switch event {
    case .ticked(_, _, _, let reason):
      if let slot = admission.slot { set(slot, of: frame, to: .boolean(true), .known) }
      close(left, isDone: true, reason: reason)
    case .answered(_, _, let answer):
      guard let slot = admission.slot else { return }
      set(slot, of: frame, to: answer)
      if case .question = leftUndone[left].matter { return close(left, isDone: true, reason: nil) }
      goOn(left, after: answer, to: slot)
    case .contacted(_, let outcome): carryOut(outcome, late: left)
    case .referred(_, let outcome): carryOut(outcome, late: left)
    case .settled(_, _, let isDone, let reason):
      if isDone, case .item(let place) = leftUndone[left].matter,
        let slot = kind(of: leftUndone[left].token).ticks[place].slot
      {
        set(slot, of: frame, to: .boolean(true), .known)
      }
      close(left, isDone: isDone, reason: reason)
    default: break
    }
  }

  private mutating func carryOut(_ outcome: ContactOutcome, late left: Int) {
    let token = leftUndone[left].token
    guard case .contact(let contact) = kind(of: token) else { return }
    setResult(contact, outcome, of: token.frame)
    switch outcome {
    case .noAnswer: leftUndone[left].token.attempts += 1
    case .reached: carriedOut(left)
    case .unreached(let reason):
      leftUndone[left].cause = .unreached
      leftUndone[left].reason = reason
      leftUndone[left].until = nil
    case .putOff(let until):
      leftUndone[left].cause = .putOff
      leftUndone[left].reason = nil
      leftUndone[left].until = until
    }
  }

  private mutating func carryOut(_ outcome: ReferralOutcome, late left: Int) {
    let token = leftUndone[left].token
    guard case .refer(let referral) = kind(of: token) else { return }
    setResult(referral, outcome, of: token.frame)
    switch outcome {
    case .referred: carriedOut(left)
    case .numberGiven: close(left, isDone: true, reason: nil)
    case .impossible(let reason): leftUndone[left].reason = reason
    }
  }

  /// A contact is reached, a referral made: what is to be asked is asked now, and due times that count from it count from now.
  private mutating func carriedOut(_ left: Int) {
    leftUndone[left].token.isCarriedOut = true
    leftUndone[left].token.item = 0
    frames[leftUndone[left].token.frame].done[leftUndone[left].token.step] = now
    if program.edition >= .second {
      lookAtPassed(leftUndone[left].token.path, in: leftUndone[left].token.frame)
    }
    if question(of: leftUndone[left]) == nil { close(left, isDone: true, reason: nil) }
  }

  /// The next question that is put now that a contact is reached or a referral made; with the last the task is done.
  private mutating func goOn(_ left: Int, after answer: Answer, to slot: Int) {
    let token = leftUndone[left].token
    let questions = kind(of: token).questions(isCarriedOut: true)
    guard let place = questions.indices.first(where: { $0 >= token.item && questions[$0].slot == slot })
    else {
      return
    }
    leftUndone[left].token.item = place + 1
    if question(of: leftUndone[left]) == nil { close(left, isDone: true, reason: nil) }
    guard answer == .unknown, questions[place].task != nil else { return }
    var asked = leftUndone[left]
    asked.matter = .question(place)
    asked.token.item = place
    asked.item = factName(slot, of: token.frame)
    asked.cause = .unknown
    asked.since = sayingTime
    asked.sequence = scratch.current
    asked.reason = nil
    asked.until = nil
    asked.closing = nil
    leftUndone.append(asked)
  }

  private mutating func close(_ left: Int, isDone: Bool, reason: String?) {
    leftUndone[left].closing = CaseTask.Closing(
      isDone: isDone, sequence: scratch.current, at: sayingTime, reason: reason)
  }
}
