import FlowDSL
import FlowRuntime
import FlowStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A journal that is open, and the programs of its cases.
final class JournalDesk {
  let path: String
  let store: Store
  private var shelf = ProgramShelf()
  /// For whom cases are read; `nil` where the journal is kept, not its cases read.
  private let reader: CaseReader?

  /// What a journal is opened for.
  enum Purpose {
    /// Only what is there is read: nothing is made and nothing written.
    case reading
    /// A journal that is there is written to.
    case writing
    /// As `writing`; a journal is made where there is none.
    case creating
  }

  /// Opens a journal for a purpose.
  ///
  /// - Parameters:
  ///   - desk: Where it is said that others may open it too; `nil` where that is said later, or to nobody.
  ///   - reader: For whom cases are read: one that is closed to them is not there.
  init(at path: String, for purpose: Purpose, of desk: Desk?, reader: CaseReader? = nil) throws(Failure) {
    self.reader = reader
    guard purpose == .creating || Folder.hasEntry(path) else {
      throw Failure(.noJournal, .noInput, ["path": path])
    }
    self.path = path
    do throws(StoreError) {
      store = try purpose == .reading ? Store(reading: path) : Store(at: path)
    } catch { throw Failure(error) }
    if let desk { Self.sayIfOpenToOthers(path, at: desk) }
  }

  /// Says where others than its owner and the owner's group may open a journal. It is made for its owner alone.
  static func sayIfOpenToOthers(_ path: String, at desk: Desk) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o007 != 0 else { return }
    desk.say(.openToOthers(path))
  }

  /// All cases, in the order in which they were opened.
  func records() throws(Failure) -> [CaseRecord] {
    do throws(StoreError) { return try store.cases() } catch { throw Failure(error) }
  }

  /// The case of that name, or the only one that begins so, else the only one that is known by that number elsewhere; letter
  /// case, hyphens and spaces are passed over.
  func record(_ name: String) throws(Failure) -> CaseRecord {
    let records = try records()
    if let exact = records.first(where: { $0.identifier == name }) { return exact }
    let wanted = Self.plain(name)
    var found = wanted.isEmpty ? [] : records.filter { Self.plain($0.identifier).hasPrefix(wanted) }
    if found.isEmpty, !wanted.isEmpty {
      for record in records where try isKnown(record, as: wanted) { found.append(record) }
    }
    // Nothing is said of cases that are closed to the reader, not even that there are some.
    if found.count > 1, reader != nil {
      var seen: [CaseRecord] = []
      for record in found where try readable(record) != nil { seen.append(record) }
      found = seen
    }
    guard let only = found.first else { throw Failure(.unknownCase, .noInput, ["case": name, "path": path]) }
    guard found.count == 1 else {
      let names = found.map(\.identifier).joined(separator: ", ")
      throw Failure(.severalCases, .noInput, ["case": name, "found": names])
    }
    return only
  }

  /// Whether a case is known by a number elsewhere; one that cannot be read is known by none.
  private func isKnown(_ record: CaseRecord, as reference: String) throws(Failure) -> Bool {
    guard case .success(let stored)? = try readable(record) else { return false }
    return stored.state.references.contains { Self.plain($0) == reference }
  }

  /// The case of that name, as its entries leave it.
  func stored(named name: String) throws(Failure) -> StoredState { try stored(record(name), asked: name) }

  /// A case as its entries leave it, its chain verified.
  ///
  /// - Parameter asked: What was typed for it: of a case that is closed to the reader nothing more is said.
  func stored(_ record: CaseRecord, asked: String? = nil) throws(Failure) -> StoredState {
    let (entries, record) = try store.entries(of: record.identifier)
    let program = try compiled(record, flow: entries.first?.startedFlow)
    let state: State
    do throws(Divergence) { state = try Replay.state(after: entries, of: program) } catch {
      throw Failure(
        .journalDiverges, .data, ["case": record.identifier, "sequence": String(error.sequence)])
    }
    if let reader, !state.maySee(reader.identifier, role: reader.role) {
      throw Failure(.unknownCase, .noInput, ["case": asked ?? record.identifier, "path": path])
    }
    return StoredState(record: record, entries: entries, state: state)
  }

  /// A case as its entries leave it, or left it up to one of them. What was said after it, erased or not, does not count.
  func state(of record: CaseRecord, asked: String, upTo sequence: Int?) throws(Failure) -> State {
    guard let sequence else { return try stored(record, asked: asked).state }
    if reader != nil { _ = try stored(record, asked: asked) }
    let entries = try store.entries(of: record.identifier, upTo: sequence)
    guard entries.last?.sequence == sequence else {
      throw Failure(
        .noSuchEntry, .noInput, ["case": record.identifier, "sequence": String(sequence)])
    }
    let program = try compiled(record, flow: entries.first?.startedFlow)
    do throws(Divergence) { return try Replay.state(after: entries, of: program) } catch {
      throw Failure(
        .journalDiverges, .data, ["case": record.identifier, "sequence": String(error.sequence)])
    }
  }

  /// A case as its entries leave it, or why it cannot be read; `nil` where it is closed to the reader.
  func readable(_ record: CaseRecord) throws(Failure) -> Result<StoredState, Failure>? {
    do throws(Failure) { return .success(try stored(record)) } catch {
      if reader != nil, error.isUnknownCase { return nil }
      guard error.isDamage else { throw error }
      return .failure(error)
    }
  }

  /// The case that was written to last among those that are open. The others are not walked: the last entry says when it was
  /// made.
  ///
  /// - Parameter damaged: Takes each case that cannot be read and is passed over.
  func lastOpen(damaged: (CaseRecord) -> Void) throws(Failure) -> StoredState {
    let records: [CaseRecord]
    do throws(StoreError) { records = try store.casesByLastEntry() } catch { throw Failure(error) }
    for record in records {
      switch try readable(record) {
      case .success(let stored) where stored.state.status == .running: return stored
      case .success, nil: break
      case .failure: damaged(record)
      }
    }
    throw Failure(.noOpenCase, .noInput, ["path": path])
  }

  /// Verifies a case's chain and walks it again, from one state of the journal.
  ///
  /// - Returns: The case's record in that state, and what the replay shows, or why the case cannot be replayed.
  func replay(_ record: CaseRecord, with replay: inout CaseReplay) throws(Failure) -> Replayed {
    do {
      replay.begin(record, program: try program(record.program))
      let now = try store.forEachEntry(of: record.identifier) { try replay.take($0) }
      return Replayed(record: now, result: .success(try replay.verdict(end: now)))
    } catch {
      let failure = Failure(any: error, path: path)
      guard failure.isDamage else { throw failure }
      return Replayed(record: record, result: .failure(failure))
    }
  }

  /// The program of a case; its texts are fetched and compiled once.
  private func compiled(_ record: CaseRecord, flow: String?) throws(Failure) -> Program {
    if let known = shelf.known(record.program) { return known }
    let stored = try program(record.program)
    guard let program = shelf.program(stored, flow: flow) else {
      throw shelf.failure(stored, flow: flow, case: record.identifier)
    }
    return program
  }

  private func program(_ hash: String) throws(Failure) -> StoredProgram {
    do throws(StoreError) { return try store.program(hash) } catch { throw Failure(error) }
  }

  private static func plain(_ name: String) -> String {
    String(name.lowercased().filter { $0 != "-" && !$0.isWhitespace })
  }
}

/// A case with everything the journal says of it.
struct StoredState: Sendable {
  var record: CaseRecord
  var entries: [Entry]
  var state: State
}

extension Entry {
  /// The flow that a case began with.
  var startedFlow: String? {
    guard case .started(let start) = event else { return nil }
    return start.flow
  }
}
