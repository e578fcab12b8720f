import FlowDSL
import FlowRuntime
import FlowStore

/// Replays cases one after the other, as their entries stream by.
struct CaseReplay {
  private var shelf = ProgramShelf()
  private var replayer: Replayer?
  private var stored: StoredProgram?
  private var identifier = ""

  /// A case begins.
  mutating func begin(_ record: CaseRecord, program: StoredProgram) {
    identifier = record.identifier
    stored = program
    replayer = nil
  }

  /// The next entry; the first says which flow the program is of.
  mutating func take(_ entry: SealedEntry) throws(Failure) {
    if replayer == nil { try start(flow: startedFlow(entry)) }
    replayer?.take(entry)
  }

  /// What the replay shows.
  mutating func verdict(end record: CaseRecord) throws(Failure) -> Verdict {
    if replayer == nil { try start(flow: nil) }
    // INVARIANT: `start` set a replayer, or threw.
    return replayer?.verdict(end: record.head) ?? .reproduced
  }

  private mutating func start(flow: String?) throws(Failure) {
    guard let program = stored.flatMap({ shelf.program($0, flow: flow) }) else {
      throw Failure(.programHasErrors, .data, ["case": identifier])
    }
    replayer = Replayer(case: identifier, of: program)
  }

  private func startedFlow(_ entry: SealedEntry) -> String? {
    var chain = ChainVerifier(case: identifier)
    guard case .whole(let first)? = try? chain.verify(entry) else { return nil }
    return first.startedFlow
  }
}

/// Replays the cases of a trace.
struct TraceReplay: TraceSink {
  private(set) var verdicts: [(record: CaseRecord, verdict: Verdict)] = []
  private var programs: [String: StoredProgram] = [:]
  private var replay = CaseReplay()

  mutating func program(_ program: StoredProgram) { programs[program.hash] = program }

  mutating func begin(_ record: CaseRecord) {
    // INVARIANT: the reader refuses a case of a program that the trace does not carry.
    replay.begin(
      record, program: programs[record.program] ?? StoredProgram(hash: record.program, sources: []))
  }

  mutating func entry(_ entry: SealedEntry) throws { try replay.take(entry) }

  mutating func end(_ record: CaseRecord) throws {
    verdicts.append((record, try replay.verdict(end: record)))
  }
}
