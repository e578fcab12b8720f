import Foundation
import GRDB
import Testing

@testable import FlowRuntime
@testable import FlowStore

/// Whatever fails: what was confirmed is there, what was not confirmed is not, and the chain is whole.
@Suite struct FaultTests {
  let scratch = Scratch()

  @Test func aFullDiskLosesNothing() throws {
    let store = try Store(at: scratch("cases.journal"))
    var one = TestCase("case-1")
    try one.open(in: store, entries: 1)
    try store.pool.writeWithoutTransaction { database in
      let pages = try #require(try Int.fetchOne(database, sql: "PRAGMA page_count"))
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 5)")
    }
    var confirmed = 1
    var error: StoreError?
    while error == nil {
      let before = one
      do throws(StoreError) {
        // One transaction of several entries: all of them or none.
        let entries = [try! one.answer(), try! one.seal(.noted(String(repeating: "x", count: 500)))]
        try store.append(entries, to: "case-1", after: before.sealer.head)
        confirmed += 2
      } catch let found {
        error = found
        one = before
      }
    }
    #expect(error == .diskFull(path: scratch("cases.journal")))
    #expect(try store.verify("case-1") == confirmed)
    // With room again, the same sealer goes on.
    try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    let head = one.sealer.head
    try store.append([try one.answer()], to: "case-1", after: head)
    try store.close()
    #expect(try Store(at: scratch("cases.journal")).verify("case-1") == confirmed + 1)
  }

  /// A file that may not grow: writing to the log itself fails, in another process.
  @Test func aFailingWriteLosesNothing() async throws {
    await #expect(processExitsWith: .success) { [path = scratch("cases.journal") as String] in
      try OtherProcess.appendUntilWritingFails(path)
    }
    try checkAfterFailedWrite(scratch("cases.journal"))
  }

  private func checkAfterFailedWrite(_ path: String) throws {
    let count = try String(contentsOfFile: path + ".count", encoding: .utf8)
    #expect(try Store(at: path).verify("case-1") == Int(count))
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(files.filter { $0.hasSuffix(".part") } == [])
  }

  /// Kills a process in the middle of appending, over and over.
  @Test func killingTheProcessLosesNothing() async throws {
    let path = scratch("cases.journal")
    try OtherProcess.open(path)
    var last = 1
    for round in 0..<12 {
      let order = OtherProcess.Order(path: path, round: round)
      await #expect(processExitsWith: .signal(SIGKILL)) { [order = order as OtherProcess.Order] in
        try OtherProcess.appendUntilKilled(order)
      }
      last = try checkAfterKill(path, round, last: last)
    }
    #expect(last > 1, "no round wrote anything")
  }

  /// All that was confirmed is there, and the chain is whole; gives its length.
  private func checkAfterKill(_ path: String, _ round: Int, last: Int) throws -> Int {
    let log = (try? String(contentsOfFile: path + ".log", encoding: .utf8)) ?? ""
    let confirmed = log.split(separator: "\n").map(String.init)
    let store = try Store(at: path)
    let length = try store.verify("case-1")
    let hashes = try store.entries(of: "case-1").map { "\($0.sequence) \($0.hash)" }
    #expect(Set(hashes).isSuperset(of: confirmed))
    // Three entries are one transaction, and at most one transaction was not confirmed in each round.
    #expect((length - 1) % 3 == 0)
    #expect(length >= last)
    #expect(length - 1 <= (confirmed.count + round + 1) * 3)
    try store.close()
    return length
  }
}
