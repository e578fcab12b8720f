/// A table as it may leave the house: each figure shown or hidden.
///
/// `PublishedTable<Cell>` shows events and cases together, `PublishedTable<Int>` cases alone.
public struct PublishedTable<Figure: Hashable & Sendable>: Hashable, Sendable {
  /// The name of each row, as printed.
  public let rows: [String]
  /// The name of each column, as printed.
  public let columns: [String]
  private let shown: [TablePosition: Figure]

  init(rows: [String], columns: [String], shown: [TablePosition: Figure]) {
    self.rows = rows
    self.columns = columns
    self.shown = shown
  }

  /// What a reader sees at a position; nil where it is hidden.
  public subscript(position: TablePosition) -> Figure? { shown[position] }

  /// All positions: each row's cells and its margin, then the margins of the columns and the total.
  public var positions: [TablePosition] { TablePosition.all(rows: rows.count, columns: columns.count) }
}

extension CountTable {
  /// Every figure shown. Never for publication.
  public func unprotected() -> PublishedTable<Cell> { showing(positions) { $0 } }

  /// Every number of cases shown. Never for publication.
  public func unprotectedCases() -> PublishedTable<Int> { showing(positions, \.cases) }

  /// The table with what stands outside `shown` left out.
  func showing<Figure>(_ shown: [TablePosition], _ figure: (Cell) -> Figure) -> PublishedTable<Figure> {
    PublishedTable(
      rows: rows, columns: columns,
      shown: Dictionary(uniqueKeysWithValues: shown.map { ($0, figure(self[$0])) }))
  }
}
