extension CountTable {
  /// The table as it may be published: no figure about fewer than `threshold` persons, shown or worked out.
  ///
  /// Hidden is a figure whose events, or whose cases without the event, are fewer than `threshold`: the one gives the
  /// other away. "None of them" is such a figure too: it tells of each of them. So are figures hidden that would give
  /// a hidden one away through a margin ("the complementary cell"). A reader who knows every number of cases can place
  /// a hidden number of events only within a span of `threshold` (of all its cases where they are fewer).
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
    let primary = cells.indices.filter {
      min(cells[$0].events, cells[$0].others) < threshold || hiding.contains(all[$0])
    }
    let suppression = Suppression(
      network: MarginNetwork(rows: rows.count, columns: columns.count, capacities: cells.map(\.cases)),
      figures: cells.map(\.events), costs: cells.map(\.cost),
      primary: Set(primary).union(suppressedCases(cells, threshold).hidden), threshold: threshold)
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
    return Suppression(
      network: MarginNetwork(rows: rows.count, columns: columns.count, capacities: unbounded),
      figures: cells.map(\.cases), costs: cells.map(\.cost),
      primary: Set(cells.indices.filter { cells[$0].cases < threshold }), threshold: threshold)
  }
}

extension Cell {
  /// What a reader loses where it is hidden; at least 1, so that a path through hidden figures alone is the cheapest.
  fileprivate var cost: Int { cases + 1 }
}
