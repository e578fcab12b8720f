import FEEL
import FlowDSL
import Foundation
import Testing

@testable import FlowRuntime
@testable import FlowStore

/// A directory that is there for one test.
final class Scratch {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("flowrun-" + UUID().uuidString).path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: self(name))))
  }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: self(name)))
  }
}

extension Scratch {
  /// Whether the machine's temporary files can be without a name until they are whole.
  static let keepsNamelessFiles: Bool = {
    let folder = FileManager.default.temporaryDirectory.path
    guard let descriptor = WholeFile.nameless(in: folder, WholeFile.openFiles) else { return false }
    close(descriptor)
    return true
  }()
}

/// A case with entries, made without a flow.
struct TestCase {
  static let program = StoredProgram(
    hash: String(repeating: "ab", count: 32),
    sources: [
      SourceText(path: "reception.yaml", text: "flow: reception\n"),
      SourceText(path: "roles.yaml", text: "é \"\u{1F}\"\n"),
    ])
  static let by = Person(identifier: "officer-12", role: "officer")

  let identifier: String
  var sealer: Sealer
  var salts: SeededGenerator

  init(_ identifier: String, seed: UInt64 = 1) {
    self.identifier = identifier
    sealer = Sealer(case: identifier, privacy: .everything)
    salts = SeededGenerator(seed: seed)
  }

  var new: NewCase { NewCase(identifier, opened: Instant(milliseconds: 1_795_500_001_000)) }

  mutating func seal(_ event: Event) throws -> SealedEntry {
    let sequence = sealer.head.sequence + 1
    let at = Instant(milliseconds: 1_795_500_000_000 + Int64(sequence) * 1000)
    return try sealer.seal(Entry(sequence: sequence, at: at, by: Self.by, event: event), salts: &salts)
  }

  mutating func start() throws -> SealedEntry {
    try seal(
      .started(
        Start(
          program: Self.program.hash, flow: "reception", language: "fr",
          given: [GivenFact(fact: "separated", answer: .unknown)])))
  }

  mutating func answer(_ value: Value = true) throws -> SealedEntry {
    try seal(.answered(step: StepPath("danger-check/threats"), fact: "weapon", .value(value)))
  }

  /// Opens the case in a journal, with as many entries.
  mutating func open(in store: Store, entries count: Int) throws {
    try store.open(new, of: Self.program, with: [try start()])
    for _ in 1..<max(1, count) {
      let head = sealer.head
      try store.append([try answer()], to: identifier, after: head)
    }
  }
}

/// Takes a trace for what it says: the programs of these tests are none.
struct Unchecked: TraceSink {
  mutating func program(_ program: StoredProgram) {}
  mutating func begin(_ record: CaseRecord) {}
  mutating func entry(_ entry: SealedEntry) {}
  mutating func end(_ record: CaseRecord) {}
}

extension Store {
  func importUnchecked(_ path: String) throws -> ImportSummary {
    var check = Unchecked()
    return try self.import(path, checking: &check)
  }

  func entries(of identifier: String) throws -> [SealedEntry] {
    var entries: [SealedEntry] = []
    try forEachEntry(of: identifier) { entries.append($0) }
    return entries
  }

  /// Verifies a case's chain to its end; gives the number of entries.
  func verify(_ identifier: String) throws -> Int {
    var chain = ChainVerifier(case: identifier)
    let record = try forEachEntry(of: identifier) { _ = try chain.verify($0) }
    try chain.verifyEnd(record.head)
    return chain.head.sequence
  }
}
