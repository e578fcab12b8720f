/// A table and its margins as a network: the figures are a circulation in it, what flows into a node flows out of it.
///
/// Every row, every column, and the two margins are nodes; every position is an arc that carries its figure. A row's
/// margin flows into the row and leaves through its cells; the cells of a column flow on through its margin; the
/// total closes the cycle. So the tables that agree with what is shown are exactly the circulations that keep the
/// shown arcs, and what a hidden arc may carry is found along augmenting cycles of the residual network.
///
/// Source: D. Gusfield, A graph theoretic approach to statistical data security, SIAM J. Comput. 17 (1988); L. H. Cox,
/// Network models for complementary cell suppression, J. Amer. Statist. Assoc. 90 (1995).
struct MarginNetwork {
  /// One position: from which node to which, and how much it may carry (at least 0).
  struct Arc {
    let from: Int
    let to: Int
    let capacity: Int
  }

  /// An arc passed along its direction (its figure grows) or against it (its figure shrinks).
  struct ResidualArc: Hashable {
    let arc: Int
    let forward: Bool
  }

  /// Residual arcs one after the other, and what they cost together.
  struct Path {
    let arcs: [ResidualArc]
    let cost: Int
  }

  /// A row, a column, or one of the two margins: figures that add up to another.
  struct Line {
    let members: [Int]
    let margin: Int
  }

  let arcs: [Arc]
  /// Each row, each column, the margins of the rows, and those of the columns.
  let lines: [Line]
  /// The residual arcs that leave each node.
  private let leaving: [[ResidualArc]]

  /// The network of a table of so many rows and columns; `capacities` in the order of its positions.
  init(rows: Int, columns: Int, capacities: [Int]) {
    let rowMargin = rows + columns
    let columnMargin = rowMargin + 1
    let arcs = zip(TablePosition.all(rows: rows, columns: columns), capacities).map { position, capacity in
      switch position {
      case .cell(let row, let column): Arc(from: row, to: rows + column, capacity: capacity)
      case .rowTotal(let row): Arc(from: rowMargin, to: row, capacity: capacity)
      case .columnTotal(let column): Arc(from: rows + column, to: columnMargin, capacity: capacity)
      case .total: Arc(from: columnMargin, to: rowMargin, capacity: capacity)
      }
    }
    var leaving = [[ResidualArc]](repeating: [], count: columnMargin + 1)
    for (index, arc) in arcs.enumerated() {
      leaving[arc.from].append(ResidualArc(arc: index, forward: true))
      leaving[arc.to].append(ResidualArc(arc: index, forward: false))
    }
    // INVARIANT: every node has a single arc on one side, the margin of what is on the other.
    lines = leaving.indices.map { node in
      let into = arcs.indices.filter { arcs[$0].to == node }
      let out = arcs.indices.filter { arcs[$0].from == node }
      return into.count == 1 ? Line(members: out, margin: into[0]) : Line(members: into, margin: out[0])
    }
    self.arcs = arcs
    self.leaving = leaving
  }

  /// How much a residual arc can still take while the arcs carry `figures`.
  func residualCapacity(_ residual: ResidualArc, carrying figures: [Int]) -> Int {
    residual.forward ? arcs[residual.arc].capacity - figures[residual.arc] : figures[residual.arc]
  }

  /// The cheapest way to let a residual arc take one more: the path that closes its cycle, itself left out.
  ///
  /// Dijkstra's algorithm over the arcs with residual capacity; the first found of equal ones, so always the same.
  /// - Parameter cost: of an arc, by its index.
  /// - Returns: nil where there is no path, or the residual arc itself has no capacity left.
  func cheapestPath(
    closing residual: ResidualArc, carrying figures: [Int], cost: (Int) -> Int
  ) -> Path? {
    guard residualCapacity(residual, carrying: figures) > 0 else { return nil }
    let arc = arcs[residual.arc]
    let (start, goal) = residual.forward ? (arc.to, arc.from) : (arc.from, arc.to)
    var costs = [Int](repeating: .max, count: leaving.count)
    var arrivals = [ResidualArc?](repeating: nil, count: leaving.count)
    var open = Array(leaving.indices)
    costs[start] = 0
    while let nearest = open.indices.min(by: { costs[open[$0]] < costs[open[$1]] }) {
      let node = open.remove(at: nearest)
      guard costs[node] < .max else { return nil }
      guard node != goal else { return path(to: goal, by: arrivals, cost: costs[goal]) }
      for next in leaving[node]
      where next.arc != residual.arc && residualCapacity(next, carrying: figures) > 0 {
        let end = next.forward ? arcs[next.arc].to : arcs[next.arc].from
        let total = costs[node] + cost(next.arc)
        if total < costs[end] {
          costs[end] = total
          arrivals[end] = next
        }
      }
    }
    return nil
  }

  private func path(to goal: Int, by arrivals: [ResidualArc?], cost: Int) -> Path {
    var path: [ResidualArc] = []
    var node = goal
    // The start has no arrival: nothing is cheaper than its nothing.
    while let residual = arrivals[node] {
      path.append(residual)
      node = residual.forward ? arcs[residual.arc].from : arcs[residual.arc].to
    }
    return Path(arcs: path, cost: cost)
  }
}
