import FlowDSL

@testable import FlowRuntime

/// What came of many walks.
struct WalkTally: Sendable, CustomStringConvertible {
  /// One walk of so many is corrected, and hears of attacks.
  static let unsteady: UInt64 = 4

  var walks = 0
  /// Walks in which something was corrected; those in which that withdrew something; those in which an attack was reported.
  var corrected = 0
  var withdrawn = 0
  var reported = 0
  var meetsPerpetrator = 0
  var inDanger = 0
  /// Walks of persons in danger in which nobody at all was reached.
  var nobodyReached = 0
  /// Required items not done, contacts given up or put off, referrals not made, that stand at the ends of the walks.
  var leftUndone = 0
  /// What was broken, by flow and seed.
  var broken: [String] = []

  init() {}

  /// The walks of a program that these seeds determine.
  init(_ seeds: Range<UInt64>, of program: Program) throws {
    let parts = ProtocolParts(program)
    let interpreter = Interpreter(program)
    var begun = interpreter.initial
    try interpreter.step(
      .started(Start(program: program.hash, flow: program.flows[0].name, language: "fr")),
      by: Person(identifier: "p", role: "officer"), at: ScenarioRunner.defaultStart, state: &begun)
    for seed in seeds {
      var walker = RandomWalker(
        seed: seed, hasSecondThoughts: seed % WalkTally.unsteady == WalkTally.unsteady - 1)
      var state = begun
      let entries = walker.walk(&state, with: interpreter, from: ScenarioRunner.defaultStart)
      walks += 1
      corrected += entries.contains { if case .corrected = $0.event { true } else { false } } ? 1 : 0
      reported += entries.contains { if case .reported = $0.event { true } else { false } } ? 1 : 0
      withdrawn += state.said.contains(where: \.isWithdrawn) ? 1 : 0
      take(ProtocolPromises(state, parts), "\(program.flows[0].name) \(seed)")
      let undone = UndoneThings(state)
      leftUndone += undone.left.count
      for thing in undone.missing { broken.append("\(program.flows[0].name) \(seed): \(thing) is no task") }
      for kept in state.brokenGuarantees where !kept.isByLateness {
        let guarantee = program.flows[kept.flow].name + "/" + kept.definition(in: program).name
        broken.append("\(program.flows[0].name) \(seed): guarantee \(guarantee) at \(kept.step)")
      }
    }
  }

  private mutating func take(_ kept: ProtocolPromises, _ name: String) {
    if !kept.isEnded { broken.append("\(name): does not end") }
    if kept.meetsPerpetrator {
      meetsPerpetrator += 1
      if !kept.offersHelp { broken.append("\(name): no help for the perpetrator") }
    }
    if kept.isInDanger {
      inDanger += 1
      if kept.isAllThatCanBeDone { nobodyReached += 1 }
      if !kept.isLookedAfter, !kept.isAllThatCanBeDone { broken.append("\(name): in danger and alone") }
    }
  }

  static func += (left: inout WalkTally, right: WalkTally) {
    left.walks += right.walks
    left.corrected += right.corrected
    left.withdrawn += right.withdrawn
    left.reported += right.reported
    left.meetsPerpetrator += right.meetsPerpetrator
    left.inDanger += right.inDanger
    left.nobodyReached += right.nobodyReached
    left.leftUndone += right.leftUndone
    left.broken += right.broken
  }

  var description: String {
    """
    \(walks) walks: \(corrected) corrected (\(withdrawn) with something withdrawn), \(reported) with a report; \
    \(meetsPerpetrator) met the perpetrator; \(inDanger) in danger, nobody at all reached in \(nobodyReached); \
    \(leftUndone) things left undone, each a task
    """
  }
}
