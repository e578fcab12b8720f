import FEEL
import FlowDSL

extension State {
  /// Walks on until every open step waits for a person or for time.
  ///
  /// Whenever facts changed, interrupts are looked at first, then every open step once more, so that what is open is
  /// always what the facts ask for, in whatever order they came.
  mutating func settle() {
    while true {
      if !scratch.touched.isEmpty { lookAtFacts() }
      if scratch.factsChanged {
        scratch.factsChanged = false
        if !watching.isEmpty, fire() { continue }
        for index in tokens.indices { tokens[index].isReady = true }
      }
      if let ready = firstReady() {
        advance(ready)
      } else if fireLate() {
        continue
      } else if held.isEmpty || !takesWhatIsHeld || !reinstate() {
        return
      }
    }
  }

  /// After the end, what was said of what is left undone still counts.
  private var takesWhatIsHeld: Bool {
    switch status {
    case .running, .ended: true
    case .notStarted, .abandoned: false
    }
  }

  private func firstReady() -> Int? {
    for index in tokens.indices where tokens[index].isReady { return index }
    return nil
  }

  /// Looks at an open step: it waits, or it is done and the walk goes to the next.
  private mutating func advance(_ token: Int) {
    tokens[token].isReady = false
    if tokens[token].isToBeAgreed { return }
    let frame = tokens[token].frame
    switch program.flows[frames[frame].flow].steps[tokens[token].step].kind {
    case .ask(let questions):
      if !put(questions, at: token) { conclude(token) }
    case .do(let ticks):
      if !put(ticks, at: token) { conclude(token) }
    case .inform(let information):
      if !put(information.tell, at: token) { pass(token) }
    case .contact(let contact):
      if tokens[token].isCarriedOut, !put(contact.asks, at: token) { pass(token) }
    case .refer(let referral):
      if tokens[token].isCarriedOut, !put(referral.asks, at: token) { pass(token) }
    case .assess(let assessment):
      if tokens[token].isCarriedOut {
        conclude(token)
      } else if !(assessment.ownLevel.map { put([$0], at: token) } ?? false) {
        advise(assess(assessment, in: frame), at: token)
      }
    case .decide(let decision):
      if tokens[token].isCarriedOut {
        conclude(token)
      } else if decision.override == nil {
        let advice = bindings(of: decision, onceAt: token)
        tokens[token].advice = advice
        decide(advice.values, at: token, tokens[token].path)
        tokens[token].isReady = true
      } else {
        advise(bindings(of: decision, in: frame), at: token)
      }
    case .run(let call):
      if tokens[token].isCarriedOut { pass(token) } else { look(at: call, token) }
    case .each(let iteration):
      if tokens[token].isCarriedOut { pass(token) } else { run(iteration, at: token) }
    case .together(let branches):
      if tokens[token].isCarriedOut { pass(token) } else { part(branches, at: token) }
    case .wait(let wait):
      if tokens[token].isCarriedOut { pass(token) } else { look(at: wait, token) }
    case .end: end(token)
    }
  }

  /// Puts the next question that is to be asked; `false` when none is left.
  mutating func put(_ questions: [Question], at token: Int) -> Bool {
    let frame = tokens[token].frame
    var item = tokens[token].item
    while item < questions.count, !isPut(questions, item, in: frame) { item += 1 }
    tokens[token].item = item
    return item < questions.count
  }

  /// Whether a question is to be asked: its `when` holds, and its fact is not answered or it says `again`.
  func isPut(_ questions: [Question], _ item: Int, in frame: Int) -> Bool {
    guard !frames[frame].isAnswered(questions[item].slot) || questions[item].again else {
      return false
    }
    guard let when = questions[item].when else { return true }
    return holds(when, in: frame)
  }

  private mutating func put(_ ticks: [Tick], at token: Int) -> Bool {
    let frame = tokens[token].frame
    var item = tokens[token].item
    while item < ticks.count, let when = ticks[item].when, !holds(when, in: frame) { item += 1 }
    tokens[token].item = item
    return item < ticks.count
  }

  /// Puts a recommendation, anew when the facts under it changed.
  private mutating func advise(_ advice: Recommendation, at token: Int) {
    guard tokens[token].advice != advice else { return }
    tokens[token].advice = advice
    add(.recommended(step: tokens[token].path, advice))
  }
}
