import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What holds of every walk, whoever says what in whatever order: any open step, reports, notes, hand-overs,
/// abandoning, corrections of anything.
@Suite struct AnyWalkTests {
  /// Blocks in which conditions read the moment of the entry, and blocks in which they do not.
  @Test(arguments: 0..<3, [false, true])
  func foldingAndReplayGiveTheWalk(_ block: Int, _ readsMoment: Bool) throws {
    var seen: Set<String> = []
    for seed in UInt64(block * 60)..<UInt64(block * 60 + 60) {
      var generator = ProgramGenerator(seed: seed &+ 10_000, readsMoment: readsMoment)
      let program = generator.program()
      let interpreter = Interpreter(program)
      var walk = AnyWalk(seed: seed)
      var state = interpreter.initial
      var folded = interpreter.initial
      var entries: [Entry] = []
      for number in 0..<150 {
        guard let (event, person) = walk.next(state) else { break }
        let at = Instant(milliseconds: Int64(number) * 60_000)
        let offset = UTCOffset(minutes: number * 7 % 120 - 60) ?? .utc
        let before = state
        guard let made = try? interpreter.step(event, by: person, at: at, offset: offset, state: &state)
        else {
          let isUnchanged = state == before
          #expect(isUnchanged, "seed \(seed): refused and yet changed")
          continue
        }
        seen.formUnion(made.map(\.event.name))
        entries += made
        #expect(try interpreter.decide(event, by: person, at: at, offset: offset, state: before) == made)
        for entry in made { try interpreter.apply(entry, to: &folded) }
        let isFolded = folded == state
        #expect(isFolded, "seed \(seed) entry \(state.sequence)")
      }
      let replayed = try Replay.state(after: entries, of: program)
      let isReplayed = replayed == state
      #expect(isReplayed, "seed \(seed)")
      let refolded = try State.folded(state.said, of: program, after: state)
      let isRefolded = refolded.isSameWalk(as: state)
      #expect(isRefolded, "seed \(seed)")
    }
    // The walks are worth something only if they meet everything that can happen.
    let all = Set(AnyWalkTests.names)
    #expect(all.subtracting(seen) == [])
  }

  static let names = [
    "started", "answered", "ticked", "contacted", "referred", "confirmed", "overridden", "reported",
    "settled", "corrected",
    "noted", "handed-over", "abandoned", "reopened", "clock", "recommended", "decided", "interrupted",
    "concurred", "resumed", "cancelled", "exhausted",
    "overdue", "withdrawn", "reinstated", "ended",
  ]
}

/// Says anything, also what is refused.
private struct AnyWalk {
  var random: SeededGenerator
  var walker: RandomWalker
  /// What another thing was that might have been said, by number.
  var others: [Int: Act] = [:]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    walker = RandomWalker(seed: seed &+ 1)
  }

  mutating func next(_ state: State) -> (Event, Person)? {
    var person = Person(identifier: "p1", role: "officer")
    guard state.status != .notStarted else {
      return (.started(Start(program: "test", flow: "flow-0", language: "en")), person)
    }
    switch Int.random(in: 0..<40, using: &random) {
    case 0: return (.noted("note"), person)
    case 1: return (.handedOver(to: Person(identifier: "p2", role: "officer"), reason: nil), person)
    case 2: return (.abandoned(reason: "reason"), person)
    case 3...6 where state.status == .abandoned: return (.reopened(reason: "reason"), person)
    case 3:
      return state.reportable.randomElement(using: &random).map { ($0.event, person) } ?? (.clock, person)
    case 4...6: return correction(state) ?? (.clock, person)
    case 7...8: return takeUp(state) ?? (.clock, person)
    default: break
    }
    guard let open = state.open.randomElement(using: &random), let act = walker.act(at: open, of: state)
    else {
      return state.status == .abandoned ? (.reopened(reason: "reason"), person) : correction(state)
    }
    if let other = walker.act(at: open, of: state) { others[state.sequence + 1] = other }
    person.role = act.role
    person.identifier = act.person ?? person.identifier
    return (act.event, person)
  }

  private mutating func takeUp(_ state: State) -> (Event, Person)? {
    guard let task = state.openTasks.randomElement(using: &random) else { return nil }
    let person = Person(identifier: "p4", role: "officer")
    guard let again = task.again, Bool.random(using: &random), let act = walker.act(at: again, of: state)
    else { return (task.settled(done: Bool.random(using: &random), reason: "reason"), person) }
    if let other = walker.act(at: again, of: state) { others[state.sequence + 1] = other }
    return (act.event, Person(identifier: "p4", role: act.role))
  }

  private mutating func correction(_ state: State) -> (Event, Person)? {
    guard let said = state.answers.randomElement(using: &random), let other = others[said.sequence] else {
      return nil
    }
    return (
      .corrected(sequence: said.sequence, to: other.event, reason: "reason"),
      Person(identifier: other.person ?? "p3", role: other.role)
    )
  }
}
