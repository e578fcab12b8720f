/// The interrupts of a flow: those it declares, and the names of those that it takes of the folder.
struct FlowInterrupts {
  var declared: [InterruptSyntax] = []
  var shared: [Located<String>] = []

  /// What stands for an interrupt that the folder shares.
  static let word = "shared"
}

extension Decoder {
  /// A map from name to interrupt, or to the word `shared` for one that the folder shares.
  mutating func interrupts(_ field: Field) -> FlowInterrupts {
    var found = FlowInterrupts()
    for entry in map(field, value: "{when: immediate = true, run: emergency}") {
      if case .scalar(let scalar) = entry.node.form, scalar.text == FlowInterrupts.word {
        if let name = name(entry.key) { found.shared.append(name) }
      } else if let interrupt = interrupt(entry) {
        found.declared.append(interrupt)
      }
    }
    return found
  }

  private mutating func interrupt(_ entry: Field) -> InterruptSyntax? {
    let name = name(entry.key)
    guard let fields = fields(entry, Grammar.interrupt) else { return nil }
    let title = fields["title"].flatMap { text($0) }
    let when = fields["when"].flatMap { expression($0) }
    let late = fields["late"].flatMap { words($0) }
    if fields.has("when") == fields.has("late") { self.report(.interruptShape, at: entry.keyPlace) }
    let run = fields["run"].flatMap { words($0) }
    let with = fields["with"].map { assignments($0) } ?? []
    let report = fields["report"].map { labels($0) } ?? []
    let ends = fields["ends"].map { endings($0) } ?? []
    guard let name, let run, when != nil || late != nil else { return nil }
    return InterruptSyntax(
      name: name, title: title, when: when, late: late, run: run, with: with, report: report, ends: ends,
      named: NamedFacts(in: entry.node).names)
  }

  /// The name of an end, or a map from outcome to end.
  private mutating func endings(_ field: Field) -> [EndingSyntax] {
    if case .scalar = field.node.form {
      return words(field).map { [EndingSyntax(outcome: nil, end: $0)] } ?? []
    }
    return map(field, value: "found", mayBeEmpty: false).compactMap { entry in
      words(entry).map { EndingSyntax(outcome: entry.key, end: $0) }
    }
  }

  /// A map from name to guarantee.
  mutating func guarantees(_ field: Field) -> [GuaranteeSyntax] {
    map(field, value: "{before: referral, passed: prosecutor}").compactMap { entry in
      let name = name(entry.key)
      guard let fields = fields(entry, Grammar.guarantee) else { return nil }
      let notes = notes(fields)
      guard let shape = shape(fields, of: entry), let name else { return nil }
      return GuaranteeSyntax(name: name, notes: notes, shape: shape)
    }
  }

  private mutating func shape(_ fields: Fields, of entry: Field) -> GuaranteeSyntax.Shape? {
    let given = ["if", "always", "never", "before", "must", "passed", "within", "from", "to"]
      .filter { fields.has($0) }
    func target(_ name: String) -> Located<String>? { fields[name].flatMap { words($0) } }
    func condition(_ name: String) -> ExpressionSyntax? { fields[name].flatMap { expression($0) } }
    switch given {
    case ["always"]:
      let steps = fields["always"].map { wordsOrList($0) } ?? []
      return steps.isEmpty ? nil : .always(steps: steps, given: nil)
    case ["if", "always"]:
      let steps = fields["always"].map { wordsOrList($0) } ?? []
      guard let given = condition("if"), !steps.isEmpty else { return nil }
      return .always(steps: steps, given: given)
    case ["never"]: return condition("never").map { .never($0) }
    case ["before", "must"]:
      guard let step = target("before"), let must = condition("must") else { return nil }
      return .mustHold(step: step, must)
    case ["before", "passed"]:
      guard let step = target("before"), let passed = target("passed") else { return nil }
      return .passedBefore(step: step, passed: passed)
    case ["within", "from", "to"]:
      guard let within = fields["within"].flatMap({ duration($0) }), let from = target("from"),
        let to = target("to")
      else { return nil }
      return .within(within, from: from, to: to)
    default:
      report(.guaranteeShape, at: entry.keyPlace)
      return nil
    }
  }
}
