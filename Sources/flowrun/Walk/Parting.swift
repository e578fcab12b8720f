import FlowDSL
import FlowRuntime

extension Walk {
  /// What is said before the first page: what the flow asks to be known when a walk starts.
  var opening: Screen? {
    let flow = session.state.program.flows[0]
    guard let notice = flow.notice else { return nil }
    var screen = Screen()
    screen.add(notice(words.language.rawValue), .quiet)
    return screen
  }

  /// Shows that the case is finished, until Enter. It still takes corrections and notes: where a correction opens it again, the
  /// walk goes on.
  func stayAtEnd() throws(Failure) -> Ending {
    do throws(Stop) {
      while true {
        while session.state.status == .running { try goOn() }
        guard session.state.status != .abandoned else { return .abandoned }
        tellBrokenGuarantees()
        var page = PlainPages.end(
          outcome: outcome, caseIdentifier: session.identifier, documents: documents,
          hasTasks: !session.state.openTasks.isEmpty, words: words)
        if let toTell {
          page.body.space()
          page.body.add(toTell)
        }
        let input = try ask(page) { line throws(Misreading) -> Menu.Input? in
          line.trimmed.isEmpty ? nil : try page.menu.read(line)
        }
        switch input {
        case .command(let command)?: try carryOut(command, at: nil)
        case .choice?, .words?, .letter?: break
        case nil: return .finished
        }
      }
    } catch {
      switch error {
      case .left(.interrupted): return .left(.interrupted)
      case .left(let leaving): return session.state.status == .running ? .left(leaving) : .finished
      case .journal(let failure): throw failure
      case .reported: return try stayAtEnd()
      }
    }
  }

  /// The documents that can be printed; `nil` where there are none, and after an exercise.
  private var documents: Screen? {
    guard exercise == nil, session.isKept,
      session.state.documents.contains(where: { $0.obstacle == nil })
    else { return nil }
    return DocumentList(
      state: session.state, identifier: session.identifier, words: words, options: options
    ).screen()
  }

  /// The outcome in words: the title of the end that was reached.
  var outcome: String {
    guard case .ended(let outcome) = session.state.status else { return "" }
    let step = session.state.program.flows[0].steps.first { $0.name == outcome }
    return step.map(names.step) ?? ProgramNames.spaced(outcome)
  }

  /// What is said when the screen is given back: nothing of the case but its short name.
  func parting(_ ending: Ending, command: String) -> Screen {
    var screen = Screen()
    switch ending {
    case _ where !session.isKept: screen.add(words(.leaveNothing))
    case .finished:
      screen.add(words(.leaveFinished, ["case": session.identifier]))
      screen.add(command, indent: 2)
    case .abandoned:
      screen.add(words(.leaveAbandoned, ["case": session.identifier]))
      screen.add(command + " --reopen \"…\"", indent: 2)
    case .left:
      screen.add(words(.leaveSaved, ["case": session.identifier]))
      screen.add(command, indent: 2)
    }
    return screen
  }
}
