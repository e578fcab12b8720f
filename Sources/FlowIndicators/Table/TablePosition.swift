/// A position in a table with its margins.
public enum TablePosition: Hashable, Sendable {
  /// Inside the table; row and column count from 0.
  case cell(row: Int, column: Int)
  /// The margin of one row: the sum of its cells.
  case rowTotal(Int)
  /// The margin of one column: the sum of its cells.
  case columnTotal(Int)
  /// The sum of all cells.
  case total
}
