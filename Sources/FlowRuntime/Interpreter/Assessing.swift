import FEEL
import FlowDSL

extension State {
  /// The level that a grid gives for the facts of a frame, with the factors that counted.
  func assess(_ assessment: Assessment, in frame: Int) -> Recommendation {
    assessment.recommendation(
      over: frames[frame].slots, standing: frames[frame].standings,
      of: program.flows[frames[frame].flow].facts, edition: program.edition)
  }
}

extension Assessment {
  /// The level that the grid gives, with the factors that counted.
  ///
  /// - Parameters:
  ///   - slots: The values of the flow's facts, then of the entry's moment (`EntryMoment`).
  ///   - standings: Whether and how each of them is answered.
  ///   - facts: The flow's facts.
  ///   - edition: Of the program. In edition 1 what was not asked counts as unknown, and the reasons hold all that counts.
  public func recommendation(
    over slots: [Value], standing standings: [Standing], of facts: [Fact], edition: Edition
  ) -> Recommendation {
    var counted: [Recommendation.Counted] = []
    counted.reserveCapacity(risk.count + safety.count)
    var tally = Tally(flags: [Int](repeating: 0, count: flags.count))
    // By index: a factor also carries words, which need not be copied.
    for index in risk.indices {
      var ground = Recommendation.Ground.stated
      switch risk[index].when.holds(slots) {
      case true?: break
      case false?: continue
      case nil:
        let absence = edition < .second ? nil : risk[index].when.absence(over: slots, standing: standings)
        guard absence == .unasked ? risk[index].unaskedCounts : unknownCounts else { continue }
        ground = .precaution(absence)
      }
      tally.risks += 1
      counted.append(tally.count(risk, index, on: ground))
    }
    for index in safety.indices where safety[index].when.holds(slots) == true {
      tally.safeties += 1
      counted.append(tally.count(safety, index, on: .stated))
    }
    return recommendation(tally, counted, over: slots, of: facts, edition: edition)
  }

  /// The first row that holds for what was added up.
  private func recommendation(
    _ tally: Tally, _ counted: [Recommendation.Counted], over slots: [Value], of facts: [Fact],
    edition: Edition
  ) -> Recommendation {
    var scope = slots
    scope.reserveCapacity(slots.count + 3 + flags.count)
    scope.append(.number(tally.score))
    scope.append(.number(Number(tally.risks)))
    scope.append(.number(Number(tally.safeties)))
    for flag in tally.flags { scope.append(.number(Number(flag))) }

    let row = levels.indices.first { levels[$0].when.map { $0.holds(scope) == true } ?? true }
    var values = [Binding(fact: facts[slot].name, value: row.map { levels[$0].level } ?? .null)]
    if let reasons {
      let named = edition < .second ? counted : counted.filter { !$0.ground.isPrecaution }
      values.append(Binding(fact: facts[reasons].name, value: .list(named.map { .string($0.factor) })))
    }
    if let precautions {
      let named = counted.filter(\.ground.isPrecaution)
      values.append(Binding(fact: facts[precautions].name, value: .list(named.map { .string($0.factor) })))
    }
    return Recommendation(values: values, score: tally.score, counted: counted, row: row.map { $0 + 1 })
  }
}

extension CompiledExpression {
  /// Why it cannot be told whether a condition holds: unknown where one of the facts it reads is, else declined where one is;
  /// not asked only where nobody was asked about any of those that have no value.
  func absence(over slots: [Value], standing standings: [Standing]) -> Absence {
    var absence: Absence?
    for slot in self.slots where slot < standings.count && slots[slot] == .null {
      switch standings[slot] {
      case .unknown, .known: return .unknown
      case .declined: absence = .declined
      case .unset: absence = absence ?? .unasked
      }
    }
    return absence ?? .unknown
  }
}

/// What a grid adds up.
private struct Tally {
  var score = Number.zero
  var risks = 0
  var safeties = 0
  var flags: [Int]

  mutating func count(
    _ factors: [Factor], _ index: Int, on ground: Recommendation.Ground
  ) -> Recommendation.Counted {
    let weight = factors[index].weight
    // Weights are small: a sum past the range of numbers would take more factors than a flow may have.
    score = score.adding(weight) ?? score
    if let flag = factors[index].flag { flags[flag] += 1 }
    return Recommendation.Counted(factor: factors[index].name, weight: weight, ground: ground)
  }
}
