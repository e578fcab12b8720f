extension BodyWriter {
  /// `{"answered":{…}}`: an object whose one field is named for the event's kind.
  mutating func event(_ event: Event) throws(UnwritableValue) {
    json.beginObject()
    json.field(named: event.kind.rawValue)
    json.beginObject()
    if event.isSaid { try said(event) } else { try added(event) }
    json.endObject()
    json.endObject()
  }

  /// The fields of an event that a person says, in sorted order.
  private mutating func said(_ event: Event) throws(UnwritableValue) {
    switch event {
    case .started(let start): try started(start)
    case .answered(let step, let fact, let answer):
      json.field("answer")
      try self.answer(answer, to: fact)
      json.field("fact", fact)
      json.field("step", step.description)
    case .ticked(let step, let item, let done, let reason):
      json.field("done")
      json.boolean(done)
      json.field("item", item)
      try text("reason", reason)
      json.field("step", step.description)
    case .contacted(let step, let outcome):
      try contacted(outcome)
      json.field("step", step.description)
      if case .putOff(let until) = outcome {
        json.field("until")
        try json.instant(until)
      }
    case .referred(let step, let outcome):
      try referred(outcome)
      json.field("step", step.description)
    case .confirmed(let step): json.field("step", step.description)
    case .overridden(let step, let value, let reason):
      try text("reason", reason)
      json.field("step", step.description)
      json.field("to")
      try self.value(personal: privacy.isPersonal(decisionAt: step)) { (json) throws(UnwritableValue) in
        try json.value(value)
      }
    case .concurred(let step, let agrees, let reason):
      json.field("agrees")
      json.boolean(agrees)
      try text("reason", reason)
      json.field("step", step.description)
    case .reported(let interrupt, let fact):
      json.field("fact", fact)
      json.field("interrupt", interrupt)
    case .settled(let step, let item, let done, let reason):
      json.field("done")
      json.boolean(done)
      json.field("item", item)
      try text("reason", reason)
      json.field("step", step.description)
    case .corrected(let sequence, let event, let reason):
      try text("reason", reason)
      json.field("sequence")
      json.integer(sequence)
      json.field("to")
      guard json.level <= JournalLimits.depth else { throw .tooDeep }
      try self.event(event)
    case .noted(let words), .referenced(let words): try text("text", words)
    case .identified(let person):
      try text("born", person.identity?.born)
      try text("mark", person.mark)
      try text("name", person.identity?.name)
      json.field("part", person.part.rawValue)
      try text("reach", person.identity?.reach)
    case .quoted(let quotation):
      json.field("part", quotation.speaker.rawValue)
      try text("text", quotation.words)
    case .handedOver(let person, let reason):
      try text("reason", reason)
      json.field("to")
      self.person(person)
    case .abandoned(let reason), .reopened(let reason): try text("reason", reason)
    default: break
    }
  }

  private mutating func started(_ start: Start) throws(UnwritableValue) {
    json.field("flow", start.flow)
    json.field("given")
    json.beginArray()
    for given in start.given {
      json.item()
      json.beginObject()
      json.field("answer")
      try answer(given.answer, to: given.fact)
      json.field("fact", given.fact)
      json.endObject()
    }
    json.endArray()
    json.field("language", start.language)
    if start.isPractice {
      json.field("practice")
      json.boolean(true)
    }
    json.field("program", start.program)
  }

  private mutating func contacted(_ outcome: ContactOutcome) throws(UnwritableValue) {
    switch outcome {
    case .reached: json.field("outcome", "reached")
    case .noAnswer: json.field("outcome", "no-answer")
    case .putOff: json.field("outcome", "put-off")
    case .unreached(let reason):
      json.field("outcome", "unreached")
      try text("reason", reason)
    }
  }

  private mutating func referred(_ outcome: ReferralOutcome) throws(UnwritableValue) {
    switch outcome {
    case .referred(let service):
      json.field("outcome", "referred")
      json.field("service", service)
    case .numberGiven: json.field("outcome", "number-given")
    case .impossible(let reason):
      json.field("outcome", "impossible")
      try text("reason", reason)
    }
  }

  /// The fields of an event that the walk adds, in sorted order.
  private mutating func added(_ event: Event) throws(UnwritableValue) {
    switch event {
    case .recommended(let step, let recommendation):
      json.field("grounds")
      // Which factors counted and which row decided tells what was answered.
      try value(personal: true) { (json) throws(UnwritableValue) in json.grounds(of: recommendation) }
      json.field("step", step.description)
      json.field("values")
      try bindings(recommendation.values)
    case .decided(let step, let bindings):
      json.field("step", step.description)
      json.field("values")
      try self.bindings(bindings)
    case .interrupted(let step), .resumed(let step): json.field("step", step.description)
    case .cancelled(let steps):
      json.field("steps")
      json.beginArray()
      for step in steps {
        json.item()
        json.string(step.description)
      }
      json.endArray()
    case .exhausted(let step, let rounds):
      json.field("rounds")
      json.integer(rounds)
      json.field("step", step.description)
    case .overdue(let step, let due):
      json.field("due")
      try json.instant(due)
      json.field("step", step.description)
    case .withdrawn(let sequences), .reinstated(let sequences):
      json.field("entries")
      json.beginArray()
      for sequence in sequences {
        json.item()
        json.integer(sequence)
      }
      json.endArray()
    case .ended(let outcome): json.field("outcome", outcome)
    default: break
    }
  }
}

extension CanonicalWriter {
  /// Why something is recommended: the factors that counted, the row that decided, the score.
  fileprivate mutating func grounds(of recommendation: Recommendation) {
    beginObject()
    field("counted")
    beginArray()
    for counted in recommendation.counted {
      item()
      beginObject()
      field("asUnknown")
      boolean(counted.ground.isPrecaution)
      if case .precaution(let absence?) = counted.ground { field("cause", absence.rawValue) }
      field("factor", counted.factor)
      field("weight")
      number(counted.weight)
      endObject()
    }
    endArray()
    if let row = recommendation.row {
      field("row")
      integer(row)
    }
    if let score = recommendation.score {
      field("score")
      number(score)
    }
    endObject()
  }
}
