extension Decoder {
  /// A flow; whole only where nothing was reported.
  mutating func flow(_ field: Field) -> FlowSyntax? {
    guard let fields = fields(field, Grammar.flow) else { return nil }
    let name = fields["flow"].flatMap { words($0) }.flatMap { self.name($0) }
    let version = fields["version"].flatMap { self.version($0) }
    let title = fields["title"].flatMap { text($0) }
    let summary = fields["summary"].flatMap { text($0) }
    let notice = fields["notice"].flatMap { text($0) }
    let languages = fields["languages"].map { self.languages($0) } ?? []
    let sources = fields["sources"].map { self.sources($0) } ?? []
    let roles = fields["roles"].map { namedTexts($0) } ?? []
    let types = fields["types"].map { self.types($0) } ?? []
    let takes = fields["takes"].map { wordsList($0) } ?? []
    let gives = fields["gives"].map { wordsList($0) } ?? []
    let facts = fields["facts"].map { self.facts($0) } ?? []
    let steps = fields["steps"].map { self.steps($0) } ?? []
    let interrupts = fields["interrupts"].map { self.interrupts($0) } ?? FlowInterrupts()
    let needs = fields["needs"].map { self.needs($0) } ?? []
    let guarantees = fields["guarantees"].map { self.guarantees($0) } ?? []
    if let field = fields["steps"] { checkCount(steps, field) }
    guard let name, let version, let title else { return nil }
    return FlowSyntax(
      file: source.path, name: name, version: version, title: title, summary: summary, notice: notice,
      languages: languages, sources: sources, roles: roles, types: types, takes: takes, gives: gives,
      facts: facts, steps: steps, interrupts: interrupts.declared, shared: interrupts.shared, needs: needs,
      guarantees: guarantees, named: NamedFacts(in: field.node).names)
  }

  /// A list of language codes.
  mutating func languages(_ field: Field) -> [Located<String>] {
    wordsList(field, mayBeEmpty: false).compactMap { language($0) }
  }

  private mutating func version(_ field: Field) -> Located<String>? {
    guard let words = words(field) else { return nil }
    if Versions.isVersion(words.value) { return words }
    report(.badVersion, at: words.place, ["found": words.value])
    return nil
  }

  /// Types by name.
  mutating func types(_ field: Field) -> [TypeDeclarationSyntax] {
    map(field, value: "[low, high]").compactMap { typeDeclaration($0) }
  }

  /// Sources by name, and where each is published.
  mutating func sources(_ field: Field) -> [SourceSyntax] {
    map(field, value: "\"Grille, 2019\"").compactMap { entry in
      guard let name = name(entry.key), let publication = text(entry) else { return nil }
      return SourceSyntax(name: name, publication: publication)
    }
  }

  /// Facts by name.
  mutating func facts(_ field: Field) -> [FactSyntax] {
    let entries = map(field, value: "{type: boolean, about: victim}")
    if entries.count > Limits.facts {
      report(
        .tooManyFacts, at: entries[Limits.facts].keyPlace,
        ["limit": String(Limits.facts), "found": String(entries.count)])
    }
    return entries.compactMap { fact($0) }
  }

  private mutating func checkCount(_ steps: [StepSyntax], _ field: Field) {
    let count = Self.count(steps)
    if count > Limits.steps {
      report(.tooManySteps, at: field.keyPlace, ["limit": String(Limits.steps), "found": String(count)])
    }
  }

  private static func count(_ steps: [StepSyntax]) -> Int {
    steps.reduce(0) { sum, step in
      guard case .together(let branches) = step.kind else { return sum + 1 }
      return sum + 1 + branches.reduce(0) { $0 + count($1.steps) }
    }
  }
}
