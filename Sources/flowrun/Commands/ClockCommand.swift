import ArgumentParser
import FlowRuntime
import FlowStore

/// `flowrun clock`
struct ClockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock",
    abstract: "Let time pass in the open cases: what is late is recorded, waits that are over end.",
    discussion: """
      For a timer of the machine, every minute for example. It decides nothing: it writes an entry, as the machine, into each \
      case in which something comes of it: a step has become late, a wait is over, an hour has come. Into the others it writes none.

      Examples:
        flowrun clock                all open cases
        flowrun clock 7K3M           one case
      """)

  @Argument(help: ArgumentHelp("A case, or how its name begins; without it all.", valueName: "case"))
  var name: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var journal: JournalOption

  /// Who lets time pass.
  static let machine = Person(identifier: "machine", role: "machine")

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      let journal = try JournalDesk(at: try self.journal.path(desk.environment), for: .writing, of: desk)
      for record in try records(of: journal) {
        switch try journal.readable(record) {
        case .success(let stored): try letTimePass(in: stored, of: journal, at: desk)
        case .failure: desk.say(.damaged(record.identifier))
        case nil: break
        }
      }
    }
  }

  private func records(of journal: JournalDesk) throws(Failure) -> [CaseRecord] {
    guard let name else { return try journal.records() }
    return [try journal.record(name)]
  }

  private func letTimePass(in stored: StoredState, of journal: JournalDesk, at desk: Desk) throws(Failure) {
    let now = SystemClock.now()
    let state = stored.state
    let offset = LocalTime(now).utcOffset
    guard Interpreter(state.program).isTimeToLook(state, at: now, offset: offset) else { return }
    let file = StoredCase(
      stored.record.identifier, in: journal.store, of: state.program, opening: .there)
    // The chain goes on after what is there.
    _ = try file.entries()
    var session = CaseSession(
      identifier: file.identifier, interpreter: Interpreter(state.program), state: state,
      person: Self.machine, journal: file, clock: { now }, offset: { _ in offset })
    do throws(CaseSession.Fault) { try session.say(.clock) } catch {
      throw desk.failure(error, roles: state.program.roles)
    }
  }
}
