extension Decoder {
  /// A sub-flow.
  mutating func run(_ fields: Fields) -> RunSyntax {
    RunSyntax(
      flow: fields["flow"].flatMap { words($0) }, with: fields["with"].map { assignments($0) } ?? [],
      gives: fields["gives"].map { self.gives($0) } ?? [], result: fields["result"].flatMap { words($0) },
      repetition: fields["repeat"].flatMap { repetition($0) })
  }

  private mutating func repetition(_ field: Field) -> RepetitionSyntax? {
    guard let fields = fields(field, Grammar.repetition) else { return nil }
    let until = fields["until"].flatMap { expression($0) }
    let most = fields["most"].flatMap { rounds($0) }
    let every = fields["every"].flatMap { duration($0) }
    guard let until, let most else { return nil }
    return RepetitionSyntax(until: until, most: most, every: every)
  }

  private mutating func rounds(_ field: Field) -> Located<Int>? {
    guard let number = number(field) else { return nil }
    if let rounds = Int(number.value), (2...Limits.rounds).contains(rounds) {
      return Located(rounds, at: number.place)
    }
    report(.badRounds, at: number.place, ["found": number.value, "limit": String(Limits.rounds)])
    return nil
  }

  /// A sub-flow for every item of a list.
  mutating func each(_ fields: Fields) -> EachSyntax? {
    let list = fields["in"].flatMap { expression($0) }
    let item = fields["as"].flatMap { words($0) }
    let flow = fields["flow"].flatMap { words($0) }
    let with = fields["with"].map { assignments($0) } ?? []
    let gives = fields["gives"].map { self.gives($0) } ?? []
    guard let list, let item else { return nil }
    return EachSyntax(list: list, item: item, flow: flow, with: with, gives: gives)
  }

  // INVARIANT: recursion through `steps` is bounded by the depth of the file.
  /// Branches of `together`.
  mutating func branches(_ field: Field) -> [BranchSyntax] {
    map(field, value: "{by: officer, steps: [{run: custody}]}", mayBeEmpty: false).compactMap { entry in
      let name = name(entry.key)
      guard let fields = fields(entry, Grammar.branch) else { return nil }
      let title = fields["title"].flatMap { text($0) }
      let by = fields["by"].flatMap { words($0) }
      let steps = fields["steps"].map { self.steps($0) } ?? []
      return name.map { BranchSyntax(name: $0, title: title, by: by, steps: steps) }
    }
  }

  /// A wait.
  mutating func wait(_ fields: Fields) -> WaitSyntax? {
    if !fields.has("for"), !fields.has("until"), !fields.has("on") {
      report(.waitWithoutEnd, at: fields["wait"]?.keyPlace ?? fields.place)
      return nil
    }
    return WaitSyntax(
      duration: fields["for"].flatMap { duration($0) }, until: fields["until"].flatMap { expression($0) },
      on: fields["on"].flatMap { expression($0) }, asks: fields["asks"].map { questions($0) } ?? [],
      result: fields["result"].flatMap { words($0) })
  }

  private mutating func gives(_ field: Field) -> [GiveSyntax] {
    map(field, value: "danger").compactMap { entry in
      words(entry).map { GiveSyntax(from: entry.key, to: $0) }
    }
  }
}
