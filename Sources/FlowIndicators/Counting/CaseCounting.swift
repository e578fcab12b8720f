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
