import FlowDSL
import FlowRuntime
import FlowStore
import Foundation

/// Durable walks, and replay with verification of the chain.
struct Journals {
  let program: Program
  /// A folder on the disk that is measured.
  let folder: String

  /// Steps in a second when each is decided, sealed and on the disk before the next, beside the commits of SQLite itself.
  ///
  /// The two take turns, so that both meet the disk in the same mood; the figures are medians.
  func durable(rounds: Int = 9) throws -> (steps: Double, commits: Double) {
    let walk = ReferenceWalk(program)
    let cases = ReferenceWork.cases(3)
    var steps: [Double] = []
    var commits: [Double] = []
    let store = try Store(at: path("durable.journal"))
    for round in 0..<rounds {
      commits.append(
        try CommitRate.perSecond(
          at: path("commits-\(round).db"), synchronous: "EXTRA", commits: 100, rounds: 1))
      var count = 0
      let time = try ContinuousClock().measure {
        for (place, given) in cases.enumerated() {
          count += try write(given, named: "\(round)-\(place)", with: walk, into: store)
        }
      }
      steps.append(Double(count) / time.seconds)
    }
    try store.close()
    return (steps.sorted()[rounds / 2], commits.sorted()[rounds / 2])
  }

  /// Walks a case, each step durable; gives the number of transactions.
  private func write(
    _ given: ReferenceWork.Case, named name: String, with walk: ReferenceWalk, into store: Store
  ) throws -> Int {
    var sealer = Sealer(case: name, privacy: Privacy(program))
    var salts = SystemRandomNumberGenerator()
    var transactions = 0
    _ = try walk.walk(given) { entries in
      let before = sealer.head
      let sealed = try entries.map { try sealer.seal($0, salts: &salts) }
      if before == .start {
        try store.open(NewCase(name, opened: entries[0].at), of: StoredProgram(program), with: sealed)
      } else {
        try store.append(sealed, to: name, after: before)
      }
      transactions += 1
    }
    return transactions
  }

  /// A journal of so many cases, each written in one transaction; gives its path and how many entries it has.
  func journal(cases count: Int) throws -> (path: String, entries: Int) {
    let walk = ReferenceWalk(program)
    let path = path("cases-\(count).journal")
    let store = try Store(at: path)
    var total = 0
    for (place, given) in ReferenceWork.cases(count).enumerated() {
      var entries: [Entry] = []
      _ = try walk.walk(given) { entries += $0 }
      var sealer = Sealer(case: "case-\(place)", privacy: Privacy(program))
      var salts = SystemRandomNumberGenerator()
      let sealed = try entries.map { try sealer.seal($0, salts: &salts) }
      try store.open(
        NewCase("case-\(place)", opened: entries[0].at), of: StoredProgram(program), with: sealed)
      total += sealed.count
    }
    try store.close()
    return (path, total)
  }

  /// Replays a journal wholly; throws when a case is not reproduced.
  func replay(_ path: String) throws {
    let store = try Store(at: path)
    try store.replay(compile: { _ in program }) { record, verdict in
      guard verdict == .reproduced else {
        throw NotReproduced(identifier: record.identifier, verdict: verdict)
      }
    }
    try store.close()
  }

  struct NotReproduced: Error {
    let identifier: String
    let verdict: Verdict
  }

  private func path(_ name: String) -> String { folder + "/" + name }
}
