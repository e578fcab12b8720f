extension Decoder {
  /// A map from fact to question.
  mutating func questions(_ field: Field) -> [QuestionSyntax] {
    map(field, value: "{fr: Êtes-vous blessée ?, en: Are you hurt?}", mayBeEmpty: false).compactMap { entry in
      guard let (text, fields) = text(entry, with: Grammar.question) else { return nil }
      return QuestionSyntax(
        fact: entry.key, words: text, instead: instead(fields), notes: notes(fields),
        when: fields["when"].flatMap { expression($0) },
        unknown: fields["unknown"].flatMap { boolean($0) },
        declined: fields["declined"].flatMap { boolean($0) },
        again: fields["again"].flatMap { boolean($0) }, task: fields["task"].flatMap { task($0) },
        hand: fields["hand"].flatMap { oneOf($0) })
    }
  }

  /// The questions of a step; what may be handed to the person is said for each, or for all.
  mutating func ask(_ fields: Fields) -> [QuestionSyntax] {
    let hand: Located<QuestionSyntax.Hand>? = fields["hand"].flatMap { oneOf($0) }
    let questions = fields["questions"].map { self.questions($0) } ?? []
    return questions.map { question in
      var question = question
      if question.hand == nil { question.hand = hand }
      return question
    }
  }

  /// A map from item to what is ticked or told.
  mutating func ticks(_ field: Field) -> [TickSyntax] {
    map(field, value: "{fr: Pièce fermée, en: Closed room}", mayBeEmpty: false).compactMap { entry in
      let name = name(entry.key)
      guard let (text, fields) = text(entry, with: Grammar.tick) else { return nil }
      let tick = TickSyntax(
        name: entry.key, words: text, notes: notes(fields), when: fields["when"].flatMap { expression($0) },
        fact: fields["fact"].flatMap { words($0) }, required: fields["required"].flatMap { boolean($0) },
        task: fields["task"].flatMap { task($0) }, closes: fields["closes"].map { wordsOrList($0) } ?? [])
      if tick.required?.value == true { reportNever(tick.task, at: entry.key.value) }
      return name == nil ? nil : tick
    }
  }

  /// What becomes of what is left undone: true, false, a duration, or for whom and by when.
  mutating func task(_ field: Field) -> TaskSyntax? {
    switch field.node.form {
    case .scalar(let scalar) where scalar.style == .plain && ["true", "false"].contains(scalar.text):
      return scalar.text == "true" ? .left(by: nil, within: nil) : .never(field.node.place)
    case .mapping:
      guard let fields = fields(field, Grammar.task) else { return nil }
      return .left(by: fields["by"].flatMap { words($0) }, within: fields["in"].flatMap { duration($0) })
    case .scalar, .sequence: return duration(field).map { .left(by: nil, within: $0) }
    }
  }

  /// What leaves a task whatever is written cannot say that it leaves none.
  mutating func reportNever(_ task: TaskSyntax?, at name: String) {
    if case .never(let place) = task { report(.alwaysTask, at: place, ["name": name]) }
  }

  /// What a person is told: a text, or a map of items.
  mutating func inform(_ fields: Fields, name: Located<String>?) -> InformSyntax? {
    let services = fields["services"].map { wordsList($0) } ?? []
    guard let tell = fields["tell"] else {
      if !fields.has("services"),
        let key = Grammar.stepKinds.first(where: { $0.key == "inform" })?.value["tell"]
      {
        report(.missingKey, at: fields.place, ["key": key.name, "example": key.example])
      }
      return InformSyntax(tell: [], services: services)
    }
    guard isText(tell.node) else { return InformSyntax(tell: ticks(tell), services: services) }
    guard let text = text(tell), let name else { return nil }
    let item = TickSyntax(
      name: name, words: text, notes: NotesSyntax(), when: nil, fact: nil, required: nil, task: nil)
    return InformSyntax(tell: [item], services: services)
  }

  /// Whether a node is words, or a map from language to words.
  private func isText(_ node: Node) -> Bool {
    switch node.form {
    case .scalar, .sequence: true
    case .mapping(let entries):
      entries.allSatisfy { entry in
        guard case .scalar = entry.value.form else { return false }
        return Languages.isCode(entry.key.value) || Languages.code(for: entry.key.value) != nil
      }
    }
  }
}
