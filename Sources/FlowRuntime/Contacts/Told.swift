import FEEL
import FlowDSL

/// What somebody was told, as it stood then.
struct Told: Sendable, Equatable {
  /// A fact as it was passed on.
  struct Passed: Sendable, Equatable {
    /// The flow that it stood in.
    var prefix: String
    var flow: Int
    var slot: Int
    /// The items of `each` that it was about.
    var items: [Value]
    var value: Value
    var standing: Standing
  }

  /// The entry that says that they were reached, or told since.
  var sequence: Int
  /// The step at which they were.
  var path: StepPath
  /// A role or a category of the directory.
  var to: String
  /// The role that told them.
  var by: String?
  var facts: [Passed]
  /// Whether it was said of a task: what had changed since was told, or is not to be.
  var isSettling = false
}

/// Somebody who was told what stands otherwise now.
public struct StillToTell: Sendable {
  /// A fact that was passed on and stands otherwise now.
  public struct OldFact: Sendable {
    /// As it was passed on.
    public let before: FactStanding
    /// As it stands now.
    public let after: FactStanding
  }

  /// A role or a category of the directory.
  public let to: String
  /// The step at which they were told last.
  public let path: StepPath
  /// The role that told them.
  public let by: String?
  /// What stands otherwise now, in the order in which it was told.
  public internal(set) var facts: [OldFact]
}

extension State {
  /// Who was told what stands otherwise now, in the order in which they were told: what each was told last, at the moment of the
  /// call, against what stands. It does not depend on how many corrections led there. A fact that has no answer while its flow is
  /// walked is not settled yet.
  public var stillToTell: [StillToTell] {
    guard status != .abandoned else { return [] }
    var recipients: [StillToTell] = []
    for last in lastTold {
      let facts = last.facts.compactMap { passed -> StillToTell.OldFact? in
        let fact = program.flows[passed.flow].facts[passed.slot]
        guard let now = standing(of: passed, fact) else { return nil }
        guard now.standing != passed.standing || now.value != passed.value else { return nil }
        return StillToTell.OldFact(
          before: FactStanding(
            prefix: passed.prefix, fact: fact, value: passed.value, standing: passed.standing), after: now)
      }
      guard !facts.isEmpty else { continue }
      recipients.append(StillToTell(to: last.to, path: last.path, by: last.by, facts: facts))
    }
    return recipients
  }

  /// For each recipient what they were told last, fact by fact.
  private var lastTold: [Told] {
    struct Name: Hashable {
      let fact: String
      let items: [Value]
    }
    var last: [Told] = []
    var places: [String: Int] = [:]
    var facts: [String: [Name: Int]] = [:]
    for told in told where wasTold(told) {
      let place = places[told.to] ?? last.count
      if place == last.count {
        places[told.to] = place
        last.append(Told(sequence: told.sequence, path: told.path, to: told.to, by: told.by, facts: []))
      }
      (last[place].sequence, last[place].path, last[place].by) = (told.sequence, told.path, told.by)
      for fact in told.facts {
        let name = Name(fact: program.flows[fact.flow].facts[fact.slot].name, items: fact.items)
        if let known = facts[told.to]?[name] {
          last[place].facts[known] = fact
        } else {
          facts[told.to, default: [:]][name] = last[place].facts.count
          last[place].facts.append(fact)
        }
      }
    }
    return last
  }

  /// Whether they were told indeed: a call that was not made, as a correction says, told nobody anything. One that the walk does
  /// not ask for any more was made all the same.
  private func wasTold(_ told: Told) -> Bool {
    guard told.sequence <= sequence else { return false }
    switch said.last(where: { $0.sequence == told.sequence })?.event {
    case .contacted(_, .reached), .referred(_, .referred), .settled: return true
    default: return false
    }
  }

  /// The fact as it stands now: in its own flow, else in a flow around it, which it was taken from; `nil` where it is not settled
  /// yet, or in none.
  private func standing(of passed: Told.Passed, _ fact: Fact) -> FactStanding? {
    var prefix = passed.prefix
    while true {
      if let frame = frames.last(where: { $0.prefix == prefix && passed.items.starts(with: $0.items) }),
        let slot = program.flows[frame.flow].facts.firstIndex(where: { $0.name == fact.name })
      {
        guard frame.standings[slot] != .unset || !frame.isOpen else { return nil }
        return FactStanding(
          prefix: prefix, fact: fact, value: frame.slots[slot], standing: frame.standings[slot])
      }
      guard !prefix.isEmpty else { return nil }
      prefix = StepPath(String(prefix.dropLast())).prefix
    }
  }

  /// Notes what a contact or a referral tells, as it stands before anything is asked there. What was told once was told, so that
  /// nothing is noted again when the walk is computed anew, but where a correction says that somebody was reached after all.
  mutating func tell(_ event: Event, _ admission: Admission) {
    guard event.comesThrough, !told.contains(where: { $0.sequence == scratch.current }),
      !scratch.isRefolding || scratch.corrected == scratch.current,
      let token = admission.token.map({ tokens[$0] }) ?? admission.left.map({ leftUndone[$0].token })
    else { return }
    let (to, sharing): (String, Sharing?)
    switch kind(of: token) {
    case .contact(let contact): (to, sharing) = (contact.to, contact.sharing)
    case .refer(let referral): (to, sharing) = (referral.to, referral.sharing)
    default: return
    }
    guard let sharing, mayPassOn(sharing, in: token.frame) else { return }
    let frame = frames[token.frame]
    let facts = sharing.facts.filter { frame.standings[$0] != .unset }.map { slot in
      Told.Passed(
        prefix: frame.prefix, flow: frame.flow, slot: slot, items: frame.items, value: frame.slots[slot],
        standing: frame.standings[slot])
    }
    guard !facts.isEmpty else { return }
    told.append(
      Told(sequence: scratch.current, path: token.path, to: to, by: role(at: token), facts: facts))
  }

  /// Who is to be told something, where they were told last at a step.
  func recipientToTell(at path: StepPath) -> String? {
    if scratch.isRefolding {
      return told.first { $0.isSettling && $0.sequence == sequence && $0.path == path }?.to
    }
    return stillToTell.first { $0.path == path }?.to
  }

  /// Somebody says that they were told what had changed, or are not to be.
  mutating func tell(_ recipient: String) {
    guard !told.contains(where: { $0.sequence == scratch.current }),
      let telling = stillToTell.first(where: { $0.to == recipient })
    else { return }
    let facts = telling.facts.compactMap { old -> Told.Passed? in
      guard
        let passed = lastTold.first(where: { $0.to == recipient })?.facts.first(where: {
          $0.prefix == old.before.prefix && program.flows[$0.flow].facts[$0.slot].name == old.before.fact.name
        })
      else { return nil }
      var now = passed
      (now.value, now.standing) = (old.after.value, old.after.standing)
      return now
    }
    told.append(
      Told(
        sequence: scratch.current, path: telling.path, to: recipient, by: telling.by, facts: facts,
        isSettling: true))
  }

  /// What is to be told, and what was said of it, as tasks.
  var tellingTasks: [(TaskKey, CaseTask)] {
    guard !told.isEmpty else { return [] }
    var tasks: [(TaskKey, CaseTask)] = []
    var settled: [String: Int] = [:]
    for told in told where told.isSettling && wasTold(told) {
      let record = said.last { $0.sequence == told.sequence }
      guard let record, case .settled(_, _, let isDone, let reason) = record.event else { continue }
      let closing = CaseTask.Closing(isDone: isDone, sequence: told.sequence, at: record.at, reason: reason)
      let key = key(toTell: told.to, settled[told.to, default: 0])
      settled[told.to, default: 0] += 1
      let telling = StillToTell(to: told.to, path: told.path, by: told.by, facts: [])
      if let task = task(telling, key, closing: closing) { tasks.append((key, task)) }
    }
    for telling in stillToTell {
      let key = key(toTell: telling.to, settled[telling.to, default: 0])
      if let task = task(telling, key, closing: nil) { tasks.append((key, task)) }
    }
    return tasks
  }

  /// By what each of them is known that is open still.
  var tellingKeys: [TaskKey] {
    guard !told.isEmpty else { return [] }
    return stillToTell.map { telling in
      key(toTell: telling.to, told.count { $0.isSettling && $0.to == telling.to && wasTold($0) })
    }
  }

  private func key(toTell recipient: String, _ occurrence: Int) -> TaskKey {
    TaskKey(.toTell, at: StepPath(recipient), occurrence: occurrence)
  }

  private func task(_ telling: StillToTell, _ key: TaskKey, closing: CaseTask.Closing?) -> CaseTask? {
    guard let place = place(of: telling.path) else { return nil }
    let origin = taskOrigins[key]
    return CaseTask(
      path: telling.path, item: nil, flow: place.flow, step: place.step, cause: .toTell,
      sequence: origin?.sequence ?? closing?.sequence ?? sequence, since: origin?.since ?? now, reason: nil,
      by: telling.by, due: nil, toTell: telling, closing: closing, again: nil)
  }
}

extension Event {
  /// Whether it says that somebody was reached, or a referral made.
  fileprivate var comesThrough: Bool {
    switch self {
    case .contacted(_, .reached), .referred(_, .referred): true
    default: false
    }
  }
}
