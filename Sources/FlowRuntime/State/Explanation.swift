import FEEL

/// How a level or route came about: what the rules advised and why, what was decided, by whom and why.
public struct Explanation: Sendable, Hashable {
  /// The step that decided.
  public let step: StepPath
  /// What the rules advised; `nil` where a decision is not put to anyone.
  public let recommendation: Recommendation?
  /// What was decided; `nil` as long as it is open.
  public let decided: [Binding]?
  /// Who confirmed or overrode it, when, and with which reason.
  public let said: Said?

  /// Whether the professional decided otherwise than recommended.
  public var isOverridden: Bool {
    if case .overridden = said?.event { true } else { false }
  }
}

extension State {
  /// How each level and route of the walk came about, in order; what was withdrawn is left out.
  public var explanations: [Explanation] {
    var paths: [StepPath] = []
    var recommended: [StepPath: Recommendation] = [:]
    var decided: [StepPath: [Binding]] = [:]
    for entry in added {
      switch entry.event {
      case .recommended(let step, let advice):
        if recommended.updateValue(advice, forKey: step) == nil { paths.append(step) }
      case .decided(let step, let bindings):
        if recommended[step] == nil { paths.append(step) }
        decided[step] = bindings
      default: break
      }
    }
    var confirmed: [StepPath: Said] = [:]
    for record in said where !record.isWithdrawn {
      switch record.event {
      case .confirmed(let step), .overridden(let step, _, _): confirmed[step] = record
      default: break
      }
    }
    return paths.map {
      Explanation(step: $0, recommendation: recommended[$0], decided: decided[$0], said: confirmed[$0])
    }
  }
}
