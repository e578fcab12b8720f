import FEEL
import FlowDSL

// An entry is taken in three parts: it is admitted or refused; its effect is carried out; the walk settles.

extension State {
  /// Takes what was said and walks on; unchanged when it is refused.
  mutating func take(
    _ event: Event, by person: Person, at instant: Instant, offset: UTCOffset
  ) throws(Refusal) {
    if case .corrected(let number, let event, let reason) = event {
      return try correct(number, to: event, reason: reason, by: person, at: instant, offset: offset)
    }
    let before = (now, self.offset)
    (now, self.offset) = (max(now, instant), offset)
    let admission: Admission
    do throws(Refusal) {
      if case .contacted(_, .putOff(let until)) = event, until <= now { throw .momentPassed }
      admission = try admit(event, by: person)
    } catch {
      (now, self.offset) = before
      throw error
    }
    sequence += 1
    scratch.firings = 0
    scratch.reinstatedFrom = nil
    said.append(
      Said(sequence: sequence, at: now, offset: offset, by: person, event: event, basis: admission.basis))
    process(event, by: person, admission)
    sequence += scratch.events.count
    numberTasks()
  }

  /// Carries out an admitted entry and walks on.
  mutating func process(_ event: Event, by person: Person, _ admission: Admission) {
    scratch.current = said[said.count - 1].sequence
    readMoment()
    recordOverdue()
    carryOut(event, by: person, admission)
    passTime()
    settle()
  }

  /// Adds an entry of the walk.
  mutating func add(_ event: Event) {
    scratch.events.append(event)
    added.append(Added(sequence: sequence + scratch.events.count, event: event))
  }

  /// The effect of an entry on the step it is about.
  mutating func carryOut(_ event: Event, by person: Person, _ admission: Admission) {
    tell(event, admission)
    if let left = admission.left { return carryOut(event, late: left, admission) }
    if let aside = admission.aside { return close(aside: aside, event) }
    if let recipient = admission.recipient { return tell(recipient) }
    if let token = admission.token {
      if case .concurred(_, let agrees, _) = event {
        carryOutConcurrence(agrees, by: person, at: token)
      } else {
        carryOut(event, at: token, admission)
      }
      tokens[token].isReady = true
      return
    }
    switch event {
    case .started(let start): begin(start, by: person)
    case .reported:
      guard let alarm = admission.alarm, let slot = admission.slot else { return }
      frames[alarm.frame].alarms[alarm.interrupt] = false
      if program.edition >= .second {
        scratch.report = Alarm(frame: alarm.frame, interrupt: alarm.interrupt, report: scratch.current)
      }
      set(slot, of: alarm.frame, to: .boolean(true), .known)
    case .handedOver(let next, _): handler = next
    case .abandoned: status = .abandoned
    case .reopened: status = .running
    default: break
    }
  }

  private mutating func carryOut(_ event: Event, at token: Int, _ admission: Admission) {
    let frame = tokens[token].frame
    switch event {
    case .answered(_, _, let answer):
      if answer == .unknown { leaveUnknown(at: token, admission.basis) }
      if let slot = admission.slot { set(slot, of: frame, to: answer) }
      tokens[token].item += 1
    case .ticked(_, _, let done, let reason):
      if !done { leaveUndone(at: token, reason: reason, admission.basis) }
      if let slot = admission.slot { set(slot, of: frame, to: .boolean(done), .known) }
      if concurrence(at: token) != nil {
        tokens[token].marks += [.number(Number(tokens[token].item)), .boolean(done)]
      }
      tokens[token].item += 1
    case .contacted(_, let outcome): carryOut(outcome, at: token, admission.basis)
    case .referred(_, let outcome): carryOut(outcome, at: token, admission.basis)
    case .confirmed(let path):
      if let advice = tokens[token].advice { decide(advice.values, at: token, path) }
    case .overridden(let path, let value, _):
      guard var values = tokens[token].advice?.values, !values.isEmpty else { return }
      values[0].value = value
      decide(values, at: token, path)
    default: break
    }
  }

  private mutating func carryOut(_ outcome: ContactOutcome, at token: Int, _ basis: [Value]) {
    guard case .contact(let contact) = kind(of: token) else { return }
    leave(outcome, at: token, basis)
    setResult(contact, outcome, of: tokens[token].frame)
    switch outcome {
    case .noAnswer: tokens[token].attempts += 1
    case .reached: tokens[token].isCarriedOut = true
    case .unreached:
      tokens[token].isCarriedOut = true
      leaveUnknown(contact.asks, at: token)
    case .putOff:
      // Nobody was asked yet: the facts stay as they are until then.
      tokens[token].isCarriedOut = true
      tokens[token].item = contact.asks.count
    }
  }

  /// What came of a call, as a fact. Where its values do not know that a call may be put off, it is not reached so far.
  mutating func setResult(_ contact: Contact, _ outcome: ContactOutcome, of frame: Int) {
    guard let slot = contact.result else { return }
    let word: String
    switch outcome {
    case .noAnswer: return
    case .reached: word = "reached"
    case .unreached: word = "unreached"
    case .putOff:
      guard case .choice(let values) = program.flows[frames[frame].flow].facts[slot].type else { return }
      word = values.contains("put-off") ? "put-off" : "unreached"
    }
    set(slot, of: frame, to: .string(word), .known)
  }

  /// What came of a referral, as a fact.
  mutating func setResult(_ referral: Referral, _ outcome: ReferralOutcome, of frame: Int) {
    guard let slot = referral.result else { return }
    let word =
      switch outcome {
      case .referred: "referred"
      case .numberGiven: "number-given"
      case .impossible: "impossible"
      }
    set(slot, of: frame, to: .string(word), .known)
  }

  private mutating func carryOut(_ outcome: ReferralOutcome, at token: Int, _ basis: [Value]) {
    guard case .refer(let referral) = kind(of: token) else { return }
    leave(outcome, at: token, basis)
    tokens[token].isCarriedOut = true
    setResult(referral, outcome, of: tokens[token].frame)
    if case .referred = outcome { return }
    leaveUnknown(referral.asks, at: token)
  }

  /// Nobody was there to answer: what would have been asked is unknown.
  private mutating func leaveUnknown(_ questions: [Question], at token: Int) {
    let frame = tokens[token].frame
    for index in questions.indices where isPut(questions, index, in: frame) {
      set(questions[index].slot, of: frame, to: .null, .unknown)
    }
    tokens[token].item = questions.count
  }

  /// A fact takes an answer.
  mutating func set(_ slot: Int, of frame: Int, to answer: Answer) {
    switch answer {
    case .value(let value): set(slot, of: frame, to: value, .known)
    case .unknown: set(slot, of: frame, to: .null, .unknown)
    case .declined: set(slot, of: frame, to: .null, .declined)
    }
  }

  /// A fact takes a value; what the frame gives its caller is handed on at once.
  mutating func set(
    _ slot: Int, of frame: Int, to value: Value, _ standing: Standing, isComputed: Bool = false
  ) {
    frames[frame].slots[slot] = value
    frames[frame].standings[slot] = standing
    frames[frame].note(slot, isLeftOpen: isComputed && value == .null)
    scratch.factsChanged = true
    touch(frame)
    if frames[frame].parent != nil { give(slot, from: frame) }
  }

  /// A fact takes what was computed from others; `null` leaves it unanswered. From edition 2 on it then stands as they do:
  /// what follows from an unknown answer is unknown, and was not left unasked.
  mutating func set(
    _ slot: Int, of frame: Int, toComputed value: Value, from read: [Int], in reading: Int
  ) {
    guard value == .null else { return set(slot, of: frame, to: value, .known) }
    guard program.edition >= .second else { return set(slot, of: frame, to: value, .unset) }
    var standing = Standing.unset
    for slot in read where slot < frames[reading].slots.count && frames[reading].slots[slot] == .null {
      switch frames[reading].standings[slot] {
      case .unknown: standing = .unknown
      case .declined where standing != .unknown: standing = .declined
      default: break
      }
    }
    set(slot, of: frame, to: value, standing, isComputed: true)
  }
}
