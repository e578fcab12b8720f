import FEEL
import FlowDSL

// What a correction must not lose: from when due times count, and what was due before the walk comes there again.

/// A step that is due, for the same thing: the items of `each` that it is about, the reported attack that it is part of.
struct ClockKey: Sendable, Hashable {
  var path: StepPath
  var basis: [Value]
}

/// What was to be done when a correction was made, and has no place in the walk after it: a step that was due, or a task. It stays
/// until the walk comes there again or somebody settles it.
struct SetAside: Sendable, Equatable {
  var path: StepPath
  var flow: Int
  var step: Int
  /// The item or the question's fact that was left undone; `nil` where it is the step itself.
  var item: String?
  /// Why it was a task already; `setAside` for a step that was due.
  var cause: CaseTask.Cause
  var reason: String?
  /// To when a contact was put off.
  var until: Instant?
  var by: String?
  var due: Instant?
  /// The entry of the correction.
  var sequence: Int
  /// When it was corrected; of a task, when it was left.
  var since: Instant
  /// What is said of it counts on this only.
  var basis: [Value]
  var key: TaskKey
  var closing: CaseTask.Closing?
}

extension State {
  /// Takes over from the walk before a correction what the entries alone do not say.
  mutating func remember(_ previous: State) {
    clocks = previous.clocks
    firstMoments = previous.firstMoments
    setAside = previous.setAside
    told = previous.told
    taskOrigins = previous.taskOrigins
    for index in setAside.indices { setAside[index].closing = nil }
  }

  /// From when the due time of a step counts: a correction starts no clock again, so that the earliest instant stands.
  mutating func first(_ start: Instant, of due: Due, at token: Int) -> Instant {
    guard program.edition >= .second else { return start }
    if case .fact = due.from { return start }
    let key = ClockKey(path: tokens[token].path, basis: frames[tokens[token].frame].basis)
    let first = min(start, clocks[key] ?? start)
    clocks[key] = first
    return first
  }

  /// The first moment at which the case came to a step: what is looked at once there is read at it, whatever was corrected since.
  mutating func firstMoment(at token: Int) -> PlaceMoment {
    let key = ClockKey(path: tokens[token].path, basis: frames[tokens[token].frame].basis)
    let reached = PlaceMoment(at: now, offset: offset)
    if let known = firstMoments[key], known.at <= reached.at { return known }
    firstMoments[key] = reached
    return reached
  }

  /// Keeps what was to be done before a correction and has no place in the walk after it.
  mutating func setAsideWork(of previous: State, at correction: Int, correcting entry: Int) {
    let standing = standingPaths
    let isFirst = program.edition < .second
    let isMistaken = { (path: StepPath) in !isFirst && previous.isMistaken(path, correcting: entry) }
    for due in previous.dueSteps
    where !due.isWait && !standing.contains(due.path) && !isMistaken(due.path) {
      setAside.append(
        SetAside(
          path: due.path, flow: due.flow, step: due.step, item: nil, cause: .setAside, by: due.by,
          due: due.due,
          sequence: correction, since: now,
          basis: program.edition >= .second ? [.number(Number(correction))] : [],
          key: TaskKey(.setAside, at: due.path, occurrence: correction)))
    }
    // In the first edition a task that a correction did away with was none until the walk came there again.
    guard program.edition >= .second else { return }
    for (left, key) in zip(previous.leftUndone, previous.leftUndoneKeys)
    where previous.isOpen(left) && !standing.contains(left.token.path)
      && !(left.matter == .outcome && isMistaken(left.token.path))
    {
      let task = previous.task(left, key)
      setAside.removeAll { $0.key == key && $0.closing == nil }
      setAside.append(
        SetAside(
          path: task.path, flow: task.flow, step: task.step, item: task.item, cause: task.cause,
          reason: task.reason, until: task.until, by: task.by, due: task.due, sequence: correction,
          since: task.since, basis: previous.basis(toSettle: left), key: key))
    }
  }

  /// Index of what a correction left without a place.
  func openSetAside(at path: StepPath, item: String?) -> Int? {
    setAside.lastIndex { $0.path == path && $0.item == item && isOpen($0) }
  }

  /// Whether it is still without one.
  func isOpen(_ aside: SetAside) -> Bool {
    aside.closing == nil && aside.sequence <= sequence
      && !steps.contains { $0.path == aside.path && $0.course != .skipped }
  }

  /// Somebody says what became of it.
  mutating func close(aside index: Int, _ event: Event) {
    guard case .settled(_, _, let isDone, let reason) = event else { return }
    setAside[index].closing = CaseTask.Closing(
      isDone: isDone, sequence: scratch.current, at: sayingTime, reason: reason)
  }

  /// What was said of a task while a correction had set it aside: it counts where the walk leaves the same again.
  func closing(ofSetAside key: TaskKey, _ basis: [Value]) -> CaseTask.Closing? {
    setAside.last { $0.key == key && $0.basis == basis && $0.closing != nil }?.closing
  }
}
