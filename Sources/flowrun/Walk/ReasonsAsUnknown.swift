import FEEL
import FlowRuntime

extension State {
  /// Of the reasons that a grid gave, those that count because they are not known; none where the value is no grid's.
  ///
  /// The reasons are passed from flow to flow as names alone; what the grid last recommended with the same ones says more.
  func factorsAsUnknown(among value: Value) -> Set<String> {
    guard case .list(let items) = value, !items.isEmpty else { return [] }
    let factors = items.map(\.text)
    for effect in effects.reversed() {
      guard case .recommended(_, let advice) = effect.event, advice.counted.map(\.factor) == factors else {
        continue
      }
      return Set(advice.counted.filter(\.asUnknown).map(\.factor))
    }
    return []
  }
}
