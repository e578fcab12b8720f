import FlowDSL

extension State {
  /// Puts an end to what stands still in a flow and in the sub-flows it runs: once the interrupts under way are over, the walk
  /// goes on at an end of the flow.
  mutating func cancel(_ frame: Int, for end: Int) {
    guard frames[frame].isOpen,
      let level = interruptions.firstIndex(where: { $0.tokens.contains { isInside($0.frame, frame) } })
    else { return }
    var cancelled: Set<Int> = []
    for index in frames.indices.dropFirst(frame) where frames[index].isOpen && isInside(index, frame) {
      guard index != frame else { continue }
      frames[index].isOpen = false
      switch frames[index].origin {
      case .call(let caller), .item(let caller, _, _): cancelled.insert(caller.trail)
      case .main, .interrupt: break
      }
    }
    for index in joins.indices where joins[index].remaining > 0 && isInside(joins[index].caller.frame, frame)
    {
      joins[index].remaining = 0
      cancelled.insert(joins[index].caller.trail)
    }
    watching.removeAll { !frames[$0].isOpen }
    var place = 0
    for index in interruptions[level].tokens.indices.reversed()
    where isInside(interruptions[level].tokens[index].frame, frame) {
      cancelled.insert(interruptions[level].tokens.remove(at: index).trail)
      place = index
    }
    let trail = cancelled.sorted()
    for index in trail { steps[index].course = .cancelled }
    add(.cancelled(trail.map { steps[$0].path }))
    interruptions[level].tokens.insert(stand(at: end, in: frame), at: place)
  }

  /// Whether a frame is that of a flow, or of a sub-flow that its steps run.
  private func isInside(_ frame: Int, _ outer: Int) -> Bool {
    var frame = frame
    while frame != outer {
      switch frames[frame].origin {
      case .call(let caller), .item(let caller, _, _): frame = caller.frame
      case .main, .interrupt: return false
      }
    }
    return true
  }
}
