/// What becomes of a task that is not done as it was asked for.
private enum Settling: String, CaseIterable {
  case done, waived
}

extension Decoder {
  /// What is answered in a scenario.
  mutating func reply(_ field: Field) -> ReplySyntax? {
    let place = field.node.place
    switch field.node.form {
    case .scalar:
      return literal(field).map { ReplySyntax(form: .value($0), place: place) }
    case .sequence(let items):
      guard !items.isEmpty, items.allSatisfy(isTry) else {
        return literal(field).map { ReplySyntax(form: .value($0), place: place) }
      }
      let tries = items.compactMap { item in
        reply(Field(name: field.name, example: field.example, keyPlace: item.place, node: item))
      }
      return ReplySyntax(form: .tries(tries), place: place)
    case .mapping(let entries):
      guard let kind = replyKind(entries) else {
        return literal(field).map { ReplySyntax(form: .value($0), place: place) }
      }
      guard let fields = fields(field, Grammar.reply) else { return nil }
      return form(kind, fields).map { ReplySyntax(form: $0, place: place) }
    }
  }

  private mutating func form(_ kind: String, _ fields: Fields) -> ReplySyntax.Form? {
    let reason = fields["reason"].flatMap { words($0) }
    let role = fields["role"].flatMap { words($0) }
    switch kind {
    case "done": return fields[kind].flatMap { boolean($0) }.map { .done($0.value, reason: reason) }
    case "override":
      return fields[kind].flatMap { literal($0) }.map { .override($0, reason: reason, role: role) }
    case "unreached": return fields[kind].flatMap { words($0) }.map { .unreached(reason: $0) }
    case "disagree": return fields[kind].flatMap { words($0) }.map { .disagreed(reason: $0) }
    case "put-off": return fields[kind].flatMap { duration($0) }.map { .putOff($0) }
    case "settled":
      let settled: Located<Settling>? = fields[kind].flatMap { oneOf($0) }
      guard let settled, let reason else { return nil }
      return .settled(done: settled.value == .done, reason: reason)
    case "referred": return fields[kind].flatMap { words($0) }.map { .referred(service: $0) }
    case "identify", "reference", "quote": return caseDetail(kind, fields).map { .about($0) }
    default: return fields[kind].flatMap { words($0) }.map { .impossible(reason: $0) }
    }
  }

  /// The key that tells a reply from a record; a record may have any fields.
  private func replyKind(_ entries: [Node.Entry]) -> String? {
    [
      "done", "override", "unreached", "put-off", "settled", "referred", "impossible", "disagree", "identify",
      "reference", "quote",
    ].first { kind in entries.contains { $0.key.value == kind } }
  }

  /// Whether a node is one try of a contact.
  private func isTry(_ node: Node) -> Bool {
    switch node.form {
    case .scalar(let scalar): ["reached", "no-answer"].contains(scalar.text)
    case .mapping(let entries): ["unreached", "put-off"].contains { entries.map(\.key.value) == [$0] }
    case .sequence: false
    }
  }
}
