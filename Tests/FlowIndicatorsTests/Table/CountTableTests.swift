import FlowIndicators
import Testing

@Suite struct CountTableTests {
  @Test func marginsAreTheSumsOfTheirCells() {
    var table = CountTable(rows: ["Nord", "Sud"], columns: ["2026-01", "2026-02", "2026-03"])
    table.count(row: 0, column: 0, event: true)
    table.count(row: 0, column: 2, event: false)
    table.count(row: 1, column: 2, event: true)
    #expect(table[.cell(row: 0, column: 0)] == Cell(events: 1, cases: 1))
    #expect(table[.cell(row: 1, column: 0)] == Cell())
    #expect(table[.rowTotal(0)] == Cell(events: 1, cases: 2))
    #expect(table[.columnTotal(2)] == Cell(events: 1, cases: 2))
    #expect(table[.total] == Cell(events: 2, cases: 3))
    #expect(table.positions.count == 12)
  }

  @Test(arguments: [(-1, 3), (4, 3), (0, -1)])
  func aFigureThatCannotBeIsNone(events: Int, cases: Int) {
    #expect(Cell(events: events, cases: cases) == nil)
  }

  /// The cell one too far to the right would be the first of the next row.
  @Test func nothingIsCountedOutside() async {
    await #expect(processExitsWith: .failure) {
      var table = CountTable(rows: ["Nord", "Sud"], columns: ["2026-01", "2026-02"])
      table.count(row: 0, column: 2, event: true)
    }
    await #expect(processExitsWith: .failure) {
      _ = CountTable(rows: ["Nord", "Sud"], columns: ["2026-01", "2026-02"])[.cell(row: 0, column: 2)]
    }
  }

  @Test func aTableWithoutColumnsHasMarginsOfNoCase() {
    let table = CountTable(rows: ["Nord"], columns: [])
    #expect(table.positions == [.rowTotal(0), .total])
    #expect(table.positions.allSatisfy { table[$0] == Cell() })
  }
}
