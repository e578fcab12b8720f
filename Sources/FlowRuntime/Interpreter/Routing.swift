import FEEL
import FlowDSL

extension State {
  /// A step is done: its route says where the walk goes.
  mutating func pass(_ token: Int) {
    let frame = tokens[token].frame
    let flow = frames[frame].flow
    let step = tokens[token].step
    steps[tokens[token].trail].course = .passed
    frames[frame].done[step] = sayingTime
    frames[frame].passed[step] = now
    cover(.passed, flow, step)
    lookAtPassed(tokens[token].path, in: frame)
    let guards = program.flows[flow].steps[step].then.guards
    for index in guards.indices where holds(guards[index].when, in: frame) {
      cover(.route(index + 1), flow, step)
      return go(token, to: guards[index].go)
    }
    cover(.route(guards.count + 1), flow, step)
    go(token, to: program.flows[flow].steps[step].then.otherwise ?? program.flows[flow].steps[step].next)
  }

  private mutating func go(_ token: Int, to target: Target) {
    switch target {
    case .step(let step): enter(step, with: token)
    case .endOfBranch: arrive(token)
    }
  }

  /// Reaches a step, or passes over it and those after it until one whose `when` holds.
  mutating func enter(_ first: Int, with token: Int) {
    let frame = tokens[token].frame
    let flow = frames[frame].flow
    var step = first
    while let when = program.flows[flow].steps[step].when, !holds(when, in: frame) {
      cover(.skipped, flow, step)
      steps.append(
        TrailStep(
          path: path(of: step, in: frame), flow: flow, step: step, course: .skipped, sequence: scratch.current
        ))
      cover(.skipped, flow, step)
      guard case .step(let next) = program.flows[flow].steps[step].next else { return arrive(token) }
      step = next
    }
    let branch = tokens[token].branch
    tokens[token] = stand(at: step, in: frame)
    tokens[token].branch = branch
    setDue(token)
  }

  /// Reaches a step.
  mutating func stand(at step: Int, in frame: Int) -> Token {
    var token = Token(frame: frame, step: step, path: path(of: step, in: frame), reached: now)
    token.trail = steps.count
    steps.append(
      TrailStep(
        path: token.path, flow: frames[frame].flow, step: step, course: .open, sequence: scratch.current))
    lookAtReached(token.path, in: frame)
    return token
  }

  private func path(of step: Int, in frame: Int) -> StepPath {
    let name = program.flows[frames[frame].flow].steps[step].name
    return StepPath(frames[frame].prefix.isEmpty ? name : frames[frame].prefix + name)
  }

  /// Parts the walk into branches.
  mutating func part(_ branches: [Branch], at token: Int) {
    let caller = tokens.remove(at: token)
    let join = joins.count
    joins.append(Join(caller: caller, remaining: branches.count))
    var place = token
    for index in branches.indices {
      var branch = caller
      branch.branch = BranchPlace(join: join, branch: index)
      tokens.insert(branch, at: place)
      let open = tokens.count
      enter(branches[index].first, with: place)
      // A branch that ends at once leaves its place to the next.
      if tokens.count == open { place += 1 }
    }
    if branches.isEmpty { rejoin(join, at: token) }
  }

  /// A branch is done; with the last one, its `together` is.
  private mutating func arrive(_ token: Int) {
    guard let place = tokens[token].branch else { return }
    tokens.remove(at: token)
    joins[place.join].remaining -= 1
    if joins[place.join].remaining == 0 { rejoin(place.join, at: token) }
  }

  private mutating func rejoin(_ join: Int, at token: Int) {
    var caller = joins[join].caller
    caller.isCarriedOut = true
    caller.isReady = true
    tokens.insert(caller, at: token)
  }
}
