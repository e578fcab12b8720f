extension Decoder {
  /// A decision table, or expressions.
  mutating func decide(_ fields: Fields) -> DecideSyntax? {
    let override = fields["override"].flatMap { self.override($0) }
    let table = ["on", "outputs", "hit", "rules"].compactMap { fields[$0] }
    if let values = fields["values"] {
      if let extra = table.first {
        report(.decideTwice, at: extra.keyPlace, related: [.init(.other, at: values.keyPlace)])
      }
      return DecideSyntax(logic: .values(assignments(values, mayBeEmpty: false)), override: override)
    }
    if table.isEmpty {
      report(.decideNothing, at: fields["decide"]?.keyPlace ?? fields.place)
      return nil
    }
    for name in ["on", "outputs", "rules"] where !fields.has(name) {
      report(
        .missingKey, at: fields["decide"]?.keyPlace ?? fields.place,
        ["key": name, "example": fields.keys[name]?.example ?? ""])
    }
    return self.table(fields).map { DecideSyntax(logic: .table($0), override: override) }
  }

  /// A map from fact to expression.
  mutating func assignments(_ field: Field, mayBeEmpty: Bool = true) -> [AssignmentSyntax] {
    map(field, value: "age < 18", mayBeEmpty: mayBeEmpty).compactMap { entry in
      expression(entry).map { AssignmentSyntax(fact: entry.key, expression: $0) }
    }
  }

  /// The rows of a table, as many as a table may have.
  mutating func rows(_ field: Field) -> [Field] {
    let rows = list(field, mayBeEmpty: false)
    if rows.count > Limits.rows {
      report(
        .tooManyRows, at: rows[Limits.rows].keyPlace,
        ["limit": String(Limits.rows), "found": String(rows.count)])
    }
    return rows
  }

  /// The cells of a row.
  mutating func cells(_ row: Field) -> [Field] {
    let example = row.name == "level" ? "- [\"score >= 6\", high]" : "- ['\"high\"', true]"
    return list(Field(name: row.name, example: example, keyPlace: row.keyPlace, node: row.node))
  }

  private mutating func table(_ fields: Fields) -> TableSyntax? {
    let on = fields["on"].map { list($0, mayBeEmpty: false).compactMap { self.expression($0) } } ?? []
    let outputs = fields["outputs"].map { wordsList($0, mayBeEmpty: false) } ?? []
    let hit: Located<TableSyntax.HitPolicy>? = fields["hit"].flatMap { oneOf($0) }
    guard let rules = fields["rules"] else { return nil }
    let rows = rows(rules).compactMap { row in
      rule(row, inputs: on.count, outputs: outputs.count)
    }
    return TableSyntax(on: on, outputs: outputs, hit: hit, rules: rows, place: rules.node.place)
  }

  private mutating func rule(_ row: Field, inputs: Int, outputs: Int) -> RuleSyntax? {
    guard case .sequence = row.node.form else {
      _ = cells(row)
      return nil
    }
    let cells = cells(row)
    guard inputs > 0, outputs > 0 else { return nil }
    guard cells.count == inputs + outputs else {
      report(
        .rowLength, at: row.node.place, ["expected": String(inputs + outputs), "found": String(cells.count)])
      return nil
    }
    let expressions = cells.compactMap { expression($0) }
    guard expressions.count == cells.count else { return nil }
    return RuleSyntax(
      inputs: Array(expressions.prefix(inputs)), outputs: Array(expressions.dropFirst(inputs)),
      place: row.node.place)
  }
}
