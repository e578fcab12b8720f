import FlowDSL
import FlowRuntime

/// What is counted, made ready for the cases of one program.
public struct CaseCounting: Sendable {
  private let counts: [(any: [Probe], of: [Probe])]

  /// Counting over the cases of a program, with its own flows, facts and recipients.
  public init(_ indicators: Indicators, of program: Program) {
    counts = indicators.counts.map { count in
      (count.any.map { Probe($0, of: program) }, count.of.map { Probe($0, of: program) })
    }
  }

  /// What a case of that program shows as it stands, for each count in order.
  public func observe(_ state: State) -> [Observation] {
    let seen = Sighting(state)
    return counts.map { count in
      switch count.of.isEmpty ? true : seen.shows(anyOf: count.of) {
      case nil: .untold
      case false?: .apart
      case true?: seen.shows(anyOf: count.any).map { .counted(event: $0) } ?? .untold
      }
    }
  }
}

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
