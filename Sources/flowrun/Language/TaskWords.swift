import FlowDSL
import FlowRuntime

extension ProgramWords {
  /// What a task of a case is about: the step, and the item or question where it is about one.
  func task(_ task: CaseTask, of state: State) -> String {
    let flow = program.flows[task.flow]
    let definition = filled(task.path, of: state) ?? flow.steps[task.step]
    let kind = definition.kind
    let name = step(definition)
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
