import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// Correcting an answer and going on is the same walk as having answered so at once (grammar, 12.5).
@Suite struct CorrectionLawTests {
  @Test(arguments: 0..<8) func correctedWalkIsTheWalkAnsweredSoAtOnce(_ block: Int) throws {
    for seed in UInt64(block * 50)..<UInt64(block * 50 + 50) {
      var generator = ProgramGenerator(seed: seed)
      let program = generator.program()
      try checkLaw(program, seed: seed)
    }
  }

  private func checkLaw(_ program: Program, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &* 31)
    var answers = KeyedAnswers(seed: seed)
    var walked = try Case(of: program)
    // What may be corrected: the number of the entry, what was asked, and another thing that might have been said.
    var choices: [(sequence: Int, key: String, other: Act)] = []
    let corrections = Int.random(in: 1...3, using: &random)
    for round in 0...corrections {
      let stop = Int.random(in: 1...60, using: &random)
      var acts = 0
      while let open = walked.state.open.first, round == corrections || acts < stop {
        let key = answers.key(of: open, walked.state)
        let other = answers.otherAct(at: open, walked.state)
        let sequence = walked.state.sequence + 1
        guard try walked.goOn(answers) else { break }
        if let other { choices.append((sequence, key, other)) }
        acts += 1
        try #require(acts < 5000, "seed \(seed): the walk does not end")
      }
      guard round < corrections else { break }
      let withdrawn = walked.state.withdrawn
      guard let choice = choices.filter({ !withdrawn.contains($0.sequence) }).randomElement(using: &random)
      else {
        continue
      }
      // An earlier correction may have made it say the same already.
      answers.instead[choice.key] = choice.other
      try walked.say(
        .corrected(sequence: choice.sequence, to: choice.other.event, reason: "reason"),
        role: choice.other.role, person: choice.other.person)
      try checkKept(walked, answers, seed: seed)
      choices.removeAll { $0.sequence == choice.sequence }
    }

    var atOnce = try Case(of: program)
    while try atOnce.goOn(answers) {}
    let (left, right) = (Ending(walked.state), Ending(atOnce.state))
    let isSame = left == right
    #expect(isSame, "seed \(seed): \(left.difference(from: right))")

    // The journal holds both: what was said first is still there, and replays to the same case.
    #expect(walked.entries.map(\.sequence) == Array(1...walked.entries.count), "seed \(seed)")
    let replayed = try Replay.state(after: walked.entries, of: program)
    let isReplayed = replayed == walked.state
    #expect(isReplayed, "seed \(seed)")
    var folded = walked.interpreter.initial
    for entry in walked.entries { try walked.interpreter.apply(entry, to: &folded) }
    let isFolded = folded == walked.state
    #expect(isFolded, "seed \(seed)")
    let refolded = try State.folded(walked.state.said, of: program, after: walked.state)
    let isRefolded = refolded.isSameWalk(as: walked.state)
    #expect(isRefolded, "seed \(seed)")
  }

  /// Right after a correction the walk stands where the walk at once stands when it has said all that was kept.
  private func checkKept(_ walked: Case, _ answers: KeyedAnswers, seed: UInt64) throws {
    var kept: [Event: Int] = [:]
    for said in walked.state.answers where !said.isWithdrawn { kept[said.event, default: 0] += 1 }
    let passed = Set(walked.state.steps.filter { $0.course == .passed }.map(\.path))
    var atOnce = try Case(of: walked.state.program)
    search: while true {
      for open in atOnce.state.open {
        let act = answers.act(at: open, atOnce.state)
        if case .clock = act.event {
          guard passed.contains(open.path) || hasGoneRound(open, atOnce.state, in: walked.state) else {
            continue
          }
        } else {
          guard let left = kept[act.event], left > 0 else { continue }
          kept[act.event] = left - 1
        }
        try atOnce.say(act.event, role: act.role, after: act.after, person: act.person)
        continue search
      }
      break
    }
    let stands = Set(walked.state.open.map { answers.key(of: $0, walked.state) })
    #expect(stands == Set(atOnce.state.open.map { answers.key(of: $0, atOnce.state) }), "seed \(seed)")
  }
}

/// Whether a walk has begun the round that another one waits for.
private func hasGoneRound(_ open: OpenStep, _ waiting: State, in walked: State) -> Bool {
  guard let rounds = waiting.tokens.first(where: { $0.path == open.path })?.rounds, rounds > 0 else {
    return false
  }
  return walked.steps.contains { $0.path.description.hasPrefix("\(open.path)[\(rounds + 1)]/") }
}

/// How a case ends, whatever the clock and the numbers of entries.
struct Ending: Equatable {
  var status: State.Status
  var facts: [String]
  var effects: [String]
  var trail: [String]

  init(_ state: State) {
    status = state.status
    facts = state.facts.map { "\($0.prefix)\($0.fact.name) = \($0.value) \($0.standing)" }.sorted()
    effects =
      state.effects.compactMap {
        if case .overdue = $0.event { return nil }
        return "\($0.event)"
      }.sorted()
    trail = state.steps.map { "\($0.path) \($0.course)" }
    if state.joins.count > 0 { trail.sort() }
  }

  /// What one has and the other has not.
  func difference(from other: Ending) -> [String] {
    let mine = facts + effects + trail + ["\(status)"]
    let others = other.facts + other.effects + other.trail + ["\(other.status)"]
    return mine.filter { !others.contains($0) }.map { "+ " + $0 }
      + others.filter { !mine.contains($0) }.map { "- " + $0 }
  }
}
