import Foundation
import GRDB
import Testing

@testable import FlowRuntime
@testable import FlowStore

/// Journals that cannot be opened say why, and are left as they were.
@Suite struct OpeningTests {
  let scratch = Scratch()

  private func error(_ path: String, patience: Double = 5) -> StoreError? {
    do throws(StoreError) {
      _ = try Store(at: path, patience: patience)
      return nil
    } catch {
      return error
    }
  }

  @Test func aFileInThePlaceOfADirectory() throws {
    try scratch.write([], "file")
    #expect(error(scratch("file/cases.journal")) == .wrongKindOfFile(path: scratch("file")))
    #expect(error(scratch("file/deeper/cases.journal")) == .wrongKindOfFile(path: scratch("file")))
  }

  @Test func aDirectoryInThePlaceOfAFile() {
    #expect(error(scratch.path) == .wrongKindOfFile(path: scratch.path))
  }

  @Test func aFileThatIsNoDatabase() throws {
    for bytes in [Array("hello".utf8), Array(repeating: 0, count: 4096), Array("SQLite format 3\0".utf8)] {
      try scratch.write(bytes, "other")
      #expect(error(scratch("other")) == .notADatabase(path: scratch("other")))
      #expect(try scratch.bytes("other") == bytes)
    }
  }

  @Test func aDatabaseOfAnotherProgram() throws {
    let queue = try DatabaseQueue(path: scratch("other.db"))
    try queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
    try queue.close()
    let before = try scratch.bytes("other.db")
    #expect(error(scratch("other.db")) == .notAJournal(path: scratch("other.db")))
    #expect(try scratch.bytes("other.db") == before)
  }

  @Test func aNewerSchema() throws {
    try Store(at: scratch("cases.journal")).close()
    let queue = try DatabaseQueue(path: scratch("cases.journal"))
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    let before = try scratch.bytes("cases.journal")
    let expected = StoreError.newerSchema(path: scratch("cases.journal"), found: 99, known: Schema.version)
    #expect(error(scratch("cases.journal")) == expected)
    #expect(expected.arguments["found"] == "99")
    #expect(try scratch.bytes("cases.journal") == before)
  }

  @Test func anOlderSchemaIsBroughtUp() throws {
    let path = scratch("cases.journal")
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/version-1.sql")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: String(contentsOf: fixture, encoding: .utf8)) }
    #expect(try queue.read { try Schema.version(of: $0) } == 1)
    try queue.close()
    let store = try Store(at: path)
    #expect(try store.read { try Schema.version(of: $0) } == Schema.version)
    #expect(try store.verify("case-1") == 3)
    #expect(try store.program(TestCase.program.hash) == TestCase.program)
    // What version 2 brought works on what version 1 wrote.
    try store.erase(
      openingsOf: 2, in: "case-1", by: TestCase.by, at: Instant(milliseconds: 0), reason: "article 17")
    #expect(try store.entries(of: "case-1")[1].openings == [.erased])
    // Both ways lead to the same tables.
    let fresh = try Store(at: scratch("fresh.journal"))
    let schema = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
    #expect(
      try store.read { try String.fetchAll($0, sql: schema) }
        == fresh.read { try String.fetchAll($0, sql: schema) })
  }

  @Test func aTruncatedDatabase() throws {
    let store = try Store(at: scratch("cases.journal"))
    var one = TestCase("case-1")
    try one.open(in: store, entries: 100)
    try store.close()
    let bytes = try scratch.bytes("cases.journal")
    var identifiers: Set<String> = []
    for length in stride(from: 1, to: bytes.count, by: 2048) {
      try scratch.write(Array(bytes[..<length]), "cut.journal")
      do {
        let cut = try Store(at: scratch("cut.journal"))
        _ = try cut.verify("case-1")
        Issue.record("\(length) of \(bytes.count) bytes were taken for the whole")
      } catch let error as StoreError {
        identifiers.insert(error.identifier)
      }
    }
    #expect(identifiers.isSubset(of: ["not-a-database", "damaged"]), "\(identifiers)")
  }

  @Test func aLockedDatabase() throws {
    let store = try Store(at: scratch("cases.journal"))
    var one = TestCase("case-1")
    try one.open(in: store, entries: 1)
    let other = try Store(at: scratch("cases.journal"), patience: 0.1)
    let head = one.sealer.head
    let answer = try one.answer()
    try store.pool.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        #expect(throws: StoreError.locked(path: scratch("cases.journal"))) {
          try other.append([answer], to: "case-1", after: head)
        }
        // Reading does not wait for writers.
        let length = try other.verify("case-1")
        #expect(length == 1)
        return .rollback
      }
    }
    try other.append([answer], to: "case-1", after: head)
    #expect(try store.verify("case-1") == 2)
  }

  @Test func manyOpenANewJournalAtOnce() throws {
    let path = scratch("cases.journal")
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      #expect(throws: Never.self) {
        var one = TestCase("case-\(number)")
        try one.open(in: try Store(at: path), entries: 2)
      }
    }
    let store = try Store(at: path)
    #expect(try store.cases().count == 8)
  }
}
