import FEEL
import FlowDSL

// The guarantees of every flow that is walked are looked at while it is walked: what never is, whenever facts have changed
// and the walk goes on; what must be before a step, when the walk comes to it; the time between two steps, when the second
// is done; what always is passed, at the end.

extension State {
  /// A frame and all those it is walked in, the innermost first.
  func frameAndThoseAround(_ frame: Int) -> [Int] {
    var around = [frame]
    while let parent = frames[around[around.count - 1]].parent { around.append(parent) }
    return around
  }

  /// Facts of a frame have changed: what is never to be is looked at before the walk goes on.
  mutating func touch(_ frame: Int) {
    guard !program.flows[frames[frame].flow].guarantees.isEmpty, scratch.touched.last != frame else { return }
    scratch.touched.append(frame)
  }

  /// Looks at what is never to be, in the flows whose facts have changed.
  mutating func lookAtFacts() {
    let touched = scratch.touched
    scratch.touched.removeAll(keepingCapacity: true)
    for frame in touched { lookAtNever(in: frame) }
  }

  private mutating func lookAtNever(in frame: Int) {
    let guarantees = program.flows[frames[frame].flow].guarantees
    for index in guarantees.indices {
      guard case .never(let condition) = guarantees[index].shape, isTrue(condition, in: frame) else {
        continue
      }
      note(index, of: frame, at: steps.last?.path ?? StepPath(""))
    }
  }

  /// The walk comes to a step: what must be before it is looked at.
  mutating func lookAtReached(_ path: StepPath, in frame: Int) {
    var next: Int? = frame
    while let around = next {
      next = frames[around].parent
      let guarantees = program.flows[frames[around].flow].guarantees
      guard !guarantees.isEmpty else { continue }
      let inside = path.description.after(frames[around].prefix)
      for index in guarantees.indices {
        switch guarantees[index].shape {
        case .mustHold(let step, let condition)
        where GuaranteedStep.matches(step, inside.utf8) && !isTrue(condition, in: around):
          note(index, of: around, at: path)
        case .passedBefore(let step, let earlier)
        where GuaranteedStep.matches(step, inside.utf8)
          && !passed(earlier, in: around).contains(where: { GuaranteedStep.isSameItem($0.path, inside) }):
          note(index, of: around, at: path)
        default: break
        }
      }
    }
  }

  /// A step is done: the times that end with it are looked at.
  mutating func lookAtPassed(_ path: StepPath, in frame: Int) {
    var next: Int? = frame
    while let around = next {
      next = frames[around].parent
      guard !program.flows[frames[around].flow].guarantees.isEmpty, !isWaitingForACall(path) else { continue }
      broken += timesRunOut(at: path, in: around, moment: sayingTime, notAmong: broken)
    }
  }

  /// Whether a contact or a referral at a path was come past, and nobody was reached so far: it is not done. In the first edition it
  /// counted as done.
  private func isWaitingForACall(_ path: StepPath) -> Bool {
    program.edition >= .second && callsToBeMade.contains { $0.path == path }
  }

  /// Contacts and referrals that were come past, at which nobody was reached so far.
  var callsToBeMade: [Token] {
    leftUndone.filter { left in
      guard isOpen(left), !left.token.isCarriedOut else { return false }
      switch left.matter {
      case .contact, .referral: return true
      case .item, .question, .outcome: return false
      }
    }.map(\.token)
  }

  /// The guarantees that hang on a call that was come past, and is kept only once somebody is reached.
  func promises(onCallAt path: StepPath, in frame: Int) -> [Guarantee] {
    frameAndThoseAround(frame).flatMap { around -> [Guarantee] in
      let inside = path.description.after(frames[around].prefix)
      return program.flows[frames[around].flow].guarantees.filter { guarantee in
        switch guarantee.shape {
        case .always(let steps, let given):
          steps.contains { GuaranteedStep.matches($0, inside.utf8) }
            && (given.map { isTrue($0, in: around) } ?? true)
        case .within(_, _, let to): GuaranteedStep.matches(to, inside.utf8)
        case .never, .mustHold, .passedBefore: false
        }
      }
    }
  }

  /// A flow ends: what is passed on every walk is looked at.
  mutating func lookAtEnd(_ path: StepPath, of frame: Int) {
    let guarantees = program.flows[frames[frame].flow].guarantees
    for index in guarantees.indices {
      guard case .always(let steps, let given) = guarantees[index].shape else { continue }
      if let given, !isTrue(given, in: frame) { continue }
      if !steps.contains(where: { isPassed($0, in: frame) }) { note(index, of: frame, at: path) }
    }
    lookAtNever(in: frame)
  }

  /// The times between two steps that are over at a moment, where the second of them is at a path.
  func timesRunOut(
    at path: StepPath, in frame: Int, moment: Instant, notAmong known: [BrokenGuarantee]
  ) -> [BrokenGuarantee] {
    let guarantees = program.flows[frames[frame].flow].guarantees
    var found: [BrokenGuarantee] = []
    for index in guarantees.indices {
      guard case .within(let limit, let from, let to) = guarantees[index].shape,
        case let inside = path.description.after(frames[frame].prefix),
        GuaranteedStep.matches(to, inside.utf8),
        let begun = passed(from, in: frame).filter({ GuaranteedStep.isSameItem($0.path, inside) }).map(\.at)
          .max()
      else { continue }
      let elapsed = begun.distance(to: moment)
      guard elapsed > limit,
        !known.contains(where: {
          $0.guarantee == index && $0.prefix == frames[frame].prefix && $0.step == path
        })
      else { continue }
      let late = lateSteps(upTo: path, in: frame, since: begun, at: moment)
      let lateness = late.reduce(Int64.zero) { $0.addingOrMost($1.by) }
      found.append(
        BrokenGuarantee(
          flow: frames[frame].flow, guarantee: index, prefix: frames[frame].prefix, step: path,
          entry: scratch.current == 0 ? sequence : scratch.current, at: moment, elapsed: elapsed,
          late: elapsed - lateness > limit ? [] : late.map(\.path)))
    }
    return found
  }

  /// The steps inside a frame that were done late, or are late, since a moment, and by how many milliseconds. They may have been due
  /// before it: a correction restarts no clock.
  private func lateSteps(
    upTo last: StepPath, in frame: Int, since begun: Instant, at moment: Instant
  ) -> [(path: StepPath, by: Int64)] {
    var due: [StepPath: Instant] = [:]
    for entry in added {
      if case .overdue(let step, let instant) = entry.event { due[step] = instant }
    }
    for token in tokens { if let instant = token.due, instant < moment { due[token.path] = instant } }
    if program.edition >= .second {
      for left in leftUndone where left.token.path == last { due[last] = left.token.due ?? left.since }
    }
    let open = Set(tokens.map(\.path))
    return due.filter { $0.key.description.hasPrefix(frames[frame].prefix) }.compactMap { step, due in
      // A step that is neither done nor open any more takes no time.
      let end = step == last ? moment : instantPassed(step) ?? (open.contains(step) ? moment : nil)
      return end.map { (path: step, by: max(due, begun).distance(to: $0)) }
    }
    .filter { $0.by > 0 }
    .sorted { $0.path.description < $1.path.description }
  }

  private func instantPassed(_ path: StepPath) -> Instant? {
    let (prefix, name) = path.parted
    guard let frame = frames.lastIndex(where: { $0.prefix.utf8.elementsEqual(prefix.utf8) }),
      let step = program.flows[frames[frame].flow].steps.firstIndex(where: {
        $0.name.utf8.elementsEqual(name.utf8)
      })
    else { return nil }
    return frames[frame].passed[step]
  }

  /// The steps passed that a name stands for in a frame: their paths inside it, and when the walk came past each. What a correction
  /// puts between it and a later step takes its own time.
  private func passed(_ name: String, in frame: Int) -> [(path: Substring, at: Instant)] {
    let (lead, step) = StepPath(name).parted
    return walks(of: lead, in: frame).compactMap { walk in
      guard let index = program.flows[frames[walk].flow].steps.firstIndex(where: { $0.name == step }),
        let instant = frames[walk].passed[index]
      else { return nil }
      return ((frames[walk].prefix + step).after(frames[frame].prefix), instant)
    }
  }

  /// Whether a step was passed in each walk of its flow inside a frame, and in one at least.
  private func isPassed(_ name: String, in frame: Int) -> Bool {
    let (lead, step) = StepPath(name).parted
    let walks = walks(of: lead, in: frame)
    return !walks.isEmpty
      && walks.allSatisfy { walk in
        program.flows[frames[walk].flow].steps.firstIndex { $0.name == step }
          .map { frames[walk].done[$0] != nil } ?? false
      }
  }

  /// The frames inside a frame that the names before a step's stand for; without any, the frame itself.
  private func walks(of lead: Substring, in frame: Int) -> [Int] {
    guard !lead.isEmpty else { return [frame] }
    let name = String(lead)
    return frames.indices.dropFirst(frame + 1).filter { inner in
      frames[inner].prefix.utf8.starts(with: frames[frame].prefix.utf8)
        && GuaranteedStep.matches(name, frames[inner].prefix.after(frames[frame].prefix).utf8)
    }
  }

  /// Whether a condition of a guarantee holds; it reads the facts, then the outcome.
  private func isTrue(_ condition: CompiledExpression, in frame: Int) -> Bool {
    let slots = frames[frame].slots
    guard condition.slots.last == slots.count else { return condition.holds(slots) == true }
    return condition.holds(slots + [frames[frame].outcome.map { .string($0) } ?? .null]) == true
  }

  private mutating func note(_ guarantee: Int, of frame: Int, at step: StepPath) {
    let prefix = frames[frame].prefix
    guard !broken.contains(where: { $0.guarantee == guarantee && $0.prefix == prefix }) else { return }
    broken.append(
      BrokenGuarantee(
        flow: frames[frame].flow, guarantee: guarantee, prefix: prefix, step: step, entry: scratch.current,
        at: sayingTime, elapsed: nil, late: []))
  }
}

extension StepPath {
  /// What comes before the name of the step, with its `/`, and the name.
  var parted: (lead: Substring, name: Substring) {
    guard let slash = description.lastIndex(of: "/") else { return ("", description[...]) }
    return (description[...slash], description[description.index(after: slash)...])
  }
}

extension String {
  /// What follows a text that it begins with.
  fileprivate func after(_ prefix: String) -> Substring {
    self[utf8.index(startIndex, offsetBy: min(prefix.utf8.count, utf8.count))...]
  }
}

extension Int64 {
  fileprivate func addingOrMost(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
