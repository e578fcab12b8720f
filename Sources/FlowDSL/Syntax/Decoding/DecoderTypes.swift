extension Decoder {
  /// A type of any form.
  mutating func type(_ field: Field) -> TypeSyntax? {
    switch field.node.form {
    case .scalar:
      return words(field).flatMap { type($0.value[...], at: $0.place) }
    case .sequence:
      return choice(field)
    case .mapping:
      let fields = map(field, value: "text", mayBeEmpty: false).compactMap { entry -> TypeSyntax.Field? in
        guard let name = factName(entry.key), let type = type(entry) else { return nil }
        return TypeSyntax.Field(name: name, type: type)
      }
      return TypeSyntax(form: .record(fields), place: field.node.place)
    }
  }

  /// A type under `types`: a type, or `{type, labels}`.
  mutating func typeDeclaration(_ field: Field) -> TypeDeclarationSyntax? {
    guard Names.isChoiceValue(field.name) else {
      _ = name(field.key)
      return nil
    }
    if case .mapping(let entries) = field.node.form, entries.contains(where: { $0.key.value == "labels" }),
      entries.contains(where: { $0.key.value == "type" })
    {
      guard let fields = fields(field, Grammar.type), let type = fields["type"].flatMap({ self.type($0) })
      else { return nil }
      let labels = fields["labels"].map { self.labels($0) } ?? []
      return TypeDeclarationSyntax(name: field.key, type: type, labels: labels)
    }
    if case .mapping(let entries) = field.node.form, entries.map(\.key.value) == ["type"] {
      guard let type = fields(field, Grammar.type)?["type"].flatMap({ self.type($0) }) else { return nil }
      return TypeDeclarationSyntax(name: field.key, type: type, labels: [])
    }
    return type(field).map { TypeDeclarationSyntax(name: field.key, type: $0, labels: []) }
  }

  /// A fact: a type, or a map of its keys.
  mutating func fact(_ field: Field) -> FactSyntax? {
    let name = factName(field.key)
    guard case .mapping = field.node.form else {
      guard let type = type(field), let name else { return nil }
      return FactSyntax(
        name: name, type: type, about: nil, see: [], title: nil, labels: [], unit: nil, allowed: nil)
    }
    guard let fields = fields(field, Grammar.fact) else { return nil }
    let about: Located<Fact.Subject>? = fields["about"].flatMap { oneOf($0) }
    let see = fields["see"].map { self.wordsList($0) } ?? []
    let title = fields["title"].flatMap { self.text($0) }
    let labels = fields["labels"].map { self.labels($0) } ?? []
    let unit = fields["unit"].flatMap { self.text($0) }
    let allowed = fields["allowed"].flatMap { self.expression($0) }
    guard let type = fields["type"].flatMap({ self.type($0) }), let name else { return nil }
    return FactSyntax(
      name: name, type: type, about: about, see: see, title: title, labels: labels, unit: unit,
      allowed: allowed)
  }

  // INVARIANT: recursion is bounded by `Limits.depth`.
  private func type(_ text: Substring, at place: Place, depth: Int = 1) -> TypeSyntax {
    let prefix = "list of "
    if text.hasPrefix(prefix), depth < Limits.depth {
      let item = type(text.dropFirst(prefix.count), at: place, depth: depth + 1)
      return TypeSyntax(form: .list(item), place: place)
    }
    let form = TypeSyntax.Simple(rawValue: String(text)).map(TypeSyntax.Form.simple) ?? .named(String(text))
    return TypeSyntax(form: form, place: place)
  }

  private mutating func choice(_ field: Field) -> TypeSyntax {
    let values = wordsList(field, mayBeEmpty: false)
    for value in values where !Names.isChoiceValue(value.value) || ["true", "false"].contains(value.value) {
      report(.badChoiceValue, at: value.place, ["found": value.value])
    }
    return TypeSyntax(form: .choice(values), place: field.node.place)
  }
}
