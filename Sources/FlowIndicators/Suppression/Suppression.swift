/// Which figures of one measure stay hidden so that none of them can be worked out from the others.
///
/// Hidden for their own sake is the primary suppression; what is hidden for the sake of these, the complementary (or secondary)
/// suppression.
struct Suppression {
  private let network: MarginNetwork
  private let figures: [Int]
  /// What hiding a shown figure takes from the reader.
  private let costs: [Int]
  private let threshold: Int
  /// Whether what some positions are together is too small to be known.
  private let isSmall: ([Int]) -> Bool
  /// What is hidden, as indices of positions; grows until nothing is exposed.
  private(set) var hidden: Set<Int>

  /// - Parameters:
  ///   - figures: the true figures, in the order of the table's positions; `network` holds the most that each can be.
  ///   - primary: what must be hidden for its own sake, and what is hidden already.
  ///   - threshold: how wide the span must be in which a reader can place a hidden figure.
  ///   - isSmall: whether the sum of some positions is too small to be known.
  init(
    network: MarginNetwork, figures: [Int], costs: [Int], primary: Set<Int>, threshold: Int,
    isSmall: @escaping ([Int]) -> Bool
  ) {
    self.network = network
    self.figures = figures
    self.costs = costs
    hidden = primary
    self.threshold = threshold
    self.isSmall = isSmall
    repeat { addComplementary() } while hideForASum()
  }

  /// Of the table's positions, those that stay shown.
  func shown(of positions: [TablePosition]) -> [TablePosition] {
    positions.indices.filter { !hidden.contains($0) }.map { positions[$0] }
  }

  /// Protects each hidden figure, and each that is hidden for another's sake.
  private mutating func addComplementary() {
    var waiting = hidden.sorted()
    while let arc = waiting.popLast() {
      let before = hidden
      protect(arc)
      waiting += hidden.subtracting(before).sorted()
    }
  }

  /// Hides one more figure of a line whose hidden figures are together too small, and known by its margin: each may lie in
  /// a wide span, and yet the reader learns that few persons are behind all of them.
  ///
  /// - Returns: Whether there was such a line.
  private mutating func hideForASum() -> Bool {
    for line in network.lines where !hidden.contains(line.margin) {
      let unseen = line.members.filter(hidden.contains)
      guard isSmall(unseen) else { continue }
      // Without its margin the sum is not known; with one more figure it may be large enough.
      let enough = line.members.filter { !hidden.contains($0) && !isSmall(unseen + [$0]) }
      hidden.insert(enough.reduce(line.margin) { costs[$1] < costs[$0] ? $1 : $0 })
      return true
    }
    return false
  }

  /// Hides what it takes for the span of one figure to be `threshold` wide, or as wide as its own bounds.
  ///
  /// The largest figure it can have is the true one and what can flow round cycles through it with all shown arcs
  /// kept; the smallest likewise, against it. Where cycles of hidden arcs are not enough, the cheapest cycle is
  /// taken and its shown arcs are hidden. With everything hidden a figure reaches its own bounds, so this ends.
  private mutating func protect(_ arc: Int) {
    let wanted = min(threshold, network.arcs[arc].capacity)
    var width = 0
    var grown = figures
    var shrunk = figures
    let up = MarginNetwork.ResidualArc(arc: arc, forward: true)
    let down = MarginNetwork.ResidualArc(arc: arc, forward: false)
    while width < wanted {
      let cost = { [hidden, costs] in hidden.contains($0) ? 0 : costs[$0] }
      let more = network.cheapestPath(closing: up, carrying: grown, cost: cost)
      let less = network.cheapestPath(closing: down, carrying: shrunk, cost: cost)
      guard more != nil || less != nil else { return }
      if let more, more.cost <= less?.cost ?? .max {
        width += augment([up] + more.arcs, &grown, atMost: wanted - width)
        hidden.formUnion(more.arcs.map(\.arc))
      } else if let less {
        width += augment([down] + less.arcs, &shrunk, atMost: wanted - width)
        hidden.formUnion(less.arcs.map(\.arc))
      }
    }
  }

  /// Sends as much as fits round a cycle; gives how much.
  private func augment(
    _ cycle: [MarginNetwork.ResidualArc], _ figures: inout [Int], atMost limit: Int
  ) -> Int {
    let amount = cycle.reduce(limit) { min($0, network.residualCapacity($1, carrying: figures)) }
    for residual in cycle { figures[residual.arc] += residual.forward ? amount : -amount }
    return amount
  }
}
