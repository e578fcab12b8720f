import DMN
import FEEL
import FlowDSL

extension State {
  /// What a table or expressions give for the facts of a frame.
  func bindings(of decision: Decision, in frame: Int) -> Recommendation {
    let facts = program.flows[frames[frame].flow].facts
    switch decision.logic {
    case .table(let table):
      let result = table.decide(frames[frame].slots)
      return Recommendation(
        values: zip(decision.outputs, result.outputs).map { Binding(fact: facts[$0].name, value: $1) },
        row: result.rules.first)
    case .expressions(let expressions):
      var scope = frames[frame].slots
      var values: [Binding] = []
      for (slot, expression) in zip(decision.outputs, expressions) {
        scope[slot] = expression.evaluate(scope)
        values.append(Binding(fact: facts[slot].name, value: scope[slot]))
      }
      return Recommendation(values: values)
    }
  }

  /// The facts of a step take what was decided.
  mutating func decide(_ values: [Binding], at token: Int, _ path: StepPath) {
    let frame = tokens[token].frame
    for (slot, binding) in zip(kind(of: token).outputs, values) {
      set(slot, of: frame, toComputed: binding.value)
    }
    tokens[token].isCarriedOut = true
    if let advice = tokens[token].advice { cover(advice, frames[frame].flow, tokens[token].step) }
    add(.decided(step: path, values))
  }

  private mutating func cover(_ advice: Recommendation, _ flow: Int, _ step: Int) {
    guard coverage != nil else { return }
    if let row = advice.row { cover(.row(row), flow, step) }
    for counted in advice.counted { cover(.factor(counted.factor), flow, step) }
  }
}
