/// Looks for a point of a box that no row covers.
///
/// The general problem is as hard as satisfiability. What tables look like makes it easy: the search splits the
/// box column by column, keeps only the rows that are still in play, visits each set of rows once, and of several
/// sets that hold one another only the smallest (when that one covers the rest, so do the others).
struct CoverSearch {
  private var covered: Set<State> = []

  private struct State: Hashable {
    let columns: BitSet
    let rows: BitSet
  }

  /// Some part of the whole space that no row covers; nil when all of it is covered.
  ///
  /// What one search has proved stays true when boxes are added to the grid, so a search may be used again.
  mutating func uncovered(in grid: Grid, _ budget: inout Budget) throws(Budget.TooLarge) -> Box? {
    guard !grid.isEmpty else { return nil }
    let full = grid.columns.map(\.full)
    return try uncovered(
      State(columns: BitSet(all: grid.columns.count), rows: grid.rows), within: grid.space,
      Frame(grid: grid, full: full), &budget)
  }

  /// Whether `rows` together cover the box of `row`.
  static func isCovered(
    _ row: Int, by rows: BitSet, in grid: Grid, _ budget: inout Budget
  ) throws(Budget.TooLarge) -> Bool {
    let box = grid.boxes[row]
    let full = zip(grid.columns, box.columns).map { column, classes in
      classes.reduce(into: rows) { $0.formIntersection(column.rows[$1]) }
    }
    var search = CoverSearch()
    let state = State(
      columns: BitSet(all: grid.columns.count), rows: rows.intersection(grid.rows(meeting: box)))
    return try search.uncovered(state, within: box, Frame(grid: grid, full: full), &budget) == nil
  }

  /// What does not change during a search: the grid, and for each column the rows that hold all of the searched box.
  private struct Frame {
    let grid: Grid
    let full: [BitSet]
  }

  private mutating func uncovered(
    _ state: State, within box: Box, _ frame: Frame, _ budget: inout Budget
  ) throws(Budget.TooLarge) -> Box? {
    if state.rows.isEmpty { return box }
    var holding = state.rows
    for column in state.columns { holding.formIntersection(frame.full[column]) }
    if !holding.isEmpty || covered.contains(state) { return nil }

    let column = mostConstrained(state, frame)
    var rest = state.columns
    rest.remove(column)
    try budget.spend((box.columns[column].count + frame.full.count) * state.rows.words.count)
    for (rows, classes) in smallest(of: column, box.columns[column], state.rows, frame.grid) {
      var part = box
      part.columns[column] = classes
      let next = State(columns: rest, rows: rows)
      if let found = try uncovered(next, within: part, frame, &budget) { return found }
    }
    covered.insert(state)
    return nil
  }

  /// The column that the fewest rows in play hold entirely; there is one that not all of them hold.
  private func mostConstrained(_ state: State, _ frame: Frame) -> Int {
    var best = (column: 0, held: Int.max)
    for column in state.columns {
      let held = frame.full[column].countInCommon(state.rows)
      if held < best.held { best = (column, held) }
    }
    return best.column
  }

  /// The sets of rows that the classes of a column leave in play, without those that hold another of them; fewest
  /// rows first.
  private func smallest(
    of column: Int, _ classes: BitSet, _ inPlay: BitSet, _ grid: Grid
  ) -> [(rows: BitSet, classes: BitSet)] {
    var places: [BitSet: Int] = [:]
    var sets: [(rows: BitSet, classes: BitSet)] = []
    for part in classes {
      let left = grid.columns[column].rows[part].intersection(inPlay)
      let place = places[left] ?? sets.count
      if place == sets.count {
        places[left] = place
        sets.append((left, BitSet(capacity: classes.words.count * 64)))
      }
      sets[place].classes.insert(part)
    }
    let sorted = sets.enumerated().map { ($1.rows.count, $0) }.sorted { $0 < $1 }
    var kept: [(rows: BitSet, classes: BitSet)] = []
    for (_, place) in sorted {
      // Only the smallest few are worth comparing with.
      if kept.prefix(16).contains(where: { $0.rows.isSubset(of: sets[place].rows) }) { continue }
      kept.append(sets[place])
    }
    return kept
  }
}
