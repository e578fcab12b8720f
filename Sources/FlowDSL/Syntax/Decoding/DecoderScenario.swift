extension Decoder {
  /// A scenario.
  mutating func scenario(_ field: Field) -> ScenarioSyntax? {
    guard let fields = fields(field, Grammar.scenario) else { return nil }
    return scenario(fields, name: "scenario", answers: "answers")
  }

  /// The walk that a scenario or a vignette tells; `name` and `answers` are the keys of these.
  mutating func scenario(_ fields: Fields, name key: String, answers answered: String) -> ScenarioSyntax? {
    let name = fields[key].flatMap { words($0) }.flatMap { self.name($0) }
    let flow = fields["flow"].flatMap { words($0) }
    let title = fields["title"].flatMap { text($0) }
    let language = fields["language"].flatMap { words($0) }.flatMap { self.language($0) }
    let person = fields["person"].flatMap { self.person($0) }
    let given = fields["given"].map { literals($0) } ?? []
    let start = fields["start"].flatMap { moment($0) }
    let answers = fields[answered].map { self.answers($0) } ?? []
    let otherwise: Located<ScenarioSyntax.Otherwise>? = fields["otherwise"].flatMap { oneOf($0) }
    let acts = fields["steps"].map { list($0).compactMap { self.act($0) } } ?? []
    let expect = fields["expect"].flatMap { expectation($0) }
    let walk =
      fields.keys["walk"] == nil ? [] : fields["walk"].map { list($0).compactMap { said($0) } } ?? []
    guard let name, let flow else { return nil }
    return ScenarioSyntax(
      file: source.path, name: name, flow: flow, title: title, language: language, person: person,
      given: given,
      start: start, answers: answers, otherwise: otherwise, acts: acts, expect: expect, walk: walk)
  }

  private mutating func person(_ field: Field) -> PersonSyntax? {
    guard let fields = fields(field, Grammar.person) else { return nil }
    let id = fields["id"].flatMap { words($0) }
    let role = fields["role"].flatMap { words($0) }
    guard let id, let role else { return nil }
    return PersonSyntax(id: id, role: role)
  }

  private mutating func moment(_ field: Field) -> Located<String>? {
    guard let words = words(field) else { return nil }
    if Dates.isMoment(words.value) { return words }
    report(.badDateTime, at: words.place, ["found": words.value])
    return nil
  }

  private mutating func answers(_ field: Field) -> [AnswerSyntax] {
    map(field, value: "true").compactMap { entry in
      reply(entry).map { AnswerSyntax(key: entry.key, reply: $0) }
    }
  }

  private mutating func act(_ field: Field) -> ActSyntax? {
    let example = "- {before: referral, note: Words}"
    let item = Field(name: field.name, example: example, keyPlace: field.keyPlace, node: field.node)
    guard let fields = fields(item, Grammar.act) else { return nil }
    let before = fields["before"].flatMap { words($0) }
    guard let kind = actKind(fields), !fields.has("before") || before != nil else { return nil }
    return ActSyntax(before: before, place: fields.place, kind: kind)
  }

  /// What is said that answers nothing.
  private static let told = [
    "correct", "to", "reason", "note", "report", "hand-over", "identify", "reference", "quote",
  ]

  /// Whose part somebody has in the case, and words beside it.
  private mutating func marked(
    _ field: Field, _ keys: KeySet, _ key: String
  ) -> (PersonPart, Located<String>)? {
    guard let fields = fields(field, keys) else { return nil }
    let part: Located<PersonPart>? = fields["part"].flatMap { oneOf($0) }
    guard let part, let words = fields[key].flatMap({ words($0) }) else { return nil }
    return (part.value, words)
  }

  /// What is said of the case itself, by its key.
  mutating func caseDetail(_ key: String, _ fields: Fields) -> CaseDetailSyntax? {
    switch key {
    case "identify":
      fields[key].flatMap { marked($0, Grammar.identity, "mark") }.map { .identify($0, mark: $1) }
    case "reference": fields[key].flatMap { words($0) }.map { .reference($0) }
    default: fields[key].flatMap { marked($0, Grammar.quotation, "words") }.map { .quote($0, words: $1) }
    }
  }

  private mutating func actKind(_ fields: Fields) -> ActSyntax.Kind? {
    let given = (["task"] + Self.told).filter {
      fields.keys[$0] != nil && fields.has($0)
    }
    switch given {
    case ["correct", "to", "reason"]:
      let item = fields["correct"].flatMap { words($0) }
      let reply = fields["to"].flatMap { self.reply($0) }
      let reason = fields["reason"].flatMap { words($0) }
      guard let item, let reply, let reason else { return nil }
      return .correct(item: item, to: reply, reason: reason)
    case ["task", "to"]:
      let item = fields["task"].flatMap { words($0) }
      let reply = fields["to"].flatMap { self.reply($0) }
      guard let item, let reply else { return nil }
      return .task(item: item, to: reply)
    case ["note"]: return fields["note"].flatMap { words($0) }.map { .note($0) }
    case ["report"]: return fields["report"].flatMap { words($0) }.map { .report($0) }
    case ["hand-over"]: return fields["hand-over"].flatMap { person($0) }.map { .handOver($0) }
    case ["identify"], ["reference"], ["quote"]: return caseDetail(given[0], fields).map { .about($0) }
    default:
      report(.actShape, at: fields.place)
      return nil
    }
  }

  private mutating func said(_ field: Field) -> SaidSyntax? {
    let example = "- {at: you.weapon, say: true}"
    let item = Field(name: field.name, example: example, keyPlace: field.keyPlace, node: field.node)
    guard let fields = fields(item, Grammar.said) else { return nil }
    let role = fields["by"].flatMap { words($0) }
    let after = fields["after"].flatMap { duration($0) }?.milliseconds
    guard let kind = saidKind(fields) else { return nil }
    return SaidSyntax(kind: kind, role: role, after: after, place: fields.place)
  }

  private mutating func saidKind(_ fields: Fields) -> SaidSyntax.Kind? {
    if fields.has("at") || fields.has("say") {
      guard fields.has("at"), fields.has("say"),
        !Self.told.contains(where: fields.has)
      else {
        report(.actShape, at: fields.place)
        return nil
      }
      guard let key = fields["at"].flatMap({ words($0) }),
        let reply = fields["say"].flatMap({ self.reply($0) })
      else { return nil }
      return .answer(AnswerSyntax(key: key, reply: reply))
    }
    if !Self.told.contains(where: fields.has) {
      return .time
    }
    switch actKind(fields) {
    case .correct(let item, let reply, let reason): return .correct(item: item, to: reply, reason: reason)
    case .note(let words): return .note(words)
    case .report(let fact): return .report(fact)
    case .handOver(let person): return .handOver(person)
    case .about(let detail): return .about(detail)
    // The key of a task is not one of these: what was said of it stands under `at`.
    case .task, nil: return nil
    }
  }

  private mutating func expectation(_ field: Field) -> ExpectationSyntax? {
    guard let fields = fields(field, Grammar.expectation) else { return nil }
    return ExpectationSyntax(
      path: fields["path"].map { path($0) } ?? [], never: fields["not"].map { wordsList($0) } ?? [],
      outcome: fields["outcome"].flatMap { words($0) }, facts: fields["facts"].map { literals($0) } ?? [],
      interrupts: fields["interrupts"].map { path($0) } ?? [],
      overdue: fields["overdue"].map { path($0) } ?? [],
      documents: fields["documents"].map { wordsList($0) } ?? [],
      tasks: fields["tasks"].map { wordsList($0) } ?? [])
  }

  /// Steps in order; one may be passed several times.
  private mutating func path(_ field: Field) -> [Located<String>] {
    list(field).compactMap { words($0) }
  }
}
