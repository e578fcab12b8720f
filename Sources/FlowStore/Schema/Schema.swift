import GRDB

/// The tables of a journal, and how older ones become today's.
enum Schema {
  /// Tells a journal from other SQLite databases: `flow` in ASCII (SQLite file format, offset 68).
  static let application = 0x666C_6F77

  /// The statements that lead from each version to the next; a journal's version is its `user_version`.
  static let migrations = [version1, version2]

  /// The newest version known here.
  static var version: Int { migrations.count }

  /// Refuses databases that are no journals and journals of later versions.
  static func check(application: Int, version: Int, isEmpty: Bool, path: String) throws(StoreError) {
    if application == 0, version == 0, isEmpty { return }
    guard application == Schema.application else { throw .notAJournal(path: path) }
    // 0 would make the tables again where they are; the database takes negative numbers too.
    guard version > 0 else { throw .damaged(path: path, reason: "user_version \(version)") }
    guard version <= Schema.version else {
      throw .newerSchema(path: path, found: version, known: Schema.version)
    }
  }

  /// Brings a journal to the newest version, in one transaction.
  static func migrate(_ database: Database, path: String) throws {
    guard try version(of: database) != version else { return try check(database, path: path) }
    try database.inTransaction(.immediate) {
      try check(database, path: path)
      let found = try version(of: database)
      do {
        for migration in migrations[found...] { try database.execute(sql: migration) }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
        throw StoreError.damaged(path: path, reason: "user_version \(found)")
      }
      try database.execute(
        sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// Refuses what is no journal, or one of another version than can be read. Version 1 can: it is read as it is.
  static func checkReading(_ database: Database, path: String) throws {
    try check(database, path: path)
    guard try version(of: database) > 0 else { throw StoreError.notAJournal(path: path) }
  }

  private static func check(_ database: Database, path: String) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let isEmpty =
      try application != 0 || Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
    try check(application: application, version: version(of: database), isEmpty: isEmpty, path: path)
  }

  static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }
}
