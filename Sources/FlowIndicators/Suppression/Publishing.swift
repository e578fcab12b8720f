extension CountTable {
  /// The table as it may be published: no figure about fewer than `threshold` persons, shown or worked out.
  ///
  /// Hidden is a figure whose events, or whose cases without the event, are fewer than `threshold`: the one gives the
  /// other away. "None of them" is such a figure too: it tells of each of them. Of no case at all nothing is told of
  /// anybody: that is shown. So are figures hidden that would give a hidden one away through a margin ("the complementary
  /// cell"). A reader who knows every number of cases can place a hidden number of events only within a span of
  /// `threshold` (of all its cases where they are fewer); and what the hidden figures of one row or column are
  /// together, where its margin tells, is no such small figure either.
  ///
  /// Not covered: two publications over overlapping periods, which can be subtracted; and two tables of events that
  /// always go together.
  ///
  /// Source: threshold and complementary cell, docs/protocols.md, row 39; the method, `MarginNetwork`.
  ///
  /// - Parameters:
  ///   - threshold: the smallest figure that is shown.
  ///   - hiding: positions that are hidden in another table of the same publication, and would be given away by this one.
  public func published(threshold: Int = 5, hiding: Set<TablePosition> = []) -> PublishedTable<Cell> {
    let all = positions
    let cells = all.map { self[$0] }
    let isSmall = { (indices: [Int]) in
      let sum = indices.reduce(Cell()) { $0 + cells[$1] }
      return sum.cases > 0 && min(sum.events, sum.others) < threshold
    }
    let primary = cells.indices.filter { isSmall([$0]) || hiding.contains(all[$0]) }
    let suppression = Suppression(
      network: MarginNetwork(rows: rows.count, columns: columns.count, capacities: cells.map(\.cases)),
      figures: cells.map(\.events), costs: costs,
      primary: Set(primary).union(suppressedCases(cells, threshold).hidden), threshold: threshold,
      isSmall: isSmall)
    return showing(suppression.shown(of: all)) { $0 }
  }

  /// The cases alone, whatever the events: hidden are numbers of cases under `threshold`, and those that would give
  /// them away to a reader of the cases. What is hidden here `published` hides too: it shows cases beside events.
  public func publishedCases(threshold: Int = 5) -> PublishedTable<Int> {
    let all = positions
    return showing(suppressedCases(all.map { self[$0] }, threshold).shown(of: all), \.cases)
  }

  private func suppressedCases(_ cells: [Cell], _ threshold: Int) -> Suppression {
    // No number of cases is too large: half of `Int` leaves room for what flows on top.
    let unbounded = [Int](repeating: .max / 2, count: cells.count)
    let isSmall = { (indices: [Int]) in (1..<threshold).contains(indices.reduce(0) { $0 + cells[$1].cases }) }
    return Suppression(
      network: MarginNetwork(rows: rows.count, columns: columns.count, capacities: unbounded),
      figures: cells.map(\.cases), costs: costs,
      primary: Set(cells.indices.filter { isSmall([$0]) }), threshold: threshold, isSmall: isSmall)
  }

  /// What a reader loses where a position is hidden; at least 1, so that a path through hidden figures alone is the
  /// cheapest. Of two figures as large, the one further in goes first, and the total last.
  private var costs: [Int] {
    positions.map { position in
      let margin =
        switch position {
        case .cell: 1
        case .rowTotal, .columnTotal: 2
        case .total: 3
        }
      return 4 * self[position].cases + margin
    }
  }
}
