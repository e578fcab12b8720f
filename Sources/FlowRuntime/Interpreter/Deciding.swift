import DMN
import FEEL
import FlowDSL

extension State {
  /// What a table or expressions give for the facts of a frame.
  func bindings(of decision: Decision, in frame: Int) -> Recommendation {
    decision.recommendation(
      over: frames[frame].slots, of: program.flows[frames[frame].flow].facts,
      at: momentOfModels)
  }

  /// The same where it is decided at once: at the first moment at which the case came there, whatever was corrected since.
  mutating func bindings(of decision: Decision, onceAt token: Int) -> Recommendation {
    let frame = tokens[token].frame
    guard program.edition >= .second, decision.isModel || program.flows[frames[frame].flow].readsMoment else {
      return bindings(of: decision, in: frame)
    }
    let first = firstMoment(at: token)
    return decision.recommendation(
      over: slots(of: frame, at: first), of: program.flows[frames[frame].flow].facts,
      at: DateTime(first.at, first.offset))
  }

  /// The clock of DMN models: the moment of the entry, at its place since the second edition.
  var momentOfModels: DateTime? { DateTime(now, program.edition >= .second ? offset : .utc) }

  /// The facts of a step take what was decided.
  mutating func decide(_ values: [Binding], at token: Int, _ path: StepPath) {
    let frame = tokens[token].frame
    let kind = kind(of: token)
    for (slot, binding) in zip(kind.outputs, values) {
      set(slot, of: frame, toComputed: binding.value, from: kind.slotsRead, in: frame)
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

extension Decision {
  /// What the table or the expressions give.
  ///
  /// - Parameters:
  ///   - slots: The values of the flow's facts, then of the entry's moment (`EntryMoment`).
  ///   - facts: The flow's facts.
  ///   - moment: The moment of the entry at which it is taken: the clock of DMN models.
  public func recommendation(
    over slots: [Value], of facts: [Fact], at moment: DateTime?
  ) -> Recommendation {
    switch logic {
    case .table(let table):
      let result = table.decide(slots)
      return Recommendation(
        values: zip(outputs, result.outputs).map { Binding(fact: facts[$0].name, value: $1) },
        row: result.rules.first)
    case .expressions(let expressions):
      var scope = slots
      var values: [Binding] = []
      for (slot, expression) in zip(outputs, expressions) {
        scope[slot] = expression.evaluate(scope)
        values.append(Binding(fact: facts[slot].name, value: scope[slot]))
      }
      return Recommendation(values: values)
    case .model(let model):
      let values = zip(outputs, model.values(slots, now: moment))
      return Recommendation(
        values: values.map { slot, value in
          // What the model says of its types was checked; a value that breaks it must not become a fact.
          Binding(fact: facts[slot].name, value: value.isInstance(of: facts[slot].type) ? value : .null)
        })
    }
  }
}

extension Decision {
  /// Whether a model decides.
  var isModel: Bool { if case .model = logic { true } else { false } }

  /// Slots of the facts that it reads.
  var slotsRead: [Int] {
    switch logic {
    case .table(let table): table.inputs.flatMap(\.expression.slots)
    case .expressions(let expressions): expressions.flatMap(\.slots)
    case .model(let model): model.inputs.flatMap(\.value.slots)
    }
  }
}

extension Step.Kind {
  /// Slots of the facts that a decision reads; of a grid none, since it always gives a level.
  fileprivate var slotsRead: [Int] {
    if case .decide(let decision) = self { decision.slotsRead } else { [] }
  }
}
