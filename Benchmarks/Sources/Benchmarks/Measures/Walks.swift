import FEEL
import FlowDSL
import FlowRuntime

/// How many steps of the reference walk are taken in a second, in memory.
enum Walks {
  struct Figures {
    let steps: Double
    let stepsOfACase: Double
    /// Cases whose level differs from the reference.
    let wrong: Int
  }

  static func measure(_ program: Program) throws -> Figures {
    let walk = ReferenceWalk(program)
    let cases = ReferenceWork.cases(200)
    var wrong = 0
    var steps = 0
    for given in cases {
      let (state, count) = try walk.walk(given)
      steps += count
      let isRight =
        state.status == .ended(outcome: "done")
        && state.fact("danger")?.value == .string(ReferenceWork.decide(given).level)
      if !isRight { wrong += 1 }
    }
    let rate = try Stopwatch.perSecond(steps) {
      for given in cases { consume(try walk.walk(given).state) }
    }
    return Figures(steps: rate, stepsOfACase: Double(steps) / Double(cases.count), wrong: wrong)
  }
}
