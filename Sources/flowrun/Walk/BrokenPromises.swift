import FlowDSL
import FlowRuntime

extension Walk {
  /// Tells who holds the case, once in a sitting, what the protocol promises and this walk did not keep.
  func tellBrokenGuarantees() {
    guard exercise == nil else { return }
    for broken in session.state.brokenGuarantees(at: session.now)
    where toldBroken.insert("\(broken.prefix)#\(broken.guarantee)").inserted {
      var screen = message ?? Screen()
      screen.add(names.broken(broken), .warning)
      message = screen
    }
  }
}

extension ProgramWords {
  /// What the protocol promises and a walk did not keep, and where.
  func broken(_ broken: BrokenGuarantee) -> String {
    words(
      broken.isByLateness ? .guaranteeLate : .guaranteeBroken,
      ["title": title(of: broken), "step": step(at: broken.step)])
  }

  /// What is promised.
  func title(of broken: BrokenGuarantee) -> String {
    let guarantee = broken.definition(in: program)
    return guarantee.notes.title?(words.language.rawValue) ?? ProgramNames.spaced(guarantee.name)
  }

  /// A step by its path, wherever in the program.
  private func step(at path: StepPath) -> String {
    State(program: program).place(of: path).map { step(program.flows[$0.flow].steps[$0.step]) }
      ?? path.description
  }
}
