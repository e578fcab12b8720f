import Foundation
import GRDB
import Testing

@testable import FlowRuntime
@testable import FlowStore

/// What is written is there, in order, and stays.
@Suite struct StoreTests {
  let scratch = Scratch()

  @Test func keepsWhatIsWritten() throws {
    var one = TestCase("case-1")
    var two = TestCase("case-2", seed: 2)
    let start = try one.start()
    let added = [try one.answer("é"), try one.seal(.noted("\u{0}")), try one.seal(.clock)]
    do {
      let store = try Store(at: scratch("a/b/cases.journal"))
      #expect(try store.open(one.new, of: TestCase.program, with: [start]).sequence == 1)
      let head = ChainHead(sequence: 1, hash: start.hash)
      #expect(try store.append(added, to: "case-1", after: head) == one.sealer.head)
      try two.open(in: store, entries: 3)
      try store.close()
    }
    let store = try Store(at: scratch("a/b/cases.journal"))
    #expect(try store.entries(of: "case-1") == [start] + added)
    #expect(try store.cases().map(\.identifier) == ["case-1", "case-2"])
    #expect(try store.record(of: "case-1").head == one.sealer.head)
    #expect(try store.record(of: "case-2").opened == two.new.opened)
    #expect(try store.program(TestCase.program.hash) == TestCase.program)
    #expect(try store.verify("case-1") == 4)
    var later: [Int] = []
    try store.forEachEntry(of: "case-1", after: 2) { later.append($0.sequence) }
    #expect(later == [3, 4])
    var seen: [String] = []
    try store.forEachCase(
      begin: { seen.append($0.identifier) }, entry: { seen.append("\($0.sequence)") },
      end: { seen.append("\($0.head.sequence) entries") })
    #expect(seen == ["case-1", "1", "2", "3", "4", "4 entries", "case-2", "1", "2", "3", "3 entries"])
  }

  /// By what the last entries say; one that says nothing comes first.
  @Test func theCaseWrittenToLastIsFound() throws {
    let store = try Store(at: scratch("cases.journal"))
    for (name, entries) in [("long", 5), ("short", 2), ("same", 5), ("middle", 3)] {
      var one = TestCase(name)
      try one.open(in: store, entries: entries)
    }
    try store.open(
      NewCase("broken", opened: Instant(milliseconds: 0)), of: TestCase.program,
      with: [SealedEntry(sequence: 1, body: Array("{\"at\":5}".utf8), hash: .zero, openings: [])])
    #expect(
      try store.casesByLastEntry().map(\.identifier) == ["broken", "same", "long", "middle", "short"])
  }

  @Test func writesReachTheDisk() throws {
    let store = try Store(at: scratch("cases.journal"))
    let (synchronous, mode) = try store.pool.writeWithoutTransaction { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA synchronous"),
        try String.fetchOne(database, sql: "PRAGMA journal_mode")
      )
    }
    // FULL is 2, EXTRA is 3.
    #expect(try #require(synchronous) >= 2)
    #expect(mode == "wal")
  }

  @Test func onlyTheOwnerReads() throws {
    let store = try Store(at: scratch("state/cases.journal"))
    var one = TestCase("case-1")
    try one.open(in: store, entries: 2)
    func mode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: scratch(name))[.posixPermissions] as? Int
    }
    #expect(try mode("state") == 0o700)
    for name in ["cases.journal", "cases.journal-wal", "cases.journal-shm"] {
      #expect(try mode("state/" + name) == 0o600, "\(name)")
    }
  }

  /// The database itself refuses; also `INSERT OR REPLACE`, which removes rows silently.
  @Test(arguments: [
    "UPDATE entries SET body = x'00' WHERE sequence = 1", "DELETE FROM entries", "DELETE FROM openings",
    "UPDATE openings SET value = x'00'", "UPDATE openings SET salt = NULL, value = NULL",
    "UPDATE programs SET manifest = x'00'", "DELETE FROM programs", "UPDATE sources SET text = ''",
    "DELETE FROM sources", "DELETE FROM cases", "UPDATE cases SET length = 1",
    "UPDATE cases SET identifier = 'x'",
    "UPDATE cases SET opened = 0, length = 99", "INSERT OR REPLACE INTO entries SELECT * FROM entries",
    "INSERT OR REPLACE INTO openings SELECT * FROM openings",
    "INSERT OR REPLACE INTO programs SELECT * FROM programs",
    "INSERT OR REPLACE INTO sources SELECT * FROM sources",
    "INSERT OR REPLACE INTO cases SELECT * FROM cases",
    "INSERT INTO entries SELECT case_number, 99, body, hash FROM entries LIMIT 1",
  ]) func refusesToChangeOrRemove(_ sql: String) throws {
    let store = try Store(at: scratch("cases.journal"))
    var one = TestCase("case-1")
    try one.open(in: store, entries: 3)
    let before = try store.entries(of: "case-1")
    let error = #expect(throws: StoreError.self) { try store.write { try $0.execute(sql: sql) } }
    #expect(error?.identifier == "append-only")
    #expect(try store.entries(of: "case-1") == before)
    #expect(try store.verify("case-1") == 3)
  }

  @Test func erasingIsLoggedAndLeavesTheChainWhole() throws {
    let store = try Store(at: scratch("cases.journal"))
    var one = TestCase("case-1")
    try one.open(in: store, entries: 4)
    let judge = Person(identifier: "clerk-1", role: "data-protection")
    try store.erase(
      openingsOf: 3, in: "case-1", by: judge, at: Instant(milliseconds: 5), reason: "article 17")
    let entries = try store.entries(of: "case-1")
    #expect(entries.map { $0.openings.contains(.erased) } == [false, false, true, false])
    #expect(try store.verify("case-1") == 4)
    let log = try store.read { try Row.fetchAll($0, sql: "SELECT * FROM erasures").map(\.description) }
    #expect(
      log == [
        "[case_number:1 sequence:3 position:0 at:5 identifier:\"clerk-1\" role:\"data-protection\" reason:\"article 17\"]"
      ])
    // Again: nothing is left to erase.
    try store.erase(openingsOf: 3, in: "case-1", by: judge, at: Instant(milliseconds: 6), reason: "again")
    #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM erasures") } == 1)
    // Without a reason nothing is erased.
    #expect(throws: StoreError.self) {
      try store.erase(openingsOf: 2, in: "case-1", by: judge, at: Instant(milliseconds: 7), reason: "")
    }
    #expect(try store.entries(of: "case-1")[1].openings.contains(.erased) == false)
  }

  @Test func namesWhatIsNotThere() throws {
    let store = try Store(at: scratch("cases.journal"))
    var one = TestCase("case-1")
    try one.open(in: store, entries: 2)
    #expect(throws: StoreError.noSuchCase("case-9")) { try store.record(of: "case-9") }
    #expect(throws: StoreError.noSuchCase("case-9")) { try store.entries(of: "case-9") }
    #expect(throws: StoreError.noSuchProgram("x")) { try store.program("x") }
    #expect(throws: StoreError.caseExists("case-1")) {
      try store.open(one.new, of: TestCase.program, with: [])
    }
    let answer = try one.answer()
    #expect(throws: StoreError.notConsecutive(case: "case-1", sequence: 3)) {
      try store.append([answer, answer], to: "case-1", after: try store.record(of: "case-1").head)
    }
    #expect(throws: StoreError.noSuchCase("case-9")) {
      try store.append([answer], to: "case-9", after: .start)
    }
    #expect(try store.verify("case-1") == 2)
  }

  @Test func sourcesAreKeptOnce() throws {
    let store = try Store(at: scratch("cases.journal"))
    try store.keep(TestCase.program)
    try store.keep(TestCase.program)
    let other = StoredProgram(hash: "other", sources: [TestCase.program.sources[0]])
    try store.keep(other)
    #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sources") } == 2)
    #expect(try store.program("other") == other)
  }

  /// What was changed behind the journal's back is found by verifying.
  @Test(
    arguments: [
      (
        "UPDATE entries SET body = CAST(replace(CAST(body AS TEXT), 'officer-12', 'officer-13') AS BLOB) WHERE sequence = 2",
        2, .altered
      ),
      ("UPDATE entries SET hash = zeroblob(32) WHERE sequence = 3", 3, .altered),
      ("DELETE FROM entries WHERE sequence = 2", 2, .missing),
      ("DELETE FROM entries WHERE sequence = 4", 4, .truncated(expected: 4)),
      (
        "UPDATE openings SET value = CAST('{\"value\":false}' AS BLOB) WHERE sequence = 4", 4,
        .openingAltered(0)
      ),
      ("UPDATE openings SET salt = zeroblob(16) WHERE sequence = 2", 2, .openingAltered(0)),
      ("DELETE FROM openings WHERE sequence = 3", 3, .openings(0)),
      ("UPDATE cases SET head = zeroblob(32)", 4, .otherHead),
      ("UPDATE cases SET length = 3", 4, .tooLong(expected: 3)),
    ] as [(String, Int, ChainFault.Kind)]) func findsWhatWasAltered(
      _ sql: String, _ sequence: Int, _ kind: ChainFault.Kind
    ) throws
  {
    let store = try Store(at: scratch("cases.journal"))
    var one = TestCase("case-1")
    try one.open(in: store, entries: 4)
    try store.close()
    let queue = try DatabaseQueue(path: scratch("cases.journal"))
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      for trigger in try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      {
        try database.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try database.execute(sql: sql)
    }
    try queue.close()
    let reopened = try Store(at: scratch("cases.journal"))
    #expect(throws: ChainFault(sequence: sequence, kind: kind)) { try reopened.verify("case-1") }
  }

  @Test func everyErrorHasItsName() {
    let head = ChainHead(sequence: 7, hash: .zero)
    let errors: [StoreError] = [
      .wrongKindOfFile(path: "p"), .cannotOpen(path: "p", reason: "r"), .readOnly(path: "p"),
      .notADatabase(path: "p"),
      .notAJournal(path: "p"), .newerSchema(path: "p", found: 3, known: 2), .locked(path: "p"),
      .diskFull(path: "p"),
      .inputOutput(path: "p", reason: "r"), .damaged(path: "p", reason: "r"), .noSuchCase("c"),
      .caseExists("c"),
      .noSuchProgram("h"), .caseName("c"), .programDiffers("h"), .movedOn(case: "c", current: head),
      .notConsecutive(case: "c", sequence: 1),
      .appendOnly(reason: "r"), .database(reason: "r"),
    ]
    #expect(errors.map(\.identifier) == StoreError.identifiers)
    #expect(StoreError.movedOn(case: "c", current: head).arguments == ["case": "c", "sequence": "7"])
  }
}
