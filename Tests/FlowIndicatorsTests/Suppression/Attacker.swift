import FlowIndicators

/// A reader who works out what is hidden: lists every table that agrees with what is shown.
struct Attacker {
  private let rows: Int
  private let columns: Int
  /// The most each cell can be.
  private let ceilings: [Int]
  /// What is shown, cell by cell and margin by margin.
  private let cells: [Int?]
  private let rowTotals: [Int?]
  private let columnTotals: [Int?]
  private let total: Int?

  /// Of a reader of events who knows every number of cases.
  init(events published: PublishedTable<Cell>, of table: CountTable) {
    self.init(published, ceilings: published.cells.map { table[$0].cases }, figure: \.events)
  }

  /// Of a reader of the cases, who tries up to `most` in each cell.
  init(cases published: PublishedTable<Int>, most: Int) {
    self.init(published, ceilings: published.cells.map { _ in most }, figure: \.self)
  }

  private init<Figure>(
    _ published: PublishedTable<Figure>, ceilings: [Int], figure: KeyPath<Figure, Int>
  ) {
    rows = published.rows.count
    columns = published.columns.count
    self.ceilings = ceilings
    let shown = { published[$0].map { $0[keyPath: figure] } }
    cells = published.cells.map(shown)
    rowTotals = published.rows.indices.map { shown(.rowTotal($0)) }
    columnTotals = published.columns.indices.map { shown(.columnTotal($0)) }
    total = shown(.total)
  }

  /// Between what and what each position lies in the tables that agree with what is shown.
  func spans() -> [TablePosition: ClosedRange<Int>] {
    var found = Found(rows: rows, columns: columns)
    var table: [Int] = []
    search(&table, sums: [Int](repeating: 0, count: rows + columns + 1), &found)
    return found.spans
  }

  private func search(_ table: inout [Int], sums: [Int], _ found: inout Found) {
    let index = table.count
    guard index < rows * columns else {
      if agrees(sums[rows + columns], total) { found.note(table + sums) }
      return
    }
    let (row, column) = index.quotientAndRemainder(dividingBy: columns)
    for value in cells[index].map({ $0...$0 }) ?? 0...ceilings[index] {
      var sums = sums
      for sum in [row, rows + column, rows + columns] { sums[sum] += value }
      if column == columns - 1, !agrees(sums[row], rowTotals[row]) { continue }
      if row == rows - 1, !agrees(sums[rows + column], columnTotals[column]) { continue }
      table.append(value)
      search(&table, sums: sums, &found)
      table.removeLast()
    }
  }

  private func agrees(_ value: Int, _ shown: Int?) -> Bool { shown == nil || shown == value }

  /// The least and the most seen at each position: cells, row totals, column totals, total.
  private struct Found {
    let rows: Int
    let columns: Int
    var least: [Int] = []
    var most: [Int] = []

    init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }

    mutating func note(_ figures: [Int]) {
      guard !least.isEmpty else {
        (least, most) = (figures, figures)
        return
      }
      for (index, figure) in figures.enumerated() {
        if figure < least[index] { least[index] = figure }
        if figure > most[index] { most[index] = figure }
      }
    }

    var spans: [TablePosition: ClosedRange<Int>] {
      let cells = (0..<rows * columns).map {
        TablePosition.cell(row: $0 / columns, column: $0 % columns)
      }
      let margins =
        (0..<rows).map(TablePosition.rowTotal) + (0..<columns).map(TablePosition.columnTotal) + [.total]
      return Dictionary(uniqueKeysWithValues: zip(cells + margins, zip(least, most).map { $0...$1 }))
    }
  }
}

extension PublishedTable {
  /// The positions inside, row after row.
  var cells: [TablePosition] {
    positions.filter { if case .cell = $0 { true } else { false } }
  }
}
