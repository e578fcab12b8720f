extension Decoder {
  /// A grid of factors.
  mutating func assess(_ fields: Fields) -> AssessSyntax? {
    let ownLevel = fields["own-level"].flatMap { self.ownLevel($0) }
    let sets = fields["sets"].flatMap { words($0) }
    let reasons = fields["reasons"].flatMap { words($0) }
    let precautions = fields["precautions"].flatMap { words($0) }
    let risk = fields["risk"].map { factors($0, isRisk: true) } ?? []
    let safety = fields["safety"].map { factors($0, isRisk: false) } ?? []
    let unknown: Located<AssessSyntax.Unknown>? = fields["unknown"].flatMap { oneOf($0) }
    let unasked: Located<AssessSyntax.Unknown>? = fields["unasked"].flatMap { oneOf($0) }
    let override = fields["override"].flatMap { self.override($0) }
    guard let level = fields["level"] else { return nil }
    return AssessSyntax(
      ownLevel: ownLevel, sets: sets, reasons: reasons, precautions: precautions, risk: risk, safety: safety,
      unknown: unknown,
      unasked: unasked, level: levels(level), levelPlace: level.node.place,
      override: override)
  }

  /// One question.
  private mutating func ownLevel(_ field: Field) -> QuestionSyntax? {
    let questions = questions(field)
    if questions.count > 1 { report(.ownLevelShape, at: questions[1].fact.place) }
    return questions.first
  }

  /// Who may decide otherwise.
  mutating func override(_ field: Field) -> OverrideSyntax? {
    guard let fields = fields(field, Grammar.override) else { return nil }
    let roles = fields["roles"].map { wordsList($0, mayBeEmpty: false) } ?? []
    let direction: Located<Override.Direction>? = fields["direction"].flatMap { oneOf($0) }
    let reason: Located<OverrideSyntax.Reason>? = fields["reason"].flatMap { oneOf($0) }
    guard let direction, let reason else { return nil }
    return OverrideSyntax(roles: roles, direction: direction, reason: reason, place: field.node.place)
  }

  private mutating func factors(_ field: Field, isRisk: Bool) -> [FactorSyntax] {
    map(field, value: isRisk ? "4" : "-2", mayBeEmpty: false).compactMap { entry in
      guard case .mapping = entry.node.form else {
        return weight(entry, isRisk: isRisk, of: entry.key).map {
          FactorSyntax(
            name: entry.key, weight: $0, flag: nil, when: nil, unasked: nil, title: nil, source: [])
        }
      }
      guard let fields = fields(entry, Grammar.factor) else { return nil }
      let flag = fields["flag"].flatMap { words($0) }.flatMap { factName($0) }
      let when = fields["when"].flatMap { expression($0) }
      let unasked: Located<AssessSyntax.Unknown>? = fields["unasked"].flatMap { oneOf($0) }
      let title = fields["title"].flatMap { text($0) }
      let source = fields["source"].map { wordsOrList($0) } ?? []
      return fields["weight"].flatMap { weight($0, isRisk: isRisk, of: entry.key) }.map {
        FactorSyntax(
          name: entry.key, weight: $0, flag: flag, when: when, unasked: unasked, title: title, source: source)
      }
    }
  }

  private mutating func weight(_ field: Field, isRisk: Bool, of name: Located<String>) -> Located<String>? {
    guard let weight = number(field) else { return nil }
    let isZero = weight.value.allSatisfy { "-0.".contains($0) }
    if !isZero, weight.value.hasPrefix("-") == isRisk {
      report(
        isRisk ? .riskBelowZero : .safetyAboveZero, at: weight.place,
        ["name": name.value, "found": weight.value])
    }
    return weight
  }

  private mutating func levels(_ field: Field) -> [LevelSyntax] {
    rows(field).compactMap { row in
      let cells = cells(row)
      guard cells.count == 2 else {
        report(.rowLength, at: row.node.place, ["expected": "2", "found": String(cells.count)])
        return nil
      }
      let level = words(cells[1])
      let isAlways = written(cells[0].node).filter { $0 != "\"" } == "-"
      let condition = isAlways ? nil : expression(cells[0])
      guard let level, isAlways || condition != nil else { return nil }
      return LevelSyntax(condition: condition, level: level, place: row.node.place)
    }
  }
}
