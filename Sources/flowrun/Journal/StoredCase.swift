import FlowDSL
import FlowRuntime
import FlowStore

/// The journal of one case in the store.
final class StoredCase: CaseJournal {
  /// When a case gets into the store.
  enum Opening: Sendable, Hashable {
    /// It is there.
    case there
    /// With its first entries.
    case atOnce
    /// With the first thing said in it: a case in which nothing was answered is none.
    case withFirstAnswer
  }

  let identifier: String
  private let store: Store
  private let program: Program
  private var sealer: Sealer
  /// Whether the store has the case yet.
  private var isOpen: Bool
  /// Whether the start is kept back until something is said.
  private let isPatient: Bool
  private var waiting: [Entry] = []

  /// A case that the store has, or that it gets.
  init(_ identifier: String, in store: Store, of program: Program, opening: Opening) {
    self.identifier = identifier
    self.store = store
    self.program = program
    sealer = Sealer(case: identifier, privacy: Privacy(program))
    isOpen = opening == .there
    isPatient = opening == .withFirstAnswer
  }

  var isKept: Bool { isOpen }

  func append(_ new: [Entry]) throws(Failure) {
    if isPatient, !isOpen, waiting.isEmpty {
      waiting = new
      return
    }
    let entries = waiting + new
    var sealer = sealer
    var salts = SystemRandomNumberGenerator()
    var sealed: [SealedEntry] = []
    do throws(UnwritableValue) {
      for entry in entries { sealed.append(try sealer.seal(entry, salts: &salts)) }
    } catch { throw Failure(.unwritable, .data, ["reason": "\(error)"]) }
    do throws(StoreError) {
      if isOpen {
        try store.append(sealed, to: identifier, after: self.sealer.head)
      } else if let first = entries.first {
        try open(NewCase(identifier, opened: first.at), with: sealed)
        isOpen = true
      }
    } catch { throw Failure(error) }
    waiting = []
    self.sealer = sealer
  }

  private func open(_ new: NewCase, with entries: [SealedEntry]) throws(StoreError) {
    do throws(StoreError) {
      try store.open(new, of: StoredProgram(program), with: entries)
    } catch {
      guard case .programDiffers(let hash) = error else { throw error }
      // Comments and layout do not count in a program's hash: texts that give the same program will do. Others must not.
      let kept = try store.program(hash)
      var shelf = ProgramShelf()
      guard shelf.program(kept, flow: program.flows.first?.name) != nil else { throw error }
      try store.open(new, of: kept, with: entries)
    }
  }

  func entries() throws(Failure) -> [Entry] {
    guard isOpen else { return waiting }
    let (entries, record) = try store.entries(of: identifier)
    sealer = Sealer(case: identifier, after: record.head, privacy: Privacy(program))
    return entries
  }
}

extension Store {
  /// The entries of a case up to one of them, the chain verified to its end.
  func entries(of identifier: String, upTo sequence: Int) throws(Failure) -> [Entry] {
    var verifier = ChainVerifier(case: identifier)
    var entries: [Entry] = []
    do {
      let record = try forEachEntry(of: identifier) { sealed in
        switch try verifier.verify(sealed) {
        case .whole(let entry), .redacted(let entry):
          if entry.sequence <= sequence { entries.append(entry) }
        case .erased(let erased) where erased.sequence <= sequence:
          throw Failure(.erased, .data, ["case": identifier, "sequence": String(erased.sequence)])
        case .erased: break
        }
      }
      try verifier.verifyEnd(record.head)
    } catch let fault as ChainFault {
      throw Failure(.chainBroken, .data, ["case": identifier, "sequence": String(fault.sequence)])
    } catch {
      throw Failure(any: error, path: path)
    }
    return entries
  }

  /// The entries of a case, its chain verified, and where it ends.
  func entries(of identifier: String) throws(Failure) -> (entries: [Entry], record: CaseRecord) {
    var verifier = ChainVerifier(case: identifier)
    var entries: [Entry] = []
    let record: CaseRecord
    do {
      record = try forEachEntry(of: identifier) { sealed in
        switch try verifier.verify(sealed) {
        case .whole(let entry), .redacted(let entry): entries.append(entry)
        case .erased(let erased):
          throw Failure(.erased, .data, ["case": identifier, "sequence": String(erased.sequence)])
        }
      }
      try verifier.verifyEnd(record.head)
      guard !entries.isEmpty else { throw ChainFault(sequence: 1, kind: .missing) }
    } catch let fault as ChainFault {
      throw Failure(.chainBroken, .data, ["case": identifier, "sequence": String(fault.sequence)])
    } catch {
      throw Failure(any: error, path: path)
    }
    return (entries, record)
  }
}
