extension Decoder {
  /// A value written as YAML.
  mutating func literal(_ field: Field) -> LiteralSyntax? {
    let place = field.node.place
    switch field.node.form {
    case .scalar(let scalar):
      if scalar.isAbsent {
        reportEmpty(field)
        return nil
      }
      return LiteralSyntax(form: form(scalar), place: place)
    case .sequence(let items):
      let values = items.map { Field(name: field.name, example: field.example, keyPlace: $0.place, node: $0) }
      return LiteralSyntax(form: .list(values.compactMap { literal($0) }), place: place)
    case .mapping:
      return LiteralSyntax(form: .record(literals(field)), place: place)
    }
  }

  /// A map from names to values.
  mutating func literals(_ field: Field) -> [LiteralSyntax.Field] {
    map(field, value: "true").compactMap { entry in
      literal(entry).map { LiteralSyntax.Field(name: entry.key, value: $0) }
    }
  }

  private func form(_ scalar: Node.Scalar) -> LiteralSyntax.Form {
    guard scalar.style == .plain else { return .text(scalar.text) }
    switch scalar.text {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: return Decimals.isDecimal(scalar.text) ? .number(scalar.text) : .text(scalar.text)
    }
  }
}
