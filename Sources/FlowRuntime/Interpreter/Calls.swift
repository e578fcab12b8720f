import FEEL
import FlowDSL

extension State {
  /// Begins the case.
  mutating func begin(_ start: Start, by person: Person) {
    status = .running
    language = start.language
    handler = person
    // Most cases are of this size; growing would copy what was said again and again.
    said.reserveCapacity(64)
    steps.reserveCapacity(32)
    open(Frame(flow: 0, of: program.flows[0], parent: nil, origin: .main, prefix: "", items: []), at: 0)
    let facts = program.flows[0].facts
    for given in start.given {
      guard let slot = facts.firstIndex(where: { $0.name == given.fact }) else { continue }
      set(slot, of: 0, to: given.answer)
    }
    enter(program.flows[0].first, with: 0)
  }

  /// Opens a frame with a token at its beginning; facts are to be handed in before its first step is entered.
  private mutating func open(_ frame: Frame, at place: Int) {
    let index = frames.count
    frames.append(frame)
    readMoment(in: index)
    if !program.flows[frame.flow].interrupts.isEmpty {
      watching.append(index)
      scratch.factsChanged = true
    }
    tokens.insert(Token(frame: index, step: 0, path: StepPath(""), reached: now), at: place)
  }

  /// Walks a sub-flow, for the first time or again.
  mutating func look(at call: Call, _ token: Int) {
    guard let repetition = call.repetition, tokens[token].rounds > 0 else { return run(call, at: token) }
    if holds(repetition.until, in: tokens[token].frame) { return finish(token) }
    if tokens[token].rounds >= repetition.most {
      add(.exhausted(step: tokens[token].path, rounds: tokens[token].rounds))
      return finish(token)
    }
    tokens[token].isWaiting = true
    if let next = nextRound(of: repetition, at: tokens[token]), next > now { return }
    tokens[token].isWaiting = false
    run(call, at: token)
  }

  private mutating func finish(_ token: Int) {
    tokens[token].isWaiting = false
    tokens[token].isCarriedOut = true
    tokens[token].isReady = true
  }

  /// When the next round of a sub-flow may begin; `nil` where it begins at once.
  func nextRound(of repetition: Repetition, at token: Token) -> Instant? {
    guard let every = repetition.every else { return nil }
    return token.roundBegan?.advanced(by: every)
  }

  private mutating func run(_ call: Call, at token: Int) {
    var caller = tokens.remove(at: token)
    var round = ""
    if call.repetition != nil {
      caller.rounds += 1
      caller.roundBegan = now
      round = "[\(caller.rounds)]"
    }
    open(
      Frame(
        flow: call.flow, of: program.flows[call.flow], parent: caller.frame, origin: .call(caller),
        prefix: "\(caller.path)\(round)/", items: frames[caller.frame].items,
        reports: frames[caller.frame].reports), at: token)
    hand(call, from: caller.frame)
    enter(program.flows[call.flow].first, with: token)
  }

  /// Walks a sub-flow for every item of a list.
  mutating func run(_ iteration: Iteration, at token: Int) {
    let frame = tokens[token].frame
    let list = value(of: iteration.list, in: frame)
    for given in iteration.call.gives { set(given.to, of: frame, to: .list([]), .known) }
    guard case .list(let items) = list, !items.isEmpty else {
      tokens[token].isCarriedOut = true
      tokens[token].isReady = true
      return
    }
    walk(iteration, items, 0, caller: tokens.remove(at: token), at: token)
  }

  private mutating func walk(
    _ iteration: Iteration, _ items: [Value], _ index: Int, caller: Token, at token: Int
  ) {
    let call = iteration.call
    open(
      Frame(
        flow: call.flow, of: program.flows[call.flow], parent: caller.frame,
        origin: .item(caller, items: items, index: index),
        prefix: "\(caller.path)[\(index + 1)]/", items: frames[caller.frame].items + [items[index]],
        reports: frames[caller.frame].reports),
      at: token)
    let opened = frames.count - 1
    // The list has a place for each item begun, null until its fact is known.
    for given in call.gives { collect(.null, at: index, into: given.to, of: caller.frame) }
    hand(call, from: caller.frame)
    set(iteration.item, of: opened, toComputed: items[index], from: [], in: caller.frame)
    enter(program.flows[call.flow].first, with: token)
  }

  /// Walks the flow of an interrupt, alone.
  func frame(of alarm: Alarm, prefix: String) -> Frame {
    let call = program.flows[frames[alarm.frame].flow].interrupts[alarm.interrupt].call
    return Frame(
      flow: call.flow, of: program.flows[call.flow], parent: alarm.frame, origin: .interrupt(alarm.interrupt),
      prefix: prefix, items: frames[alarm.frame].items,
      reports: frames[alarm.frame].reports + (alarm.report.map { [$0] } ?? []))
  }

  mutating func run(_ alarm: Alarm, at path: StepPath) {
    let call = program.flows[frames[alarm.frame].flow].interrupts[alarm.interrupt].call
    open(frame(of: alarm, prefix: path.description + "/"), at: 0)
    hand(call, from: alarm.frame)
    enter(program.flows[call.flow].first, with: 0)
  }

  /// Hands facts to the frame just opened: a caller's fact as it stands, an expression as its value.
  private mutating func hand(_ call: Call, from caller: Int) {
    let opened = frames.count - 1
    for taken in call.takes {
      switch taken.from {
      case .fact(let slot):
        guard frames[caller].standings[slot] != .unset else { continue }
        set(
          taken.slot, of: opened, to: frames[caller].slots[slot], frames[caller].standings[slot],
          isComputed: frames[caller].leftOpen.contains(slot))
      case .expression(let expression):
        set(
          taken.slot, of: opened, toComputed: value(of: expression, in: caller), from: expression.slots,
          in: caller)
      }
    }
  }

  /// Hands a fact on to the caller, if the call gives it.
  mutating func give(_ slot: Int, from frame: Int) {
    guard let parent = frames[frame].parent else { return }
    let flow = frames[parent].flow
    let value = frames[frame].slots[slot]
    let standing = frames[frame].standings[slot]
    let isComputed = frames[frame].leftOpen.contains(slot)
    switch frames[frame].origin {
    case .main: return
    case .call(let caller):
      guard case .run(let call) = program.flows[flow].steps[caller.step].kind else { return }
      for given in call.gives where given.slot == slot {
        set(given.to, of: parent, to: value, standing, isComputed: isComputed)
      }
    case .interrupt(let index):
      for given in program.flows[flow].interrupts[index].call.gives where given.slot == slot {
        set(given.to, of: parent, to: value, standing, isComputed: isComputed)
      }
    case .item(let caller, _, let index):
      guard case .each(let iteration) = program.flows[flow].steps[caller.step].kind else { return }
      for given in iteration.call.gives where given.slot == slot {
        collect(value, at: index, into: given.to, of: parent)
      }
    }
  }

  private mutating func collect(_ value: Value, at index: Int, into slot: Int, of frame: Int) {
    guard case .list(var values) = frames[frame].slots[slot] else { return }
    while values.count <= index { values.append(.null) }
    values[index] = value
    set(slot, of: frame, to: .list(values), .known)
  }

  /// A flow ends: its caller goes on, or the interrupt is over, or the case is.
  mutating func end(_ token: Int) {
    let frame = tokens[token].frame
    let step = tokens[token].step
    let outcome = program.flows[frames[frame].flow].steps[step].name
    steps[tokens[token].trail].course = .passed
    frames[frame].done[step] = now
    frames[frame].passed[step] = now
    cover(.passed, frames[frame].flow, step)
    frames[frame].isOpen = false
    frames[frame].outcome = outcome
    lookAtPassed(tokens[token].path, in: frame)
    lookAtEnd(tokens[token].path, of: frame)
    watching.removeAll { $0 == frame }
    leaveOutcome(at: token)
    tokens.remove(at: token)
    switch frames[frame].origin {
    case .main:
      status = .ended(outcome: outcome)
      nextDue = nil
      add(.ended(outcome: outcome))
    case .call(let caller):
      if case .run(let call) = program.flows[frames[caller.frame].flow].steps[caller.step].kind {
        setResult(call, outcome, of: caller.frame)
        // Another round may follow: that is looked at once the interrupts were.
        if call.repetition != nil { return rest(caller, at: token) }
      }
      goOn(caller, at: token)
    case .item(let caller, let items, let index):
      guard case .each(let iteration) = program.flows[frames[caller.frame].flow].steps[caller.step].kind,
        index + 1 < items.count
      else { return goOn(caller, at: token) }
      walk(iteration, items, index + 1, caller: caller, at: token)
    case .interrupt(let index):
      if let parent = frames[frame].parent {
        let interrupt = program.flows[frames[parent].flow].interrupts[index]
        setResult(interrupt.call, outcome, of: parent)
        if let end = interrupt.ends[outcome] { cancel(parent, for: end) }
      }
      endInterrupt()
    }
  }

  private mutating func setResult(_ call: Call, _ outcome: String, of caller: Int) {
    if let slot = call.result { set(slot, of: caller, to: .string(outcome), .known) }
  }

  private mutating func goOn(_ caller: Token, at place: Int) {
    rest(caller, at: place)
    tokens[place].isCarriedOut = true
  }

  /// The walk stands at the caller again, which is to be looked at.
  private mutating func rest(_ caller: Token, at place: Int) {
    tokens.insert(caller, at: place)
    tokens[place].isReady = true
  }
}
