import FEEL
import FlowDSL
import FlowRuntime

extension Walk {
  /// Takes an answer to what an open step asks for.
  func answer(_ open: OpenStep, _ input: Menu.Input) throws(Stop) {
    switch open.asked {
    case .question(let question): try answer(question, of: open, input)
    case .tick(let tick):
      guard let event = try tickEvent(tick, at: open.path, isDone: input == .choice(0)) else { return }
      try say(event)
    case .recommendation: try say(.confirmed(step: open.path))
    case .contact:
      guard case .choice(let index) = input, let outcome = try contactOutcome(index, due: open.due)
      else { return }
      try say(.contacted(step: open.path, outcome))
    case .referral:
      guard case .choice(let index) = input, let choice = pages.referralPage(of: open)?.choices[index],
        let outcome = try referralOutcome(choice)
      else { return }
      try say(.referred(step: open.path, outcome))
    case .concurrence(let concurrence, let agreed):
      guard case .choice(let index) = input,
        let event = try self.concurrence(at: open.path, agrees: index == 0),
        let person = try concurring(concurrence, agreed)
      else { return }
      try say(event, by: person)
    case .wait(_, let until, let question):
      guard input != .choice(0), let question else {
        if let until { exercise?.clock.skip(to: until) }
        try say(.clock)
        return
      }
      try answerWhileWaiting(question, of: open)
    }
  }

  /// Says that a question's answer is not known, or declined.
  func sayAnswer(_ answer: Answer, to open: OpenStep) throws(Stop) {
    guard let event = open.answered(answer) else { return }
    try say(event)
  }

  private func answer(_ question: Question, of open: OpenStep, _ input: Menu.Input) throws(Stop) {
    guard let value = try value(input, for: open.facts[question.slot]),
      let event = open.answered(.value(value))
    else { return }
    try say(event)
  }

  private func answerWhileWaiting(_ question: Question, of open: OpenStep) throws(Stop) {
    let page = QuestionPage(
      question: question, fact: open.facts[question.slot], notes: open.definition.notes,
      flow: session.state.program.flows[open.flow]
    ).page(words, commands: [])
    switch try ask(page, heading: heading(of: open, page: page)) {
    case .command(.unknown): try sayAnswer(.unknown, to: open)
    case .command(.declined): try sayAnswer(.declined, to: open)
    case .command: break
    case let input: try answer(question, of: open, input)
    }
  }

  /// The value that was typed or chosen; `nil`, with words for the next page, when there is none.
  func value(_ input: Menu.Input, for fact: Fact) throws(Stop) -> Value? {
    let entry = AnswerInput(of: fact)
    if entry.isRecord { return try records(of: fact, begins: input == .choice(0)) }
    let reading = entry.reading(words, today: LocalTime(session.now))
    switch (input, fact.type) {
    case (.choice(let index), .boolean): return .boolean(index == 0)
    case (.choice(let index), .choice(let values)): return .string(values[index])
    case (.choice(let index), .list(.choice(let values))): return .list([.string(values[index])])
    case (.words(let text), let type):
      do throws(Misreading) {
        let value = try reading.value(text, as: type)
        if case .number(let number) = value, AnswerInput.isWhole(fact), !number.isInteger {
          throw .notAWholeNumber(text.trimmed)
        }
        return value
      } catch {
        var fault = error
        if case .notANumber(let typed) = error, AnswerInput.isWhole(fact) { fault = .notAWholeNumber(typed) }
        say(words.words(of: fault), .warning)
        return nil
      }
    default: return nil
    }
  }

  /// What marking an item says; `nil` when the person goes back instead of giving a reason.
  func tickEvent(_ tick: Tick, at path: StepPath, isDone: Bool) throws(Stop) -> Event? {
    var reason: String?
    if !isDone, tick.required {
      var about = Screen()
      about.add(tick.words(words.language.rawValue), indent: 2)
      guard let given = try askReason(words(.tickAskReason), about: about) else { return nil }
      reason = given
    }
    return .ticked(step: path, item: tick.name, done: isDone, reason: reason)
  }

  /// What came of a call, by the choices of the page.
  func contactOutcome(_ index: Int, due: Instant? = nil) throws(Stop) -> ContactOutcome? {
    switch index {
    case 0: return .reached
    case 1: return .noAnswer
    case 3: return try askMoment(words(.contactAskMoment), due: due).map { .putOff(until: $0) }
    default: return try askReason(words(.contactAskReason)).map { .unreached(reason: $0) }
    }
  }

  /// What came of a referral, by the choices of the page.
  func referralOutcome(_ choice: ReferralPage.Choice) throws(Stop) -> ReferralOutcome? {
    switch choice {
    case .referred(let service): return .referred(service: service)
    case .numberGiven: return .numberGiven
    case .impossible: return try askReason(words(.referAskReason)).map { .impossible(reason: $0) }
    }
  }
}
