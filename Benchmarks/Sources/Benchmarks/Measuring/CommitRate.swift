import CSQLite

/// How many transactions of a single row SQLite itself commits in a second: the limit for a durable journal.
enum CommitRate {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameters:
  ///   - path: a database to make.
  ///   - synchronous: as the pragma of that name, `EXTRA` or `FULL`.
  static func perSecond(at path: String, synchronous: String, commits: Int, rounds: Int) throws -> Double {
    var handle: OpaquePointer?
    guard sqlite3_open(path, &handle) == SQLITE_OK, let handle else {
      throw Failed(description: "cannot open \(path)")
    }
    defer { sqlite3_close(handle) }
    for sql in [
      "PRAGMA journal_mode = WAL", "PRAGMA synchronous = \(synchronous)",
      "CREATE TABLE entries (sequence INTEGER PRIMARY KEY, body BLOB NOT NULL)",
    ] {
      guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure(handle) }
    }
    var statement: OpaquePointer?
    guard
      sqlite3_prepare_v2(handle, "INSERT INTO entries (body) VALUES (?)", -1, &statement, nil) == SQLITE_OK
    else { throw failure(handle) }
    defer { sqlite3_finalize(statement) }
    let body = [UInt8](repeating: 0x79, count: 300)
    let time = try Stopwatch.elapsed(rounds: rounds) {
      for _ in 0..<commits {
        sqlite3_bind_blob(statement, 1, body, Int32(body.count), nil)
        guard sqlite3_step(statement) == SQLITE_DONE else { throw failure(handle) }
        sqlite3_reset(statement)
      }
    }
    return Double(commits) / time
  }

  private static func failure(_ handle: OpaquePointer) -> Failed {
    Failed(description: String(cString: sqlite3_errmsg(handle)))
  }
}
