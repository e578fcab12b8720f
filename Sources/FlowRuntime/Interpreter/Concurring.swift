import FEEL
import FlowDSL

extension State {
  /// All that a step asks is done: it is passed, or persons in several roles have to agree with it first.
  mutating func conclude(_ token: Int) {
    if concurrence(at: token) == nil || tokens[token].isAgreedUpon { return pass(token) }
    tokens[token].isToBeAgreed = true
  }

  /// Who has to agree with the step at a token.
  func concurrence(at token: Int) -> Concurrence? {
    program.flows[frames[tokens[token].frame].flow].steps[tokens[token].step].concurrence
  }

  /// Whether a person may say now that they agree, or do not.
  func admitConcurrence(
    _ agrees: Bool, reason: String?, by person: Person, at path: StepPath
  ) throws(Refusal) -> Admission {
    let index = try token(at: path)
    guard tokens[index].isToBeAgreed, let concurrence = concurrence(at: index) else {
      throw .notAskedNow(step: path.description, item: "")
    }
    guard concurrence.roles.contains(person.role) else {
      throw .roleDoesNotAgree(role: person.role, allowed: concurrence.roles)
    }
    for other in tokens[index].agreed {
      if other.role == person.role { throw .agreedAlready(role: person.role) }
      if other.identifier == person.identifier { throw .samePersonAgreed(role: other.role) }
    }
    if agrees { try reason?.checkLength() } else { try (reason ?? "").checkReason() }
    return Admission(token: index, basis: frames[tokens[index].frame].basis + subject(at: index))
  }

  /// What is agreed with: on anything else an agreement does not count.
  private func subject(at token: Int) -> [Value] {
    let frame = tokens[token].frame
    func values(_ slots: [Int]) -> [Value] {
      slots.flatMap { slot in
        [frames[frame].slots[slot], .number(Number(Int(frames[frame].standings[slot].rawValue)))]
      }
    }
    let kind = kind(of: token)
    switch kind {
    case .ask(let questions): return values(questions.map(\.slot))
    case .do: return tokens[token].marks
    default: return values(kind.outputs)
    }
  }

  /// With the last one who agrees, or the first who does not, the step is done.
  mutating func carryOutConcurrence(_ agrees: Bool, by person: Person, at token: Int) {
    guard let concurrence = concurrence(at: token) else { return }
    if agrees { tokens[token].agreed.append(person) }
    if agrees, tokens[token].agreed.count < concurrence.roles.count { return }
    set(
      concurrence.result, of: tokens[token].frame, to: .string(agrees ? "agreed" : "disagreed"), .known)
    tokens[token].isToBeAgreed = false
    tokens[token].isAgreedUpon = true
  }
}

extension Concurrence {
  /// The roles in which nobody agreed yet.
  public func missing(_ agreed: [Person]) -> [String] {
    roles.filter { role in !agreed.contains { $0.role == role } }
  }
}
