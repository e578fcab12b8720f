import FlowDSL

/// Walks a journal again, entry by entry, and compares what the walk adds with what was recorded.
///
/// It holds one case's state and no more, however long the journal.
public struct Replay: Sendable {
  /// The case as it stands after the entries taken.
  public private(set) var state: State
  /// What the walk adds to the entry last said, and how much of it was found.
  private var awaited: [Event] = []
  private var found = 0

  /// A replay from the start of a case.
  public init(of program: Program) { state = State(program: program) }

  /// Takes the next entry.
  public mutating func take(_ entry: Entry) throws(Divergence) {
    let next = state.sequence - awaited.count + found + 1
    guard found == awaited.count else {
      guard entry.sequence == next, entry.at == state.now, entry.offset == state.offset,
        entry.event == awaited[found], entry.by == state.said[state.said.count - 1].by
      else { throw Divergence(sequence: next, expected: expected(next), found: entry) }
      found += 1
      return
    }
    guard entry.event.isSaid, entry.sequence == next, entry.at >= state.now else {
      throw Divergence(sequence: next, found: entry)
    }
    do throws(Refusal) {
      try state.take(entry.event, by: entry.by, at: entry.at, offset: entry.offset)
    } catch {
      throw Divergence(sequence: next, found: entry, refusal: error)
    }
    swap(&awaited, &state.scratch.events)
    state.scratch.events.removeAll(keepingCapacity: true)
    found = 0
  }

  /// Passes over the next entry, added by the walk, of which a value is erased: what is left of it is compared.
  public mutating func pass(
    _ sequence: Int, at instant: Instant, by person: Person, name: String, step: StepPath?
  ) throws(Divergence) {
    let next = state.sequence - awaited.count + found + 1
    guard found < awaited.count else { throw Divergence(sequence: next) }
    let expected = expected(next)
    guard sequence == next, instant == expected.at, person == expected.by, name == expected.event.name,
      step == expected.event.step
    else { throw Divergence(sequence: next, expected: expected) }
    found += 1
  }

  /// Ends the replay: every entry that the walk added must have been found.
  public func finish() throws(Divergence) {
    guard found < awaited.count else { return }
    let next = state.sequence - awaited.count + found + 1
    throw Divergence(sequence: next, expected: expected(next))
  }

  private func expected(_ number: Int) -> Entry {
    Entry(
      sequence: number, at: state.now, offset: state.offset, by: state.said[state.said.count - 1].by,
      event: awaited[found])
  }

  /// The case as a whole journal leaves it.
  public static func state(
    after entries: some Sequence<Entry>, of program: Program
  ) throws(Divergence) -> State {
    var replay = Replay(of: program)
    for entry in entries { try replay.take(entry) }
    try replay.finish()
    return replay.state
  }
}
