import FEEL
import FlowDSL
import FlowRuntime

extension Walk {
  /// Lets an earlier answer be chosen and said anew, with a reason.
  func correct() throws(Stop) {
    let earlier = session.state.answers.filter { !$0.isWithdrawn && $0.event.isCorrectable }.reversed()
    guard !earlier.isEmpty else { return say(words(.backNothing)) }
    guard
      let index = try chosen(
        AnswersPage(
          items: earlier.map { .init(line: inOneLine($0.event), words: described($0.event)) },
          room: answersRoom))
    else { return }
    let said = Array(earlier)[index]
    say(words(.backNow, ["answer": SaidWords(state: session.state, names: names).outcome(said.event)]))
    guard let (event, person) = try saidAnew(said) else { return }
    guard event != said.event else { return say(words(.backSame)) }
    let before = session.state
    guard let corrected = corrected(said, to: event, by: person) else { return }
    let after = session.interpreter.confirmingAdvice(corrected, by: session.person, at: session.now)
    let lines = CorrectionLines(
      effect: CorrectionEffect(from: before, to: after), before: before, names: names)
    let outcomes = SaidWords(state: before, names: names)
    var about = Screen()
    about.add(words(.effectTitle), .quiet, indent: 2)
    about.add(
      words(
        .effectAnswer,
        [
          "subject": outcomes.subject(said.event), "before": outcomes.outcome(said.event),
          "after": outcomes.outcome(event),
        ]), indent: 2)
    if after.sequence != corrected.sequence { about.add(words(.effectAdvised), .quiet, indent: 2) }
    about.add(lines.preview(now: session.now))
    guard let reason = try askReason(words(.backReason), about: about) else { return }
    guard let entries = try say(.corrected(sequence: said.sequence, to: event, reason: reason), by: person)
    else { return }
    sayWhatChanged(entries, from: outcomes.outcome(said.event), to: event, lines)
  }

  /// The case as a correction would leave it; `nil`, with words for the next page, where it would not be taken.
  private func corrected(_ said: Said, to event: Event, by person: Person?) -> State? {
    var state = session.state
    let correction = Event.corrected(sequence: said.sequence, to: event, reason: words(.backReason))
    do throws(Refusal) {
      try session.interpreter.step(
        correction, by: person ?? session.person, at: session.now, offset: session.offsetNow, state: &state)
    } catch {
      sayRefused(error, of: event)
      return nil
    }
    return state
  }

  /// The place of the answer that is chosen; `nil` goes back.
  private func chosen(_ first: AnswersPage) throws(Stop) -> Int? {
    var list = first
    while true {
      let shown = list
      switch try ask(shown.page(words), reading: { line throws(Misreading) in try shown.take(line) }) {
      case .chosen(let index): return index
      case .page(let next): list = next
      case .back: return nil
      }
    }
  }

  /// How many answers the list shows at once: what the terminal has room for beside title, hint and a message.
  private var answersRoom: Int? { console.rows.map { max($0 - 9, 3) } }

  private func sayWhatChanged(
    _ entries: [Entry], from before: String, to event: Event, _ lines: CorrectionLines
  ) {
    var screen = Screen()
    screen.add(words(.backMoved, ["answer": described(event), "before": before]))
    // Only what persons said is counted: the walk computes the rest anew.
    let answers = Set(session.state.answers.map(\.sequence))
    for entry in entries {
      switch entry.event {
      case .withdrawn(let numbers):
        let count = answers.intersection(numbers).count
        if count > 0 { screen.add(words.count(count, one: .backWaitsOne, many: .backWaitsMany)) }
      case .reinstated(let numbers):
        let count = answers.intersection(numbers).count
        if count > 0 { screen.add(words.count(count, one: .backAgainOne, many: .backAgainMany)) }
      default: break
      }
    }
    screen.add(lines.told())
    message = screen
    noted = nil
    forgetFocus()
  }

  /// What was said, in one line.
  private func described(_ event: Event) -> String {
    SaidWords(state: session.state, names: names).line(event)
  }

  /// What was said, cut to one line of a list.
  private func inOneLine(_ event: Event) -> String {
    let said = SaidWords(state: session.state, names: names)
    let outcome = said.outcome(event).shortened(to: 30)
    return [said.subject(event).shortened(to: 66 - outcome.count), outcome].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// What should have been said, and by whom when it is someone else; `nil` goes back.
  private func saidAnew(_ said: Said) throws(Stop) -> (Event, Person?)? {
    if said.event.saysOfCase { return try saidOfCaseAnew(said.event).map { ($0, nil) } }
    guard let path = said.event.step, let place = session.state.place(of: path),
      let step = names.filled(path, of: session.state)
    else { return nil }
    let flow = session.state.program.flows[place.flow]
    switch said.event {
    case .answered(_, let name, _):
      guard let question = step.kind.allQuestions.first(where: { flow.facts[$0.slot].name == name }) else {
        return nil
      }
      return try answerAnew(question, notes: step.notes, flow: flow).map {
        (.answered(step: path, fact: name, $0), nil)
      }
    case .ticked(_, let item, _, _):
      guard let tick = step.kind.allTicks.first(where: { $0.name == item }) else { return nil }
      let page = TickPage(tick: tick, marked: [], notes: step.notes, flow: flow, isTold: false, services: [])
        .page(words, commands: [])
      guard let input = try askOrGoBack(page) else { return nil }
      return try tickEvent(tick, at: path, isDone: input == .choice(0)).map { ($0, nil) }
    case .contacted:
      let outcomes = [Phrase.contactReached, .contactNoAnswer, .contactGiveUp].map { words($0) }
      guard let index = try choose(names.step(step), outcomes) else { return nil }
      return try contactOutcome(index).map { (.contacted(step: path, $0), nil) }
    case .referred: return try referralAnew(step, at: path).map { ($0, nil) }
    case .confirmed, .overridden: return try decisionAnew(step, flow: flow, at: path)
    case .concurred:
      guard let index = try choose(names.step(step), [words(.agrees), words(.disagrees)]) else { return nil }
      return try concurrence(at: path, agrees: index == 0).map { ($0, said.by) }
    default: return nil
    }
  }

  private func saidOfCaseAnew(_ event: Event) throws(Stop) -> Event? {
    switch event {
    case .identified(let somebody): try person(somebody.part)
    case .referenced: try reference()
    case .quoted(let quotation): try self.quotation(of: quotation.speaker)
    default: nil
    }
  }

  private func answerAnew(_ question: Question, notes: Notes, flow: Flow) throws(Stop) -> Answer? {
    let fact = flow.facts[question.slot]
    let page = QuestionPage(question: question, fact: fact, notes: notes, flow: flow).page(
      words, commands: [])
    switch try askOrGoBack(page) {
    case nil: return nil
    case .command(.unknown): return .unknown
    case .command(.declined): return .declined
    case let input?: return try value(input, for: fact).map { .value($0) }
    }
  }

  private func referralAnew(_ step: Step, at path: StepPath) throws(Stop) -> Event? {
    guard case .refer(let referral) = step.kind else { return nil }
    let page = ReferralPage(
      recipient: names.recipient(referral.to), notes: step.notes,
      flow: session.state.program.flows[0], services: pages.services(of: referral.to),
      shared: SharedFacts(facts: [], ground: "", isAllowed: true))
    guard case .choice(let index)? = try askOrGoBack(page.page(words, commands: [])) else { return nil }
    return try referralOutcome(page.choices[index]).map { .referred(step: path, $0) }
  }

  private func decisionAnew(_ step: Step, flow: Flow, at path: StepPath) throws(Stop) -> (Event, Person?)? {
    guard let (rule, slot) = step.kind.overriding,
      let recommended = session.state.recommended(at: path, fact: flow.facts[slot].name)
    else { return nil }
    let confirm = words(.confirm) + " · " + names.value(recommended, of: flow.facts[slot])
    guard let index = try choose(names.step(step), [confirm, words(.commandOverride)]) else { return nil }
    if index == 0 { return (.confirmed(step: path), nil) }
    guard let decision = try decision(on: flow.facts[slot], recommended: recommended, rule: rule) else {
      return nil
    }
    return (.overridden(step: path, to: decision.value, reason: decision.reason), decision.person)
  }
}

extension Event {
  /// Whether a person may choose it to be corrected.
  var isCorrectable: Bool {
    switch self {
    case .answered, .ticked, .contacted, .referred, .confirmed, .overridden, .concurred, .identified,
      .referenced, .quoted:
      true
    default: false
    }
  }

  /// Whether it says something of the case itself, which the walk asked for nowhere: it stands after whatever others wrote.
  var saysOfCase: Bool {
    switch self {
    case .noted, .identified, .referenced, .quoted: true
    default: false
    }
  }
}

extension State {
  /// What the walk last recommended at a step for a fact.
  func recommended(at path: StepPath, fact: String) -> Value? {
    effects.lazy.reversed().compactMap { effect -> Value? in
      guard case .recommended(path, let advice) = effect.event else { return nil }
      return advice.values.first { $0.fact == fact }?.value
    }.first
  }
}
