import FlowDSL
import FlowRuntime

/// What is due in a case, in the words of its program.
struct DueRow: Sendable, Hashable {
  /// The case.
  let identifier: String
  let flow: String
  let path: String
  /// The words of the step.
  let step: String
  let role: String?
  let roleWords: String?
  let reached: Instant
  let due: Instant
  let isWait: Bool

  /// What is due of a state.
  static func rows(of state: State, case identifier: String, words: Wording) -> [DueRow] {
    let names = ProgramWords(program: state.program, words: words)
    return state.dueSteps.map { step in
      DueRow(
        identifier: identifier, flow: state.program.flows[0].name, path: step.path.description,
        step: names.step(state.program.flows[step.flow].steps[step.step]), role: step.by,
        roleWords: step.by.map(names.recipient), reached: step.reached, due: step.due, isWait: step.isWait)
    }
  }

  /// The order of the list: the soonest first, so that what is late comes first.
  static func isBefore(_ left: DueRow, _ right: DueRow) -> Bool {
    (left.due, left.identifier, left.path) < (right.due, right.identifier, right.path)
  }
}
