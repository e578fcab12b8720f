import FlowRuntime
import GRDB

/// What an import did.
public struct ImportSummary: Sendable, Hashable {
  /// Cases that are new in the journal.
  public var added: [String] = []
  /// Cases that the journal had already, with the same entries.
  public var known: [String] = []
}

extension Store {
  /// Takes the cases of a trace into the journal.
  ///
  /// The whole file is verified before anything is written; then each case is one transaction. A case that the journal
  /// has with the same entries is passed over, so that an import can be repeated.
  ///
  /// - Throws: ``TraceError`` with a line, or ``StoreError``. `caseDiffers` when the journal has the case with other
  ///   entries: then nothing is written.
  public func `import`(_ path: String) throws -> ImportSummary {
    var check = Comparison(store: self)
    try TraceReader.read(path, into: &check)
    do {
      return try pool.writeWithoutTransaction { database in
        var recording = Recording(database: database)
        do {
          try TraceReader.read(path, into: &recording)
        } catch {
          if database.isInsideTransaction { try database.rollback() }
          throw error
        }
        return recording.summary
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: self.path)
    }
  }
}

/// The first reading: is there a case that the journal has with other entries?
private struct Comparison: TraceSink {
  let store: Store

  mutating func program(_ program: StoredProgram) {}
  mutating func entry(_ entry: SealedEntry) {}
  mutating func end(_ record: CaseRecord) {}

  mutating func begin(_ record: CaseRecord) throws {
    try store.reading { _ = try record.isKnown(in: $0) }
  }
}

/// The second reading: each case is written in one transaction.
private struct Recording: TraceSink {
  let database: Database
  var summary = ImportSummary()
  private var programs: [String: StoredProgram] = [:]
  /// The number of the case that is being written; nil while one is passed over.
  private var number: Int64?

  init(database: Database) { self.database = database }

  mutating func program(_ program: StoredProgram) { programs[program.hash] = program }

  mutating func begin(_ record: CaseRecord) throws {
    try database.beginTransaction(.immediate)
    guard try !record.isKnown(in: database) else {
      summary.known.append(record.identifier)
      return
    }
    try programs[record.program]?.insert(into: database)
    number = try Store.insert(
      NewCase(record.identifier, opened: record.opened), program: record.program, length: 0, head: .zero,
      into: database)
  }

  mutating func entry(_ entry: SealedEntry) throws {
    guard let number else { return }
    try Store.insert(entry, of: number, into: database)
  }

  mutating func end(_ record: CaseRecord) throws {
    if let number {
      if record.head.sequence > 0 { try Store.move(number, to: record.head, in: database) }
      summary.added.append(record.identifier)
    }
    number = nil
    try database.commit()
  }
}

extension CaseRecord {
  /// Whether the journal has the case with the same entries; refuses one with others.
  fileprivate func isKnown(in database: Database) throws -> Bool {
    do {
      let found = try NumberedCase.find(identifier, in: database).record
      guard found.head == head, found.program == program else {
        throw TraceError(line: 0, fault: .caseDiffers(case: identifier, journal: found.head))
      }
      return true
    } catch StoreError.noSuchCase {
      return false
    }
  }
}
