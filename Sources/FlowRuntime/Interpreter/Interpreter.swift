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
    _ said: Event, by person: Person, at instant: Instant, state: State
  ) throws(Refusal) -> [Entry] {
    var next = state
    return try step(said, by: person, at: instant, state: &next)
  }

  /// Takes what was said and walks on; the state is unchanged when it is refused.
  ///
  /// No entry bears an earlier instant than the one before it: where clocks disagree, it gets the instant of the
  /// one before.
  @discardableResult
  public func step(
    _ said: Event, by person: Person, at instant: Instant, state: inout State
  ) throws(Refusal) -> [Entry] {
    try state.take(said, by: person, at: instant)
    let entries = state.entries(of: said, by: person)
    state.scratch.events.removeAll(keepingCapacity: true)
    return entries
  }

  /// Moves the state past a recorded entry. What the walk added follows from what was said, so that such entries
  /// change nothing by themselves; ``Replay`` compares them.
  public func apply(_ entry: Entry, to state: inout State) throws(Refusal) {
    guard entry.event.isSaid else { return }
    try state.take(entry.event, by: entry.by, at: entry.at)
    state.scratch.events.removeAll(keepingCapacity: true)
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
    entries.append(Entry(sequence: first, at: now, by: person, event: said))
    for (offset, event) in scratch.events.enumerated() {
      entries.append(Entry(sequence: first + 1 + offset, at: now, by: person, event: event))
    }
    return entries
  }
}
