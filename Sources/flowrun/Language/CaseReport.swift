import FEEL
import FlowDSL
import FlowRuntime
import FlowStore

/// A case of a list.
enum ListedCase: Sendable {
  case readable(StoredState)
  /// One that cannot be read, and why.
  case damaged(CaseRecord, Failure)

  /// How much it weighs: the less, the more.
  var weight: Int {
    if case .readable(let stored) = self, stored.state.isLeftOpen { stored.state.weight } else { .max }
  }

  /// Whether it is one that nobody is reminded of although a level in it is high.
  var isAbandonedAtHighLevel: Bool {
    if case .readable(let stored) = self { stored.state.isAbandonedAtHighLevel } else { false }
  }
}

/// A case as it is listed and shown.
struct CaseReport {
  let words: Wording
  let now: Instant

  /// A list: name, protocol, where it stands, what is due; apart, those that were abandoned at a high level.
  func list(_ cases: [ListedCase]) -> Screen {
    var screen = Screen()
    if cases.isEmpty { screen.add(words(.casesNone)) }
    let others = cases.filter { !$0.isAbandonedAtHighLevel }
    // The highest level first; of one level in the order in which they were opened.
    for (_, listed) in others.enumerated().sorted(by: { ($0.1.weight, $0.0) < ($1.1.weight, $1.0) }) {
      add(listed, to: &screen)
    }
    let abandoned = cases.filter(\.isAbandonedAtHighLevel)
    guard !abandoned.isEmpty else { return screen }
    screen.space()
    screen.add(words(.casesAbandonedHigh, ["count": String(abandoned.count)]), .warning)
    for listed in abandoned { add(listed, to: &screen) }
    return screen
  }

  private func add(_ listed: ListedCase, to screen: inout Screen) {
    switch listed {
    case .damaged(let record, _):
      screen.add(
        words(.caseDamaged, ["case": record.identifier]), .warning,
        marker: [Run(record.identifier, .key), Run("  ")])
    case .readable(let stored):
      let state = stored.state
      screen.add(
        [Run(state.program.flows[0].title(words.language.rawValue) + " · " + status(state))],
        marker: [Run(stored.record.identifier, .key), Run("  ")],
        trailing: [Run(words.moment(stored.record.opened, now: now), .quiet)])
      let marks = state.references + state.people.map { words.part($0.part) + " " + $0.mark }
      if !marks.isEmpty { screen.add(marks.joined(separator: " · "), .quiet, indent: 11) }
      if state.isPractice { screen.add(words(.practice), .warning, indent: 11) }
      for line in dueLines(state) { screen.add([line], indent: 11) }
      let tasks = state.openTasks
      if !tasks.isEmpty { screen.add(words(.casesTasks, ["count": String(tasks.count)]), indent: 11) }
      for task in tasks {
        guard let until = task.until else { continue }
        screen.add(
          names(state).task(task, of: state) + " · "
            + words(.contactLaterAt, ["time": words.moment(until, now: now)])
            + (task.due.map { ", " + words(.dueBefore, ["time": words.moment($0, now: now)]) } ?? ""),
          indent: 11)
      }
      addBroken(state, indent: 11, to: &screen)
      let levels = names(state).highLevels(state)
      if !levels.isEmpty, state.isLeftOpen || listed.isAbandonedAtHighLevel {
        screen.add(levels.joined(separator: ", "), .warning, indent: 11)
      }
    }
  }

  /// Everything of one case.
  func page(_ stored: StoredState) -> Screen {
    let state = stored.state
    var screen = Screen()
    screen.add(
      [
        Run(stored.record.identifier, .key),
        Run("  " + state.program.flows[0].title(words.language.rawValue), .title),
      ],
      trailing: [Run(status(state))])
    screen.add(
      words(
        .showOpened,
        [
          "time": LocalTime(stored.record.opened).moment,
          "version": state.program.flows[0].version, "program": String(stored.record.program.prefix(12)),
        ]), .quiet)
    if let handler = state.handler {
      screen.add(
        words(.showHandler, ["person": handler.identifier, "role": names(state).recipient(handler.role)]),
        .quiet)
    }
    let closed = state.closedTo.map(names(state).recipient).sorted()
    if !closed.isEmpty {
      screen.add(words(.showClosedTo, ["roles": closed.joined(separator: ", ")]), .warning)
    }
    if state.isPractice { screen.add(words(.practice), .warning) }
    addAbout(state, to: &screen)
    addDue(state, to: &screen)
    addTasks(state, to: &screen)
    if !state.brokenGuarantees(at: now).isEmpty { screen.space() }
    addBroken(state, indent: 2, to: &screen)
    addFacts(state, to: &screen)
    addDecisions(state, to: &screen)
    addTrail(state, to: &screen)
    addSaid(stored, to: &screen)
    return screen
  }

  private func names(_ state: State) -> ProgramWords { ProgramWords(program: state.program, words: words) }

  /// Where a case stands: its open steps, or how it ended.
  func status(_ state: State) -> String {
    switch state.status {
    case .notStarted: return words(.statusNotStarted)
    case .running: return state.open.map { names(state).step(at: $0.path, of: state) }.joined(separator: ", ")
    case .ended(let outcome):
      let step = state.program.flows[0].steps.first { $0.name == outcome }
      return words(.endTitle, ["outcome": step.map(names(state).step) ?? outcome])
    case .abandoned: return words(.statusAbandoned)
    }
  }

  private func dueLines(_ state: State) -> [Run] {
    guard state.status == .running else { return [] }
    return state.open.compactMap { open in
      open.due.map { due in
        let time = words.moment(due, now: now)
        let length = words.length(milliseconds: abs(now.distance(to: due)))
        let step = names(state).step(at: open.path, of: state) + " · "
        return due >= now
          ? Run(step + words(.dueBy, ["time": time, "left": length]))
          : Run(step + words(.overdueSince, ["time": time, "late": length]), .warning)
      }
    }
  }

  /// What the protocol promises and the case did not keep.
  private func addBroken(_ state: State, indent: Int, to screen: inout Screen) {
    for broken in state.brokenGuarantees(at: now) {
      screen.add(names(state).broken(broken), .warning, indent: indent)
    }
  }

  private func addDue(_ state: State, to screen: inout Screen) {
    let lines = dueLines(state)
    guard !lines.isEmpty else { return }
    heading(.showDue, in: &screen)
    for line in lines { screen.add([line], indent: 2) }
  }

  private func addAbout(_ state: State, to screen: inout Screen) {
    let about = AboutCase(state: state, words: words).screen(indent: 2)
    guard !about.paragraphs.isEmpty else { return }
    heading(.showAbout, in: &screen)
    screen.add(about)
  }

  private func addTasks(_ state: State, to screen: inout Screen) {
    guard !state.tasks.isEmpty else { return }
    heading(.showTasks, in: &screen)
    screen.add(TaskReport(words: words, state: state, now: now).page())
  }

  private func addFacts(_ state: State, to screen: inout Screen) {
    let facts = state.ownFacts
    guard !facts.isEmpty else { return }
    heading(.showFacts, in: &screen)
    let names = names(state)
    var about = ""
    for standing in facts {
      let item = state.items(at: standing.prefix).map(names.item).joined(separator: " · ")
      if item != about, !item.isEmpty { screen.add(item, indent: 2) }
      about = item
      screen.add(
        [Run(words.label(names.fact(standing.fact)), .quiet), Run(names.standing(standing, of: state))],
        indent: item.isEmpty ? 2 : 4, hang: 2)
    }
  }

  /// What was advised, and what was decided, by whom and why.
  private func addDecisions(_ state: State, to screen: inout Screen) {
    let decisions = state.explanations.filter { $0.recommendation != nil }
    guard !decisions.isEmpty else { return }
    heading(.showDecisions, in: &screen)
    let names = names(state)
    let said = SaidWords(state: state, names: names)
    for decision in decisions {
      guard let place = state.place(of: decision.step), let advice = decision.recommendation else { continue }
      let flow = state.program.flows[place.flow]
      let step = flow.steps[place.step]
      let values = names.advised(advice, flow: flow, kind: step.kind).map(\.value).joined(separator: ", ")
      let score = advice.score.map { " · " + words(.adviceScore, ["score": words.number($0)]) } ?? ""
      let advised = words(.adviceTitle, ["value": values]) + score
      screen.add(
        [Run(words.label(names.step(at: decision.step, of: state)), .quiet), Run(advised)], indent: 2, hang: 2
      )
      if case .assess(let assessment) = step.kind, let question = assessment.ownLevel,
        let own = state.fact(flow.facts[question.slot].name, in: decision.step.prefix), own.standing != .unset
      {
        let answer = names.standing(own, of: state)
        screen.add(words(.decisionOwnLevel, ["level": answer]), .quiet, indent: 4)
      }
      guard let answer = decision.said else { continue }
      let person = answer.by.identifier + ", " + names.recipient(answer.by.role)
      screen.add(
        [
          Run(said.outcome(answer.event), decision.isOverridden ? .title : .plain),
          Run(" · " + person, .quiet),
        ],
        indent: 4, hang: 2)
    }
  }

  private func addTrail(_ state: State, to screen: inout Screen) {
    heading(.showTrail, in: &screen)
    let said = SaidWords(state: state, names: names(state))
    let left = Dictionary(grouping: state.answers.filter { !$0.isWithdrawn && $0.event.leavesSomething }) {
      $0.event.step?.description ?? ""
    }
    let tasks = state.tasks
    for step in state.trail {
      let depth = step.path.description.filter { $0 == "/" }.count
      screen.add(
        [Run(names(state).step(at: step.path, of: state))], indent: 2 + 2 * depth,
        trailing: [Run(words(step.course.phrase), step.course == .passed ? .quiet : .plain)])
      guard step.course != .withdrawn else { continue }
      for answer in left[step.path.description] ?? [] {
        let closing = tasks.first {
          $0.sequence == answer.sequence && $0.path == step.path && !$0.isAside
        }?.closing
        let since = closing.map { words(.trailSince, ["what": words($0.isDone ? .taskDone : .taskWaived)]) }
        screen.add(
          said.noted(answer.event) + (since.map { " · " + $0 } ?? ""), .warning,
          indent: 4 + 2 * depth)
      }
    }
  }

  private func addSaid(_ stored: StoredState, to screen: inout Screen) {
    heading(.showSaid, in: &screen)
    let said = EntryWords(
      said: SaidWords(state: stored.state, names: names(stored.state)), withdrawn: stored.state.withdrawn)
    var speaker: Person?
    for entry in stored.entries {
      guard let line = said.line(entry) else { continue }
      // What the protocol makes of what was said is nobody's word.
      let isSaid = entry.event.isSaid
      if isSaid, entry.by != speaker {
        speaker = entry.by
        screen.add(said.person(entry.by), .quiet, indent: 2)
      }
      let time = LocalTime(entry.at)
      let when = [
        Run("\(entry.sequence)".leftPadded(to: 4) + "  " + time.moment + "  ", .quiet)
      ]
      let text = isSaid ? line.text : words.label(words(.entryComputed)) + line.text
      screen.add(text, line.isSetAside || !isSaid ? .quiet : .plain, marker: when)
    }
  }

  private func heading(_ phrase: Phrase, in screen: inout Screen) {
    screen.space()
    screen.add(words(phrase), .title)
  }
}

extension Event {
  /// Whether something was not done with it, or is not known: having passed the step says nothing of that.
  fileprivate var leavesSomething: Bool {
    switch self {
    case .ticked(_, _, let isDone, _): !isDone
    case .contacted(_, let outcome): outcome != .reached
    case .referred(_, .impossible), .answered(_, _, .unknown): true
    default: false
    }
  }
}

extension TrailStep.Course {
  /// The words of how a step stands.
  var phrase: Phrase {
    switch self {
    case .open: .courseOpen
    case .passed: .coursePassed
    case .skipped: .courseSkipped
    case .cancelled: .courseCancelled
    case .withdrawn: .courseWithdrawn
    }
  }
}

extension String {
  /// With spaces before, up to a width.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(width - count, 0)) + self
  }
}
