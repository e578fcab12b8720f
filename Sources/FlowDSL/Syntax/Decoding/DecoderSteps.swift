extension Decoder {
  /// A list of steps.
  mutating func steps(_ field: Field) -> [StepSyntax] {
    list(field, mayBeEmpty: false).compactMap { item in
      step(Field(name: "steps", example: "- end: done", keyPlace: item.keyPlace, node: item.node))
    }
  }

  private mutating func step(_ field: Field) -> StepSyntax? {
    guard let entries = entries(field), let first = entries.first else {
      if case .mapping = field.node.form { reportEmpty(field) }
      return nil
    }
    guard let (kindKey, keys) = kind(entries, of: field.node.place) else { return nil }
    let head = Field(name: kindKey.value, example: field.example, keyPlace: first.key.place, node: field.node)
    let fields = fields(entries, keys, of: head)
    let name = fields[kindKey.value].flatMap { words($0) }.flatMap { self.name($0) }
    if let name, name.value == "next" { report(.reservedName, at: name.place, ["name": "next"]) }
    let notes = notes(fields)
    let by = fields["by"].flatMap { words($0) }
    let when = fields["when"].flatMap { expression($0) }
    let due = fields["due"].flatMap { self.due($0) }
    let then = fields["then"].flatMap { self.route($0) }
    let task = fields.keys["task"].flatMap { _ in fields["task"] }.flatMap { self.task($0) }
    let agree = keys["agree"] == nil ? nil : fields["agree"].flatMap { concurrence($0) }
    let documents = documents(fields)
    guard let kind = self.kind(kindKey.value, fields, name: name), let name else { return nil }
    if kindKey.value != "end" { reportNever(task, at: name.value) }
    return StepSyntax(
      name: name, kind: kind, notes: notes, by: by, when: when, due: due, then: then, task: task,
      agree: agree, documents: documents, place: field.node.place)
  }

  private mutating func concurrence(_ field: Field) -> ConcurrenceSyntax? {
    guard let fields = fields(field, Grammar.concurrence) else { return nil }
    let roles = fields["roles"].map { wordsList($0, mayBeEmpty: false) } ?? []
    if roles.count == 1 { report(.oneRoleAgrees, at: roles[0].place, ["name": roles[0].value]) }
    return fields["result"].flatMap { words($0) }.map { ConcurrenceSyntax(roles: roles, result: $0) }
  }

  /// The one key that says what kind of step it is.
  private mutating func kind(_ entries: [Node.Entry], of step: Place) -> (Located<String>, KeySet)? {
    let found = entries.compactMap { entry in
      Grammar.stepKinds.first { $0.key == entry.key.value }.map { (entry.key, $0.value) }
    }
    guard let kind = found.first else {
      let kinds = Grammar.stepKinds.map(\.key)
      let key = entries[0].key
      report(
        .unknownStepKind, at: key.place,
        [
          "found": key.value, "nearest": Nearest.name(to: key.value, among: kinds) ?? "",
          "known": kinds.joined(separator: ", "),
        ])
      return nil
    }
    if found.count > 1 {
      report(
        .severalStepKinds, at: found[1].0.place, ["first": kind.0.value, "second": found[1].0.value],
        related: [.init(.other, at: kind.0.place)])
      mergedSteps.append(step)
      return nil
    }
    if kind.0.place != entries[0].key.place {
      report(.stepKindNotFirst, at: kind.0.place, ["kind": kind.0.value, "found": entries[0].key.value])
    }
    return kind
  }

  private mutating func kind(_ kind: String, _ fields: Fields, name: Located<String>?) -> StepSyntax.Kind? {
    switch kind {
    case "ask": .ask(ask(fields))
    case "assess": assess(fields).map { .assess($0) }
    case "decide": decide(fields, name: name).map { .decide($0) }
    case "do": .do(fields["tick"].map { ticks($0) } ?? [])
    case "contact": .contact(contact(fields))
    case "refer": refer(fields).map { .refer($0) }
    case "inform": inform(fields, name: name).map { .inform($0) }
    case "run": .run(run(fields))
    case "each": each(fields).map { .each($0) }
    case "together": .together(fields["branches"].map { branches($0) } ?? [])
    case "wait": wait(fields).map { .wait($0) }
    default: .end
    }
  }

  private mutating func due(_ field: Field) -> DueSyntax? {
    guard case .mapping = field.node.form else {
      return duration(field).map { DueSyntax(time: .duration($0), from: nil) }
    }
    guard let fields = fields(field, Grammar.due) else { return nil }
    let from = fields["from"].flatMap { words($0) }
    let times = ["in", "working-days", "at"].filter { fields.has($0) }
    guard times.count == 1, times[0] != "at" || !fields.has("from") else {
      report(.dueShape, at: field.keyPlace)
      return nil
    }
    let time: DueSyntax.Time? =
      switch times[0] {
      case "in": fields["in"].flatMap { length($0) }
      case "at": fields["at"].flatMap { expression($0) }.map { .at($0) }
      default: fields["working-days"].flatMap { count($0) }.map { .workingDays($0) }
      }
    return time.map { DueSyntax(time: $0, from: from) }
  }

  /// A duration as it is written, or an expression that gives one. What begins like a duration is meant as one.
  private mutating func length(_ field: Field) -> DueSyntax.Time? {
    guard let words = words(field) else { return nil }
    if case .success = DurationParser.milliseconds(of: words.value) {
      return duration(field).map { .duration($0) }
    }
    let text = words.value
    guard text.contains(where: { "(@\"".contains($0) }) || text.hasPrefix("if ") || Names.isFactName(text)
    else { return duration(field).map { .duration($0) } }
    return expression(field).map { .expression($0) }
  }

  /// A whole number from 1 to 1,000.
  private mutating func count(_ field: Field) -> Located<Int>? {
    guard let number = number(field) else { return nil }
    guard let count = Int(number.value), (1...1000).contains(count) else {
      report(
        .numberOutside, at: number.place,
        ["key": field.name, "found": number.value, "low": "1", "high": "1000"])
      return nil
    }
    return Located(count, at: number.place)
  }

  private mutating func route(_ field: Field) -> RouteSyntax? {
    if case .scalar = field.node.form { return words(field).map { .to($0) } }
    let example = "then: [{when: danger = \"high\", go: custody}, {else: referral}]"
    let items = list(
      Field(name: field.name, example: example, keyPlace: field.keyPlace, node: field.node), mayBeEmpty: false
    )
    var guards: [GuardSyntax] = []
    var otherwise: Located<String>?
    for (index, item) in items.enumerated() {
      guard let entries = entries(item) else { continue }
      if entries.contains(where: { $0.key.value == "else" }) {
        if index < items.count - 1 { report(.elseNotLast, at: entries[0].key.place) }
        otherwise = fields(entries, Grammar.otherwise, of: item)["else"].flatMap { words($0) }
      } else {
        let fields = fields(entries, Grammar.guarded, of: item)
        let when = fields["when"].flatMap { expression($0) }
        let go = fields["go"].flatMap { words($0) }
        if let when, let go { guards.append(GuardSyntax(when: when, go: go)) }
      }
    }
    return .guards(guards, otherwise: otherwise, place: field.node.place)
  }
}
