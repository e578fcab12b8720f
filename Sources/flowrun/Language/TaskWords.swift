import FlowDSL
import FlowRuntime

extension ProgramWords {
  /// What a task of a case is about: the step, and the item or question where it is about one.
  func task(_ task: CaseTask, of state: State) -> String {
    let flow = program.flows[task.flow]
    let definition = filled(task.path, of: state) ?? flow.steps[task.step]
    let kind = definition.kind
    if let telling = task.toTell {
      let facts = telling.facts.map { fact($0.before.fact) }.joined(separator: ", ").shortened(to: 90)
      let who = recipient(telling.to)
      return facts.isEmpty
        ? words(.taskTellWho, ["who": who]) : words(.taskTell, ["who": who, "facts": facts])
    }
    let name = step(definition)
    guard let item = task.item else { return name }
    let question = kind.allQuestions.first { flow.facts[$0.slot].name == item }?.words
    let told = question ?? kind.allTicks.first { $0.name == item }?.words
    return name + " · " + (told?(words.language.rawValue) ?? ProgramNames.spaced(item))
  }
}

extension Wording {
  /// Why something is a task: of a contact that was put off, to when; of one that a correction set aside, that it waits.
  func cause(_ cause: CaseTask.Cause, until: Instant?, isAside: Bool, now: Instant) -> String {
    let why =
      if cause == .putOff, let until {
        self(.contactLaterAt, ["time": moment(until, now: now)])
      } else {
        words(of: cause)
      }
    return isAside && cause != .setAside ? why + ". " + self(.taskAside) : why
  }

  /// Why something is a task.
  func words(of cause: CaseTask.Cause) -> String {
    switch cause {
    case .notDone: self(.taskNotDone)
    case .unreached: self(.taskUnreached)
    case .putOff: self(.taskPutOff)
    case .impossible: self(.taskImpossible)
    case .unknown: self(.taskUnknown)
    case .outcome: self(.taskOutcome)
    case .setAside: self(.taskSetAside)
    case .toTell: self(.taskToTell)
    }
  }
}
