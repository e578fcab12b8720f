extension Decoder {
  /// A document.
  mutating func document(_ field: Field) -> DocumentSyntax? {
    guard let fields = fields(field, Grammar.document) else { return nil }
    let name = fields["document"].flatMap { words($0) }.flatMap { self.name($0) }
    let title = fields["title"].flatMap { text($0) }
    let languages = fields["languages"].map { self.languages($0) } ?? []
    let recipient = fields["for"].flatMap { words($0) }
    let language = fields["language"].flatMap { words($0) }
    let consent = fields["consent"].flatMap { words($0) }
    let legal = fields["legal"].flatMap { words($0) }
    let sections =
      fields["sections"].map { list($0, mayBeEmpty: false).compactMap { self.section($0) } } ?? []
    guard let name, let title, let recipient else { return nil }
    return DocumentSyntax(
      file: source.path, name: name, title: title, languages: languages, recipient: recipient,
      language: language, consent: consent, legal: legal, sections: sections,
      named: NamedFacts(in: field.node).names)
  }

  /// What a step names as the documents it produces.
  mutating func documents(_ fields: Fields) -> [Located<String>] {
    guard fields.keys["documents"] != nil else { return [] }
    return fields["documents"].map { wordsList($0, mayBeEmpty: false) } ?? []
  }

  private mutating func section(_ field: Field) -> DocumentSectionSyntax? {
    let example = "- text: {fr: Bonjour, en: Hello}"
    let item = Field(name: field.name, example: example, keyPlace: field.keyPlace, node: field.node)
    guard let fields = fields(item, Grammar.documentSection) else { return nil }
    let section = DocumentSectionSyntax(
      heading: fields["heading"].flatMap { template($0) }, when: fields["when"].flatMap { expression($0) },
      text: fields["text"].flatMap { template($0) }, facts: fields["facts"].map { wordsList($0) } ?? [],
      items: fields["items"].map { items($0) } ?? [],
      hasBoxes: fields["boxes"].flatMap { boolean($0) }?.value ?? false,
      services: fields["services"].map { wordsOrList($0) } ?? [],
      caseDetails: fields["case"].map { list($0).compactMap { oneOf($0) } } ?? [],
      lines: fields["lines"].flatMap { count($0) } ?? 0, law: fields["law"].map { wordsOrList($0) } ?? [],
      source: fields["source"].map { wordsOrList($0) } ?? [])
    let shown = ["heading", "text", "facts", "items", "services", "lines", "case"]
    if !shown.contains(where: { fields.has($0) }) { report(.sectionEmpty, at: fields.place) }
    return section
  }

  private mutating func items(_ field: Field) -> [DocumentItemSyntax] {
    map(field, value: "{fr: Papiers, en: Papers}", mayBeEmpty: false).compactMap { entry in
      let name = self.name(entry.key)
      guard let (text, fields) = text(entry, with: Grammar.documentItem) else { return nil }
      let words = template(text, of: entry.node)
      let when = fields["when"].flatMap { expression($0) }
      let law = fields["law"].map { wordsOrList($0) } ?? []
      let source = fields["source"].map { wordsOrList($0) } ?? []
      return name.map {
        DocumentItemSyntax(name: $0, words: words, when: when, law: law, source: source)
      }
    }
  }

  /// How many lines: a whole number that a page has room for.
  private mutating func count(_ field: Field) -> Int? {
    guard let number = number(field) else { return nil }
    if let count = Int(number.value), (1...60).contains(count) { return count }
    report(
      .numberOutside, at: number.place,
      ["key": field.name, "found": number.value, "low": "1", "high": "60"])
    return nil
  }
}

extension Decoder {
  /// Words with places for facts.
  fileprivate mutating func template(_ field: Field) -> TemplateSyntax? {
    text(field).map { template($0, of: field.node) }
  }

  fileprivate mutating func template(_ text: TextSyntax, of node: Node) -> TemplateSyntax {
    var scalars: [Place: Node.Scalar] = [:]
    switch node.form {
    case .scalar(let scalar): scalars[node.place] = scalar
    case .mapping(let entries):
      for entry in entries {
        if case .scalar(let scalar) = entry.value.form { scalars[entry.value.place] = scalar }
      }
    case .sequence: break
    }
    var parts: [String: [TemplateSyntax.Part]] = [:]
    for entry in text.entries {
      let place = entry.words.place
      let runs = scalars[place].map { ScalarRuns.runs(of: $0, at: place, in: source) } ?? []
      let words = ExpressionSyntax(text: entry.words.value, place: place, runs: runs)
      let (read, faults) = PlaceholderParser.parse(words)
      parts[entry.language.value] = read
      for fault in faults {
        report(fault.code, at: fault.place, ["found": fault.found, "example": fault.example])
      }
    }
    return TemplateSyntax(text: text, parts: parts)
  }
}
