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
    let path = scratch("cases.journal")
    await #expect(processExitsWith: .success) { [path = path as String] in
      var one = TestCase("case-1")
      let store = try Store(at: path)
      try one.open(in: store, entries: 1)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 200_000, rlim_max: 200_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      while true {
        let head = one.sealer.head
        do throws(StoreError) {
          try store.append([try! one.answer()], to: "case-1", after: head)
        } catch {
          guard ["input-output", "disk-full"].contains(error.identifier),
            try store.verify("case-1") == head.sequence
          else { exit(1) }
          let trace = path + ".trace"
          limit.rlim_cur = 1000
          setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
          do {
            try store.export(to: trace)
            exit(2)
          } catch let error as TraceError {
            guard case .inputOutput = error.fault, !FileManager.default.fileExists(atPath: trace) else { exit(3) }
          }
          try "\(head.sequence)".write(toFile: path + ".count", atomically: false, encoding: .utf8)
          exit(0)
        }
      }
    }
    let count = try String(contentsOfFile: path + ".count", encoding: .utf8)
    #expect(try Store(at: path).verify("case-1") == Int(count))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter { $0.contains("partial") } == [])
  }

  /// Kills a process in the middle of appending, over and over.
  @Test func killingTheProcessLosesNothing() async throws {
    let path = scratch("cases.journal")
    var start = TestCase("case-1")
    try start.open(in: try Store(at: path), entries: 1)
    var random = SeededGenerator(seed: 11)
    var last = 1
    for round in 0..<12 {
      await appendUntilKilled(path, round, microseconds: UInt32.random(in: 3000...60_000, using: &random))
      last = try check(path, round, last: last)
    }
    #expect(last > 1, "no round wrote anything")
  }

  /// What the other process is told.
  private struct Order: Codable, Sendable {
    var path: String
    var round: Int
    var microseconds: UInt32
  }

  /// Another process appends, three entries in each transaction, and writes down what was confirmed.
  private func appendUntilKilled(_ path: String, _ round: Int, microseconds: UInt32) async {
    let order = Order(path: path, round: round, microseconds: microseconds)
    await #expect(processExitsWith: .signal(SIGKILL)) { [order = order as Order] in
      let (path, round, microseconds) = (order.path, order.round, order.microseconds)
      let store = try Store(at: path)
      let log = open(path + ".log", O_WRONLY | O_CREAT | O_APPEND, 0o600)
      var salts = SeededGenerator(seed: UInt64(round))
      var head = try store.record(of: "case-1").head
      Thread.detachNewThread {
        usleep(microseconds)
        kill(getpid(), SIGKILL)
      }
      while true {
        var sealer = Sealer(case: "case-1", after: head, privacy: .everything)
        let entries = try (1...3).map { _ in
          try sealer.seal(
            Entry(
              sequence: sealer.head.sequence + 1, at: Instant(milliseconds: 0), by: TestCase.by,
              event: .noted("\(round)")), salts: &salts)
        }
        head = try store.append(entries, to: "case-1", after: head)
        let line = Array("\(head.sequence) \(head.hash)\n".utf8)
        guard write(log, line, line.count) == line.count else { exit(1) }
      }
    }
  }

  /// All that was confirmed is there, and the chain is whole; gives its length.
  private func check(_ path: String, _ round: Int, last: Int) throws -> Int {
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
