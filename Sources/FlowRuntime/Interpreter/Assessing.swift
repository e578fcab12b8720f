import FEEL
import FlowDSL

extension State {
  /// The level that a grid gives for the facts of a frame, with the factors that counted.
  func assess(_ assessment: Assessment, in frame: Int) -> Recommendation {
    assessment.recommendation(over: frames[frame].slots, of: program.flows[frames[frame].flow].facts)
  }
}

extension Assessment {
  /// The level that the grid gives, with the factors that counted.
  ///
  /// - Parameters:
  ///   - slots: The values of the flow's facts.
  ///   - facts: The flow's facts.
  public func recommendation(over slots: [Value], of facts: [Fact]) -> Recommendation {
    var counted: [Recommendation.Counted] = []
    counted.reserveCapacity(risk.count + safety.count)
    var tally = Tally(flags: [Int](repeating: 0, count: flags.count))
    // By index: a factor also carries words, which need not be copied.
    for index in risk.indices {
      let holds = risk[index].when.holds(slots)
      guard holds ?? unknownCounts else { continue }
      tally.risks += 1
      counted.append(tally.count(risk, index, asUnknown: holds == nil))
    }
    for index in safety.indices where safety[index].when.holds(slots) == true {
      tally.safeties += 1
      counted.append(tally.count(safety, index, asUnknown: false))
    }
    var scope = slots
    scope.reserveCapacity(slots.count + 3 + flags.count)
    scope.append(.number(tally.score))
    scope.append(.number(Number(tally.risks)))
    scope.append(.number(Number(tally.safeties)))
    for flag in tally.flags { scope.append(.number(Number(flag))) }

    let row = levels.indices.first { levels[$0].when.map { $0.holds(scope) == true } ?? true }
    var values = [Binding(fact: facts[slot].name, value: row.map { levels[$0].level } ?? .null)]
    if let reasons {
      values.append(
        Binding(fact: facts[reasons].name, value: .list(counted.map { .string($0.factor) })))
    }
    return Recommendation(values: values, score: tally.score, counted: counted, row: row.map { $0 + 1 })
  }
}

/// What a grid adds up.
private struct Tally {
  var score = Number.zero
  var risks = 0
  var safeties = 0
  var flags: [Int]

  mutating func count(_ factors: [Factor], _ index: Int, asUnknown: Bool) -> Recommendation.Counted {
    let weight = factors[index].weight
    // Weights are small: a sum past the range of numbers would take more factors than a flow may have.
    score = score.adding(weight) ?? score
    if let flag = factors[index].flag { flags[flag] += 1 }
    return Recommendation.Counted(factor: factors[index].name, weight: weight, asUnknown: asUnknown)
  }
}
