import FlowDSL
import FlowRuntime

extension Walk {
  /// Shows what was left undone until the person leaves it, or nothing is.
  func takeUpTasks() throws(Stop) {
    while let task = try chooseTask() { try takeUp(task) }
  }

  /// One of the open tasks; `nil` leaves them.
  private func chooseTask() throws(Stop) -> CaseTask? {
    let tasks = session.state.openTasks
    guard !tasks.isEmpty else { return nil }
    let items = tasks.map { task in
      let due = task.due.map { ", " + words.moment($0, now: session.now) } ?? ""
      return names.task(task, of: session.state) + " (" + words.words(of: task.cause) + due + ")"
    }
    return try choose(words(.tasksTitle), items).map { tasks[$0] }
  }

  /// Does what was left undone, as it would have been done at its step, or says what became of it.
  private func takeUp(_ task: CaseTask) throws(Stop) {
    let ways = (task.again == nil ? [] : [Phrase.taskNow]) + [.taskOtherwise, .taskWaive]
    guard let choice = try choose(names.task(task, of: session.state), ways.map { words($0) }) else { return }
    switch ways[choice] {
    case .taskNow: if let open = task.again { try take(session.state.filled(open) { names.placed($0) }) }
    case .taskOtherwise:
      guard let how = try askReason(words(.taskAskHow)) else { return }
      try say(task.settled(done: true, reason: how))
    default:
      guard let why = try askReason(words(.taskAskWhy)) else { return }
      try say(task.settled(done: false, reason: why))
    }
  }

  private func take(_ open: OpenStep) throws(Stop) {
    let page = pages.page(of: open, commands: [.help])
    switch try askOrHelp(page, heading: pages.heading(of: open), at: open) {
    case .command(.unknown)?: try sayAnswer(.unknown, to: open)
    case .command(.declined)?: try sayAnswer(.declined, to: open)
    case .command?, nil: return
    case let input?: try answer(open, input)
    }
  }
}
