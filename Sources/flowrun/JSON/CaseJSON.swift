import FEEL
import FlowDSL
import FlowRuntime

extension CaseReport {
  /// A case in a few members, for `cases --format json`.
  func summary(_ stored: StoredState) -> JSON { .object(members(stored)) }

  /// A listed case; of a damaged one, why it cannot be read.
  func summary(_ listed: ListedCase) -> JSON {
    switch listed {
    case .readable(let stored): return summary(stored)
    case .damaged(let record, let failure):
      return .object([
        ("case", .string(record.identifier)), ("program", .string(record.program)),
        ("opened", JSON(record.opened)), ("entries", .number(record.head.sequence)),
        ("status", .string("damaged")), ("reason", .string(words.words(of: failure))),
      ])
    }
  }

  /// Everything of a case, for `show --format json`.
  func whole(_ stored: StoredState) -> JSON {
    let state = stored.state
    let withdrawn = state.withdrawn
    return .object(
      members(stored) + [
        ("facts", .array(state.facts.filter { $0.standing != .unset }.map(Self.fact))),
        ("grids", .array(state.explanations.compactMap { Self.grid($0, of: state) })),
        ("trail", .array(state.trail.map(Self.step))),
        (
          "entries",
          .array(stored.entries.map { Self.entry($0, isWithdrawn: withdrawn.contains($0.sequence)) })
        ),
      ])
  }

  private func members(_ stored: StoredState) -> [(String, JSON)] {
    let state = stored.state
    let status: (name: String, outcome: String?) =
      switch state.status {
      case .notStarted: ("not-started", nil)
      case .running: ("open", nil)
      case .ended(let outcome): ("ended", outcome)
      case .abandoned: ("abandoned", nil)
      }
    return [
      ("case", .string(stored.record.identifier)), ("flow", .string(state.program.flows[0].name)),
      ("version", .string(state.program.flows[0].version)), ("program", .string(stored.record.program)),
      ("opened", JSON(stored.record.opened)), ("changed", JSON(state.now)),
      ("entries", .number(stored.entries.count)), ("status", .string(status.name)),
      ("outcome", .optional(status.outcome)),
    ] + AboutCase(state: state, words: words).members + [
      ("open", .array(state.open.map(open))),
      ("tasks", TaskReport(words: words, state: state, now: now).json()),
      (
        "broken",
        .array(
          BrokenRow.rows(of: state, case: stored.record.identifier, words: words, now: now).map(\.json))
      ),
    ]
  }

  private func open(_ step: OpenStep) -> JSON {
    .object([
      ("step", .string(step.path.description)), ("item", .optional(step.item)), ("role", .optional(step.by)),
      ("reached", JSON(step.reached)), ("due", step.due.map { JSON($0) } ?? .null),
      ("overdue", .bool(step.due.map { $0 < now } ?? false)),
    ])
  }

  private static func fact(_ standing: FactStanding) -> JSON {
    .object(
      [
        ("fact", .string(standing.prefix + standing.fact.name)),
        ("standing", .string("\(standing.standing)")),
        ("value", JSON(standing.value)),
      ] + (standing.items.isEmpty ? [] : [("items", .array(standing.items.map { .string("\($0)") }))]))
  }

  /// A grid: what was advised and decided, on what, and which missing answer could change the level.
  private static func grid(_ explanation: FlowRuntime.Explanation, of state: State) -> JSON? {
    guard let advice = explanation.recommendation, let sensitivity = state.sensitivity(at: explanation.step)
    else { return nil }
    let missing = sensitivity.missing.map { answer in
      JSON.object([
        ("fact", .string(answer.fact.name)), ("cause", .string(answer.absence.rawValue)),
        (
          "levels",
          .array(answer.cases.map { .object([("value", JSON($0.value)), ("level", JSON($0.level))]) })
        ),
      ])
    }
    return .object([
      ("step", .string(explanation.step.description)),
      ("advised", advice.values.first.map { JSON($0.value) } ?? .null),
      ("decided", explanation.decided?.first.map { JSON($0.value) } ?? .null),
      ("score", advice.score.map { JSON(.number($0)) } ?? .null),
      ("reasons", .array(advice.reasons.map { .string($0.factor) })),
      ("precautions", .array(advice.precautions.map(precaution))),
      ("couldChange", .array(missing)), ("withoutPrecautions", JSON(sensitivity.withoutPrecautions)),
    ])
  }

  private static func step(_ step: TrailStep) -> JSON {
    .object([
      ("step", .string(step.path.description)), ("course", .string("\(step.course)")),
      ("entry", .number(step.sequence)),
    ])
  }

  private static func entry(_ entry: Entry, isWithdrawn: Bool) -> JSON {
    var members: [(String, JSON)] = [
      ("sequence", .number(entry.sequence)), ("at", JSON(entry.at)),
      ("person", .string(entry.by.identifier)), ("role", .string(entry.by.role)),
      ("event", .string(entry.event.name)),
    ]
    if entry.offset != .utc { members.insert(("offset", .number(entry.offset.minutes)), at: 2) }
    if let step = entry.event.step { members.append(("step", .string(step.description))) }
    members += details(entry.event)
    if isWithdrawn { members.append(("withdrawn", .bool(true))) }
    return .object(members)
  }

  /// What an event says beside its name and its step.
  static func details(_ event: Event) -> [(String, JSON)] {
    switch event {
    case .answered(_, let fact, let answer): [("fact", .string(fact)), ("answer", json(answer))]
    case .ticked(_, let item, let done, let reason):
      [("item", .string(item)), ("done", .bool(done)), ("reason", .optional(reason))]
    case .contacted(_, let outcome): outcome.members
    case .referred(_, let outcome): outcome.members
    case .overridden(_, let value, let reason): [("to", JSON(value)), ("reason", .optional(reason))]
    case .concurred(_, let agrees, let reason): [("agrees", .bool(agrees)), ("reason", .optional(reason))]
    case .reported(let interrupt, let fact): [("interrupt", .string(interrupt)), ("fact", .string(fact))]
    case .settled(_, let item, let done, let reason):
      [("item", .optional(item)), ("done", .bool(done)), ("reason", .string(reason))]
    case .corrected(let sequence, let event, let reason):
      [
        ("corrects", .number(sequence)), ("reason", .string(reason)),
        ("to", .object([("event", .string(event.name))] + details(event))),
      ]
    case .noted(let text), .referenced(let text): [("text", .string(text))]
    case .identified(let person):
      [("part", .string(person.part.rawValue)), ("mark", .string(person.mark))]
        + (person.identity.map { identity in
          [
            ("name", .string(identity.name)), ("born", .optional(identity.born)),
            ("reach", .optional(identity.reach)),
          ]
        } ?? [])
    case .quoted(let quotation):
      [("part", .string(quotation.speaker.rawValue)), ("text", .string(quotation.words))]
    case .handedOver(let person, let reason):
      [("to", .string(person.identifier)), ("toRole", .string(person.role)), ("reason", .optional(reason))]
    case .abandoned(let reason), .reopened(let reason): [("reason", .string(reason))]
    case .recommended(_, let advice):
      [
        ("values", bindings(advice.values)), ("score", advice.score.map { JSON(.number($0)) } ?? .null),
        ("counted", .array(advice.counted.map { .string($0.factor) })),
        ("reasons", .array(advice.reasons.map { .string($0.factor) })),
        ("precautions", .array(advice.precautions.map(precaution))),
      ]
    case .decided(_, let values): [("values", bindings(values))]
    case .overdue(_, let due): [("due", JSON(due))]
    case .withdrawn(let numbers), .reinstated(let numbers): [("entries", .array(numbers.map { .number($0) }))]
    case .cancelled(let steps): [("steps", .array(steps.map { .string($0.description) }))]
    case .exhausted(_, let rounds): [("rounds", .number(rounds))]
    case .ended(let outcome): [("outcome", .string(outcome))]
    case .started, .confirmed, .clock, .interrupted, .resumed: []
    }
  }

  private static func precaution(_ precaution: Recommendation.Precaution) -> JSON {
    .object([
      ("factor", .string(precaution.factor)), ("cause", .optional(precaution.absence?.rawValue)),
    ])
  }

  private static func json(_ answer: Answer) -> JSON {
    switch answer {
    case .value(let value): .object([("value", JSON(value))])
    case .unknown: .string("unknown")
    case .declined: .string("declined")
    }
  }

  private static func bindings(_ values: [Binding]) -> JSON {
    .object(values.map { ($0.fact, JSON($0.value)) })
  }
}

extension ContactOutcome {
  /// The outcome by the words of the language (grammar, section 13.3).
  var members: [(String, JSON)] {
    switch self {
    case .reached: [("result", .string("reached"))]
    case .noAnswer: [("result", .string("no-answer"))]
    case .putOff(let until): [("result", .string("put-off")), ("until", JSON(until))]
    case .unreached(let reason): [("result", .string("unreached")), ("reason", .string(reason))]
    }
  }
}

extension ReferralOutcome {
  /// The outcome by the words of the language (grammar, section 13.3).
  var members: [(String, JSON)] {
    switch self {
    case .referred(let service): [("result", .string("referred")), ("service", .optional(service))]
    case .numberGiven: [("result", .string("number-given"))]
    case .impossible(let reason): [("result", .string("impossible")), ("reason", .string(reason))]
    }
  }
}
