/// A table as it may leave the house: each figure shown or hidden.
public struct PublishedTable: Hashable, Sendable {
  /// What a reader sees at one position.
  public enum Figure: Hashable, Sendable {
    /// The events, and the cases they are counted in.
    case shown(events: Int, cases: Int)
    /// Nothing: neither the events nor the cases.
    case hidden
  }

  /// The name of each row, as printed.
  public let rows: [String]
  /// The name of each column, as printed.
  public let columns: [String]
  /// INVARIANT: one for each position.
  private let figures: [TablePosition: Figure]

  /// The table with what stands at `hidden` left out; with nothing hidden it is for internal use only.
  init(_ table: CountTable, hidden: Set<TablePosition>) {
    rows = table.rows
    columns = table.columns
    figures = Dictionary(
      uniqueKeysWithValues: table.positions.map { position in
        guard !hidden.contains(position) else { return (position, .hidden) }
        let cell = table[position]
        return (position, .shown(events: cell.events, cases: cell.cases))
      })
  }

  /// What a reader sees at a position; nothing outside the table.
  public subscript(position: TablePosition) -> Figure { figures[position] ?? .hidden }

  /// All positions: each row's cells and its margin, then the margins of the columns and the total.
  public var positions: [TablePosition] { TablePosition.all(rows: rows.count, columns: columns.count) }
}

extension CountTable {
  /// Every figure shown. Never for publication.
  public func unprotected() -> PublishedTable { PublishedTable(self, hidden: []) }
}
