import FEEL

extension DecisionTable {
  /// Finds gaps, overlaps and rules that never decide, exactly, for all combinations of the inputs' values.
  ///
  /// Inputs are taken to vary independently of one another. Unordered endless domains (text) count as the values that
  /// the tests name and one value beside them.
  /// - Parameters:
  ///   - limit: how many gaps and how many overlaps to give at most.
  ///   - effort: how many steps of work to spend at most; past them the answer is that the table is too large.
  public func analysis(limit: Int = 5, effort: Int = 20_000_000) -> TableAnalysis {
    Analyst(self, limit: limit, effort: effort).analysis()
  }
}

/// The table's rules as boxes: at least what they match (*inner*), and at most (*outer*).
private struct Analyst {
  let table: DecisionTable
  let limit: Int
  let effort: Int
  let space: Box
  let inner: [Box]
  let outer: [Box]
  let unknown: [TableAnalysis.Place]

  init(_ table: DecisionTable, limit: Int, effort: Int) {
    self.table = table
    self.limit = limit
    self.effort = effort
    space = Box(columns: table.columns.map(\.domain.possible))
    var inner: [Box] = []
    var outer: [Box] = []
    var unknown: [TableAnalysis.Place] = []
    for rule in table.rules.indices {
      var least: [BitSet] = []
      var most: [BitSet] = []
      for (input, column) in table.columns.enumerated() {
        let size = column.domain.atoms.count
        let cell = column.cells[rule]?.bits(capacity: size)
        least.append(cell ?? BitSet(capacity: size))
        most.append(cell ?? BitSet(all: size))
        if column.cells[rule] == nil { unknown.append(TableAnalysis.Place(rule: rule + 1, input: input + 1)) }
      }
      inner.append(Box(columns: least))
      outer.append(Box(columns: most))
    }
    self.inner = inner
    self.outer = outer
    self.unknown = unknown
  }

  func analysis() -> TableAnalysis {
    let grid = Grid(space: space, boxes: outer)
    let (overlaps, hasMore) = overlaps(grid)
    let (unreachable, isOpen) = unreachable(grid)
    return TableAnalysis(
      coverage: coverage, overlaps: overlaps, hasMoreOverlaps: hasMore, unreachable: unreachable,
      isReachabilityOpen: isOpen, unknownTests: unknown)
  }

  // MARK: Gaps

  private var coverage: TableAnalysis.Coverage {
    do throws(Budget.TooLarge) {
      var budget = Budget(effort)
      let certain = try gaps(between: outer, &budget)
      if !certain.isEmpty { return .gaps(certain) }
      if unknown.isEmpty { return .complete }
      let possible = try gaps(between: inner, &budget)
      return possible.isEmpty ? .complete : .open(possible)
    } catch {
      return .tooLarge
    }
  }

  /// Finds a gap, widens it, counts it as covered, and looks for the next.
  ///
  /// Throws only when the effort was spent before any gap was found.
  private func gaps(between boxes: [Box], _ budget: inout Budget) throws(Budget.TooLarge) -> [Combination] {
    var grid = Grid(space: space, boxes: boxes, spare: limit)
    var search = CoverSearch()
    var found: [Combination] = []
    do throws(Budget.TooLarge) {
      while found.count < limit, let gap = try search.uncovered(in: grid, &budget) {
        let wide = grid.widened(gap, against: boxes.count)
        found.append(combination(readable(grid.atoms(of: wide))))
        grid.add(wide)
      }
    } catch {
      if found.isEmpty { throw error }
    }
    return found
  }

  /// A part of the box that can be read: of many pieces along a line only the first few.
  private func readable(_ box: Box) -> Box {
    Box(columns: zip(table.columns, box.columns).map { $0.domain.firstRuns(of: $1, atMost: 6) })
  }

  // MARK: Overlaps

  private func overlaps(_ grid: Grid) -> ([TableAnalysis.Overlap], hasMore: Bool) {
    guard table.hitPolicy == .unique || table.hitPolicy == .any else { return ([], false) }
    var found: [TableAnalysis.Overlap] = []
    for rule in grid.rows {
      for other in grid.rows(meeting: grid.boxes[rule]) where other > rule {
        let outputs = table.hitPolicy == .unique ? .differ : comparison(rule, other)
        guard outputs != .equal else { continue }
        if found.count == limit { return (found, true) }
        let shared = grid.atoms(of: grid.boxes[rule].intersection(grid.boxes[other]))
        found.append(
          TableAnalysis.Overlap(
            first: rule + 1, second: other + 1, combination: combination(shared),
            isCertain: outputs == .differ && isKnown(rule) && isKnown(other)))
      }
    }
    return (found, false)
  }

  private enum Comparison { case equal, differ, unknown }

  private func comparison(_ rule: Int, _ other: Int) -> Comparison {
    if let left = table.results.constants(of: rule), let right = table.results.constants(of: other) {
      return left == right ? .equal : .differ
    }
    // The same text over the same slots gives the same value.
    let isSameText = zip(table.rules[rule].outputs, table.rules[other].outputs).allSatisfy {
      $0.text == $1.text
    }
    return isSameText ? .equal : .unknown
  }

  private func isKnown(_ rule: Int) -> Bool { table.columns.allSatisfy { $0.cells[rule] != nil } }

  // MARK: Rules that never decide

  private func unreachable(_ grid: Grid) -> ([TableAnalysis.UnreachableRule], isOpen: Bool) {
    var found: [TableAnalysis.UnreachableRule] = []
    var budget = Budget(effort)
    for rule in table.rules.indices {
      guard grid.rows.contains(rule) else {
        found.append(TableAnalysis.UnreachableRule(rule: rule + 1, masks: []))
        continue
      }
      let ahead = rowsAhead(of: rule)
      guard !ahead.isEmpty else { continue }
      do throws(Budget.TooLarge) {
        guard try CoverSearch.isCovered(rule, by: ahead, in: grid, &budget) else { continue }
      } catch {
        return (found, true)
      }
      let box = grid.boxes[rule]
      // A rule that never decides itself takes nothing from another.
      let dead = found.reduce(into: BitSet(capacity: table.rules.count)) { $0.insert($1.rule - 1) }
      let meeting = ahead.intersection(grid.rows(meeting: box)).subtracting(dead)
      let alone = meeting.first { box.isSubset(of: grid.boxes[$0]) }
      found.append(
        TableAnalysis.UnreachableRule(rule: rule + 1, masks: alone.map { [$0 + 1] } ?? meeting.map { $0 + 1 })
      )
    }
    return (found, false)
  }

  /// The rules that are sure to be taken instead of `rule` wherever they match.
  private func rowsAhead(of rule: Int) -> BitSet {
    var ahead = BitSet(capacity: table.rules.count)
    switch table.hitPolicy {
    case .first:
      for earlier in 0..<rule where isKnown(earlier) { ahead.insert(earlier) }
    case .priority:
      guard let priority = table.results.constantPriority(of: rule) else { return ahead }
      for other in table.rules.indices where other != rule && isKnown(other) {
        guard let its = table.results.constantPriority(of: other) else { continue }
        if its.lexicographicallyPrecedes(priority) || (its == priority && other < rule) {
          ahead.insert(other)
        }
      }
    default: break
    }
    return ahead
  }

  private func combination(_ box: Box) -> Combination {
    Combination(inputs: zip(table.columns, box.columns).map { $0.domain.values(of: $1) })
  }
}
