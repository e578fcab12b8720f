/// Which steps of a flow may come after which, over all its routes. Routes go forward, so that a step never comes after itself.
struct FlowRoutes {
  private let flow: Flow
  /// The `together` steps around each step, the innermost first, each with the branch.
  private var around: [[(step: Int, branch: Int)]]

  init(_ flow: Flow) {
    self.flow = flow
    around = Array(repeating: [], count: flow.steps.count)
    for (index, step) in flow.steps.enumerated() {
      guard case .together(let branches) = step.kind else { continue }
      for (place, branch) in branches.enumerated() {
        for inner in block(from: branch.first) { around[inner].append((index, place)) }
      }
    }
    // What stands further in is found later, and comes first.
    for index in around.indices { around[index].reverse() }
  }

  /// Whether a walk may come from one step to another.
  func leads(from first: Int, to last: Int) -> Bool { reached(from: first).contains(last) }

  /// Whether two steps stand in different branches, which go on at the same time.
  func areAtOnce(_ one: Int, _ other: Int) -> Bool {
    around[one].contains { place in
      around[other].contains { $0.step == place.step && $0.branch != place.branch }
    }
  }

  /// Whether two steps stand in the same block.
  func areInOneBlock(_ one: Int, _ other: Int) -> Bool {
    guard let left = around[one].first, let right = around[other].first else {
      return around[one].isEmpty && around[other].isEmpty
    }
    return left == right
  }

  /// The steps that a walk may come to after a step.
  func reached(from first: Int) -> Set<Int> {
    var found: Set<Int> = []
    var rest = successors(of: first)
    while let step = rest.popLast() {
      guard found.insert(step).inserted else { continue }
      rest += successors(of: step)
      if flow.steps[step].when != nil { rest += steps(at: flow.steps[step].next, of: step) }
    }
    return found
  }

  /// The steps of the same block between two of its steps, the last one included, in the order of the text.
  func between(_ first: Int, _ last: Int) -> [Int] {
    reached(from: first).filter { ($0 == last || leads(from: $0, to: last)) && areInOneBlock($0, last) }
      .sorted()
  }

  private func successors(of step: Int) -> [Int] {
    let definition = flow.steps[step]
    if case .end = definition.kind { return [] }
    var targets = definition.then.guards.map(\.go)
    targets.append(definition.then.otherwise ?? definition.next)
    var found = targets.flatMap { steps(at: $0, of: step) }
    if case .together(let branches) = definition.kind { found += branches.map(\.first) }
    return found
  }

  private func steps(at target: Target, of step: Int) -> [Int] {
    switch target {
    case .step(let next): return flow.steps.indices.contains(next) ? [next] : []
    case .endOfBranch:
      guard let owner = around[step].first?.step else { return [] }
      let definition = flow.steps[owner]
      let targets = definition.then.guards.map(\.go) + [definition.then.otherwise ?? definition.next]
      return targets.flatMap { steps(at: $0, of: owner) }
    }
  }

  /// The steps of a block, from its first one on; those of branches inside it included.
  private func block(from first: Int) -> Set<Int> {
    var found: Set<Int> = []
    var rest = [first]
    while let step = rest.popLast() {
      guard flow.steps.indices.contains(step), found.insert(step).inserted else { continue }
      let definition = flow.steps[step]
      for case .step(let next) in definition.then.guards.map(\.go)
        + [definition.then.otherwise ?? definition.next, definition.next]
      {
        rest.append(next)
      }
      if case .together(let branches) = definition.kind { rest += branches.map(\.first) }
    }
    return found
  }
}
