extension Decoder {
  /// A decision table, expressions, or a decision of a DMN model.
  mutating func decide(_ fields: Fields, name: Located<String>?) -> DecideSyntax? {
    let override = fields["override"].flatMap { self.override($0) }
    if let model = fields["model"] ?? fields["decision"] {
      reportTwice(["on", "hit", "rules", "values"], beside: model, in: fields)
      return modelDecision(fields, name: name).map { DecideSyntax(logic: .model($0), override: override) }
    }
    if let values = fields["values"] {
      reportTwice(["on", "outputs", "hit", "rules"], beside: values, in: fields)
      return DecideSyntax(logic: .values(assignments(values, mayBeEmpty: false)), override: override)
    }
    if ["on", "outputs", "hit", "rules"].allSatisfy({ !fields.has($0) }) {
      report(.decideNothing, at: fields["decide"]?.keyPlace ?? fields.place)
      return nil
    }
    reportMissing(["on", "outputs", "rules"], in: fields)
    return self.table(fields).map { DecideSyntax(logic: .table($0), override: override) }
  }

  /// Keys that decide in another way than the one that is there.
  private mutating func reportTwice(_ names: [String], beside field: Field, in fields: Fields) {
    if let extra = names.lazy.compactMap({ fields[$0] }).first {
      report(.decideTwice, at: extra.keyPlace, related: [.init(.other, at: field.keyPlace)])
    }
  }

  private mutating func reportMissing(_ names: [String], in fields: Fields) {
    for name in names where !fields.has(name) {
      report(
        .missingKey, at: fields["decide"]?.keyPlace ?? fields.place,
        ["key": name, "example": fields.keys[name]?.example ?? ""])
    }
  }

  /// A decision of a model; without `sets` and `outputs`, its result goes to the fact named as the step.
  private mutating func modelDecision(_ fields: Fields, name: Located<String>?) -> ModelDecisionSyntax? {
    reportMissing(["model", "decision"], in: fields)
    let model = fields["model"].flatMap { words($0) }
    let decision = fields["decision"].flatMap { words($0) }
    let inputs = fields["inputs"].map { field in
      map(field, value: "danger").compactMap { entry in
        expression(entry).map { ModelDecisionSyntax.Input(name: entry.key, expression: $0) }
      }
    }
    let sets = fields["sets"].flatMap { words($0) }
    let entries = fields["outputs"].map { field in
      map(field, value: "Measures", mayBeEmpty: false).compactMap { entry in
        words(entry).map { ModelDecisionSyntax.Output(fact: entry.key, entry: $0) }
      }
    }
    if let outputs = fields["outputs"] { reportTwice(["sets"], beside: outputs, in: fields) }
    guard let model, let decision, let fact = sets ?? name?.asFact else { return nil }
    return ModelDecisionSyntax(
      model: model, decision: decision, inputs: inputs ?? [],
      outputs: entries.map { .entries($0) } ?? .whole(fact))
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
