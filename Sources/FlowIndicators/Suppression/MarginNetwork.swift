/// A table and its margins as a circulation: what flows into a node flows out of it.
///
/// Every row, every column, and the two margins are nodes; every position is an edge that carries its figure. A row's
/// margin flows into the row and leaves through its cells; the cells of a column flow on through its margin; the
/// total closes the circle. So the tables that agree with what is shown are exactly the circulations that keep the
/// shown edges, and what a hidden edge may carry is found along paths.
///
/// Source: D. Gusfield, A graph theoretic approach to statistical data security, SIAM J. Comput. 17 (1988); L. H. Cox,
/// Network models for complementary cell suppression, J. Amer. Statist. Assoc. 90 (1995).
struct MarginNetwork {
  /// One position: from which node to which, and how much it may carry (at least 0).
  struct Edge {
    let from: Int
    let to: Int
    let ceiling: Int
  }

  /// An edge passed along its direction (its figure grows) or against it (its figure shrinks).
  struct Passage: Hashable {
    let edge: Int
    let forward: Bool
  }

  let edges: [Edge]
  /// The passages that leave each node.
  private let leaving: [[Passage]]

  /// The network of a table of so many rows and columns; `ceilings` in the order of its positions.
  init(rows: Int, columns: Int, ceilings: [Int]) {
    let rowMargin = rows + columns
    let columnMargin = rowMargin + 1
    let edges = zip(TablePosition.all(rows: rows, columns: columns), ceilings).map { position, ceiling in
      switch position {
      case .cell(let row, let column): Edge(from: row, to: rows + column, ceiling: ceiling)
      case .rowTotal(let row): Edge(from: rowMargin, to: row, ceiling: ceiling)
      case .columnTotal(let column): Edge(from: rows + column, to: columnMargin, ceiling: ceiling)
      case .total: Edge(from: columnMargin, to: rowMargin, ceiling: ceiling)
      }
    }
    var leaving = [[Passage]](repeating: [], count: columnMargin + 1)
    for (index, edge) in edges.enumerated() {
      leaving[edge.from].append(Passage(edge: index, forward: true))
      leaving[edge.to].append(Passage(edge: index, forward: false))
    }
    self.edges = edges
    self.leaving = leaving
  }

  /// How much a passage can still take while the edges carry `figures`.
  func room(_ passage: Passage, carrying figures: [Int]) -> Int {
    passage.forward ? edges[passage.edge].ceiling - figures[passage.edge] : figures[passage.edge]
  }

  /// The cheapest way to let `passage` take one more: the passages that close its circle, itself left out.
  ///
  /// Dijkstra's algorithm over the passages that have room; the first found of equal ones, so always the same.
  /// - Returns: nil where there is no way, or the passage itself has no room.
  func circle(closing passage: Passage, carrying figures: [Int], price: (Int) -> Int) -> Way? {
    guard room(passage, carrying: figures) > 0 else { return nil }
    let edge = edges[passage.edge]
    let (start, goal) = passage.forward ? (edge.to, edge.from) : (edge.from, edge.to)
    var prices = [Int](repeating: .max, count: leaving.count)
    var arrivals = [Passage?](repeating: nil, count: leaving.count)
    var open = Array(leaving.indices)
    prices[start] = 0
    while let nearest = open.indices.min(by: { prices[open[$0]] < prices[open[$1]] }) {
      let node = open.remove(at: nearest)
      guard prices[node] < .max else { return nil }
      guard node != goal else { return way(to: goal, by: arrivals, price: prices[goal]) }
      for next in leaving[node] where next.edge != passage.edge && room(next, carrying: figures) > 0 {
        let end = next.forward ? edges[next.edge].to : edges[next.edge].from
        let total = prices[node] + price(next.edge)
        if total < prices[end] {
          prices[end] = total
          arrivals[end] = next
        }
      }
    }
    return nil
  }

  /// A way through the network, and what it costs.
  struct Way {
    let passages: [Passage]
    let price: Int
  }

  private func way(to goal: Int, by arrivals: [Passage?], price: Int) -> Way {
    var passages: [Passage] = []
    var node = goal
    // The start has no arrival: nothing is cheaper than its nothing.
    while let passage = arrivals[node] {
      passages.append(passage)
      node = passage.forward ? edges[passage.edge].from : edges[passage.edge].to
    }
    return Way(passages: passages, price: price)
  }
}
