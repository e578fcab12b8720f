import FEEL

/// Whom a document is for, and what allows it to be made (grammar, sections 11 and 13.6).
extension Elaboration {
  /// The recipient may see each fact: the person what is about them, a role of the flow all of it, any other what names it.
  func checkSeen(
    _ shown: [DocumentElaboration.Shown], by syntax: DocumentSyntax, _ making: inout DocumentElaboration
  ) {
    let recipient = syntax.recipient.value
    for (slot, place) in shown.map({ ($0.slot, $0.place) }) {
      let fact = facts[slot].syntax
      let isSeen =
        fact.see.contains { $0.value == recipient }
        || (recipient == Document.person ? fact.about?.value == .victim : ownRoles.contains(recipient))
      guard !isSeen else { continue }
      making.report(
        .documentNotToBeSeen, at: place,
        ["name": fact.name.value, "recipient": recipient, "document": syntax.name.value])
    }
  }

  /// What a step passes on where it reaches the recipient; `nil` for a step that does not.
  func sharing(of step: StepSyntax, with recipient: String) -> (shares: [String], syntax: SharingSyntax?)? {
    switch step.kind {
    case .contact(let contact) where (contact.to ?? step.name).value == recipient:
      (contact.sharing?.shares.map(\.value) ?? [], contact.sharing)
    case .refer(let refer) where refer.to.value == recipient:
      (refer.sharing.shares.map(\.value), refer.sharing)
    default: nil
    }
  }

  /// What is handed over on paper is what the step says it passes on.
  func checkShared(
    _ shown: [DocumentElaboration.Shown], in sharing: (shares: [String], syntax: SharingSyntax?),
    by step: StepSyntax, _ syntax: DocumentSyntax, _ making: inout DocumentElaboration
  ) {
    for (slot, place) in shown.map({ ($0.slot, $0.place) }) where !sharing.shares.contains(facts.names[slot])
    {
      making.report(
        .documentNotShared, at: place,
        ["name": facts.names[slot], "document": syntax.name.value, "step": step.name.value])
    }
  }

  /// The article wherever there is one, else the consent; neither is needed within the flow, or for the person.
  func ground(
    _ syntax: DocumentSyntax, consent: Int?, sharing: (shares: [String], syntax: SharingSyntax?)?,
    hasFacts: Bool, _ making: inout DocumentElaboration
  ) -> Sharing.Ground? {
    if let legal = syntax.legal { return .legal(legal.value) }
    switch sharing?.syntax?.ground {
    case .legal(let article), .both(_, let article): return .legal(article.value)
    case .consent(let name):
      if let slot = facts.slot(of: name.value) { return .consent(slot) }
    case nil: break
    }
    if let consent { return .consent(consent) }
    let recipient = syntax.recipient.value
    if recipient == Document.person || ownRoles.contains(recipient) || !hasFacts { return nil }
    if syntax.consent == nil {
      making.report(
        .documentWithoutGround, at: syntax.recipient.place,
        ["name": syntax.name.value, "recipient": recipient])
    }
    return nil
  }

  /// The titles and labels of facts shown are there in each language of the document.
  func checkWords(of slots: [Int], in syntax: DocumentSyntax, _ making: inout DocumentElaboration) {
    let languages = syntax.languages.map(\.value)
    for slot in slots {
      let fact = facts[slot].syntax
      let labels = fact.labels.isEmpty ? signature.types.labels(of: fact.type) : fact.labels
      for text in [fact.title].compactMap(\.self) + labels.map(\.text) {
        let missing = text.missing(of: languages.filter { !flow.languages.map(\.value).contains($0) })
        guard !missing.isEmpty else { continue }
        making.report(
          .missingTranslation, at: text.place, ["languages": missing.joined(separator: ", ")])
      }
    }
  }
}
