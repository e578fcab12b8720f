import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// Walks of generated programs, sealed and replayed.
@Suite struct ReplayerTests {
  /// A walk with a correction in it, as long as it goes.
  private func walk(_ seed: UInt64) throws -> (program: Program, entries: [Entry]) {
    var generator = ProgramGenerator(seed: seed)
    let program = generator.program()
    var walked = try Case(of: program)
    let answers = KeyedAnswers(seed: seed)
    var acts = 0
    while acts < 200, try walked.goOn(answers) { acts += 1 }
    return (program, walked.entries)
  }

  private func verdict(
    _ entries: [SealedEntry], of program: Program, end: ChainHead? = nil, opened: Instant? = nil
  ) -> Verdict {
    var replayer = Replayer(case: "case-1", of: program)
    for entry in entries { replayer.take(entry) }
    let last = entries.last.map { ChainHead(sequence: $0.sequence, hash: $0.hash) }
    return replayer.verdict(end: end ?? last ?? .start, opened: opened)
  }

  @Test(arguments: 0..<40) func walksAreReproduced(_ seed: UInt64) throws {
    let (program, entries) = try walk(seed)
    #expect(verdict(try sealed(entries, privacy: Privacy(program)), of: program) == .reproduced)
    #expect(verdict(try sealed(entries), of: program) == .reproduced)
  }

  /// One who changes an entry and forges the whole chain anew is found by the walk.
  @Test(arguments: 0..<20) func forgedEntriesDiffer(_ seed: UInt64) throws {
    let (program, entries) = try walk(seed)
    var found = 0
    for (index, entry) in entries.enumerated() {
      var forged = entries
      switch entry.event {
      case .recommended(let step, var recommendation):
        recommendation.score = 99
        forged[index].event = .recommended(step: step, recommendation)
      case .decided(let step, _): forged[index].event = .decided(step: step, [])
      case .ended: forged[index].event = .ended(outcome: "never")
      case .withdrawn(let entries): forged[index].event = .reinstated(entries)
      default: continue
      }
      found += 1
      guard case .differs(let divergence) = verdict(try sealed(forged), of: program) else {
        Issue.record("seed \(seed): entry \(index + 1) was not found")
        continue
      }
      #expect(divergence.sequence == index + 1)
      #expect(divergence.found == forged[index])
      #expect(divergence.expected == entry)
    }
    #expect(found > 0)
  }

  @Test(arguments: 0..<10) func alteredEntriesAreNamed(_ seed: UInt64) throws {
    let (program, entries) = try walk(seed)
    let original = try sealed(entries)
    let end = ChainHead(sequence: original.count, hash: original[original.count - 1].hash)
    for index in original.indices {
      var changed = original
      changed[index].body[20] ^= 1
      #expect(
        verdict(changed, of: program, end: end) == .broken(ChainFault(sequence: index + 1, kind: .altered)))
      let cut = Array(original[..<index])
      #expect(
        verdict(cut, of: program, end: end)
          == .broken(ChainFault(sequence: index + 1, kind: .truncated(expected: original.count))))
    }
  }

  @Test(arguments: 0..<20) func erasedValuesStopTheWalkButNotTheChain(_ seed: UInt64) throws {
    let (program, entries) = try walk(seed)
    let original = try sealed(entries)
    for index in original.indices where !original[index].openings.isEmpty {
      var erased = original
      erased[index].openings = erased[index].openings.map { _ in .erased }
      let event = entries[index].event
      let verdict = verdict(erased, of: program)
      switch event {
      case .answered, .overridden, .started:
        #expect(verdict == .unopened(from: index + 1, entries: [index + 1]), "\(event)")
      default:
        // What the walk added, and texts: the walk is computed again without them.
        #expect(verdict == .reproduced, "\(event)")
      }
      // The chain is still verified to its end.
      erased[erased.count - 1].body[10] ^= 1
      #expect(
        self.verdict(erased, of: program)
          == .broken(ChainFault(sequence: erased.count, kind: .altered)))
    }
  }

  /// Without a logged erasure, nothing may be missing, whatever it is: text, value or grounds.
  @Test(arguments: 0..<20) func valuesTakenAwayAreNamed(_ seed: UInt64) throws {
    let (program, entries) = try walk(seed)
    let original = try sealed(entries)
    for index in original.indices where !original[index].openings.isEmpty {
      var changed = original
      changed[index].openings = changed[index].openings.map { _ in .missing }
      let from: Int? =
        switch entries[index].event {
        case .answered, .overridden, .started: index + 1
        default: nil
        }
      #expect(verdict(changed, of: program) == .withheld(entries: [index + 1], from: from))
    }
  }

  /// The record of a case stands beside the chain: the first entry says whether it tells the truth.
  @Test(arguments: 0..<5) func aCaseListedAtAnotherTimeIsNamed(_ seed: UInt64) throws {
    let (program, entries) = try walk(seed)
    let first = try #require(entries.first).at
    let other = first.advanced(by: seed.isMultiple(of: 2) ? 1 : -86_400_000)
    #expect(verdict(try sealed(entries), of: program, opened: first) == .reproduced)
    #expect(
      verdict(try sealed(entries), of: program, opened: other) == .openedOtherwise(other, first: first))
  }

  @Test func aCaseWithoutEntriesIsBroken() throws {
    let (program, _) = try walk(1)
    #expect(verdict([], of: program) == .broken(ChainFault(sequence: 1, kind: .missing)))
  }

  @Test func anotherProgramIsRefused() throws {
    let (program, entries) = try walk(1)
    let other = Program(program.flows, directory: program.directory, hash: "other")
    guard case .differs(let divergence) = verdict(try sealed(entries), of: other) else {
      Issue.record("reproduced with another program")
      return
    }
    #expect(divergence.refusal == .programDiffers(expected: "other", found: "test"))
  }

  @Test func privacyIsTheMoreCarefulOfTwoFlows() {
    func flow(_ facts: [Fact], level: Int) -> Flow {
      let assessment = Assessment(
        slot: level, risk: [], safety: [], unknownCounts: true, flags: [], levels: [])
      return Flow(
        name: "f", version: "1.0.0", title: Words([:]), languages: [], facts: facts,
        steps: [Step(name: "danger", next: .endOfBranch, kind: .assess(assessment))], outcomes: [])
    }
    let open = Fact(name: "level", type: .choice(["low"]))
    let personal = Fact(name: "level", type: .choice(["low"]), about: .victim)
    let alone = Privacy(Program([flow([open], level: 0)]))
    #expect(!alone.isPersonal(fact: "level"))
    #expect(!alone.isPersonal(decisionAt: StepPath("run/danger")))
    #expect(alone.isPersonal(fact: "not-declared"))
    #expect(alone.isPersonal(decisionAt: StepPath("other")))
    let both = Privacy(Program([flow([open], level: 0), flow([personal], level: 0)]))
    #expect(both.isPersonal(fact: "level"))
    #expect(both.isPersonal(decisionAt: StepPath("danger")))
  }
}
