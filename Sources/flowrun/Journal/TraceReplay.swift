import FlowRuntime
import FlowStore

/// Replays the cases of a trace, one after the other.
struct TraceReplay: TraceSink {
  private var programs: [String: StoredProgram] = [:]
  private var replay: CaseReplay
  /// The case that is being read, and why it cannot be replayed.
  private(set) var current: CaseRecord?
  private var failure: Failure?
  private let report: (Replayed) throws -> Void

  /// A replay that gives each case as soon as all of it was read.
  init(_ replay: CaseReplay = CaseReplay(), _ report: @escaping (Replayed) throws -> Void) {
    self.replay = replay
    self.report = report
  }

  mutating func program(_ program: StoredProgram) { programs[program.hash] = program }

  mutating func begin(_ record: CaseRecord) {
    // INVARIANT: the reader refuses a case of a program that the trace does not carry.
    replay.begin(
      record, program: programs[record.program] ?? StoredProgram(hash: record.program, sources: []))
    current = record
    failure = nil
  }

  mutating func entry(_ entry: SealedEntry) {
    guard failure == nil else { return }
    do throws(Failure) { try replay.take(entry) } catch { failure = error }
  }

  mutating func end(_ record: CaseRecord) throws {
    current = nil
    if let failure { return try report(Replayed(record: record, result: .failure(failure))) }
    let result: Result<Verdict, Failure>
    do throws(Failure) { result = .success(try replay.verdict(end: record)) } catch {
      result = .failure(error)
    }
    try report(Replayed(record: record, result: result))
  }
}

/// Why a trace is not taken into a journal: a case that is not reproduced.
struct NotReproduced: Error {
  let replayed: Replayed
}
