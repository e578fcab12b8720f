import FEEL

/// Grids of weighted factors (grammar, section 8.2).
extension Elaboration {
  /// A grid with its factors and levels compiled.
  mutating func assessment(
    _ syntax: AssessSyntax, of step: StepSyntax, _ known: inout Knowledge
  ) -> Assessment? {
    let target = level(syntax, of: step)
    let ownLevel = ownLevel(syntax.ownLevel, scale: target?.scale, &known)
    let reasons = syntax.reasons.flatMap { slot(of: $0, type: .list(.string)) }
    let precautions = syntax.precautions.flatMap { slot(of: $0, type: .list(.string)) }
    if let first = syntax.reasons, let second = syntax.precautions { checkApart(first, second) }
    if let first = target.map({ facts[$0.slot].syntax.name.value }), let own = syntax.ownLevel?.fact,
      own.value == first
    {
      checkApart(Located(first, at: step.name.place), own)
    }
    var flags: [String] = []
    for factor in syntax.risk + syntax.safety {
      if let flag = factor.flag?.value, !flags.contains(flag) { flags.append(flag) }
    }
    var mayBeUnknown = false
    let risk = syntax.risk.compactMap { written in
      let factor = factor(written, of: syntax, flags, known, &mayBeUnknown)
      if syntax.unknown?.value != .asAbsent, let factor { checkPrecaution(factor, written, known) }
      return factor
    }
    if mayBeUnknown, syntax.unknown == nil {
      report(.unknownNotSaid, at: step.name.place, ["name": step.name.value])
    }
    checkUnasked(risk, syntax, of: step, known)
    var unused = false
    let safety = syntax.safety.compactMap { factor($0, of: syntax, flags, known, &unused) }
    let levels = levels(syntax, scale: target?.scale, flags, known)
    let override = override(syntax.override, scale: target?.scale)
    if let target { known.set(target.slot, maybeNull: false) }
    if let reasons { known.set(reasons, maybeNull: false) }
    if let precautions { known.set(precautions, maybeNull: false) }
    guard let target else { return nil }
    return Assessment(
      slot: target.slot, reasons: reasons, precautions: precautions, risk: risk, safety: safety,
      unknownCounts: syntax.unknown?.value != .asAbsent, flags: flags, levels: levels, override: override,
      ownLevel: ownLevel)
  }

  /// What is said and what is taken by precaution are two facts, and the own estimate is another than the level: in one, the
  /// second would be written over the first.
  private mutating func checkApart(_ first: Located<String>, _ second: Located<String>) {
    guard edition >= .second, first.value == second.value else { return }
    report(.oneFactTwice, at: second.place, ["name": second.value], related: [.init(.first, at: first.place)])
  }

  /// The question for the professional's own estimate: on the scale of the level.
  private mutating func ownLevel(
    _ syntax: QuestionSyntax?, scale: [String]?, _ known: inout Knowledge
  ) -> Question? {
    guard let syntax,
      let question = questions([syntax], isAlwaysPut: true, isAlwaysSettled: true, &known).first
    else { return nil }
    if let scale { _ = slot(of: syntax.fact, type: .choice(scale)) }
    return question
  }

  /// The fact that takes the level, and its scale.
  private mutating func level(_ syntax: AssessSyntax, of step: StepSyntax) -> (slot: Int, scale: [String])? {
    let name = syntax.sets ?? step.name.asFact
    guard let slot = slot(of: name) else { return nil }
    guard case .choice(let scale) = facts[slot].type else {
      // A type that is not known is reported where it is named.
      if facts[slot].type == .any { return nil }
      report(
        .levelNotChoice, at: name.place, ["name": name.value, "found": facts[slot].type.written],
        related: [.init(.declared, at: facts[slot].syntax.type.place)])
      return nil
    }
    return (slot, scale)
  }

  private mutating func factor(
    _ syntax: FactorSyntax, of grid: AssessSyntax, _ flags: [String], _ known: Knowledge,
    _ mayBeUnknown: inout Bool
  ) -> Factor? {
    let weight = Number(syntax.weight.value)
    if weight == nil {
      report(
        .expectedNumber, at: syntax.weight.place, ["key": syntax.name.value, "found": syntax.weight.value])
    }
    let when: CompiledExpression?
    if let condition = syntax.when {
      when = self.condition(condition, known, mayBeUndecided: true)
    } else if let slot = slot(of: syntax.name, type: .boolean) {
      readFact(slot, at: syntax.name.place, known)
      when = condition(
        ExpressionSyntax(text: syntax.name.value, place: syntax.name.place, runs: []), known,
        mayBeUndecided: true)
    } else {
      when = nil
    }
    checkSources(syntax.source)
    guard let when, let weight else { return nil }
    if !mayBeUnknown { mayBeUnknown = !isDecided(when, known) }
    return Factor(
      name: syntax.name.value, title: syntax.title?.words, weight: weight,
      flag: syntax.flag.flatMap { flags.firstIndex(of: $0.value) }, when: when,
      unaskedCounts: (syntax.unasked ?? grid.unasked ?? grid.unknown)?.value != .asAbsent,
      source: syntax.source.map(\.value))
  }

  /// A condition that is false, not unknown, when its facts are unknown would quietly not count them, although the grid
  /// says that what is unknown counts as risk.
  private mutating func checkPrecaution(_ factor: Factor, _ syntax: FactorSyntax, _ known: Knowledge) {
    guard let condition = syntax.when,
      let fact = factor.when.slots.first(where: { $0 < facts.entries.count }),
      known.certain.isDisjoint(with: factor.when.slots),
      factor.when.evaluate([Value](repeating: .null, count: variables(known).count)) == .boolean(false)
    else { return }
    report(
      .precautionLost, at: condition.place,
      ["name": factor.name, "fact": facts[fact].syntax.name.value])
  }

  /// What was not asked counts only as the author says: where a question may not have been put when the walk comes to the
  /// grid, it is said for its factor, or for all.
  private mutating func checkUnasked(
    _ risk: [Factor], _ syntax: AssessSyntax, of step: StepSyntax, _ known: Knowledge
  ) {
    guard edition >= .second, syntax.unasked == nil else { return }
    var answered = known
    answered.certain.formUnion(known.asked)
    let said = Set(syntax.risk.filter { $0.unasked != nil }.map(\.name.value))
    let open = risk.filter { !said.contains($0.name) && !isDecided($0.when, answered) }.map(\.name)
    guard !open.isEmpty else { return }
    report(
      .unaskedNotSaid, at: step.name.place,
      ["name": step.name.value, "factors": open.joined(separator: ", ")])
  }

  private mutating func levels(
    _ syntax: AssessSyntax, scale: [String]?, _ flags: [String], _ known: Knowledge
  ) -> [(when: CompiledExpression?, level: Value)] {
    let sums = FactorSums(syntax, flags: flags)
    var levels: [(when: CompiledExpression?, level: Value)] = []
    var rows: [(row: LevelSyntax, when: CompiledExpression)] = []
    var isAlways = false
    for row in syntax.level {
      if isAlways { report(.levelNeverReached, at: row.place, ["level": row.level.value]) }
      let when = row.condition.flatMap { condition($0, known, extra: sums.variables) }
      if let scale, !scale.contains(row.level.value) {
        report(
          .notInScale, at: row.level.place,
          [
            "found": row.level.value, "nearest": Nearest.name(to: row.level.value, among: scale) ?? "",
            "known": scale.joined(separator: ", "),
          ])
      }
      if let when, !isAlways { rows.append((row, when)) }
      if row.condition == nil { isAlways = true }
      if row.condition == nil || when != nil { levels.append((when, .string(row.level.value))) }
    }
    checkLevelsReached(rows, scale: scale, known, sums)
    if !isAlways, levels.count == syntax.level.count {
      checkLevelsCover(levels.compactMap(\.when), of: syntax, known, sums)
    }
    return levels
  }

  /// Who may decide otherwise; a direction needs a scale.
  mutating func override(_ syntax: OverrideSyntax?, scale: [String]?) -> Override? {
    guard let syntax else { return nil }
    for role in syntax.roles { _ = self.role(role) }
    if scale == nil, syntax.direction.value != .both {
      report(
        .directionWithoutScale, at: syntax.direction.place, ["found": syntax.direction.value.rawValue])
    }
    return Override(
      roles: syntax.roles.map(\.value), direction: syntax.direction.value,
      reasonRequired: syntax.reason.value == .required)
  }

  /// A role that exists.
  mutating func role(_ name: Located<String>?) -> String? {
    guard let name else { return nil }
    let roles = surroundings.roles.union(flow.roles.map(\.name.value))
    if !roles.contains(name.value) {
      report(
        .unknownRole, at: name.place,
        ["name": name.value, "nearest": Nearest.name(to: name.value, among: roles) ?? ""])
    }
    return name.value
  }
}

extension Assessment {
  /// What the conditions of `levels` read after the flow's facts and the entry's moment: the score, how many risks and safeties count, then for
  /// each flag how many of its factors do.
  public static func extraVariables(flags: [String]) -> [Variable] {
    (["score", "risks", "safeties"] + flags.map { "flags.\($0)" })
      .map { Variable(name: $0, type: .number, mayBeNull: false) }
  }

  /// What the conditions of `levels` read after the flow's facts.
  public var extraVariables: [Variable] { Self.extraVariables(flags: flags) }
}
