import Foundation
import Testing

@testable import FlowRuntime
@testable import FlowStore

/// Two people on one case never overwrite each other.
@Suite struct RacingTests {
  let scratch = Scratch()

  @Test func oneOfTwoWritersWinsEachSequence() async throws {
    let path = scratch("cases.journal")
    var start = TestCase("case-1")
    try start.open(in: try Store(at: path), entries: 1)
    let first = start.sealer.head
    let each = 40
    // Each writer seals after where it believes the case to stand; who is refused, seals again after where it stands.
    let written = try await withThrowingTaskGroup(of: [Hash].self) { group in
      for writer in 0..<3 {
        group.addTask {
          let store = try Store(at: path, patience: 30)
          var salts = SeededGenerator(seed: UInt64(writer + 1))
          var head = first
          var hashes: [Hash] = []
          while hashes.count < each {
            var sealer = Sealer(case: "case-1", after: head, privacy: .everything)
            let sealed = try sealer.seal(
              Entry(
                sequence: head.sequence + 1, at: Instant(milliseconds: 0),
                by: Person(identifier: "writer-\(writer)", role: "officer"), event: .noted("\(hashes.count)")),
              salts: &salts)
            do throws(StoreError) {
              head = try store.append([sealed], to: "case-1", after: head)
              hashes.append(sealed.hash)
            } catch .movedOn(_, let current) {
              #expect(current.sequence > head.sequence)
              head = current
            }
          }
          return hashes
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let store = try Store(at: path)
    #expect(try store.verify("case-1") == 1 + 3 * each)
    // Nothing that was confirmed is lost, and each stands once.
    #expect(Set(try store.entries(of: "case-1").dropFirst().map(\.hash)) == Set(written))
    #expect(written.count == 3 * each)
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
