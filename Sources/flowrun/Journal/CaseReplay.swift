import FlowDSL
import FlowRuntime
import FlowStore

/// A case and what replaying it shows, or why it cannot be replayed.
struct Replayed {
  var record: CaseRecord
  var result: Result<Verdict, Failure>

  /// Whether the case was reproduced, as far as it can be read.
  var isGood: Bool {
    switch result {
    case .success(let verdict): verdict.isGood
    case .failure: false
    }
  }
}

/// Replays cases one after the other, as their entries stream by.
struct CaseReplay {
  /// The first digits of a hash that the chain must hold: a head that was kept elsewhere.
  let head: String?
  private var hasHead = false
  private var shelf = ProgramShelf()
  private var replayer: Replayer?
  private var stored: StoredProgram?
  private var identifier = ""

  /// A replay; with a head kept elsewhere, a chain that does not hold it is broken.
  init(head: String? = nil) { self.head = head }

  /// A case begins.
  mutating func begin(_ record: CaseRecord, program: StoredProgram) {
    identifier = record.identifier
    stored = program
    replayer = nil
    hasHead = false
  }

  /// The next entry; the first says which flow the program is of.
  mutating func take(_ entry: SealedEntry) throws(Failure) {
    if replayer == nil { try start(flow: startedFlow(entry)) }
    if let head, entry.hash.hexadecimal.hasPrefix(head) { hasHead = true }
    replayer?.take(entry)
  }

  /// What the replay shows.
  mutating func verdict(end record: CaseRecord) throws(Failure) -> Verdict {
    if replayer == nil { try start(flow: nil) }
    // INVARIANT: `start` set a replayer, or threw.
    let verdict =
      replayer?.verdict(end: record.head, opened: record.opened)
      ?? .broken(ChainFault(sequence: 1, kind: .missing))
    guard verdict.isGood, head != nil, !hasHead else { return verdict }
    return .broken(ChainFault(sequence: record.head.sequence, kind: .otherHead))
  }

  private mutating func start(flow: String?) throws(Failure) {
    guard let stored else { throw Failure(.programHasErrors, .data, ["case": identifier]) }
    guard let program = shelf.program(stored, flow: flow) else {
      throw shelf.failure(stored, flow: flow, case: identifier)
    }
    replayer = Replayer(case: identifier, of: program)
  }

  private func startedFlow(_ entry: SealedEntry) -> String? {
    var chain = ChainVerifier(case: identifier)
    guard case .whole(let first)? = try? chain.verify(entry) else { return nil }
    return first.startedFlow
  }
}
