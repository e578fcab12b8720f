import FEEL
import FlowDSL

extension State {
  /// Sets when the step just reached is due.
  mutating func setDue(_ token: Int) {
    let frame = tokens[token].frame
    guard let due = program.flows[frames[frame].flow].steps[tokens[token].step].due else { return }
    guard let instant = instant(of: due, at: token) else { return }
    tokens[token].due = instant
    nextDue = nextDue.map { min($0, instant) } ?? instant
  }

  /// When a step that is reached now is due; `nil` where something of it is not known.
  private mutating func instant(of due: Due, at token: Int) -> Instant? {
    let frame = tokens[token].frame
    switch due {
    case .at(let expression): return value(of: expression, onceAt: token).instant
    case .after(let length, let from):
      let start: Instant? =
        switch from {
        case .reached: now
        case .fact(let slot): frames[frame].slots[slot].instant
        case .done(let step): frames[frame].done[step]
        }
      guard let start else { return nil }
      return instant(length, after: first(start, of: due, at: token), at: token)
    }
  }

  private mutating func instant(_ length: Due.Length, after start: Instant, at token: Int) -> Instant? {
    switch length {
    case .milliseconds(let milliseconds): return start.advanced(by: milliseconds)
    case .expression(let expression):
      return value(of: expression, onceAt: token).milliseconds.map { start.advanced(by: $0) }
    case .workingDays(let days):
      // INVARIANT: a program without a calendar has no such due time.
      let offset = program.edition >= .second ? firstMoment(at: token).offset : self.offset
      guard let calendar = program.calendar, let day = DateTime(start, offset)?.date,
        let last = calendar.date(days, workingDaysAfter: day)
      else { return nil }
      let midnight = Int64(last.daysSinceEpoch + 1) * 86_400_000 - Int64(offset.minutes) * 60_000
      return Instant(milliseconds: midnight)
    }
  }

  /// Records each open step, also those that stand still, whose due time has gone by, once.
  mutating func recordOverdue() {
    guard let first = nextDue, first < now else { return }
    nextDue = nil
    for index in frames.indices where frames[index].isOpen {
      switch frames[index].origin {
      case .call(var caller):
        recordOverdue(&caller)
        frames[index].origin = .call(caller)
      case .item(var caller, let items, let place):
        recordOverdue(&caller)
        frames[index].origin = .item(caller, items: items, index: place)
      case .main, .interrupt: break
      }
    }
    for index in joins.indices where joins[index].remaining > 0 {
      var caller = joins[index].caller
      recordOverdue(&caller)
      joins[index].caller = caller
    }
    for level in interruptions.indices {
      for index in interruptions[level].tokens.indices {
        var token = interruptions[level].tokens[index]
        recordOverdue(&token)
        interruptions[level].tokens[index] = token
      }
    }
    for index in tokens.indices {
      var token = tokens[index]
      recordOverdue(&token)
      tokens[index] = token
    }
  }

  private mutating func recordOverdue(_ token: inout Token) {
    guard let due = token.due, !token.isOverdue else { return }
    if due < now {
      token.isOverdue = true
      scratch.late.append(token)
      add(.overdue(step: token.path, due: due))
    } else {
      nextDue = nextDue.map { min($0, due) } ?? due
    }
  }

  /// Steps that wait are looked at when an entry brings a later time; where the moment is read, it has changed like a fact.
  mutating func passTime() {
    if status == .running, isMomentRead { scratch.factsChanged = true }
    for index in tokens.indices where tokens[index].isWaiting { tokens[index].isReady = true }
  }

  /// A wait ends with what comes first: its condition, or its time.
  mutating func look(at wait: Wait, _ token: Int) {
    let frame = tokens[token].frame
    tokens[token].isWaiting = true
    if let on = wait.on, holds(on, in: frame) { return end(wait, "happened", at: token) }
    if let until = deadline(of: wait, at: token), until <= now { return end(wait, "elapsed", at: token) }
    _ = put(wait.asks, at: token)
  }

  /// When a wait ends by time, if it does.
  func deadline(of wait: Wait, at token: Int) -> Instant? {
    deadline(of: wait, reached: tokens[token].reached, in: tokens[token].frame)
  }

  func deadline(of wait: Wait, reached: Instant, in frame: Int) -> Instant? {
    let elapsed = wait.duration.map { reached.advanced(by: $0) }
    guard let moment = wait.until.flatMap({ value(of: $0, in: frame).instant }) else { return elapsed }
    return elapsed.map { min($0, moment) } ?? moment
  }

  private mutating func end(_ wait: Wait, _ result: String, at token: Int) {
    tokens[token].isWaiting = false
    tokens[token].isCarriedOut = true
    tokens[token].isReady = true
    if let slot = wait.result { set(slot, of: tokens[token].frame, to: .string(result), .known) }
  }
}
