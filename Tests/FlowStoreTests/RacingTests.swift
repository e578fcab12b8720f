import Foundation
import Synchronization
import Testing

@testable import FlowRuntime
@testable import FlowStore

/// Two people on one case never overwrite each other.
@Suite struct RacingTests {
  let scratch = Scratch()

  @Test func oneOfSeveralWritersWinsEachSequence() throws {
    let path = scratch("cases.journal")
    var start = TestCase("case-1")
    try start.open(in: try Store(at: path), entries: 1)
    let first = start.sealer.head
    let confirmed = Mutex<[Hash]>([])
    DispatchQueue.concurrentPerform(iterations: 3) { writer in
      #expect(throws: Never.self) {
        let hashes = try Self.write(40, as: writer, to: path, after: first)
        confirmed.withLock { $0 += hashes }
      }
    }
    let store = try Store(at: path)
    #expect(try store.verify("case-1") == 1 + 3 * 40)
    // Nothing that was confirmed is lost, and each stands once.
    let hashes = confirmed.withLock { $0 }
    #expect(hashes.count == 3 * 40)
    #expect(Set(try store.entries(of: "case-1").dropFirst().map(\.hash)) == Set(hashes))
  }

  /// Seals after where the case is believed to stand; who is refused, seals again after where it stands.
  private static func write(_ count: Int, as writer: Int, to path: String, after first: ChainHead) throws
    -> [Hash]
  {
    let store = try Store(at: path, patience: 30)
    var salts = SeededGenerator(seed: UInt64(writer + 1))
    var head = first
    var hashes: [Hash] = []
    while hashes.count < count {
      var sealer = Sealer(case: "case-1", after: head, privacy: .everything)
      let entry = Entry(
        sequence: head.sequence + 1, at: Instant(milliseconds: 0),
        by: Person(identifier: "writer-\(writer)", role: "officer"), event: .noted("\(hashes.count)"))
      let sealed = try sealer.seal(entry, salts: &salts)
      do {
        head = try store.append([sealed], to: "case-1", after: head)
        hashes.append(sealed.hash)
      } catch StoreError.movedOn(_, let current) {
        #expect(current.sequence > head.sequence)
        head = current
      }
    }
    return hashes
  }

  @Test func whoComesSecondIsToldWhereTheCaseStands() throws {
    let store = try Store(at: scratch("cases.journal"))
    var one = TestCase("case-1")
    try one.open(in: store, entries: 2)
    let head = one.sealer.head
    var other = one
    try store.append([try one.answer()], to: "case-1", after: head)
    let late = try other.seal(.noted("late"))
    #expect(throws: StoreError.movedOn(case: "case-1", current: one.sealer.head)) {
      try store.append([late], to: "case-1", after: head)
    }
    #expect(try store.verify("case-1") == 3)
  }
}
