import FEEL
import FlowDSL

/// Something that was left undone in a walk, and what was said of it since.
struct LeftUndone: Sendable, Equatable {
  /// What of the step it is.
  enum Matter: Sendable, Equatable {
    /// An item of a `do` or `inform` step, by its place.
    case item(Int)
    /// A question that was answered "unknown", by its place among those of the step.
    case question(Int)
    case contact
    case referral
    /// The end of a flow.
    case outcome
  }

  var matter: Matter
  /// The open step as it was when this was left. Of a contact and a referral it says how far they have come since.
  var token: Token
  /// The name of the item, or of the question's fact.
  var item: String?
  var cause: CaseTask.Cause
  var since: Instant
  /// The entry that left it.
  var sequence: Int
  var reason: String?
  /// To when it is put off.
  var until: Instant?
  /// What the entry that left it was said on: what is said of it later counts only on the same.
  var basis: [Value]
  var closing: CaseTask.Closing?
}

// What leaves something undone.
extension State {
  /// The item that is put was not done.
  mutating func leaveUndone(at token: Int, reason: String?, _ basis: [Value]) {
    let place = tokens[token].item
    let tick = kind(of: token).ticks[place]
    guard tick.task != nil else { return }
    leave(.item(place), .notDone, item: tick.name, at: token, reason: reason, basis)
  }

  /// The question that is put was answered "unknown".
  mutating func leaveUnknown(at token: Int, _ basis: [Value]) {
    let place = tokens[token].item
    let question = kind(of: token).questions(isCarriedOut: tokens[token].isCarriedOut)[place]
    guard question.task != nil else { return }
    let name = factName(question.slot, of: tokens[token].frame)
    leave(.question(place), .unknown, item: name, at: token, basis)
  }

  /// A contact was given up or put off.
  mutating func leave(_ outcome: ContactOutcome, at token: Int, _ basis: [Value]) {
    switch outcome {
    case .reached, .noAnswer: return
    case .unreached(let reason): leave(.contact, .unreached, at: token, reason: reason, basis)
    case .putOff(let until): leave(.contact, .putOff, at: token, until: until, basis)
    }
  }

  /// A referral was not made.
  mutating func leave(_ outcome: ReferralOutcome, at token: Int, _ basis: [Value]) {
    guard case .impossible(let reason) = outcome else { return }
    leave(.referral, .impossible, at: token, reason: reason, basis)
  }

  /// A flow comes to an end that leaves something open.
  mutating func leaveOutcome(at token: Int) {
    let flow = program.flows[frames[tokens[token].frame].flow]
    guard flow.steps[tokens[token].step].task != nil else { return }
    leave(.outcome, .outcome, at: token, frames[tokens[token].frame].basis)
  }

  private mutating func leave(
    _ matter: LeftUndone.Matter, _ cause: CaseTask.Cause, item: String? = nil, at token: Int,
    reason: String? = nil, until: Instant? = nil, _ basis: [Value]
  ) {
    var left = LeftUndone(
      matter: matter, token: tokens[token], item: item, cause: cause, since: sayingTime,
      sequence: scratch.current, reason: reason, until: until, basis: basis)
    let key = TaskKey(.left, at: left.token.path, item: item, occurrence: occurrences(of: left))
    left.closing = closing(ofSetAside: key, self.basis(toSettle: left))
    leftUndone.append(left)
  }

  /// How often the same was left undone already.
  private func occurrences(of left: LeftUndone) -> Int {
    leftUndone.count { $0.token.path == left.token.path && $0.item == left.item }
  }

  /// By what each of what was left undone is known, in order.
  var leftUndoneKeys: [TaskKey] {
    var occurrences: [TaskKey: Int] = [:]
    return leftUndone.map { left in
      var key = TaskKey(.left, at: left.token.path, item: left.item)
      key.occurrence = occurrences[key, default: 0]
      occurrences[TaskKey(.left, at: left.token.path, item: left.item), default: 0] += 1
      return key
    }
  }
}
