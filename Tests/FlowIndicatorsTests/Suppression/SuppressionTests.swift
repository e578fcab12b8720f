import FlowRuntime
import Testing

@testable import FlowIndicators

/// No figure about few persons is shown, or can be worked out from what is.
@Suite struct SuppressionTests {
  // MARK: - The attacker

  @Test func everyTableOfTwoByTwoWithUpToThreeCasesWithstands() {
    let cells = (0...3).flatMap { cases in (0...cases).compactMap { Cell(events: $0, cases: cases) } }
    var shownInside = 0
    for first in cells {
      for second in cells {
        for third in cells {
          for fourth in cells {
            let table = countTable([[first, second], [third, fourth]])
            let published = table.published(threshold: 1)
            expectNoLeak(table, published, threshold: 1)
            guard published.cells.allSatisfy({ table[$0].cases > 0 }) else { continue }
            shownInside += published.cells.count { published[$0] != nil }
          }
        }
      }
    }
    // Hiding everything would withstand as well. Where each cell has a case, one stays shown where none of the four is
    // small, each being 1 in 2, 1 in 3 or 2 in 3: one small cell of a two by two takes the three others with it.
    #expect(shownInside == 81 * 4)
  }

  @Test func randomTablesWithstand() {
    var generator = SeededGenerator(seed: 20_261)
    var hidden = 0
    var shown = 0
    for _ in 0..<1000 {
      let threshold = Int.random(in: 1...4, using: &generator)
      let table = randomTable(threshold: threshold, using: &generator)
      let published = table.published(threshold: threshold)
      expectNoLeak(table, published, threshold: threshold)
      hidden += published.positions.count { published[$0] == nil }
      shown += published.positions.count { published[$0] != nil }
    }
    #expect(hidden > 1000)
    #expect(shown > 1000)
  }

  @Test func theNumbersOfCasesWithstand() {
    var generator = SeededGenerator(seed: 20_262)
    var hiddenForAnother = 0
    for _ in 0..<400 {
      let threshold = Int.random(in: 1...3, using: &generator)
      let table = randomTable(threshold: threshold, most: 4, using: &generator)
      let published = table.publishedCases(threshold: threshold)
      let spans = Attacker(cases: published, most: 12).spans()
      for position in published.positions where published[position] == nil {
        let span = spans[position] ?? 0...0
        #expect(span.contains(table[position].cases))
        #expect(span.count > threshold, "\(position) lies in \(span) of \(table)")
        hiddenForAnother += table[position].cases >= threshold ? 1 : 0
      }
    }
    #expect(hiddenForAnother > 50)
  }

  /// What is hidden of the cases is hidden of the events too: the table of events shows cases beside them.
  @Test func whatIsHiddenOfTheCasesIsHiddenOfTheEvents() {
    var generator = SeededGenerator(seed: 20_263)
    for _ in 0..<300 {
      let table = randomTable(threshold: 3, using: &generator)
      let cases = table.publishedCases(threshold: 3)
      let events = table.published(threshold: 3)
      #expect(table.positions.allSatisfy { cases[$0] != nil || events[$0] == nil })
    }
  }

  /// With the complementary cells left out, the attacker finds what is hidden.
  @Test func aPlantedLeakIsFound() {
    var generator = SeededGenerator(seed: 20_264)
    var found = 0
    for _ in 0..<300 {
      let table = randomTable(threshold: 2, using: &generator)
      let shown = table.positions.filter { min(table[$0].events, table[$0].others) >= 2 }
      let published = table.showing(shown) { $0 }
      let spans = Attacker(events: published, of: table).spans()
      found += table.positions.count { published[$0] == nil && spans[$0]?.count == 1 && table[$0].cases > 0 }
    }
    #expect(found > 50)
  }

  // MARK: - Tables worked out by hand

  @Test func oneSmallCellHidesItsRectangle() throws {
    let published = try countTable([
      [(2, 40), (20, 40), (20, 40)], [(20, 40), (10, 30), (20, 40)], [(20, 40), (20, 40), (20, 40)],
    ]).published()
    #expect(
      hidden(published) == [
        .cell(row: 0, column: 0), .cell(row: 0, column: 1), .cell(row: 1, column: 0),
        .cell(row: 1, column: 1),
      ])
  }

  /// A month with many cases, and five with one each, of which one has the event: each of the five may be 0 or 1, and yet
  /// together they would be known to be 1 of 5.
  @Test func fewInSeveralMonthsTogetherAreNotWorkedOut() throws {
    let table = try countTable([[(10, 15), (0, 1), (0, 1), (0, 1), (0, 1), (1, 1)]])
    let published = table.published()
    #expect(published[.cell(row: 0, column: 0)] == nil || published[.total] == nil)
    #expect(published.positions.contains { published[$0] != nil })
  }

  /// A station that opens: months before its first case are no reason to hide the others.
  @Test func monthsWithoutCasesHideNothing() throws {
    let published = try countTable([[(0, 0), (0, 0), (20, 40), (18, 30)]]).published()
    #expect(hidden(published).isEmpty)
    #expect(published[.cell(row: 0, column: 0)] == Cell())
  }

  @Test func nothingSmallHidesNothing() throws {
    let published = try countTable([[(5, 10), (7, 12)]]).published()
    #expect(hidden(published).isEmpty)
    #expect(published[.total] == Cell(events: 12, cases: 22))
  }

  /// Each with what stays shown.
  @Test(
    arguments: [
      ("one small figure alone", [[(2, 40)]], 0),
      ("one figure alone", [[(20, 40)]], 4),
      ("nobody", [[(0, 0), (0, 0)], [(0, 0), (0, 0)]], 9),
      ("no event in many cases", [[(0, 50), (0, 50)], [(0, 50), (0, 50)]], 0),
      ("every case an event", [[(50, 50), (50, 50)], [(50, 50), (50, 50)]], 0),
      ("one row, one small", [[(2, 20), (20, 40), (30, 60)]], 4),
      ("one column, one small", [[(2, 20)], [(20, 40)], [(30, 60)]], 4),
      ("no columns", [[], []], 3),
      ("no rows", [], 1),
    ] as [(String, [[(Int, Int)]], Int)])
  func edges(name: String, cells: [[(Int, Int)]], shown: Int) throws {
    let published = try countTable(cells).published()
    #expect(published.positions.count { published[$0] != nil } == shown, "\(name)")
  }

  // MARK: -

  private func countTable(_ cells: [[Cell]]) -> CountTable {
    CountTable(
      rows: cells.indices.map { "place \($0)" }, columns: (cells.first ?? []).indices.map { "month \($0)" }
    ) { cells[$0][$1] }
  }

  private func countTable(_ cells: [[(Int, Int)]]) throws -> CountTable {
    countTable(try cells.map { try $0.map { try #require(Cell(events: $0, cases: $1)) } })
  }

  private func hidden(_ published: PublishedTable<Cell>) -> Set<TablePosition> {
    Set(published.positions.filter { published[$0] == nil })
  }

  /// One to three rows and columns, at most so many cells, some of them large enough to be shown.
  private func randomTable(
    threshold: Int, most: Int = 6, using generator: inout SeededGenerator
  ) -> CountTable {
    let rows = Int.random(in: 1...3, using: &generator)
    let columns = Int.random(in: 1...min(3, most / rows), using: &generator)
    let cells = (0..<rows * columns).map { _ in
      let cases = Int.random(in: 0...(2 * threshold + 2), using: &generator)
      return Cell(events: Int.random(in: 0...cases, using: &generator), cases: cases) ?? Cell()
    }
    return countTable((0..<rows).map { row in Array(cells[row * columns..<(row + 1) * columns]) })
  }

  /// No small figure is shown, and a hidden one lies in a span of the threshold, or of all its cases.
  private func expectNoLeak(
    _ table: CountTable, _ published: PublishedTable<Cell>, threshold: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let spans = Attacker(events: published, of: table).spans()
    for position in table.positions {
      let cell = table[position]
      if let figure = published[position] {
        #expect(figure == cell && !isSmall(figure, threshold))
        continue
      }
      let span = spans[position] ?? 0...0
      if !span.contains(cell.events) || span.count <= min(threshold, cell.cases) {
        Issue.record("\(position) lies in \(span) of \(table)", sourceLocation: sourceLocation)
      }
    }
    expectNoSmallSum(table, published, threshold: threshold)
  }
  /// Few have the event, or few have it not; of nobody nothing is told.
  private func isSmall(_ cell: Cell, _ threshold: Int) -> Bool {
    cell.cases > 0 && min(cell.events, cell.others) < threshold
  }

  /// In no row or column is what is hidden known together, and small.
  private func expectNoSmallSum(_ table: CountTable, _ published: PublishedTable<Cell>, threshold: Int) {
    for (line, margin) in table.lines where published[margin] != nil {
      let unseen = line.filter { published[$0] == nil }
      let sum = unseen.reduce(Cell()) { $0 + table[$1] }
      #expect(!isSmall(sum, threshold), "\(unseen) together are \(sum) of \(table)")
    }
  }
}

extension CountTable {
  /// Each row and column, and the margins of either, with what they add up to.
  fileprivate var lines: [(members: [TablePosition], margin: TablePosition)] {
    let (rows, columns) = (Array(rows.indices), Array(columns.indices))
    return rows.map { row in (columns.map { .cell(row: row, column: $0) }, .rowTotal(row)) }
      + columns.map { column in (rows.map { .cell(row: $0, column: column) }, .columnTotal(column)) }
      + [(rows.map { .rowTotal($0) }, .total), (columns.map { .columnTotal($0) }, .total)]
  }
}
