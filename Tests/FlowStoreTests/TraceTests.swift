import Foundation
import Testing

@testable import FlowRuntime
@testable import FlowStore

/// Traces carry cases to another machine; what was changed on the way is found, with its line.
@Suite struct TraceTests {
  let scratch = Scratch()

  /// A journal with two cases, of which one has an erased opening, and its trace.
  private func exported() throws -> Store {
    let store = try Store(at: scratch("cases.journal"))
    var one = TestCase("case-1")
    var two = TestCase("case-2", seed: 2)
    try one.open(in: store, entries: 4)
    try two.open(in: store, entries: 2)
    try store.erase(
      openingsOf: 3, in: "case-1", by: TestCase.by, at: Instant(milliseconds: 0), reason: "article 17")
    try store.export(to: scratch("all.trace"))
    return store
  }

  private func lines() throws -> [String] {
    String(decoding: try scratch.bytes("all.trace"), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func imported(_ lines: [String], ending: String = "\n") throws -> ImportSummary {
    try scratch.write(Array((lines.joined(separator: "\n") + ending).utf8), "changed.trace")
    return try Store(at: scratch("other.journal")).importUnchecked(scratch("changed.trace"))
  }

  @Test func carriesCasesToAnotherJournal() throws {
    let store = try exported()
    let other = try Store(at: scratch("other.journal"))
    #expect(
      try other.importUnchecked(scratch("all.trace"))
        == ImportSummary(added: ["case-1", "case-2"], known: []))
    #expect(try other.cases() == store.cases())
    let (there, here) = (try other.entries(of: "case-1"), try store.entries(of: "case-1"))
    #expect(there.map(\.hash) == here.map(\.hash))
    #expect(there.map(\.openings.count) == here.map(\.openings.count))
    // A trace does not say that an erasure was logged.
    #expect(there[2].openings == [.missing] && here[2].openings == [.erased])
    #expect(try other.program(TestCase.program.hash) == TestCase.program)
    #expect(try other.verify("case-1") == 4)
    #expect(
      try other.importUnchecked(scratch("all.trace"))
        == ImportSummary(added: [], known: ["case-1", "case-2"]))
    try other.export(to: scratch("again.trace"))
    #expect(try scratch.bytes("again.trace") == scratch.bytes("all.trace"))
    try other.export("case-2", to: scratch("one.trace"))
    let third = try Store(at: scratch("third.journal"))
    #expect(try third.importUnchecked(scratch("one.trace")).added == ["case-2"])
    #expect(throws: StoreError.noSuchCase("case-9")) { try store.export("case-9", to: scratch("none.trace")) }
    #expect(!FileManager.default.fileExists(atPath: scratch("none.trace")))
  }

  @Test func looksLikeThis() throws {
    _ = try exported()
    let lines = try lines()
    #expect(lines[0] == #"{"trace":{"cases":2,"entries":6,"programs":1,"version":1}}"#)
    #expect(lines[1] == "{\"program\":{\"hash\":\"\(TestCase.program.hash)\",\"sources\":2}}")
    #expect(lines[2].hasPrefix(#"{"source":{"hash":""#))
    #expect(lines[2].hasSuffix(#""path":"reception.yaml","text":"flow: reception\n"}}"#))
    #expect(lines[4].hasPrefix(#"{"case":{"entries":4,"head":""#))
    #expect(lines[5].hasPrefix(#"{"entry":{"body":{"at":"2026-11-24T06:00:01.000Z","by""#))
    #expect(lines[7].hasSuffix(#""openings":[null],"sequence":3}}"#))
    #expect(lines[12].hasPrefix(#"{"trailer":{"cases":2,"entries":6,"hash":""#))
    #expect(lines.count == 13)
    let mode =
      try FileManager.default.attributesOfItem(atPath: scratch("all.trace"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  /// Each malformation with the line at which it is found. Nothing of a refused trace is stored.
  @Test(arguments: [
    (0, "\"version\":1", "\"version\":2", 1, "trace-newer-version"),
    (0, "\"trace\"", "\"other\"", 1, "not-a-trace"),
    (0, "\"cases\":2", "\"cases\":1", 10, "trace-unexpected-line"),
    (0, "\"cases\":2", "\"cases\":3", 13, "trace-unexpected-line"),
    (0, "\"entries\":6", "\"entries\":7", 13, "trace-trailer-differs"),
    (0, "\"programs\":1", "\"programs\":2", 5, "trace-unexpected-line"),
    (0, "\"programs\":1", "\"programs\":99999999", 1, "trace-unreadable"),
    (1, "\"sources\":2", "\"sources\":1", 4, "trace-unexpected-line"),
    (1, "\"hash\":\"ab", "\"hash\":\"cd", 5, "trace-program-unknown"),
    (2, "flow: reception", "flow: Reception", 3, "trace-source-altered"),
    (2, "reception.yaml", "other.yaml", 13, "trace-trailer-differs"),
    (4, "case-1", "case-9", 6, "trace-chain"), (4, "\"entries\":4", "\"entries\":3", 8, "trace-chain"),
    (4, "\"entries\":4", "\"entries\":5", 10, "trace-unexpected-line"),
    (4, "\"head\":\"", "\"head\":\"0", 5, "trace-unreadable"),
    (4, "\"opened\":", "\"opened\":1", 13, "trace-trailer-differs"),
    (5, "officer-12", "officer-13", 6, "trace-chain"), (5, "\"started\"", "\"startled\"", 6, "trace-chain"),
    (6, "\"sequence\":2}}", "\"sequence\":3}}", 7, "trace-chain"),
    (6, "{\"value\":true}", "{\"value\":null}", 7, "trace-chain"),
    (7, "[null]", "[]", 8, "trace-chain"), (7, "[null]", "[null,null]", 8, "trace-chain"),
    (7, "[null]", "[nil]", 8, "trace-unreadable"),
    (8, "\"salt\":\"", "\"salt\":\"G", 9, "trace-unreadable"),
    (9, "case-2", "case-1", 10, "trace-case-twice"),
    (12, "\"entries\":6", "\"entries\":5", 13, "trace-trailer-differs"),
    (12, "}}", "}} ", 13, "trace-unreadable"), (12, "}}", "}}\n{}", 14, "trace-trailing"),
  ]) func namesTheLine(_ line: Int, _ old: String, _ new: String, _ expected: Int, _ identifier: String)
    throws
  {
    _ = try exported()
    var lines = try lines()
    let range = try #require(lines[line].ranges(of: old).last)
    lines[line].replaceSubrange(range, with: new)
    let error = #expect(throws: TraceError.self) { try imported(lines) }
    #expect(error?.line == expected)
    #expect(error?.fault.identifier == identifier)
    #expect(try Store(at: scratch("other.journal")).cases() == [])
  }

  @Test func aTruncatedTraceIsFoundWhereverItEnds() throws {
    _ = try exported()
    let bytes = try scratch.bytes("all.trace")
    let other = try Store(at: scratch("other.journal"))
    for length in stride(from: 0, to: bytes.count, by: 37) {
      try scratch.write(Array(bytes[..<length]), "cut.trace")
      let error = #expect(throws: TraceError.self) { try other.importUnchecked(scratch("cut.trace")) }
      let line = bytes[..<length].count { $0 == UInt8(ascii: "\n") } + 1
      #expect(error?.line == line)
      #expect(error?.fault == (line == 1 ? .notATrace : .truncated))
    }
    #expect(try other.cases() == [])
  }

  @Test func aCaseWithOtherEntriesIsRefused() throws {
    _ = try exported()
    let other = try Store(at: scratch("other.journal"))
    var two = TestCase("case-2", seed: 9)
    try two.open(in: other, entries: 1)
    #expect(
      throws: TraceError(line: 10, fault: .caseDiffers(case: "case-2", journal: two.sealer.head))
    ) { try other.importUnchecked(scratch("all.trace")) }
    #expect(try other.cases().map(\.identifier) == ["case-2"])
    #expect(try other.verify("case-2") == 1)
  }

  @Test func aLineWithoutEndIsRefusedInBoundedMemory() throws {
    try scratch.write(Array(repeating: UInt8(ascii: "{"), count: TraceFormat.line + 100_000), "long.trace")
    let store = try Store(at: scratch("cases.journal"))
    let error = #expect(throws: TraceError.self) { try store.importUnchecked(scratch("long.trace")) }
    #expect(error == TraceError(line: 1, fault: .lineTooLong(limit: TraceFormat.line)))
    let missing = #expect(throws: TraceError.self) { try store.importUnchecked(scratch("missing.trace")) }
    #expect(missing?.fault.identifier == "trace-input-output")
    let nowhere = #expect(throws: TraceError.self) { try store.export(to: scratch("no/such/directory")) }
    #expect(nowhere?.fault.identifier == "trace-input-output")
  }

  /// Hostile traces are refused; none crashes, hangs, or leaves something behind.
  @Test(arguments: 0..<4) func hostileTracesAreRefused(_ seed: UInt64) throws {
    _ = try exported()
    let bytes = try scratch.bytes("all.trace")
    let other = try Store(at: scratch("other.journal"))
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      var changed = bytes
      for _ in 0...Int.random(in: 0...3, using: &random) where !changed.isEmpty {
        let place = Int.random(in: 0..<changed.count, using: &random)
        switch Int.random(in: 0...4, using: &random) {
        case 0: changed[place] = UInt8.random(in: 0...255, using: &random)
        case 1: changed.remove(at: place)
        case 2: changed.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 3: changed.removeSubrange(place..<min(changed.count, place + 100))
        default: changed.insert(contentsOf: changed[place..<min(changed.count, place + 1000)], at: place)
        }
      }
      guard changed != bytes, !changed.isEmpty else { continue }
      try scratch.write(changed, "hostile.trace")
      #expect(throws: TraceError.self) { try other.importUnchecked(scratch("hostile.trace")) }
    }
    for length in [0, 1, 10, 100_000] {
      try scratch.write((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }, "hostile.trace")
      #expect(throws: TraceError.self) { try other.importUnchecked(scratch("hostile.trace")) }
    }
    #expect(try other.cases() == [])
  }

  @Test func everyFaultHasItsName() {
    let head = ChainHead(sequence: 3, hash: .zero)
    let faults: [TraceFault] = [
      .inputOutput(path: "p", reason: "r"), .exists(path: "p"), .notATrace, .newerVersion(found: 2, known: 1),
      .lineTooLong(limit: 1),
      .unreadable(.ends, offset: 4), .unexpectedLine(found: "a", expected: "b"), .truncated, .trailing,
      .trailerDiffers, .sourceAltered(path: "p"), .programUnknown("h"), .programTwice("h"), .caseTwice("c"),
      .caseName("c"), .notStarted(case: "c"), .chain(case: "c", ChainFault(sequence: 2, kind: .altered)),
      .caseDiffers(case: "c", journal: head), .changedMeanwhile,
    ]
    #expect(faults.map(\.identifier) == TraceFault.identifiers)
    #expect(faults[16].arguments == ["case": "c", "sequence": "2"])
  }
}
