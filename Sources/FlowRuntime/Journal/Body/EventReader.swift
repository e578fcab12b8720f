import FlowDSL

extension BodyReader {
  /// `{"answered":{…}}`: an object whose one field is named for the event's kind.
  mutating func event() throws(ReadingFault) -> (EventKind, Event) {
    try json.beginObject()
    guard let name = try json.name(after: nil) else { throw .missingField("event") }
    guard let kind = EventKind(rawValue: name) else { throw .unknownEvent(name) }
    try json.beginObject()
    let event = kind.isSaid ? try said(kind) : try added(kind)
    guard json.next == UInt8(ascii: "}") else { throw json.next == nil ? .ends : .expected("}") }
    try json.endObject(after: "")
    return (kind, event)
  }

  private mutating func said(_ kind: EventKind) throws(ReadingFault) -> Event {
    switch kind {
    case .started: return .started(try start())
    case .answered: return try answered()
    case .ticked: return try ticked()
    case .contacted: return try contacted()
    case .referred: return try referred()
    case .confirmed: return .confirmed(step: try stepOnly())
    case .overridden: return try overridden()
    case .concurred: return try concurred()
    case .reported: return try reported()
    case .settled: return try settled()
    case .corrected: return try corrected()
    case .noted: return .noted(try textOnly())
    case .identified: return .identified(try personOfCase())
    case .referenced: return .referenced(try textOnly())
    case .quoted:
      try json.field("part")
      let part = try part()
      try json.field("text", after: "part")
      let words = try text()
      try json.endObject(after: "text")
      return .quoted(Quotation(words, by: part))
    case .handedOver: return try handedOver()
    case .abandoned: return .abandoned(reason: try reasonOnly())
    case .reopened: return .reopened(reason: try reasonOnly())
    default:
      try json.endObject(after: "")
      return .clock
    }
  }

  private mutating func textOnly() throws(ReadingFault) -> String {
    try json.field("text")
    let text = try text()
    try json.endObject(after: "text")
    return text
  }

  private mutating func start() throws(ReadingFault) -> Start {
    try json.field("flow")
    let flow = try json.string()
    try json.field("given", after: "flow")
    var given: [GivenFact] = []
    try json.beginArray()
    while try json.item() {
      try json.beginObject()
      try json.field("answer")
      let answer = try answer()
      try json.field("fact", after: "answer")
      given.append(GivenFact(fact: try json.string(), answer: answer))
      try json.endObject(after: "fact")
    }
    try json.field("language", after: "given")
    let language = try json.string()
    let isPractice = try json.takesField("practice")
    if isPractice, try !json.boolean() { throw .unknownWord("false") }
    try json.field("program", after: isPractice ? "practice" : "language")
    let program = try json.string()
    try json.endObject(after: "program")
    return Start(program: program, flow: flow, language: language, given: given, isPractice: isPractice)
  }

  /// Somebody whom the case is about: fields of who they are stand in practice cases alone.
  private mutating func personOfCase() throws(ReadingFault) -> PersonOfCase {
    let born = try text("born")
    try json.field("mark", after: born == nil ? "" : "born")
    let mark = try text()
    let name = try text("name")
    try json.field("part", after: name == nil ? "mark" : "name")
    let part = try part()
    let reach = try text("reach")
    try json.endObject(after: reach == nil ? "part" : "reach")
    guard let name else {
      if born != nil { throw .unknownField("born") }
      if reach != nil { throw .unknownField("reach") }
      return PersonOfCase(part, mark: mark)
    }
    return PersonOfCase(part, mark: mark, identity: .init(name: name, born: born, reach: reach))
  }

  private mutating func part() throws(ReadingFault) -> PersonPart {
    let word = try json.string()
    guard let part = PersonPart(rawValue: word) else { throw .unknownWord(word) }
    return part
  }

  private mutating func answered() throws(ReadingFault) -> Event {
    try json.field("answer")
    let answer = try answer()
    try json.field("fact", after: "answer")
    let fact = try json.string()
    return .answered(step: try lastStep(after: "fact"), fact: fact, answer)
  }

  private mutating func ticked() throws(ReadingFault) -> Event {
    try json.field("done")
    let done = try json.boolean()
    try json.field("item", after: "done")
    let item = try json.string()
    let reason = try text("reason")
    let step = try lastStep(after: reason == nil ? "item" : "reason")
    return .ticked(step: step, item: item, done: done, reason: reason)
  }

  private mutating func contacted() throws(ReadingFault) -> Event {
    try json.field("outcome")
    switch try json.string() {
    case "reached": return .contacted(step: try lastStep(after: "outcome"), .reached)
    case "no-answer": return .contacted(step: try lastStep(after: "outcome"), .noAnswer)
    case "put-off":
      let step = StepPath(try string("step", after: "outcome"))
      try json.field("until", after: "step")
      let until = try json.instant()
      try json.endObject(after: "until")
      return .contacted(step: step, .putOff(until: until))
    case "unreached":
      let reason = try reason(after: "outcome")
      return .contacted(step: try lastStep(after: "reason"), .unreached(reason: reason))
    case let word: throw .unknownWord(word)
    }
  }

  private mutating func referred() throws(ReadingFault) -> Event {
    try json.field("outcome")
    switch try json.string() {
    case "referred":
      let service = try json.takesField("service") ? try json.string() : nil
      let step = try lastStep(after: service == nil ? "outcome" : "service")
      return .referred(step: step, .referred(service: service))
    case "number-given": return .referred(step: try lastStep(after: "outcome"), .numberGiven)
    case "impossible":
      let reason = try reason(after: "outcome")
      return .referred(step: try lastStep(after: "reason"), .impossible(reason: reason))
    case let word: throw .unknownWord(word)
    }
  }

  private mutating func overridden() throws(ReadingFault) -> Event {
    let reason = try text("reason")
    try json.field("step", after: reason == nil ? "" : "reason")
    let step = StepPath(try json.string())
    try json.field("to", after: "step")
    let value = try value()
    try json.endObject(after: "to")
    return .overridden(step: step, to: value, reason: reason)
  }

  private mutating func concurred() throws(ReadingFault) -> Event {
    try json.field("agrees")
    let agrees = try json.boolean()
    let reason = try text("reason")
    return .concurred(
      step: try lastStep(after: reason == nil ? "agrees" : "reason"), agrees: agrees, reason: reason)
  }

  private mutating func reported() throws(ReadingFault) -> Event {
    try json.field("fact")
    let fact = try json.string()
    try json.field("interrupt", after: "fact")
    let interrupt = try json.string()
    try json.endObject(after: "interrupt")
    return .reported(interrupt: interrupt, fact: fact)
  }

  private mutating func settled() throws(ReadingFault) -> Event {
    try json.field("done")
    let done = try json.boolean()
    let item = try json.takesField("item") ? try json.string() : nil
    let reason = try reason(after: item == nil ? "done" : "item")
    return .settled(step: try lastStep(after: "reason"), item: item, done: done, reason: reason)
  }

  private mutating func corrected() throws(ReadingFault) -> Event {
    let reason = try reason(after: "")
    try json.field("sequence", after: "reason")
    let sequence = try json.positive()
    try json.field("to", after: "sequence")
    let (_, event) = try event()
    try json.endObject(after: "to")
    return .corrected(sequence: sequence, to: event, reason: reason)
  }

  private mutating func handedOver() throws(ReadingFault) -> Event {
    let reason = try text("reason")
    try json.field("to", after: reason == nil ? "" : "reason")
    let person = try person()
    try json.endObject(after: "to")
    return .handedOver(to: person, reason: reason)
  }

  private mutating func added(_ kind: EventKind) throws(ReadingFault) -> Event {
    switch kind {
    case .recommended:
      try json.field("grounds")
      var recommendation = try grounds()
      try json.field("step", after: "grounds")
      let step = StepPath(try json.string())
      recommendation.values = try values()
      return .recommended(step: step, recommendation)
    case .decided:
      try json.field("step")
      let step = StepPath(try json.string())
      return .decided(step: step, try values())
    case .interrupted: return .interrupted(try stepOnly())
    case .resumed: return .resumed(try stepOnly())
    case .cancelled:
      try json.field("steps")
      var steps: [StepPath] = []
      try json.beginArray()
      while try json.item() { steps.append(StepPath(try json.string())) }
      try json.endObject(after: "steps")
      return .cancelled(steps)
    case .exhausted:
      try json.field("rounds")
      let rounds = try json.positive()
      return .exhausted(step: try lastStep(after: "rounds"), rounds: rounds)
    case .overdue:
      try json.field("due")
      let due = try json.instant()
      return .overdue(step: try lastStep(after: "due"), due: due)
    case .withdrawn: return .withdrawn(try entries())
    case .reinstated: return .reinstated(try entries())
    default:
      try json.field("outcome")
      let outcome = try json.string()
      try json.endObject(after: "outcome")
      return .ended(outcome: outcome)
    }
  }

  // MARK: Fields that several kinds share

  private mutating func stepOnly() throws(ReadingFault) -> StepPath { try lastStep(after: "") }

  private mutating func string(_ name: StaticString, after: StaticString) throws(ReadingFault) -> String {
    try json.field(name, after: after)
    return try json.string()
  }

  private mutating func lastStep(after: StaticString) throws(ReadingFault) -> StepPath {
    try json.field("step", after: after)
    let step = StepPath(try json.string())
    try json.endObject(after: "step")
    return step
  }

  private mutating func reason(after: StaticString) throws(ReadingFault) -> String {
    try json.field("reason", after: after)
    return try text()
  }

  private mutating func reasonOnly() throws(ReadingFault) -> String {
    let reason = try reason(after: "")
    try json.endObject(after: "reason")
    return reason
  }

  private mutating func values() throws(ReadingFault) -> [Binding] {
    try json.field("values", after: "step")
    let bindings = try bindings()
    try json.endObject(after: "values")
    return bindings
  }

  private mutating func entries() throws(ReadingFault) -> [Int] {
    try json.field("entries")
    var entries: [Int] = []
    try json.beginArray()
    while try json.item() { entries.append(try json.positive()) }
    try json.endObject(after: "entries")
    return entries
  }
}
