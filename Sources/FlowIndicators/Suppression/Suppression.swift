/// Which figures of one measure stay hidden so that none of them can be worked out from the others.
struct Suppression {
  private let network: MarginNetwork
  private let figures: [Int]
  /// What hiding a shown figure takes from the reader.
  private let prices: [Int]
  private let threshold: Int
  /// What is hidden, as indices of positions; grows until nothing is exposed.
  private(set) var hidden: Set<Int>

  /// - Parameters:
  ///   - figures: the true figures, in the order of the table's positions; `network` holds their ceilings.
  ///   - hidden: what must be hidden for its own sake, and what is hidden already.
  ///   - threshold: how wide the span must be in which a reader can place a hidden figure.
  init(network: MarginNetwork, figures: [Int], prices: [Int], hidden: Set<Int>, threshold: Int) {
    self.network = network
    self.figures = figures
    self.prices = prices
    self.hidden = hidden
    self.threshold = threshold
    complete()
  }

  /// Of the table's positions, those that stay shown.
  func shown(of positions: [TablePosition]) -> [TablePosition] {
    positions.indices.filter { !hidden.contains($0) }.map { positions[$0] }
  }

  /// Protects each hidden figure, and each that is hidden for another's sake.
  private mutating func complete() {
    var waiting = hidden.sorted()
    while let edge = waiting.popLast() {
      let before = hidden
      protect(edge)
      waiting += hidden.subtracting(before).sorted()
    }
  }

  /// Hides what it takes for the span of one figure to be `threshold` wide, or as wide as its own bounds.
  ///
  /// The largest figure it can have is the true one and what can flow round a circle through it with all shown edges
  /// kept; the smallest likewise, against it. Where circles of hidden edges are not enough, the cheapest circle is
  /// taken and its shown edges are hidden. With everything hidden a figure reaches its own bounds, so this ends.
  private mutating func protect(_ edge: Int) {
    let wanted = min(threshold, network.edges[edge].ceiling)
    var width = 0
    var grown = figures
    var shrunk = figures
    let up = MarginNetwork.Passage(edge: edge, forward: true)
    let down = MarginNetwork.Passage(edge: edge, forward: false)
    while width < wanted {
      let price = { [hidden, prices] in hidden.contains($0) ? 0 : prices[$0] }
      let more = network.circle(closing: up, carrying: grown, price: price)
      let less = network.circle(closing: down, carrying: shrunk, price: price)
      guard more != nil || less != nil else { return }
      if let more, more.price <= less?.price ?? .max {
        width += push([up] + more.passages, through: &grown, atMost: wanted - width)
        hidden.formUnion(more.passages.map(\.edge))
      } else if let less {
        width += push([down] + less.passages, through: &shrunk, atMost: wanted - width)
        hidden.formUnion(less.passages.map(\.edge))
      }
    }
  }

  /// Sends as much as fits round a circle; gives how much.
  private func push(
    _ circle: [MarginNetwork.Passage], through figures: inout [Int], atMost limit: Int
  ) -> Int {
    let amount = circle.reduce(limit) { min($0, network.room($1, carrying: figures)) }
    for passage in circle { figures[passage.edge] += passage.forward ? amount : -amount }
    return amount
  }
}
