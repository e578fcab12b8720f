import Foundation

@testable import FlowRuntime
@testable import FlowStore

/// What another process does to a journal until it fails or is killed.
enum OtherProcess {
  /// What it is told.
  struct Order: Codable, Sendable {
    var path: String
    var round: Int
  }

  static func open(_ path: String) throws {
    var start = TestCase("case-1")
    try start.open(in: try Store(at: path), entries: 1)
  }

  /// Appends, three entries in each transaction, and writes down what was confirmed, until it is killed.
  static func appendUntilKilled(_ order: Order) throws {
    let store = try Store(at: order.path)
    let log = Foundation.open(order.path + ".log", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    var random = SeededGenerator(seed: UInt64(order.round))
    var head = try store.record(of: "case-1").head
    let microseconds = UInt32.random(in: 3000...60_000, using: &random)
    Thread.detachNewThread {
      usleep(microseconds)
      kill(getpid(), SIGKILL)
    }
    while true {
      var sealer = Sealer(case: "case-1", after: head, privacy: .everything)
      var entries: [SealedEntry] = []
      for _ in 0..<3 {
        let entry = Entry(
          sequence: sealer.head.sequence + 1, at: Instant(milliseconds: 0), by: TestCase.by,
          event: .noted("\(order.round)"))
        entries.append(try sealer.seal(entry, salts: &random))
      }
      head = try store.append(entries, to: "case-1", after: head)
      let line = Array("\(head.sequence) \(head.hash)\n".utf8)
      guard write(log, line, line.count) == line.count else { exit(1) }
    }
  }

  /// Appends until no file may grow any more; checks what the errors say, and that nothing is lost.
  static func appendUntilWritingFails(_ path: String) throws {
    var one = TestCase("case-1")
    let store = try Store(at: path)
    try one.open(in: store, entries: 1)
    signal(SIGXFSZ, SIG_IGN)
    limitFiles(to: 200_000)
    while true {
      let head = one.sealer.head
      let answer = try one.answer()
      do {
        try store.append([answer], to: "case-1", after: head)
      } catch {
        guard ["input-output", "disk-full"].contains(error.identifier),
          try store.verify("case-1") == head.sequence
        else { exit(1) }
        try Data("\(head.sequence)".utf8).write(to: URL(fileURLWithPath: path + ".count"))
        exit(exportFails(store, to: path + ".trace") ? 0 : 2)
      }
    }
  }

  /// Whether a trace that cannot be written whole is not there at all.
  private static func exportFails(_ store: Store, to path: String) -> Bool {
    limitFiles(to: 1000)
    do {
      try store.export(to: path)
      return false
    } catch let error as TraceError {
      guard case .inputOutput = error.fault else { return false }
      return !FileManager.default.fileExists(atPath: path)
    } catch {
      return false
    }
  }

  private static func limitFiles(to bytes: UInt) {
    var limit = rlimit(rlim_cur: bytes, rlim_max: 200_000)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }
}
