import FlowRuntime

/// A case at which someone sits: what is said is kept in the journal before the state moves on.
struct CaseSession {
  /// Why what was said does not count.
  enum Fault: Error, Sendable, Hashable {
    case refused(Refusal)
    case journal(Failure)
  }

  /// The short name of the case; it says nothing about anyone.
  let identifier: String
  let interpreter: Interpreter
  private(set) var state: State
  /// Who sits at the terminal.
  var person: Person
  private let journal: any CaseJournal
  private let clock: () -> Instant
  /// How far the place's clocks are ahead of UTC.
  private let offset: (Instant) -> UTCOffset

  /// A case as its journal leaves it.
  init(
    identifier: String, interpreter: Interpreter, state: State, person: Person, journal: any CaseJournal,
    clock: @escaping () -> Instant, offset: @escaping (Instant) -> UTCOffset = { LocalTime($0).utcOffset }
  ) {
    self.identifier = identifier
    self.interpreter = interpreter
    self.state = state
    self.person = person
    self.journal = journal
    self.clock = clock
    self.offset = offset
  }

  /// Whether the case is in the journal: not before something was said in it.
  var isKept: Bool { journal.isKept }

  /// The moment that the next entry would bear.
  var now: Instant { clock() }

  /// How far the place's clocks are ahead of UTC now.
  var offsetNow: UTCOffset { offset(clock()) }

  /// Says something; it counts once it is on the disk.
  @discardableResult
  mutating func say(_ event: Event, by other: Person? = nil) throws(Fault) -> [Entry] {
    var next = state
    let entries: [Entry]
    let now = clock()
    do throws(Refusal) {
      entries = try interpreter.step(
        event, by: other ?? person, at: now, offset: offset(now), state: &next)
    } catch { throw .refused(error) }
    do throws(Failure) {
      try journal.append(entries)
    } catch { throw .journal(error) }
    state = next
    return entries
  }

  /// All entries of the case, as its journal keeps them.
  func entries() throws(Failure) -> [Entry] { try journal.entries() }

  /// Reads the case again, after someone else wrote to it.
  mutating func readAgain() throws(Fault) {
    let entries: [Entry]
    do throws(Failure) { entries = try journal.entries() } catch { throw .journal(error) }
    var read = interpreter.initial
    do throws(Refusal) {
      for entry in entries { try interpreter.apply(entry, to: &read) }
    } catch { throw .refused(error) }
    state = read
  }
}
