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

  /// Whether one of several criteria holds; `nil` where none does and one cannot be told (three-valued "or").
  func shows(anyOf probes: [Probe]) -> Bool? {
    var isTold = true
    for probe in probes {
      switch shows(probe) {
      case true?: return true
      case false?: continue
      case nil: isTold = false
      }
    }
    return isTold ? false : nil
  }

  private func shows(_ probe: Probe) -> Bool? {
    let found =
      switch probe.kind {
      case .referred(let names): outreach.contains { names.contains($0.to) }
      case .shared(let names): outreach.contains { names.contains($0.to) && !$0.passedOn.isEmpty }
      case .walked(let flows): walks.contains { flows.contains($0.flow) && $0.outcome != nil }
      case .condition(let flow, let condition):
        walks.contains { $0.flow == flow && $0.holds(condition) }
      case .nothing: false
      }
    return found || probe.isWhole ? found : nil
  }
}
