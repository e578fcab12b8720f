import FlowDSL
import FlowDirectory
import FlowRuntime

/// A person walks a case at a terminal: one step a page, one question at a time.
///
/// Every confirmed answer is on the disk before the next page appears.
final class Walk {
  /// How the sitting ended.
  enum Ending: Sendable, Hashable {
    case finished
    case abandoned
    /// The person left; the case goes on another time.
    case left(Leaving)
  }

  /// What ends the loop.
  enum Stop: Error, Sendable, Hashable {
    case left(Leaving)
    case journal(Failure)
    /// Something urgent was reported at a page inside a step: what was begun there is left.
    case reported
  }

  var session: CaseSession
  let words: Wording
  let console: any Console
  /// A word about what was just done, for the next page.
  var message: Screen?
  /// Words that were typed and are not on the disk yet, by what was asked.
  var drafts: [String: String] = [:]
  /// What was recorded last: it stands at the top of the next pages.
  var noted: Event?
  /// The vignette that is walked, where it is an exercise.
  let exercise: Exercise?
  /// From where services are looked at.
  let position: GeographicPosition?
  /// The options that a proposed command repeats.
  let options: String
  /// Which open step is at hand, where there are several.
  private var focus = Focus()
  /// The guarantees of which the person was told that the walk did not keep them.
  var toldBroken: Set<String> = []
  /// The step that was opened although a later day was set for it.
  var openedEarly: StepPath?

  /// A walk of a case at a console.
  init(
    session: CaseSession, words: Wording, console: any Console, message: Screen? = nil,
    exercise: Exercise? = nil, position: GeographicPosition? = nil,
    options: String = ""
  ) {
    self.options = options
    self.exercise = exercise
    self.position = position
    self.session = session
    self.words = words
    self.console = console
    self.message = message
  }

  var names: ProgramWords { ProgramWords(program: session.state.program, words: words) }
  var pages: PageMaker { pages(at: session.now) }
  /// Whom corrections make necessary to tell: it stands on each page until they were, or somebody says why not.
  var toTell: Screen? { TellingWords(state: session.state, names: names).reminder() }

  /// Pages as they are at a moment.
  func pages(at now: Instant) -> PageMaker {
    PageMaker(
      state: session.state, identifier: session.identifier, person: session.person, words: words,
      now: now, position: position, options: options)
  }

  /// Walks until the case is over, or the person leaves.
  func run() throws(Failure) -> Ending {
    do throws(Stop) {
      if case .ended = session.state.status { try takeUpTasks() }
      while session.state.status == .running { try goOn() }
    } catch {
      switch error {
      case .left(let leaving): return .left(leaving)
      case .journal(let failure): throw failure
      case .reported: return try run()
      }
    }
    return session.state.status == .abandoned ? .abandoned : .finished
  }

  /// The next page. A report made at a page inside it leaves what was begun there.
  func goOn() throws(Stop) {
    do throws(Stop) { try step() } catch {
      guard error == .reported else { throw error }
    }
  }

  func step() throws(Stop) {
    try letTimePass()
    tellBrokenGuarantees()
    guard session.state.status == .running, let open = try openStep(), try opens(open) else { return }
    let (commands, openNow) = (commands, open)
    let draw: (Instant) -> Page = { [unowned self] now in
      var page = pages(at: now).page(of: openNow, commands: commands)
      hear(at: openNow, on: &page)
      return page
    }
    let page = draw(session.now)
    switch try askOrHelp(page, heading: heading(of: open, page: page), at: open, anew: draw) {
    case .command(let command)?: try carryOut(command, at: open)
    case let input?: try answer(open, input)
    case nil: break
    }
  }

  /// Records that time has passed where a wait is over or a step is late.
  private func letTimePass() throws(Stop) {
    let now = session.now
    let isDue = session.state.open.contains { open in
      if case .wait(_, let until?, _) = open.asked, until <= now { return true }
      return open.due.map { $0 < now && !open.isOverdue } ?? false
    }
    if isDue { try say(.clock) }
  }

  /// The open step at hand; where there are several and none follows, the one that is chosen, or `nil` after a command.
  private func openStep() throws(Stop) -> OpenStep? {
    let open = session.state.open
    guard !open.isEmpty else { return nil }
    let next = focus.next(among: open, for: session.person.role, now: session.now)
    guard let step = if let next { next } else { try choose(among: open) } else { return nil }
    focus.take(step)
    return session.state.filled(step) { names.placed($0) }
  }

  /// The top of a page of an open step, with what was recorded last and the key that corrects it.
  func heading(of open: OpenStep, page: Page) -> Heading {
    var heading = pages.heading(of: open)
    if let noted, !repeats(noted, at: open) { heading.noted = line(noted, on: page) }
    if exercise == nil, session.isKept { heading.printing = pages.printing(at: open) }
    heading.handedOver = handedOver
    heading.toTell = toTell
    return heading
  }

  /// The word of the colleague who handed the case over, until something more is said in it.
  var handedOver: String? {
    for said in session.state.answers.reversed() {
      switch said.event {
      case .clock, .reopened: continue
      case .handedOver(let person, let reason?) where !said.isWithdrawn:
        return words(
          .handedOverWord,
          [
            "person": said.by.identifier, "role": names.recipient(said.by.role), "to": person.identifier,
            "time": words.moment(said.at, now: session.now), "words": reason,
          ])
      default: return nil
      }
    }
    return nil
  }

  /// What was recorded last, with the key that corrects it; `nil` where the page has none.
  func line(_ noted: Event, on page: Page) -> String? {
    page.menu.commands.first { $0.command == .back }.map { back in
      let line = SaidWords(state: session.state, names: names).noted(noted)
      return words(.noted, ["what": line, "key": page.menu.typed(back)])
    }
  }

  /// Whether the page itself shows what was recorded last: the items of the step that are marked.
  private func repeats(_ event: Event, at open: OpenStep) -> Bool {
    guard case .tick = open.asked, case .ticked(open.path, _, _, _) = event else { return false }
    return true
  }

  var commands: [Command] {
    let state = session.state
    return [.help, .back, .note, .people, .handOver] + (state.reportable.isEmpty ? [] : [.report])
      + (state.open.count > 1 ? [.other] : []) + (state.openTasks.isEmpty ? [] : [.tasks]) + [.save]
  }

  /// Carries a command out; those that answer need an open step.
  func carryOut(_ command: Command, at open: OpenStep?) throws(Stop) {
    switch command {
    // Shown where the page is asked.
    case .help: break
    case .unknown: if let open { try sayAnswer(.unknown, to: open) }
    case .declined: if let open { try sayAnswer(.declined, to: open) }
    case .back: try correct()
    case .note: try note()
    case .people: try people()
    case .override: if let open { try decideOtherwise(open) }
    case .handOver: try handOver()
    case .report: try report()
    case .other: focus.forget()
    case .tasks: try takeUpTasks()
    case .save: throw .left(.saved)
    case .abandon: try abandon()
    }
  }

  /// Chooses anew among the open steps.
  func forgetFocus() { focus.forget() }
}
