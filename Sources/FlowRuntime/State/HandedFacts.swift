import FEEL
import FlowDSL

extension State {
  /// Facts of all flows walked that are answered, or were asked, in the order in which the flows were begun: each once. What a flow was handed,
  /// or hands back, under the same name stands with its caller, as long as it stands there in the same way.
  public var ownFacts: [FactStanding] {
    frames.indices.flatMap { index in
      program.flows[frames[index].flow].facts.indices.compactMap { slot in
        frames[index].standings[slot] == .unset || isShared(slot, of: index)
          ? nil : standing(of: slot, in: index)
      }
    }
  }

  /// Whether a fact is one with the fact of the same name of the caller.
  private func isShared(_ slot: Int, of index: Int) -> Bool {
    guard let (call, isCollected) = call(of: index), let parent = frames[index].parent else { return false }
    let flow = program.flows[frames[index].flow]
    let callers = program.flows[frames[parent].flow].facts
    func isSame(_ own: Int) -> Bool {
      callers[own].name == flow.facts[slot].name
        && frames[parent].standings[own] == frames[index].standings[slot]
        && frames[parent].slots[own] == frames[index].slots[slot]
    }
    for taken in call.takes where taken.slot == slot {
      if case .fact(let own) = taken.from, isSame(own) { return true }
    }
    return !isCollected && call.gives.contains { $0.slot == slot && isSame($0.to) }
  }

  /// How each item of a list stands that an `each` collected, here or in a flow that hands it here.
  func itemStandings(of slot: Int, in frame: Int) -> [Standing] {
    guard case .list(let values) = frames[frame].slots[slot], values.contains(.null) else { return [] }
    let standings = collected(slot, in: frame, from: nil)
    return standings.count == values.count ? standings : []
  }

  /// - Parameter origin: the flow that asks, which is not asked back.
  private func collected(_ slot: Int, in frame: Int, from origin: Int?) -> [Standing] {
    var items: [Standing] = []
    for index in frames.indices where frames[index].parent == frame && index != origin {
      guard let (call, isCollected) = call(of: index),
        let given = call.gives.first(where: { $0.to == slot })
      else { continue }
      guard isCollected else {
        let inner = collected(given.slot, in: index, from: frame)
        if !inner.isEmpty { items = inner }
        continue
      }
      if case .item(_, _, let number) = frames[index].origin {
        if number == 0 { items = [] }
        items.append(frames[index].standings[given.slot])
      }
    }
    guard items.isEmpty, let parent = frames[frame].parent, parent != origin,
      let (call, _) = call(of: frame), let taken = call.takes.first(where: { $0.slot == slot }),
      case .fact(let own) = taken.from
    else { return items }
    return collected(own, in: parent, from: frame)
  }

  /// How a flow was called, and whether what it gives is collected in lists; `nil` for the main one.
  private func call(of index: Int) -> (call: Call, isCollected: Bool)? {
    guard let parent = frames[index].parent else { return nil }
    let flow = program.flows[frames[parent].flow]
    switch frames[index].origin {
    case .main: return nil
    case .interrupt(let interrupt): return (flow.interrupts[interrupt].call, false)
    case .call(let caller):
      guard case .run(let call) = flow.steps[caller.step].kind else { return nil }
      return (call, false)
    case .item(let caller, _, _):
      guard case .each(let iteration) = flow.steps[caller.step].kind else { return nil }
      return (iteration.call, true)
    }
  }
}
