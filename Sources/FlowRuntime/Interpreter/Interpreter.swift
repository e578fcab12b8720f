import FlowDSL

/// Walks cases through a program: values in, values out; no clock, no randomness, no file.
///
/// ```swift
/// let interpreter = Interpreter(program)
/// var state = interpreter.initial
/// let entries = try interpreter.step(.clock, by: person, at: instant, state: &state)
/// ```
public struct Interpreter: Sendable {
  /// What is walked.
  public let program: Program

  /// An interpreter of a checked program.
  public init(_ program: Program) { self.program = program }

  /// A case of which nothing is recorded: it takes `started` first.
  public var initial: State { State(program: program) }

  /// The entries that saying this makes: what was said, then what the walk adds. The state is not changed.
  public func decide(
    _ said: Event, by person: Person, at instant: Instant, offset: UTCOffset = .utc, state: State
  ) throws(Refusal) -> [Entry] {
    var next = state
    return try step(said, by: person, at: instant, offset: offset, state: &next)
  }

  /// Takes what was said and walks on; the state is unchanged when it is refused.
  ///
  /// No entry bears an earlier instant than the one before it: where clocks disagree, it gets the instant of the
  /// one before.
  ///
  /// - Parameter offset: How far the place's clocks are ahead of UTC: with the instant, the moment that expressions read.
  @discardableResult
  public func step(
    _ said: Event, by person: Person, at instant: Instant, offset: UTCOffset = .utc, state: inout State
  ) throws(Refusal) -> [Entry] {
    try state.take(said, by: person, at: instant, offset: offset)
    let entries = state.entries(of: said, by: person)
    state.scratch.events.removeAll(keepingCapacity: true)
    return entries
  }

  /// Moves the state past a recorded entry. What the walk added follows from what was said, so that such entries
  /// change nothing by themselves; ``Replay`` compares them.
  public func apply(_ entry: Entry, to state: inout State) throws(Refusal) {
    guard entry.event.isSaid else { return }
    try state.take(entry.event, by: entry.by, at: entry.at, offset: entry.offset)
    state.scratch.events.removeAll(keepingCapacity: true)
  }

  /// Whether something would come of an entry that says that time has passed: a step has become late, a wait is over, or a
  /// condition reads the moment otherwise than before.
  public func isTimeToLook(_ state: State, at instant: Instant, offset: UTCOffset) -> Bool {
    guard state.status == .running else { return false }
    var next = state
    let machine = Person(identifier: "", role: "")
    guard let made = try? step(.clock, by: machine, at: instant, offset: offset, state: &next) else {
      return false
    }
    return made.count > 1 || next.trail != state.trail
      || next.open.map { [$0.path.description, $0.item ?? ""] }
        != state.open.map { [$0.path.description, $0.item ?? ""] }
  }

  /// The state past a recorded entry.
  public func applying(_ entry: Entry, to state: State) throws(Refusal) -> State {
    var next = state
    try apply(entry, to: &next)
    return next
  }
}

extension State {
  /// The said entry just taken and those the walk added to it.
  func entries(of said: Event, by person: Person) -> [Entry] {
    let first = sequence - scratch.events.count
    var entries: [Entry] = []
    entries.reserveCapacity(1 + scratch.events.count)
    entries.append(Entry(sequence: first, at: now, offset: offset, by: person, event: said))
    for (place, event) in scratch.events.enumerated() {
      entries.append(
        Entry(sequence: first + 1 + place, at: now, offset: offset, by: person, event: event))
    }
    return entries
  }
}
