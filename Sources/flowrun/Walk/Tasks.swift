import FlowDSL
import FlowRuntime

extension Walk {
  /// Shows what was left undone until the person leaves it, or nothing is.
  func takeUpTasks() throws(Stop) {
    while let task = try chooseTask() { try takeUp(task) }
  }

  /// One of the open tasks; `nil` leaves them.
  private func chooseTask() throws(Stop) -> CaseTask? {
    while true {
      let tasks = session.state.openTasks
      guard !tasks.isEmpty else { return nil }
      let items = tasks.map { task in
        let due =
          task.due.map { ", " + words(.dueBefore, ["time": words.moment($0, now: session.now)]) } ?? ""
        let cause = words.cause(task.cause, until: task.until, isAside: task.isAside, now: session.now)
        return names.task(task, of: session.state) + " (" + cause + due + ")"
      }
      switch try chooseOrCommand(words(.tasksTitle), items, commands: [.back, .note, .save]) {
      case .choice(let index)?: return tasks[index]
      case .command(let command)?: try carryOut(command, at: nil)
      case .words?, .letter?: break
      case nil: return nil
      }
    }
  }

  /// Does what was left undone, as it would have been done at its step, or says what became of it.
  private func takeUp(_ task: CaseTask) throws(Stop) {
    let isTelling = task.toTell != nil
    let ways =
      (task.again == nil ? [] : [Phrase.taskNow])
      + (isTelling ? [.taskTold, .taskNotToTell] : [.taskOtherwise, .taskWaive])
    var about = Screen()
    let telling = TellingWords(state: session.state, names: names)
    for fact in task.toTell?.facts ?? [] { about.add(telling.sentence(fact), indent: 2) }
    guard
      let choice = try choose(
        names.task(task, of: session.state), ways.map { words($0) }, about: isTelling ? about : nil)
    else { return }
    switch ways[choice] {
    case .taskNow: if let open = task.again { try take(session.state.filled(open) { names.placed($0) }) }
    case .taskOtherwise, .taskTold:
      guard let how = try askReason(words(isTelling ? .taskAskTold : .taskAskHow)) else { return }
      try say(task.settled(done: true, reason: how))
    default:
      guard let why = try askReason(words(.taskAskWhy)) else { return }
      try say(task.settled(done: false, reason: why))
    }
  }

  /// The page of the step again; Enter alone goes back to the list.
  private func take(_ open: OpenStep) throws(Stop) {
    var page = pages.page(of: open, commands: [.help, .save])
    page.hint += " " + words(.typeNothingToGoBack)
    switch try askOrHelp(page, heading: pages.heading(of: open), at: open, canGoBack: true) {
    case .command(.unknown)?: try sayAnswer(.unknown, to: open)
    case .command(.declined)?: try sayAnswer(.declined, to: open)
    case .command(.save)?: throw .left(.saved)
    case .command?, nil: return
    case let input?: try answer(open, input)
    }
  }
}
