import FEEL
import FlowDSL
import FlowRuntime

/// Walks reference cases through the reference flow, as a terminal does: it looks at what is asked, and says it.
struct ReferenceWalk {
  let interpreter: Interpreter
  private let person = Person(identifier: "officer-12", role: "officer")
  private let start = Instant(milliseconds: 1_764_000_000_000)

  init(_ program: Program) { interpreter = Interpreter(program) }

  /// Walks a case to its end.
  ///
  /// - Parameter record: takes the entries of each step: what was said and what the walk added.
  /// - Returns: the state at the end, and how many steps were walked.
  func walk(
    _ given: ReferenceWork.Case, record: ([Entry]) throws -> Void = { _ in }
  ) throws -> (state: State, steps: Int) {
    var state = interpreter.initial
    let program = interpreter.program
    let first = Event.started(
      Start(
        program: program.hash, flow: program.flows[0].name, language: "en",
        given: [GivenFact(fact: "immediate", answer: .value(.boolean(given.flags[0])))]))
    try record(interpreter.step(first, by: person, at: start, state: &state))
    var steps = 0
    while state.status == .running, let open = state.open.first, let event = event(at: open, given) {
      let now = Instant(milliseconds: start.milliseconds + Int64(steps) * 1000)
      try record(interpreter.step(event, by: person, at: now, state: &state))
      steps += 1
    }
    return (state, steps)
  }

  private func event(at open: OpenStep, _ given: ReferenceWork.Case) -> Event? {
    switch open.asked {
    case .question(let question):
      let place = question.slot - 4
      let value = given.factors.indices.contains(place) ? given.factors[place] : true
      return open.answered(.value(.boolean(value)))
    case .tick(let tick): return .ticked(step: open.path, item: tick.name, done: true, reason: nil)
    case .recommendation: return .confirmed(step: open.path)
    case .contact: return .contacted(step: open.path, .reached)
    case .referral, .wait, .concurrence: return nil
    }
  }
}
