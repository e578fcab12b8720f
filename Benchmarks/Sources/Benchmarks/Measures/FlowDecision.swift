import FEEL
import FlowDSL
import FlowRuntime

/// How many danger decisions the reference flow makes in a second: its grid, then its table, over the facts of a case.
enum FlowDecision {
  struct Figures {
    let decisions: Double
    /// Cases whose level is not the expected one.
    let wrong: Int
  }

  struct NoGrid: Error {}

  /// Measures, after comparing each level with what is expected: the Python floor's, or else Swift's by hand.
  static func measure(_ program: Program, expected: [[String]]?) throws -> Figures {
    let flow = program.flows[0]
    var grid: Assessment?
    var table: Decision?
    for step in flow.steps {
      if case .assess(let assessment) = step.kind { grid = assessment }
      if case .decide(let decision) = step.kind { table = decision }
    }
    guard let grid, let table else { throw NoGrid() }
    let cases = ReferenceWork.cases(2000)
    let slots = cases.map { given -> [Value] in
      let known = [given.flags[0], true, true, true] + given.factors
      return known.map { .boolean($0) } + Array(
        repeating: .null, count: flow.facts.count + EntryMoment.variables.count - known.count)
    }
    let standings = flow.facts.indices.map { $0 < cases[0].factors.count + 4 ? Standing.known : .unset }
    /// The level and why, then the measures.
    func decide(_ slots: [Value]) -> (Recommendation, Recommendation) {
      let level = grid.recommendation(over: slots, standing: standings, of: flow.facts, edition: .current)
      var known = slots
      known[grid.slot] = level.values[0].value
      return (level, table.recommendation(over: known, of: flow.facts, at: nil))
    }
    let wrong = cases.indices.count { place in
      let level = expected?[place][0] ?? ReferenceWork.decide(cases[place]).level
      return decide(slots[place]).0.values[0].value != .string(level)
    }
    let rounds = 10
    let rate = Stopwatch.perSecond(rounds * cases.count) {
      for _ in 0..<rounds {
        for slots in slots { consume(decide(slots)) }
      }
    }
    return Figures(decisions: rate, wrong: wrong)
  }
}
