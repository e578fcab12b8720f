extension Decoder {
  /// What a folder counts.
  mutating func indicators(_ field: Field) -> IndicatorsSyntax? {
    guard let fields = fields(field, Grammar.indicators) else { return nil }
    let name = fields["indicators"].flatMap { words($0) }.flatMap { self.name($0) }
    let notice = fields["notice"].flatMap { text($0) }
    let cases = fields["cases"].map { wordsOrList($0) } ?? []
    let sources = fields["sources"].map { self.sources($0) } ?? []
    let example = "{title: {fr: Danger, en: Danger}, summary: Words, any: [{walked: danger-check}]}"
    let counts =
      fields["counts"].map { map($0, value: example, mayBeEmpty: false).compactMap { count($0) } } ?? []
    return name.map {
      IndicatorsSyntax(
        file: source.path, name: $0, notice: notice, cases: cases, sources: sources, counts: counts)
    }
  }

  private mutating func count(_ entry: Field) -> CountSyntax? {
    let name = name(entry.key)
    guard let fields = fields(entry, Grammar.count) else { return nil }
    let number = fields["number"].flatMap { words($0) }
    let title = fields["title"].flatMap { text($0) }
    let summary = fields["summary"].flatMap { text($0) }
    let source = fields["source"].map { wordsOrList($0) } ?? []
    let any = fields["any"].map { criteria($0) } ?? []
    let of = fields["of"].map { criteria($0) } ?? []
    if any.isEmpty, fields.has("of"), !fields.has("any") {
      report(.missingKey, at: entry.keyPlace, ["key": "any", "example": "any: [{walked: danger-check}]"])
    }
    guard let name, let title, let summary else { return nil }
    return CountSyntax(
      name: name, number: number, title: title, summary: summary, source: source, any: any, of: of)
  }

  private mutating func criteria(_ field: Field) -> [CriterionSyntax] {
    list(field, mayBeEmpty: false).compactMap { criterion($0) }
  }

  /// One of the four forms; a condition has two keys.
  private mutating func criterion(_ item: Field) -> CriterionSyntax? {
    guard let fields = fields(item, Grammar.criterion) else { return nil }
    let written = Grammar.criterion.keys.map(\.name).filter { fields.has($0) }
    switch written {
    case ["referred"]: return fields["referred"].map { .referred(wordsOrList($0)) }
    case ["shared"]: return fields["shared"].map { .shared(wordsOrList($0)) }
    case ["walked"]: return fields["walked"].map { .walked(wordsOrList($0)) }
    case ["flow", "when"]:
      let flow = fields["flow"].flatMap { words($0) }
      let when = fields["when"].flatMap { expression($0) }
      guard let flow, let when else { return nil }
      return .condition(flow: flow, when: when)
    default:
      // Of a key that is not known something was said already.
      if case .mapping(let entries) = item.node.form, entries.count == written.count {
        report(.criterionShape, at: item.node.place)
      }
      return nil
    }
  }
}
