import FEEL
import FlowDSL

/// The item of an `each` step that a flow is walked for: which child, say, a page is about.
public struct WalkedItem: Sendable {
  /// The fact that takes the item.
  public let fact: Fact
  /// The item.
  public let value: Value
  /// Its place in the list, from 1.
  public let number: Int
  /// How many the list has.
  public let count: Int
}

extension State {
  /// The items that a flow is walked for, the outermost first; none outside `each`.
  func items(around frame: Int) -> [WalkedItem] {
    var items: [WalkedItem] = []
    var next: Int? = frame
    while let current = next {
      if case .item(let caller, let values, let index) = frames[current].origin,
        case .each(let iteration) = program.flows[frames[caller.frame].flow].steps[caller.step].kind
      {
        items.append(
          WalkedItem(
            fact: program.flows[frames[current].flow].facts[iteration.item], value: values[index],
            number: index + 1, count: values.count))
      }
      next = frames[current].parent
    }
    return items.reversed()
  }

  /// The items that the flow at a path is walked for, the outermost first: `children-check[2]/` for the second child.
  public func items(at prefix: String) -> [WalkedItem] {
    frames.lastIndex { $0.prefix == prefix }.map { items(around: $0) } ?? []
  }
}
