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
  /// The whole file is read and verified before anything is written, then all of it is one transaction. A case that the
  /// journal has with the same entries is passed over, so that an import can be repeated.
  ///
  /// - Parameters:
  ///   - path: The trace.
  ///   - check: Gets the whole trace in the first reading, to compile its programs and replay its cases: the chain alone
  ///     does not show that the walk gives these entries. What it throws refuses the import and is thrown on.
  /// - Throws: ``TraceError`` with a line, or ``StoreError``. `caseDiffers` and `programDiffers` when the journal has the
  ///   case with other entries, or the program with other texts: then nothing is written.
  public func `import`<Check: TraceSink>(_ path: String, checking check: inout Check) throws -> ImportSummary
  {
    var first = Comparison(store: self, check: check)
    defer { check = first.check }
    let verified = try TraceReader.read(path, into: &first)
    do {
      return try pool.writeWithoutTransaction { database in
        var summary = ImportSummary()
        try database.inTransaction(.immediate) {
          var recording = Recording(database: database)
          guard try TraceReader.read(path, into: &recording) == verified else {
            throw TraceError(line: 0, fault: .changedMeanwhile)
          }
          summary = recording.summary
          return .commit
        }
        return summary
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: self.path)
    }
  }
}

/// The first reading: is there a case or a program that the journal has otherwise, and is all of it as it should be?
private struct Comparison<Check: TraceSink>: TraceSink {
  let store: Store
  var check: Check

  mutating func program(_ program: StoredProgram) throws {
    _ = try store.reading { try program.isKept(in: $0) }
    try check.program(program)
  }

  mutating func begin(_ record: CaseRecord) throws {
    _ = try store.reading { try record.isKnown(in: $0) }
    try check.begin(record)
  }

  mutating func entry(_ entry: SealedEntry) throws { try check.entry(entry) }
  mutating func end(_ record: CaseRecord) throws { try check.end(record) }
}

/// The second reading: what is new is written.
private struct Recording: TraceSink {
  let database: Database
  var summary = ImportSummary()
  private var programs: [String: StoredProgram] = [:]
  /// The number of the case that is being written; nil while one is passed over.
  private var number: Int64?

  init(database: Database) { self.database = database }

  mutating func program(_ program: StoredProgram) { programs[program.hash] = program }

  mutating func begin(_ record: CaseRecord) throws {
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
