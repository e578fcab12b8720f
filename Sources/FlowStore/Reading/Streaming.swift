import FlowRuntime
import Foundation
import GRDB

extension Store {
  /// Gives the sealed entries of a case, one after the other, and where its chain should end.
  ///
  /// Reads one state of the journal; memory does not grow with the number of entries.
  ///
  /// - Parameters:
  ///   - identifier: The case.
  ///   - sequence: The entry after which to begin; 0 for all.
  ///   - body: Takes each entry. What it throws ends the reading and is thrown on.
  /// - Returns: The case's record: its head is where the chain should end.
  @discardableResult
  public func forEachEntry(
    of identifier: String, after sequence: Int = 0, _ body: (SealedEntry) throws -> Void
  ) throws -> CaseRecord {
    try reading { database in
      let found = try NumberedCase.find(identifier, in: database)
      try Self.forEachEntry(of: found.number, after: sequence, in: database, body)
      return found.record
    }
  }

  /// Gives every case, and for each its entries: `begin` before the first, `body` for each, `end` after the last.
  public func forEachCase(
    begin: (CaseRecord) throws -> Void, entry body: (SealedEntry) throws -> Void,
    end: (CaseRecord) throws -> Void
  ) throws {
    try reading { database in
      let cases = try Row.fetchCursor(
        database, sql: "SELECT \(NumberedCase.columns) FROM cases ORDER BY number")
      while let row = try cases.next() {
        let found = try NumberedCase(row: row)
        try begin(found.record)
        try Self.forEachEntry(of: found.number, after: 0, in: database, body)
        try end(found.record)
      }
    }
  }

  /// As ``read``, but what the caller's own work throws is thrown as it is.
  func reading<Result>(_ work: (Database) throws -> Result) throws -> Result {
    do {
      return try pool.read(work)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch let error as DamagedRow {
      throw StoreError(error, path: path)
    } catch let error as RowDecodingError {
      throw StoreError(error, path: path)
    }
  }

  /// Walks the two tables side by side: both are in the order of case and sequence.
  static func forEachEntry(
    of number: Int64, after sequence: Int, in database: Database, _ body: (SealedEntry) throws -> Void
  ) throws {
    let entries = try StatementRows(
      database.cachedStatement(
        sql:
          "SELECT sequence, body, hash FROM entries WHERE case_number = ? AND sequence > ? ORDER BY sequence"),
      arguments: [number, sequence])
    var openings = try OpeningsCursor(of: number, after: sequence, in: database)
    while try entries.next() {
      let sequence = entries.integer(0)
      try body(
        SealedEntry(
          sequence: sequence, body: [UInt8](entries.blob(1)), hash: Hash(buffer: entries.blob(2)) ?? .zero,
          openings: try openings.take(sequence)))
    }
  }
}

/// The openings of a case, in the order of the entries.
private struct OpeningsCursor {
  private let rows: StatementRows
  private let number: Int64
  private let database: Database
  /// The entry to which the row belongs; past all entries after the last row.
  private var sequence = Int.max

  init(of number: Int64, after sequence: Int, in database: Database) throws {
    self.number = number
    self.database = database
    rows = try StatementRows(
      database.cachedStatement(
        sql: """
          SELECT sequence, salt, value, position FROM openings WHERE case_number = ? AND sequence > ?
          ORDER BY sequence, position
          """), arguments: [number, sequence])
    try advance()
  }

  private mutating func advance() throws {
    sequence = try rows.next() ? rows.integer(0) : .max
  }

  /// The openings of an entry.
  mutating func take(_ sequence: Int) throws -> [Opening] {
    var openings: [Opening] = []
    while self.sequence <= sequence {
      // An opening of an entry that is not there belongs to none.
      if self.sequence == sequence { openings.append(try opening()) }
      try advance()
    }
    return openings
  }

  private func opening() throws -> Opening {
    guard !rows.isNull(1), !rows.isNull(2) else { return try isLogged(rows.integer(3)) ? .erased : .missing }
    // A salt of another length cannot be the one that was committed to.
    return .kept(salt: Salt(buffer: rows.blob(1)) ?? .zero, value: [UInt8](rows.blob(2)))
  }

  /// Whether an erasure is logged. Journals of version 1 have no log: nothing could be erased then.
  private func isLogged(_ position: Int) throws -> Bool {
    guard try database.tableExists("erasures") else { return false }
    let statement = try database.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM erasures WHERE case_number = ? AND sequence = ? AND position = ?)")
    return try Bool.fetchOne(statement, arguments: [number, sequence, position]) ?? false
  }
}
