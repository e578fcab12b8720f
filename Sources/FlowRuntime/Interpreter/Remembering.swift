import FEEL
import FlowDSL

// What a correction must not lose: from when due times count, and what was due before the walk comes there again.

/// A step that is due, for the same thing: the items of `each` that it is about, the reported attack that it is part of.
struct ClockKey: Sendable, Hashable {
  var path: StepPath
  var basis: [Value]
}

/// A step that was due when a correction was made. It stays due until the walk comes there again or somebody settles it.
struct SetAside: Sendable, Equatable {
  var due: DueStep
  /// The entry of the correction.
  var sequence: Int
  /// When it was corrected.
  var since: Instant
  var closing: CaseTask.Closing?
}

extension State {
  /// Takes over from the walk before a correction what the entries alone do not say.
  mutating func remember(_ previous: State) {
    clocks = previous.clocks
    setAside = previous.setAside
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

  /// Keeps what was due before a correction and has no place in the walk after it.
  mutating func setAsideDueSteps(of previous: State, at correction: Int) {
    let standing = Set(steps.filter { $0.course != .skipped }.map(\.path))
    for due in previous.dueSteps where !due.isWait && !standing.contains(due.path) {
      setAside.append(SetAside(due: due, sequence: correction, since: now))
    }
  }

  /// Index of a step whose due time a correction left without a place.
  func openSetAside(at path: StepPath) -> Int? {
    setAside.lastIndex { $0.due.path == path && isOpen($0) }
  }

  /// Whether it is still without one.
  func isOpen(_ aside: SetAside) -> Bool {
    aside.closing == nil && aside.sequence <= sequence
      && !steps.contains { $0.path == aside.due.path && $0.course != .skipped }
  }

  /// Somebody says what became of it.
  mutating func close(aside index: Int, _ event: Event) {
    guard case .settled(_, _, let isDone, let reason) = event else { return }
    setAside[index].closing = CaseTask.Closing(
      isDone: isDone, sequence: scratch.current, at: sayingTime, reason: reason)
  }
}
