/// The figures of one indicator by place (rows) and month (columns). The margins are computed.
public struct CountTable: Hashable, Sendable {
  /// The name of each row, as printed.
  public let rows: [String]
  /// The name of each column, as printed.
  public let columns: [String]
  /// Row after row. INVARIANT: one for each row and column.
  private var cells: [Cell]

  /// A table whose cells `cell` tells, given row and column from 0; without it, of no case.
  public init(
    rows: [String], columns: [String], cell: (_ row: Int, _ column: Int) -> Cell = { _, _ in Cell() }
  ) {
    self.rows = rows
    self.columns = columns
    cells = rows.indices.flatMap { row in columns.indices.map { cell(row, $0) } }
  }

  /// The figure at a position, inside or in the margins, of this table.
  public subscript(position: TablePosition) -> Cell {
    switch position {
    case .cell(let row, let column): cells[index(row, column)]
    case .rowTotal(let row): sum(columns.indices.map { .cell(row: row, column: $0) })
    case .columnTotal(let column): sum(rows.indices.map { .cell(row: $0, column: column) })
    case .total: cells.reduce(Cell(), +)
    }
  }

  /// Counts one more case in a cell of this table, and whether the event took place in it.
  public mutating func count(row: Int, column: Int, event: Bool) {
    cells[index(row, column)].count(event: event)
  }

  /// A column too far would be one of the next row: a wrong figure is worse than none.
  private func index(_ row: Int, _ column: Int) -> Int {
    precondition(rows.indices.contains(row) && columns.indices.contains(column), "no cell of this table")
    return row * columns.count + column
  }

  /// All positions: each row's cells and its margin, then the margins of the columns and the total.
  public var positions: [TablePosition] { TablePosition.all(rows: rows.count, columns: columns.count) }

  private func sum(_ positions: [TablePosition]) -> Cell {
    positions.reduce(Cell()) { $0 + self[$1] }
  }
}

extension TablePosition {
  /// The positions of a table of so many rows and columns, as they are printed.
  static func all(rows: Int, columns: Int) -> [TablePosition] {
    let lines = (0..<rows).flatMap { row in
      (0..<columns).map { TablePosition.cell(row: row, column: $0) } + [.rowTotal(row)]
    }
    return lines + (0..<columns).map(TablePosition.columnTotal) + [.total]
  }
}
