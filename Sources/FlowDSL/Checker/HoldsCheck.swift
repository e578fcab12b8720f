import FEEL

/// Conditions that can never hold, and limits that nothing keeps.
extension Elaboration {
  /// A warning where a condition holds for no values that its facts can take.
  mutating func checkHolds(
    _ compiled: CompiledExpression, at place: Place, _ known: Knowledge, extra: [Variable] = []
  ) {
    guard surroundings.isThorough else { return }
    var analysis = CaseAnalysis(variables: variables(known) + extra, conditions: [compiled])
    analysis.limit = 5_000
    analysis.allowed = allowed
    if case .none = analysis.holding() { report(.neverHolds, at: place, ["condition": compiled.text]) }
  }

  /// An error where no value is allowed: every answer would be refused.
  mutating func checkAllowed(
    _ tests: CompiledUnaryTests, of fact: FactTable.Entry, _ syntax: ExpressionSyntax
  ) {
    guard tests.slots.isEmpty else { return }
    let candidates: [Value]
    switch fact.type {
    case .number: candidates = NumberCandidates.values(about: NumberCandidates.numbers(in: syntax.text))
    case .choice(let values): candidates = values.map { .string($0) }
    default: return
    }
    if candidates.contains(where: { tests.evaluate($0) == true }) { return }
    let ends = syntax.text.split { !$0.isNumber && $0 != "." }.map(String.init)
    let isSpan = ends.count == 2 && syntax.text.allSatisfy { $0.isNumber || " .-–—".contains($0) }
    report(
      .nothingAllowed, at: syntax.place,
      [
        "name": fact.syntax.name.value, "found": syntax.text,
        "instead": isSpan ? "\"[\(ends[0])..\(ends[1])]\"" : "",
      ])
  }

  /// Rows of levels that no walk comes to, since those above hold whenever they do, and rows whose order is turned round.
  mutating func checkLevelsReached(
    _ rows: [(row: LevelSyntax, when: CompiledExpression)], scale: [String]?, _ known: Knowledge,
    _ sums: FactorSums
  ) {
    guard surroundings.isThorough else { return }
    let before = variables(known)
    let variables = before + sums.variables
    var isTold = false
    for (place, (row, when)) in rows.enumerated() {
      var analysis = CaseAnalysis(variables: variables, conditions: rows[..<place].map(\.when) + [when])
      analysis.limit = 50_000
      analysis.allowed = allowed
      for (place, values) in sums.values.enumerated() { analysis.known[before.count + place] = values }
      guard case .none = analysis.holdingLast() else { continue }
      isTold = true
      analysis = CaseAnalysis(variables: variables, conditions: [when])
      analysis.known = [:]
      for (place, values) in sums.values.enumerated() { analysis.known[before.count + place] = values }
      let isMasked = if case .none = analysis.holding() { false } else { true }
      let above = isMasked ? rows[..<place].last?.row : nil
      report(
        .levelNeverGiven, at: row.place,
        [
          "level": row.level.value, "condition": when.text, "above": above?.level.value ?? "",
          "most": isMasked ? "" : sums.most,
        ],
        related: above.map { [.init(.other, at: $0.place)] } ?? [])
    }
    if !isTold, let scale { checkOrder(rows, scale) }
  }

  /// A higher score that gives a lower level.
  private mutating func checkOrder(
    _ rows: [(row: LevelSyntax, when: CompiledExpression)], _ scale: [String]
  ) {
    let thresholds = rows.compactMap { entry -> (row: LevelSyntax, least: Number, rank: Int)? in
      guard case .binary(.comparison(let comparison), let left, let right) = entry.when.syntax.kind,
        comparison == .greaterOrEqual || comparison == .greater, case .name("score") = left.kind,
        case .number(let least) = right.kind, let rank = scale.firstIndex(of: entry.row.level.value)
      else { return nil }
      return (entry.row, least, rank)
    }
    for (upper, lower) in zip(thresholds, thresholds.dropFirst())
    where lower.least < upper.least && lower.rank > upper.rank {
      report(
        .levelsReversed, at: lower.row.place,
        ["level": lower.row.level.value, "above": upper.row.level.value],
        related: [.init(.other, at: upper.row.place)])
      return
    }
  }
}

/// Numbers that stand for all others where conditions compare a number with some that are written out.
enum NumberCandidates {
  /// The numbers written in an expression.
  static func numbers(in text: String) -> [Number] {
    text.split { !$0.isNumber && $0 != "." }.flatMap { part in
      part.split(separator: ".").compactMap { Number(String($0)) } + [Number(String(part))].compactMap(\.self)
    }
  }

  /// Each of the points, what lies next to them and between them, whole and not; and the small numbers.
  static func values(about points: [Number]) -> [Value] {
    let points = Set(points).sorted { $0 < $1 }
    var numbers = (0...60).map { Number($0) }
    for (index, point) in points.enumerated() {
      numbers += [point, point.subtracting(Number(1)), point.adding(Number(1)), point.negated].compactMap(
        \.self)
      guard index + 1 < points.count, let sum = point.adding(points[index + 1]) else { continue }
      if let middle = sum.divided(by: Number(2)) { numbers.append(middle) }
    }
    return Set(numbers).sorted { $0 < $1 }.map { .number($0) }
  }
}
