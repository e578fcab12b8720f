import ArgumentParser
import FlowDSL
import FlowRuntime

/// `flowrun task`
struct TaskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task",
    abstract: "Show what was left undone in a case; say that it is done, or why it is not to be done.",
    discussion: """
      What was not done, a call that was given up or put off, and a referral that could not be made stay until somebody does \
      them or says why not, also after the case has ended. What asks for more than a word, such as the answer of someone \
      called again, is answered at the terminal: flowrun run --resume CASE.

      Examples:
        flowrun task 7K3M-2QXD                             what was left undone, with numbers
        flowrun task 7K3M 2 --done                         the item with number 2 is done, the call reached
        flowrun task 7K3M 2 --done --reason "by the day team"    it was done otherwise
        flowrun task 7K3M 3 --waived --reason "she has moved"    it is not to be done any more
        flowrun task 7K3M --format json                    for programs
      """)

  @Argument(help: ArgumentHelp("The case, or how its name begins.", valueName: "case"))
  var name: String
  @Argument(help: ArgumentHelp("The number of the task.", valueName: "number"))
  var number: Int?
  @Flag(help: "It is done.")
  var done = false
  @Flag(help: "It is not to be done any more; needs a reason.")
  var waived = false
  @Option(help: ArgumentHelp("How it was done otherwise, or why it is not to be done.", valueName: "words"))
  var reason: String?
  @Option(help: ArgumentHelp("Who says it: an identifier of your service.", valueName: "identifier"))
  var person: String?
  @Option(help: ArgumentHelp("In which role.", valueName: "role"))
  var role: String?
  @Option(help: "What is written: text or json.")
  var format = OutputFormat.text
  @OptionGroup var language: LanguageOption
  @OptionGroup var journal: JournalOption

  func validate() throws {
    guard !(done && waived) else { throw ValidationError("--done and --waived exclude each other.") }
    guard done || waived || reason == nil else {
      throw ValidationError("--reason goes with --done or --waived.")
    }
    guard number != nil || !(done || waived) else {
      throw ValidationError("--done and --waived go with the number of a task.")
    }
  }

  func run() throws {
    let desk = try Desk(language.language)
    try desk.run { () throws(Failure) in
      if done || waived { return try settle(desk) }
      let journal = try JournalDesk(
        at: try self.journal.path(desk.environment), for: .reading, of: desk,
        reader: CaseReader(desk.environment))
      let state = try journal.stored(named: name).state
      let report = TaskReport(words: desk.words, state: state, now: SystemClock.now())
      switch format {
      case .json: Output.write(report.json().text())
      case .text: desk.write(report.page())
      }
    }
  }

  private func settle(_ desk: Desk) throws(Failure) {
    let opening = CaseOpening(
      desk: desk, path: try journal.path(desk.environment), identifier: person, role: role)
    var session = try opening.resumed(name)
    guard let task = session.state.tasks.first(where: { $0.number == number }), task.closing == nil else {
      throw Failure(
        .noSuchTask, .noInput,
        [
          "case": session.identifier, "number": String(number ?? 0),
          "known": session.state.openTasks.map(\.number).sorted().map { String($0) }.joined(separator: ", "),
        ])
    }
    if let reason, reason.filter(\.isLetter).count < LineReading.shortestReason {
      throw Failure(.refused, .usage, ["reason": desk.words(.reasonNeeded)])
    }
    guard let event = event(of: task) else {
      throw Failure(.taskNeedsWords, .usage, ["case": session.identifier, "number": String(task.number)])
    }
    do throws(CaseSession.Fault) { try session.say(event) } catch {
      throw desk.failure(error, roles: session.state.program.roles)
    }
    var screen = Screen()
    screen.add(desk.words(.taskSaved))
    let report = TaskReport(words: desk.words, state: session.state, now: session.now)
    for task in session.state.tasks where task.number == number { report.add(task, to: &screen) }
    desk.write(screen)
  }

  /// What is said of a task; `nil` where it needs words, or an answer.
  private func event(of task: CaseTask) -> Event? {
    if let reason { return task.settled(done: done, reason: reason) }
    return done ? task.plainlyDone : nil
  }
}

extension CaseTask {
  /// What says without more words that it is done; `nil` where that does not say it.
  var plainlyDone: Event? {
    switch again?.asked {
    case .tick: item.map { Event.ticked(step: path, item: $0, done: true, reason: nil) }
    case .contact: Event.contacted(step: path, .reached)
    case .referral(_, let isAllowed, _):
      Event.referred(step: path, isAllowed ? .referred(service: nil) : .numberGiven)
    default: nil
    }
  }
}
