import FlowRuntime
import Foundation
import GRDB

extension Store {
  /// Keeps a program and its sources; nothing happens when it is kept already.
  public func keep(_ program: StoredProgram) throws(StoreError) {
    try write { try program.insert(into: $0) }
  }

  /// Opens a case with its first entries, and keeps its program, in one transaction.
  ///
  /// - Throws: `caseExists` when the journal has a case of that name, `caseName` when it may not name one.
  @discardableResult
  public func open(
    _ case: NewCase, of program: StoredProgram, with entries: [SealedEntry]
  ) throws(StoreError) -> ChainHead {
    try write { database in
      try program.insert(into: database)
      let number = try Self.insert(`case`, program: program.hash, length: 0, head: .zero, into: database)
      return try Self.append(entries, to: number, named: `case`.identifier, after: .start, in: database)
    }
  }

  /// Appends what a person said and what the walk added to it, in one transaction.
  ///
  /// - Parameters:
  ///   - entries: Sealed one after the other, after `head`.
  ///   - identifier: The case.
  ///   - head: Where the case stood when the entries were decided upon.
  /// - Returns: Where the case stands now.
  /// - Throws: `movedOn` when another has written to the case meanwhile: nothing is written then.
  @discardableResult
  public func append(
    _ entries: [SealedEntry], to identifier: String, after head: ChainHead
  ) throws(StoreError) -> ChainHead {
    try write { database in
      let found = try NumberedCase.find(identifier, in: database)
      guard found.record.head == head else {
        throw StoreError.movedOn(case: identifier, current: found.record.head)
      }
      return try Self.append(entries, to: found.number, named: identifier, after: head, in: database)
    }
  }

  static func insert(
    _ case: NewCase, program: String, length: Int, head: Hash, into database: Database
  ) throws -> Int64 {
    guard CaseRecord.isName(`case`.identifier) else { throw StoreError.caseName(`case`.identifier) }
    let exists = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM cases WHERE identifier = ?)",
      arguments: [`case`.identifier])
    guard exists == false else { throw StoreError.caseExists(`case`.identifier) }
    try database.execute(
      sql: "INSERT INTO cases (identifier, program, opened, length, head) VALUES (?, ?, ?, ?, ?)",
      arguments: [`case`.identifier, program, `case`.opened.milliseconds, length, head.bytes.blob])
    return database.lastInsertedRowID
  }

  private static func append(
    _ entries: [SealedEntry], to number: Int64, named identifier: String, after head: ChainHead,
    in database: Database
  ) throws -> ChainHead {
    guard let last = entries.last else { return head }
    for (offset, entry) in entries.enumerated() {
      guard entry.sequence == head.sequence + 1 + offset else {
        throw StoreError.notConsecutive(case: identifier, sequence: entry.sequence)
      }
      try insert(entry, of: number, into: database)
    }
    let head = ChainHead(sequence: last.sequence, hash: last.hash)
    try move(number, to: head, in: database)
    return head
  }

  static func insert(_ entry: SealedEntry, of number: Int64, into database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT INTO entries (case_number, sequence, body, hash) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [number, entry.sequence, entry.body.blob, entry.hash.bytes.blob])
    guard !entry.openings.isEmpty else { return }
    let statement = try database.cachedStatement(
      sql: "INSERT INTO openings (case_number, sequence, position, salt, value) VALUES (?, ?, ?, ?, ?)")
    for (position, opening) in entry.openings.enumerated() {
      var salt: Data?
      var value: Data?
      if case .kept(let kept, let bytes) = opening {
        salt = kept.bytes.blob
        value = bytes.blob
      }
      try statement.execute(arguments: [number, entry.sequence, position, salt, value])
    }
  }

  static func move(_ number: Int64, to head: ChainHead, in database: Database) throws {
    try database.cachedStatement(sql: "UPDATE cases SET length = ?, head = ? WHERE number = ?")
      .execute(arguments: [head.sequence, head.hash.bytes.blob, number])
  }
}
