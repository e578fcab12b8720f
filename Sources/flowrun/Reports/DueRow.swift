import FlowDSL
import FlowRuntime

/// What is to be done in a case, in the words of its program.
struct DueRow: Sendable, Hashable {
  /// What it is.
  enum Kind: String, Sendable, Hashable {
    /// A step that is due.
    case step
    /// The end of a wait.
    case wait
    /// Something that was left undone.
    case task
    /// An open step that is due at no time.
    case open
  }

  /// The case.
  let identifier: String
  let flow: String
  let path: String
  /// The words of the step; of a task, also of its item.
  let step: String
  let role: String?
  let roleWords: String?
  /// When the walk came to the step, or when the task was left.
  let reached: Instant
  /// By when; `nil` where nothing says it.
  let due: Instant?
  let kind: Kind
  /// Of a task: its number in the case.
  var task: Int?
  /// Of a task: the item or fact, why it is one, and what was said then.
  var item: String?
  var cause: CaseTask.Cause?
  var reason: String?
  /// Of a contact that was put off: to when.
  var until: Instant?
  /// Of a task: whether a correction left it without a place so far.
  var isAside = false
  /// The high levels of the case, in words.
  var levels: [String] = []
  /// How far the highest of them stands below the top of its scale.
  var weight = Int.max

  /// What is to be done of a state.
  static func rows(of state: State, case identifier: String, words: Wording) -> [DueRow] {
    let names = ProgramWords(program: state.program, words: words)
    let flow = state.program.flows[0].name
    let steps = state.dueSteps.map { step in
      DueRow(
        identifier: identifier, flow: flow, path: step.path.description,
        step: names.step(at: step.path, of: state), role: step.by,
        roleWords: step.by.map(names.recipient), reached: step.reached, due: step.due,
        kind: step.isWait ? .wait : .step)
    }
    let open = state.waitingSteps.map { step in
      DueRow(
        identifier: identifier, flow: flow, path: step.path.description,
        step: names.step(at: step.path, of: state),
        role: step.by, roleWords: step.by.map(names.recipient), reached: step.reached, due: nil, kind: .open)
    }
    let tasks = state.openTasks.map { task in
      DueRow(
        identifier: identifier, flow: flow, path: task.path.description, step: names.task(task, of: state),
        role: task.by,
        roleWords: task.by.map(names.recipient), reached: task.since, due: task.due, kind: .task,
        task: task.number, item: task.item, cause: task.cause, reason: task.reason,
        until: task.until, isAside: task.isAside)
    }
    let rows = steps + tasks + open
    guard !rows.isEmpty else { return [] }
    let (levels, weight) = (names.highLevels(state), state.weight)
    return rows.map { row in
      var row = row
      row.levels = levels
      row.weight = weight
      return row
    }
  }

  /// The order of the list: the soonest first, so that what is late comes first; then what has no time, the highest levels first.
  static func isBefore(_ left: DueRow, _ right: DueRow) -> Bool {
    switch (left.due, right.due) {
    case (let one?, let other?):
      (one, left.identifier, left.path, left.item ?? "") < (
        other, right.identifier, right.path, right.item ?? ""
      )
    case (nil, nil):
      (left.weight, left.reached, left.identifier, left.path)
        < (right.weight, right.reached, right.identifier, right.path)
    case (let one, _): one != nil
    }
  }
}
