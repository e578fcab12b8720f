import FlowRuntime
import GRDB
import GRDBSQLite

/// The rows of a statement, read column by column from where SQLite holds them.
///
/// Replay reads hundreds of thousands of rows a second; GRDB's rows, and the `Data` in which they give blobs, would cost
/// more than verifying and walking them.
final class StatementRows {
  private let statement: Statement

  /// The rows of a prepared statement; it is free for others again when this goes.
  init(_ statement: Statement, arguments: StatementArguments) throws {
    self.statement = statement
    sqlite3_reset(statement.sqliteStatement)
    try statement.setArguments(arguments)
  }

  deinit { sqlite3_reset(statement.sqliteStatement) }

  /// Goes to the next row; `false` after the last.
  func next() throws -> Bool {
    let code = sqlite3_step(statement.sqliteStatement)
    if code == SQLITE_ROW { return true }
    guard code != SQLITE_DONE else { return false }
    let message = sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement)).map { String(cString: $0) }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  /// A whole number of the row.
  func integer(_ column: CInt) -> Int { Int(sqlite3_column_int64(statement.sqliteStatement, column)) }

  /// Whether a column of the row is null.
  func isNull(_ column: CInt) -> Bool {
    sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_NULL
  }

  /// A blob of the row, where it stands: only until the next row.
  func blob(_ column: CInt) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(statement.sqliteStatement, column)
    return UnsafeRawBufferPointer(
      start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement.sqliteStatement, column)))
  }
}
