import FlowDSL
import Foundation
import GRDB
import Testing

@testable import FlowRuntime
@testable import FlowStore

/// What an auditor tries: files in the way, values taken away, other texts under a known hash, rows that are none.
@Suite struct AuditTests {
  let scratch = Scratch()

  private func store(entries: Int = 3) throws -> Store {
    let store = try Store(at: scratch("cases.journal"))
    var one = TestCase("case-1")
    try one.open(in: store, entries: entries)
    return store
  }

  /// Writes around the triggers that keep the tables.
  private func tamper(_ statements: String...) throws {
    let queue = try DatabaseQueue(path: scratch("cases.journal"))
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      for name in try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      {
        try database.execute(sql: "DROP TRIGGER \(name)")
      }
      for statement in statements { try database.execute(sql: statement) }
    }
    try queue.close()
  }

  @Test func exportingNeverReplacesWhatIsThere() throws {
    let store = try store()
    try scratch.write([1, 2, 3], "there")
    try FileManager.default.createSymbolicLink(
      atPath: scratch("link"), withDestinationPath: scratch("cases.journal"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch("dangling"), withDestinationPath: scratch("nowhere"))
    let journal = try scratch.bytes("cases.journal")
    for name in ["there", "link", "dangling", "cases.journal", ""] {
      let error = #expect(throws: TraceError.self, "\(name)") { try store.export(to: scratch(name)) }
      #expect(error?.fault == .exists(path: scratch(name)))
    }
    #expect(try scratch.bytes("there") == [1, 2, 3])
    #expect(try scratch.bytes("cases.journal") == journal)
    #expect(!FileManager.default.fileExists(atPath: scratch("nowhere")))
    #expect(try store.export(to: scratch("new")).map(\.identifier) == ["case-1"])
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(files.filter { $0.hasSuffix(".part") } == [])
    var written: [UInt8] = []
    try store.export { written += $0 }
    #expect(try written == scratch.bytes("new"))
  }

  @Test func anOpeningTakenAwayIsNoErasure() throws {
    let store = try store(entries: 4)
    try store.erase(
      openingsOf: 2, in: "case-1", by: TestCase.by, at: Instant(milliseconds: 0), reason: "article 17")
    try store.close()
    try tamper("UPDATE openings SET salt = NULL, value = NULL WHERE sequence = 3")
    let openings = try Store(reading: scratch("cases.journal")).entries(of: "case-1").map(\.openings)
    #expect(openings[1] == [.erased])
    #expect(openings[2] == [.missing])
    guard case .kept = openings[3][0] else { throw StoreError.database(reason: "opening 4") }
  }

  @Test func aKnownHashDoesNotCoverOtherTexts() throws {
    let store = try store()
    var other = TestCase.program
    other.sources[0] = SourceText(path: "reception.yaml", text: "# other\n")
    #expect(throws: StoreError.programDiffers(other.hash)) { try store.keep(other) }
    try store.keep(TestCase.program)
    #expect(try store.program(other.hash) == TestCase.program)
    try store.export(to: scratch("all.trace"))
    let elsewhere = try Store(at: scratch("other.journal"))
    try elsewhere.keep(other)
    #expect(throws: StoreError.programDiffers(other.hash)) {
      try elsewhere.importUnchecked(scratch("all.trace"))
    }
    #expect(try elsewhere.cases() == [])
  }

  /// Refuses each trace at the end of its last case.
  private struct Refusing: TraceSink {
    mutating func program(_ program: StoredProgram) {}
    mutating func begin(_ record: CaseRecord) {}
    mutating func entry(_ entry: SealedEntry) {}
    mutating func end(_ record: CaseRecord) throws { throw StoreError.noSuchCase("refused") }
  }

  @Test func nothingIsStoredOfWhatTheCheckRefuses() throws {
    try store().export(to: scratch("all.trace"))
    let other = try Store(at: scratch("other.journal"))
    var check = Refusing()
    #expect(throws: StoreError.noSuchCase("refused")) {
      try other.import(scratch("all.trace"), checking: &check)
    }
    #expect(try other.cases() == [])
    #expect(throws: StoreError.noSuchProgram(TestCase.program.hash)) {
      try other.program(TestCase.program.hash)
    }
  }

  @Test(arguments: [
    ("7K3M-2QXD", true), ("a", true), (String(repeating: "x", count: 64), true), ("", false),
    (String(repeating: "x", count: 65), false), ("../../etc", false), ("a b", false), ("é", false),
    ("a\u{1B}[2J", false), ("a\n", false), ("a.db", false),
  ]) func names(_ name: String, isName: Bool) throws {
    #expect(CaseRecord.isName(name) == isName)
    let store = try Store(at: scratch("cases.journal"))
    var one = TestCase(name)
    guard isName else {
      #expect(throws: StoreError.caseName(name)) { try one.open(in: store, entries: 1) }
      return
    }
    try one.open(in: store, entries: 1)
    #expect(try store.cases().map(\.identifier) == [name])
  }

  @Test(arguments: [
    "PRAGMA user_version = 0", "PRAGMA user_version = 1", "PRAGMA user_version = -1",
  ]) func oddVersionsAreDamaged(_ sql: String) throws {
    try store().close()
    try tamper(sql)
    let error = #expect(throws: StoreError.self) { try Store(at: scratch("cases.journal")) }
    #expect(error?.identifier == "damaged")
  }

  @Test(arguments: ["opened", "length", "head", "number"])
  func rowsThatAreNoneEndNothing(_ column: String) throws {
    try store().close()
    try tamper(
      "CREATE TABLE loose AS SELECT * FROM cases", "UPDATE loose SET \(column) = 'x'", "DROP TABLE cases",
      "ALTER TABLE loose RENAME TO cases")
    let store = try Store(reading: scratch("cases.journal"))
    if ["length", "head"].contains(column) {
      // The case is listed, and its chain does not end there.
      #expect(try store.cases().count == 1)
      #expect(throws: ChainFault.self) { try store.verify("case-1") }
    } else {
      let error = #expect(throws: StoreError.self) { try store.cases() }
      #expect(error?.identifier == "damaged")
    }
  }

  @Test func readingWritesNothing() throws {
    try store().close()
    let before = try scratch.bytes("cases.journal")
    let reading = try Store(reading: scratch("cases.journal"))
    #expect(try reading.verify("case-1") == 3)
    #expect(throws: StoreError.self) { try reading.keep(StoredProgram(hash: "other", sources: [])) }
    try reading.close()
    #expect(try scratch.bytes("cases.journal") == before)
    #expect(throws: StoreError.self) { try Store(reading: scratch("none.journal")) }
    #expect(!FileManager.default.fileExists(atPath: scratch("none.journal")))
    try scratch.write([], "empty.journal")
    #expect(throws: StoreError.notAJournal(path: scratch("empty.journal"))) {
      try Store(reading: scratch("empty.journal"))
    }
    // As it is opened where nothing can be made beside it.
    var configuration = Configuration()
    configuration.readonly = true
    let name = JournalFile(path: scratch("cases.journal")).immutableName
    let alone = try DatabaseQueue(path: name, configuration: configuration)
    #expect(try alone.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entries") } == 3)
  }

  @Test func anOlderJournalIsReadAsItIs() throws {
    let path = scratch("old.journal")
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/version-1.sql")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: String(contentsOf: fixture, encoding: .utf8)) }
    try queue.close()
    let store = try Store(reading: path)
    #expect(try store.verify("case-1") == 3)
    #expect(try store.read { try Schema.version(of: $0) } == 1)
  }
}
