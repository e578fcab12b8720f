import FlowDSL
import FlowRuntime

/// Opens cases for someone: new ones, and those that go on. That others may open the journal is said when the walk ends: its
/// pages would wipe it away.
struct CaseOpening {
  /// Who sits here, where nobody said it.
  static let unnamed = "counter"

  let desk: Desk
  /// The journal's file.
  let path: String
  /// Who sits here, and in which role, where it was said.
  let identifier: String?
  let role: String?

  /// Starts a case of a program.
  ///
  /// - Parameter isPractice: Whether nobody is in danger in it, and names may be written.
  func new(_ program: Program, isPractice: Bool = false) throws(Failure) -> CaseSession {
    let person = try someone(program)
    let journal = try JournalDesk(at: path, for: .creating, of: nil)
    var random = SystemRandomNumberGenerator()
    let name = CaseIdentifier.random(using: &random)
    let interpreter = Interpreter(program)
    var session = CaseSession(
      identifier: name, interpreter: interpreter, state: interpreter.initial, person: person,
      journal: StoredCase(name, in: journal.store, of: program, opening: .withFirstAnswer),
      clock: SystemClock.now)
    let start = Start(
      program: program.hash, flow: program.flows[0].name, language: desk.words.language.rawValue,
      isPractice: isPractice)
    do throws(CaseSession.Fault) { try session.say(.started(start)) } catch {
      throw desk.failure(error, roles: program.roles)
    }
    return session
  }

  /// Goes on with a case: the one named, else the one that was open last.
  ///
  /// - Parameter reason: Why an abandoned case is reopened.
  func resumed(_ name: String?, reopening reason: String? = nil) throws(Failure) -> CaseSession {
    let reader = CaseReader(desk.environment, identifier: identifier, role: role)
    let journal = try JournalDesk(at: path, for: .writing, of: nil, reader: reader)
    let stored: StoredState
    if let name {
      stored = try journal.stored(named: name)
    } else {
      stored = try journal.lastOpen { damaged in
        desk.say(.damaged(damaged.identifier))
      }
    }
    switch stored.state.status {
    case .running: break
    case .ended where !stored.state.openTasks.isEmpty: break
    case .abandoned where reason != nil: break
    case .abandoned: throw Failure(.caseLeft, .noInput, ["case": stored.record.identifier])
    // It takes corrections and notes.
    case .ended where reason == nil: break
    case .ended, .notStarted:
      throw Failure(.caseClosed, .noInput, ["case": stored.record.identifier])
    }
    let file = StoredCase(
      stored.record.identifier, in: journal.store, of: stored.state.program, opening: .there)
    _ = try file.entries()
    var session = CaseSession(
      identifier: file.identifier, interpreter: Interpreter(stored.state.program), state: stored.state,
      person: try someone(stored.state.program), journal: file, clock: SystemClock.now)
    guard let reason else { return session }
    do throws(CaseSession.Fault) { try session.say(.reopened(reason: reason)) } catch {
      throw desk.failure(error, roles: stored.state.program.roles)
    }
    return session
  }

  /// Who sits here: as said, else the user of the machine in the role of the first step.
  private func someone(_ program: Program) throws(Failure) -> Person {
    let environment = desk.environment
    let stated = role ?? environment["FLOWRUN_ROLE"]
    let roles = program.roles.keys.filter { $0 != ProgramWords.victim }
    if let stated, !roles.isEmpty, !roles.contains(stated) {
      let names = ProgramWords(program: program, words: desk.words)
      let known = names.sorted(roles).map { names.recipient($0) + " (" + $0 + ")" }
      throw Failure(.unknownRole, .usage, ["role": stated, "known": known.joined(separator: ", ")])
    }
    let first = program.flows[0].steps.lazy.compactMap(\.by).first
    return Person(
      identifier: identifier ?? environment["FLOWRUN_PERSON"] ?? environment["USER"] ?? environment["LOGNAME"]
        ?? Self.unnamed,
      role: stated ?? first ?? "officer")
  }
}

extension Desk {
  /// Why what was said does not count, as a failure of a command.
  func failure(_ fault: CaseSession.Fault, roles: [String: Words]) -> Failure {
    switch fault {
    case .journal(let failure): failure
    case .refused(let refusal):
      Failure(.refused, .data, ["reason": words.words(of: refusal, roles: roles)])
    }
  }
}
