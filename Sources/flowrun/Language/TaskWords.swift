import FlowDSL
import FlowRuntime

extension ProgramWords {
  /// What a task is about: the step, and the item or question where it is about one.
  func task(_ task: CaseTask) -> String {
    let flow = program.flows[task.flow]
    let kind = flow.steps[task.step].kind
    let name = step(flow.steps[task.step])
    guard let item = task.item else { return name }
    let question = kind.allQuestions.first { flow.facts[$0.slot].name == item }?.words
    let words = question ?? kind.allTicks.first { $0.name == item }?.words
    return name + " · " + (words?(self.words.language.rawValue) ?? ProgramNames.spaced(item))
  }
}

extension Wording {
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
    }
  }
}
