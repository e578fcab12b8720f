import FEEL
import FlowDSL

extension State {
  /// The level that a grid gives for the facts of a frame, with the factors that counted.
  func assess(_ assessment: Assessment, in frame: Int) -> Recommendation {
    var counted: [Recommendation.Counted] = []
    counted.reserveCapacity(assessment.risk.count + assessment.safety.count)
    var tally = Tally(flags: [Int](repeating: 0, count: assessment.flags.count))
    var scope = frames[frame].slots
    // By index: a factor also carries words, which need not be copied.
    for index in assessment.risk.indices {
      let holds = assessment.risk[index].when.holds(scope)
      guard holds ?? assessment.unknownCounts else { continue }
      tally.risks += 1
      counted.append(tally.count(assessment.risk, index, asUnknown: holds == nil))
    }
    for index in assessment.safety.indices where assessment.safety[index].when.holds(scope) == true {
      tally.safeties += 1
      counted.append(tally.count(assessment.safety, index, asUnknown: false))
    }
    scope.append(.number(tally.score))
    scope.append(.number(Number(tally.risks)))
    scope.append(.number(Number(tally.safeties)))
    for flag in tally.flags { scope.append(.number(Number(flag))) }

    let row = assessment.levels.firstIndex { level in level.when.map { $0.holds(scope) == true } ?? true }
    let facts = program.flows[frames[frame].flow].facts
    var values = [
      Binding(fact: facts[assessment.slot].name, value: row.map { assessment.levels[$0].level } ?? .null)
    ]
    if let reasons = assessment.reasons {
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
