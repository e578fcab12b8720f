import FEEL
import FlowDSL

/// Something that was left undone in a case, until somebody does it or says why not (grammar, section 12.8).
public struct CaseTask: Sendable {
  /// Why it is a task.
  public enum Cause: String, Sendable, Hashable, CaseIterable {
    /// An item was not done or not told.
    case notDone = "not-done"
    /// A contact was given up.
    case unreached
    /// A contact was put off.
    case putOff = "put-off"
    /// A referral could not be made.
    case impossible
    /// A question was answered "unknown".
    case unknown
    /// A flow came to an end that leaves something open.
    case outcome
    /// A step was due when a correction was made, and the walk has not come there again.
    case setAside = "set-aside"
    /// Somebody was told what stands otherwise now.
    case toTell = "to-tell"
  }

  /// What became of it.
  public struct Closing: Sendable, Hashable {
    /// It was done, as opposed to waived.
    public let isDone: Bool
    /// The entry that says so.
    public let sequence: Int
    /// When it was said.
    public let at: Instant
    /// How it was done otherwise, or why it is not to be done.
    public let reason: String?
  }

  /// Its number among the tasks of the case, from 1, as long as the case lives: a correction gives it to no other.
  public internal(set) var number = 0
  /// Where the step stands in the walk.
  public let path: StepPath
  /// The item, or the question's fact; `nil` where it is the step itself.
  public let item: String?
  /// Index of the flow in the program.
  public let flow: Int
  /// Index of the step in the flow.
  public let step: Int
  /// Why it is a task.
  public let cause: Cause
  /// The entry that left it; the correction where one set it aside, or made it necessary to tell.
  public let sequence: Int
  /// When it was first left.
  public internal(set) var since: Instant
  /// Why it was left, as it was said then.
  public let reason: String?
  /// The role that is to do it: that which the flow names, else that of the step.
  public let by: String?
  /// By when it is to be done.
  public let due: Instant?
  /// To when a contact was put off: perhaps past the time at which it is due.
  public var until: Instant?
  /// Whether a correction left it without a place, until the walk comes there again.
  public var isAside = false
  /// Of a call at which nobody was reached so far: the guarantees that are kept only once somebody is.
  public var promises: [Guarantee] = []
  /// Who is to be told what; `nil` where it is no such task.
  public var toTell: StillToTell?
  /// What became of it; `nil` as long as it is open.
  public let closing: Closing?
  /// What is to be said of it, as a step that is open again; `nil` where it can only be settled.
  public let again: OpenStep?

  /// Says that it was done otherwise, or is not to be done, and why.
  public func settled(done: Bool, reason: String) -> Event {
    .settled(step: path, item: item, done: done, reason: reason)
  }
}

extension State {
  /// What was left undone, in the order in which it was, with what became of it. None while the case is abandoned: the reason
  /// for that was said.
  public var tasks: [CaseTask] {
    guard status != .abandoned else { return [] }
    let keyed = keyedTasks.map { key, task in
      var task = task
      if let origin = taskOrigins[key] {
        task.number = origin.number
        task.since = min(task.since, origin.since)
      }
      return task
    }
    return keyed.sorted { ($0.sequence, $0.number) < ($1.sequence, $1.number) }
  }

  /// The tasks with what each is known by, not numbered.
  private var keyedTasks: [(TaskKey, CaseTask)] {
    zip(leftUndone, leftUndoneKeys).map { left, key in (key, task(left, key)) }
      + setAside.compactMap { aside in task(aside).map { (aside.key, $0) } }
      + tellingTasks
  }

  /// Gives each new task the next number, which it keeps whatever is corrected.
  mutating func numberTasks() {
    guard leftUndone.count + setAside.count + told.count > 0 else { return }
    let left = zip(leftUndone, leftUndoneKeys).map { ($1, $0.since) }
    for (key, since) in left + setAside.map({ ($0.key, $0.since) }) + tellingKeys.map({ ($0, now) })
    where taskOrigins[key] == nil {
      taskOrigins[key] = TaskOrigin(
        number: taskOrigins.count + 1, sequence: said.last?.sequence ?? 0, since: since)
    }
  }

  /// What is still left undone: what is due first, the soonest before; then what has no time, the oldest before.
  public var openTasks: [CaseTask] {
    tasks.filter { $0.closing == nil }.sorted { left, right in
      switch (left.due, right.due) {
      case (let one?, let other?): (one, left.sequence) < (other, right.sequence)
      case (nil, nil): left.sequence < right.sequence
      case (let one, _): one != nil
      }
    }
  }

  func task(_ left: LeftUndone, _ key: TaskKey) -> CaseTask {
    let flow = frames[left.token.frame].flow
    let rule = rule(of: left)
    let by = rule?.by ?? role(at: left.token)
    let due = due(of: left, rule)
    let isOpen = isOpen(left)
    let again = isOpen ? asked(again: left) : nil
    let isCall = (left.matter == .contact || left.matter == .referral) && !left.token.isCarriedOut
    let promises =
      isOpen && isCall && program.edition >= .second
      ? self.promises(onCallAt: left.token.path, in: left.token.frame) : []
    return CaseTask(
      path: left.token.path, item: left.item, flow: flow, step: left.token.step, cause: left.cause,
      sequence: left.sequence, since: left.since, reason: left.reason, by: by, due: due,
      until: left.until, promises: promises,
      closing: left.closing
        ?? (isOpen
          ? nil
          : CaseTask.Closing(
            isDone: true, sequence: left.sequence, at: left.since, reason: nil)),
      again: again.map { asked in
        OpenStep(
          path: left.token.path, flow: flow, step: left.token.step,
          definition: program.flows[flow].steps[left.token.step], asked: asked,
          facts: program.flows[flow].facts, reached: left.since, due: due,
          isOverdue: due.map { $0 < now } ?? false, attempts: left.token.attempts, by: by,
          branches: [], flows: flows(around: left.token.frame), round: round(around: left.token.frame),
          items: items(around: left.token.frame))
      })
  }

  private func task(_ aside: SetAside) -> CaseTask? {
    // Where the walk has come there again, it is what is left there now.
    let isThere = steps.contains { $0.path == aside.path && $0.course != .skipped }
    guard isOpen(aside) || aside.closing != nil && !isThere else { return nil }
    return CaseTask(
      path: aside.path, item: aside.item, flow: aside.flow, step: aside.step, cause: aside.cause,
      sequence: aside.sequence, since: aside.since, reason: aside.reason, by: aside.by, due: aside.due,
      until: aside.until, isAside: true, closing: aside.closing, again: nil)
  }

  private func rule(of left: LeftUndone) -> TaskRule? {
    switch left.matter {
    case .item(let place): kind(of: left.token).ticks[place].task
    case .question: question(of: left)?.task
    case .contact, .referral, .outcome:
      program.flows[frames[left.token.frame].flow].steps[left.token.step].task
    }
  }

  /// To when it was put off, but not past what the flow asks; else as the flow says, else as the step is due.
  private func due(of left: LeftUndone, _ rule: TaskRule?) -> Instant? {
    if let until = left.until { return left.token.due.map { min($0, until) } ?? until }
    return rule?.within.map(left.since.advanced) ?? left.token.due
  }

  private func asked(again left: LeftUndone) -> OpenStep.Asked? {
    if let question = question(of: left) { return .question(question) }
    let frame = left.token.frame
    let flow = frames[frame].flow
    switch (left.matter, kind(of: left.token)) {
    case (.item(let place), let kind): return .tick(kind.ticks[place])
    case (.contact, .contact(let contact)):
      return .contact(contact, passesOn: passesOn(contact.sharing, in: frame, of: flow))
    case (.referral, .refer(let referral)):
      return .referral(
        referral, isAllowed: mayPassOn(referral.sharing, in: frame),
        passesOn: passesOn(referral.sharing, in: frame, of: flow))
    default: return nil
    }
  }
}
