import FEEL
import FlowDSL

extension State {
  /// Of the factors named in a list that a grid gave, those that count although nobody said so, each with why it is not known
  /// (`nil` inside, in a case of edition 1); none where the list is no grid's.
  ///
  /// The lists are passed from flow to flow as names alone; what the grid last recommended with the same ones says more.
  public func precautions(among value: Value) -> [String: Absence?] {
    guard case .list(let items) = value, !items.isEmpty else { return [:] }
    let factors = items.map(\.text)
    for effect in effects.reversed() {
      guard case .recommended(_, let advice) = effect.event, advice.isAbout(factors) else { continue }
      return Dictionary(advice.precautions.map { ($0.factor, $0.absence) }) { first, _ in first }
    }
    return [:]
  }
}

extension Recommendation {
  /// Whether a list of factors is what it counts by precaution or, in edition 1, all that it counts.
  fileprivate func isAbout(_ factors: [String]) -> Bool {
    precautions.map(\.factor) == factors || counted.map(\.factor) == factors
  }
}
