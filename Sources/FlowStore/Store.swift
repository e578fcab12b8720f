import FlowRuntime
import Foundation
import GRDB

/// A journal of cases in a SQLite file: append-only, durable, open to several processes at once.
///
/// What is written is on the disk when a call returns: a decision that was confirmed to a professional survives a
/// power cut. Entries, programs and sources are never changed or removed; the database itself refuses.
///
/// ```swift
/// let store = try Store(at: "/home/station/.local/state/flowrun/cases.journal")
/// try store.open(NewCase("2026-000123", opened: now), of: program, with: [sealed])
/// try store.append([next], to: "2026-000123", after: sealer.head)
/// ```
public final class Store: Sendable {
  /// Where the journal is.
  public let path: String
  let pool: DatabasePool

  /// Opens a journal; makes it, readable by its owner only, where there is none.
  ///
  /// - Parameters:
  ///   - path: The file. Missing directories are made.
  ///   - patience: Seconds to wait while another process writes.
  public init(at path: String, patience: Double = 5) throws(StoreError) {
    self.path = path
    let file = JournalFile(path: path)
    try file.prepare()
    try file.checkHeader()
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.label = "journal"
    // An erased opening shall not remain in free pages.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    do {
      pool = try Store.openPool(path: path, configuration: configuration, patience: patience)
      try pool.writeWithoutTransaction { database in
        // The pool has just set NORMAL, which may lose the last commits in a power cut.
        try database.execute(sql: "PRAGMA synchronous = EXTRA")
        try Schema.migrate(database, path: path)
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Opens a journal to read it: nothing is made, brought up to a newer version, or written.
  ///
  /// - Parameters:
  ///   - path: The file, which must be there; it and its directory may be read-only.
  ///   - patience: Seconds to wait while another process holds the journal.
  public init(reading path: String, patience: Double = 5) throws(StoreError) {
    self.path = path
    let file = JournalFile(path: path)
    try file.checkHeader()
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(patience)
    configuration.label = "journal"
    do {
      pool = try Store.openPool(
        path: file.isAlone ? file.immutableName : path, configuration: configuration, patience: patience)
      try pool.read { try Schema.checkReading($0, path: path) }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Opens the database. Turning a new file to write-ahead logging does not wait for others by itself.
  private static func openPool(
    path: String, configuration: Configuration, patience: Double
  ) throws -> DatabasePool {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(patience)
    while true {
      do {
        return try DatabasePool(path: path, configuration: configuration)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && clock.now < end {
        usleep(10_000)
      }
    }
  }

  /// Closes the journal. Whatever returned before is on the disk whether this is called or not.
  public func close() throws(StoreError) {
    do { try pool.close() } catch { throw StoreError(error, path: path) }
  }

  /// One transaction that waits for its turn to write, then either happens wholly or not at all.
  func write<Result>(_ work: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try pool.writeWithoutTransaction { database in
        var result: Result?
        try database.inTransaction(.immediate) {
          result = try work(database)
          return .commit
        }
        guard let result else { throw StoreError.database(reason: "transaction without result") }
        return result
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Reads from one state of the journal, whatever is written meanwhile.
  func read<Result>(_ work: (Database) throws -> Result) throws(StoreError) -> Result {
    do { return try pool.read(work) } catch { throw StoreError(error, path: path) }
  }
}
