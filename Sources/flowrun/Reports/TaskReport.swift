import FlowDSL
import FlowRuntime

/// The tasks of a case: what was left undone, and what became of it.
struct TaskReport {
  let words: Wording
  let state: State
  let now: Instant

  private var names: ProgramWords { ProgramWords(program: state.program, words: words) }

  /// Open tasks first, each with its number; then those that are done or waived.
  func page() -> Screen {
    var screen = Screen()
    let tasks = state.tasks
    if tasks.isEmpty { screen.add(words(.tasksNone)) }
    for task in state.openTasks { add(task, to: &screen) }
    for task in tasks where task.closing != nil { add(task, to: &screen) }
    return screen
  }

  /// One task in a few lines.
  func add(_ task: CaseTask, to screen: inout Screen) {
    let number = "\(task.number)".leftPadded(to: 4)
    let role = task.by.map { " · " + words(.headerFor, ["role": names.recipient($0)]) } ?? ""
    screen.add([Run(names.task(task, of: state) + role)], marker: [Run(number, .key), Run("  ")])
    if let closing = task.closing {
      let outcome = words(closing.isDone ? .taskDone : .taskWaived)
      screen.add(
        [Run(outcome + (closing.reason.map { " (" + $0 + ")" } ?? ""), .done)], indent: 6)
      return
    }
    let reason = task.reason.map { " (" + $0 + ")" } ?? ""
    let left = words(.dueLeft, ["time": words.moment(task.since, now: now)])
    let cause = words.cause(task.cause, until: task.until, isAside: task.isAside, now: now)
    screen.add([Run(cause + reason), Run(" · " + left, .quiet)], indent: 6)
    for promise in task.promises {
      screen.add(
        words(
          .taskPromise,
          ["promise": promise.notes.title?(words.language.rawValue) ?? ProgramNames.spaced(promise.name)]),
        .warning, indent: 6)
    }
    let telling = TellingWords(state: state, names: names)
    for fact in task.toTell?.facts ?? [] { screen.add(telling.sentence(fact), indent: 6) }
    if let due = task.due {
      let time = words.moment(due, now: now)
      let length = words.length(milliseconds: abs(now.distance(to: due)))
      if due < now {
        screen.add(words(.overdueSince, ["time": time, "late": length]), .warning, indent: 6)
      } else {
        screen.add(words(.dueBy, ["time": time, "left": length]), indent: 6)
      }
    }
  }

  /// The tasks for programs.
  func json() -> JSON { .array(state.tasks.map(Self.json)) }

  private static func json(_ task: CaseTask) -> JSON {
    let status = task.closing.map { $0.isDone ? "completed" : "waived" } ?? "open"
    let members: [(String, JSON)] = [
      ("task", .number(task.number)), ("step", .string(task.path.description)),
      ("item", .optional(task.item)),
      ("cause", .string(task.cause.rawValue)), ("role", .optional(task.by)),
      ("entry", .number(task.sequence)),
      ("since", JSON(task.since)), ("due", task.due.map { JSON($0) } ?? .null),
      ("until", task.until.map { JSON($0) } ?? .null), ("aside", .bool(task.isAside)),
      ("promises", .array(task.promises.map { JSON.string($0.name) })),
      ("facts", .array((task.toTell?.facts ?? []).map(told))),
      ("reason", .optional(task.reason)), ("status", .string(status)),
      ("closed", task.closing.map { JSON.number($0.sequence) } ?? .null),
      ("how", .optional(task.closing?.reason)),
    ]
    return .object(members)
  }

  private static func told(_ fact: StillToTell.OldFact) -> JSON {
    .object([
      ("fact", .string(fact.before.prefix + fact.before.fact.name)),
      ("told", JSON(fact.before.value)), ("now", JSON(fact.after.value)),
    ])
  }
}
