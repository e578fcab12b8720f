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
    guard version <= Schema.version else {
      throw .newerSchema(path: path, found: version, known: Schema.version)
    }
  }

  /// Brings a journal to the newest version, in one transaction.
  static func migrate(_ database: Database, path: String) throws {
    guard try version(of: database) != version else { return try check(database, path: path) }
    try database.inTransaction(.immediate) {
      try check(database, path: path)
      for migration in try migrations[version(of: database)...] { try database.execute(sql: migration) }
      try database.execute(
        sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
      return .commit
    }
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
