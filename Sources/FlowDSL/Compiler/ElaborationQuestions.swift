import FEEL

/// Questions, ticks, and what is told.
extension Elaboration {
  /// Questions in order; with `isAlwaysPut` they are put whenever their step is walked, with `isAlwaysSettled` they are put then
  /// or left unknown.
  mutating func questions(
    _ syntax: [QuestionSyntax], isAlwaysPut: Bool, isAlwaysSettled: Bool, _ known: inout Knowledge
  ) -> [Question] {
    var questions: [Question] = []
    for question in syntax {
      let when = question.when.flatMap { condition($0, known, mayBeUndecided: true) }
      let notes = notes(question.notes, known)
      let instead = instead(question.instead, known)
      checkPlaces(in: question.texts, known)
      guard let slot = slot(of: question.fact) else { continue }
      checkAnswerable(slot, at: question.fact.place)
      let again = question.again?.value ?? false
      if known.answered.contains(slot), !again {
        report(.askedTwice, at: question.fact.place, ["name": question.fact.value])
      }
      let acceptsNull = (question.unknown?.value ?? true) || (question.declined?.value ?? true)
      if known.certain.contains(slot), !again || !acceptsNull {
        // It has an answer and is not asked again, or only for another answer.
      } else {
        let isPut = isAlwaysPut && question.when == nil
        known.set(slot, maybeNull: acceptsNull || !isPut || !alwaysAnswered.contains(slot))
      }
      if isAlwaysPut, question.when == nil { known.answered.insert(slot) }
      if isAlwaysSettled, question.when == nil { known.asked.insert(slot) }
      questions.append(
        Question(
          slot: slot, words: question.words.words, instead: instead, notes: notes, when: when,
          acceptsUnknown: question.unknown?.value ?? true, acceptsDeclined: question.declined?.value ?? true,
          again: again, task: task(question.task), mayBeHanded: question.hand?.value == .person))
    }
    return questions
  }

  /// A record is asked field by field, a list of records one after the other; what lies deeper cannot be asked.
  private mutating func checkAnswerable(_ slot: Int, at place: Place) {
    let type = facts[slot].type
    let isAnswerable =
      switch type {
      case .context(let fields): fields.allSatisfy(\.type.isAnsweredAtOnce)
      case .list(.context(let fields)) where edition >= .second: fields.allSatisfy(\.type.isAnsweredAtOnce)
      case .null, .range, .function: false
      default: true
      }
    if isAnswerable { return }
    report(.notAnswerable, at: place, ["name": facts.names[slot], "found": type.written])
  }

  /// Items to tick or to tell; what is to be done is a task where it is not, unless it is said otherwise.
  ///
  /// - Parameter isLawful: Whether the step cites a law: what is told under one is a task too where it is not.
  mutating func ticks(
    _ syntax: [TickSyntax], isDone: Bool, isLawful: Bool = false, _ known: inout Knowledge
  ) -> [Tick] {
    var ticks: [Tick] = []
    for item in syntax {
      let when = item.when.flatMap { condition($0, known, mayBeUndecided: true) }
      checkPlaces(in: [item.words] + item.notes.texts, known)
      let slot = item.fact.flatMap { self.slot(of: $0, type: .boolean) }
      if let slot, item.when == nil || !known.certain.contains(slot) {
        known.set(slot, maybeNull: item.when != nil)
      }
      for role in item.closes { _ = self.role(role) }
      ticks.append(
        Tick(
          name: item.name.value, words: item.words.words, notes: notes(item.notes, known), when: when,
          slot: slot,
          required: item.required?.value ?? false, task: task(of: item, isDone: isDone || isLawful),
          closes: item.closes.map(\.value)))
    }
    return ticks
  }

  private mutating func task(of item: TickSyntax, isDone: Bool) -> TaskRule? {
    // What a law asks for is never left without a word.
    let isLawful = edition >= .second && !item.notes.law.isEmpty
    if isLawful, let task = item.task, case .never = task { return TaskRule() }
    let isTask = isDone || isLawful || item.required?.value == true
    return item.task == nil && isTask ? TaskRule() : task(item.task)
  }

  /// The task that something may leave.
  mutating func task(_ syntax: TaskSyntax?) -> TaskRule? {
    guard case .left(let by, let within) = syntax else { return nil }
    return TaskRule(by: role(by), within: within?.milliseconds)
  }

  /// What is told, and services whose numbers are handed over.
  ///
  /// - Parameter isLawful: Whether the step cites a law.
  mutating func information(
    _ syntax: InformSyntax, isLawful: Bool, _ known: inout Knowledge
  ) -> Information {
    let tell = ticks(syntax.tell, isDone: false, isLawful: isLawful && edition >= .second, &known)
    for service in syntax.services where !surroundings.services.contains(service.value) {
      report(
        .unknownService, at: service.place,
        [
          "name": service.value,
          "nearest": Nearest.name(to: service.value, among: surroundings.services) ?? "",
        ])
    }
    return Information(tell: tell, services: syntax.services.map(\.value))
  }

  /// Words and citations; sources must be declared.
  mutating func notes(_ syntax: NotesSyntax, _ known: Knowledge) -> Notes {
    checkSources(syntax.source)
    return Notes(
      title: syntax.title?.words, help: syntax.help?.words, why: syntax.why?.words, say: syntax.say?.words,
      sayInstead: instead(syntax.sayInstead, known), law: syntax.law.map(\.value),
      source: syntax.source.map(\.value))
  }

  /// Words that stand for others where a condition holds; where it is undecided, the others stand.
  private mutating func instead(_ syntax: [InsteadSyntax], _ known: Knowledge) -> [Instead] {
    syntax.compactMap { other in
      condition(other.when, known, mayBeUndecided: true).map { Instead(when: $0, words: other.words.words) }
    }
  }

  /// Sources that are cited are declared.
  mutating func checkSources(_ cited: [Located<String>]) {
    let sources = signature.sources.map(\.name.value)
    for source in cited where !sources.contains(source.value) {
      report(
        .unknownSource, at: source.place,
        ["name": source.value, "nearest": Nearest.name(to: source.value, among: sources) ?? ""])
    }
  }
}

extension ValueType {
  /// Whether a person can answer it in one go, as a field of a record is answered.
  fileprivate var isAnsweredAtOnce: Bool {
    switch self {
    case .list(let item): item.isAnsweredAtOnce
    case .context, .null, .range, .function: false
    default: true
    }
  }
}
