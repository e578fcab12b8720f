import FEEL

/// The documents that steps produce: each fact is one of the flow, and its recipient may see it (grammar, section 13.6).
extension Elaboration {
  /// Compiles what a step produces and adds it to the flow's.
  mutating func produce(_ step: StepSyntax, at index: Int) {
    for name in step.documents {
      guard let syntax = surroundings.documents[name.value] else {
        if !surroundings.brokenDocuments.contains(name.value) {
          report(
            .unknownDocument, at: name.place,
            [
              "name": name.value,
              "nearest": Nearest.name(to: name.value, among: surroundings.documents.keys) ?? "",
            ])
        }
        continue
      }
      var making = DocumentElaboration(syntax, use: name.place)
      productions.append(Production(step: index, document: document(syntax, of: step, &making)))
      diagnostics += making.diagnostics
    }
  }

  private mutating func document(
    _ syntax: DocumentSyntax, of step: StepSyntax, _ making: inout DocumentElaboration
  ) -> Document {
    let language = syntax.language.flatMap { self.language($0, &making) }
    let sections = syntax.sections.map { section($0, &making) }
    let shown = making.facts
    let consent = syntax.consent.flatMap { fact($0, &making, isShown: false) }
    if let consent, let name = syntax.consent, facts[consent].type != .boolean, facts[consent].type != .any {
      making.report(
        .factType, at: name.place,
        ["name": name.value, "expected": "boolean", "found": facts[consent].type.written])
    }
    checkWords(of: shown.filter(\.isPrinted).map(\.slot), in: syntax, &making)
    checkSeen(shown, by: syntax, &making)
    let sharing = sharing(of: step, with: syntax.recipient.value)
    if let sharing { checkShared(shown, in: sharing, by: step, syntax, &making) }
    let ground = ground(
      syntax, consent: consent, sharing: sharing,
      hasFacts: !shown.isEmpty || sections.contains { !$0.caseDetails.isEmpty },
      &making)
    checkCaseDetails(syntax, ground: ground, &making)
    let beside: Int? = if case .legal? = ground { consent } else { nil }
    return Document(
      name: syntax.name.value, title: syntax.title.words, languages: syntax.languages.map(\.value),
      recipient: syntax.recipient.value, language: language, ground: ground, consentBeside: beside,
      sections: sections, facts: shown.map(\.slot))
  }

  private mutating func section(
    _ syntax: DocumentSectionSyntax, _ making: inout DocumentElaboration
  ) -> DocumentSection {
    let heading = syntax.heading.map { words($0, &making) }
    let when = syntax.when.flatMap { condition($0, &making) }
    let text = syntax.text.map { words($0, &making) }
    let facts = syntax.facts.compactMap { fact($0, &making) }
    let items = syntax.items.map { item in
      DocumentItem(
        name: item.name.value, words: words(item.words, &making),
        when: item.when.flatMap { condition($0, &making) }, law: item.law.map(\.value),
        source: sources(item.source, &making))
    }
    return DocumentSection(
      heading: heading, when: when, text: text, facts: facts, items: items, hasBoxes: syntax.hasBoxes,
      services: syntax.services.map(\.value), caseDetails: syntax.caseDetails.map(\.value),
      lines: syntax.lines, law: syntax.law.map(\.value),
      source: sources(syntax.source, &making))
  }

  /// What is written down of the case itself says in no `see` who may read it. A paper for somebody whom the case is about may
  /// be found by somebody else, and a consent is one to the facts that are listed: these tell its numbers alone.
  private func checkCaseDetails(
    _ syntax: DocumentSyntax, ground: Sharing.Ground?, _ making: inout DocumentElaboration
  ) {
    let recipient = syntax.recipient.value
    var isByConsent: Bool { if case .consent? = ground { !ownRoles.contains(recipient) } else { false } }
    guard PersonPart(rawValue: recipient) != nil || isByConsent else { return }
    for detail in syntax.sections.flatMap(\.caseDetails) where detail.value != .reference {
      making.report(
        .notOneOf, at: detail.place,
        [
          "key": "case", "found": detail.value.rawValue, "nearest": "",
          "allowed": DocumentSection.CaseDetail.reference.rawValue,
        ])
    }
  }

  private mutating func words(_ syntax: TemplateSyntax, _ making: inout DocumentElaboration) -> DocumentWords
  {
    var compiled: [String: [DocumentWords.Part]] = [:]
    for (language, parts) in syntax.parts.sorted(by: { $0.key < $1.key }) {
      compiled[language] = parts.compactMap { part in
        switch part {
        case .words(let words): .words(words)
        case .fact(let name): fact(name, &making).map { .fact($0) }
        }
      }
    }
    return DocumentWords(compiled)
  }

  /// A document may be made at any moment after its step, so in its conditions nothing is taken as known.
  private mutating func condition(
    _ syntax: ExpressionSyntax, _ making: inout DocumentElaboration
  ) -> CompiledExpression? {
    let before = diagnostics.count
    // It is made at any moment, of which the case says nothing.
    isAtEntry = false
    defer { isAtEntry = true }
    let compiled = condition(syntax, Knowledge(certain: [], settable: written))
    let faults = Array(diagnostics[before...])
    diagnostics.removeSubrange(before...)
    for fault in faults { making.report(fault.code, at: fault.place, fault.arguments) }
    for slot in compiled?.slots ?? [] { making.show(slot, at: syntax.place, isPrinted: false) }
    return compiled
  }

  /// The slot of a fact that a document names.
  private mutating func fact(
    _ name: Located<String>, _ making: inout DocumentElaboration, isShown: Bool = true
  ) -> Int? {
    guard let slot = facts.slot(of: name.value) else {
      making.report(
        .unknownFact, at: name.place,
        ["name": name.value, "nearest": Nearest.name(to: name.value, among: facts.names) ?? ""])
      return nil
    }
    let before = diagnostics.count
    readFact(slot, at: name.place, Knowledge(certain: [], settable: written))
    let faults = Array(diagnostics[before...])
    diagnostics.removeSubrange(before...)
    for fault in faults { making.report(fault.code, at: fault.place, fault.arguments) }
    if isShown { making.show(slot, at: name.place) }
    return slot
  }

  /// The fact that says the language: text, or a choice of codes. No word of it is printed, yet the language tells it.
  private mutating func language(_ name: Located<String>, _ making: inout DocumentElaboration) -> Int? {
    guard let slot = fact(name, &making, isShown: false) else { return nil }
    switch facts[slot].type {
    case .string, .choice, .any:
      making.show(slot, at: name.place, isPrinted: false)
      return slot
    default:
      making.report(
        .factType, at: name.place,
        ["name": name.value, "expected": "text", "found": facts[slot].type.written])
      return nil
    }
  }

  private func sources(_ names: [Located<String>], _ making: inout DocumentElaboration) -> [String] {
    let known = signature.sources.map(\.name.value)
    for name in names where !known.contains(name.value) {
      making.report(
        .unknownSource, at: name.place,
        ["name": name.value, "nearest": Nearest.name(to: name.value, among: known) ?? ""])
    }
    return names.map(\.value)
  }
}

/// What is found out while a document is compiled for one step.
struct DocumentElaboration {
  /// A fact that it shows or depends on, at its first place.
  struct Shown {
    let slot: Int
    let place: Place
    /// Whether its title or answer is printed; of one in a condition alone, no word is.
    var isPrinted: Bool
  }

  private let name: String
  /// Where the step names it.
  let use: Place
  /// Facts that it shows or depends on, each at its first place.
  private(set) var facts: [Shown] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ syntax: DocumentSyntax, use: Place) {
    name = syntax.name.value
    self.use = use
  }

  mutating func show(_ slot: Int, at place: Place, isPrinted: Bool = true) {
    guard let index = facts.firstIndex(where: { $0.slot == slot }) else {
      facts.append(Shown(slot: slot, place: place, isPrinted: isPrinted))
      return
    }
    if isPrinted { facts[index].isPrinted = true }
  }

  /// Says what is wrong in the document's file, with the step that makes it so.
  mutating func report(_ code: DiagnosticCode, at place: Place, _ arguments: [String: String]) {
    diagnostics.append(Diagnostic(code, at: place, arguments, related: [.init(.used, at: use)]))
  }
}
