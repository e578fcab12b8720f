import FlowDSL
import FlowRuntime

/// A case, as far as it is looked at.
struct Sighting {
  let program: Program
  let walks: [FlowWalk]
  let outreach: [Outreach]

  init(_ state: State) {
    program = state.program
    walks = state.walks
    outreach = state.outreach
  }

  /// Whether one of several criteria holds; `nil` where one of them cannot be told, whatever the others say.
  ///
  /// Were a case counted for what can be told of it, and left out where that does not hold, those left out would all be without
  /// the event, and the share of the others too high.
  func shows(anyOf probes: [Probe]) -> Bool? {
    var found = false
    for probe in probes {
      guard let shown = shows(probe) else { return nil }
      found = found || shown
    }
    return found
  }

  private func shows(_ probe: Probe) -> Bool? {
    switch probe {
    case .referred(let names): outreach.contains { names.contains($0.to) }
    case .shared(let names): outreach.contains { names.contains($0.to) && !$0.passedOn.isEmpty }
    case .walked(let flows): walks.contains { flows.contains($0.flow) && $0.outcome != nil }
    case .condition(let flow, let condition): walks.contains { $0.flow == flow && $0.holds(condition) }
    case .untellable: nil
    }
  }
}
