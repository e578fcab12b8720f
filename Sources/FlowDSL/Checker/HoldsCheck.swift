import FEEL

/// Conditions that can never hold, and limits that nothing keeps.
extension Elaboration {
  /// A warning where a condition holds for no values that its facts can take, or for all; whether the former was said. One that
  /// is undecided besides could not be walked: then it is an error.
  mutating func checkHolds(
    _ compiled: CompiledExpression, at place: Place, _ scope: Scope, isUndecided: Bool
  ) -> Bool {
    guard surroundings.isThorough else { return false }
    let terms = ComparedTerms(compiled, in: scope)
    var analysis = CaseAnalysis(
      variables: terms?.variables ?? scope.variables, conditions: [terms?.condition ?? compiled])
    analysis.limit = 5_000
    analysis.allowed = allowed
    if case .none = analysis.holding() {
      diagnostics.append(
        Diagnostic(
          .neverHolds, at: place, ["condition": compiled.text], severity: isUndecided ? .error : nil))
      return true
    }
    if !isUndecided, case .none = analysis.uncovered() {
      report(.alwaysHolds, at: place, ["condition": compiled.text])
    }
    return false
  }

  /// Whether conditions hold together in no case, although each of them does alone.
  func areApart(_ first: CompiledExpression, _ second: CompiledExpression, _ variables: [Variable]) -> Bool {
    func isNever(_ conditions: [CompiledExpression]) -> Bool {
      var analysis = CaseAnalysis(variables: variables, conditions: conditions)
      analysis.limit = 5_000
      analysis.allowed = allowed
      if case .none = analysis.holding() { return true }
      return false
    }
    return isNever([first, second]) && !isNever([first]) && !isNever([second])
  }

  /// Routes that no walk takes, since those above hold whenever they do.
  mutating func checkRoutesTaken(
    _ routes: [(written: GuardSyntax, when: CompiledExpression)], _ known: Knowledge
  ) {
    guard surroundings.isThorough else { return }
    for (place, route) in routes.enumerated().dropFirst() {
      var analysis = CaseAnalysis(
        variables: variables(known), conditions: routes[...place].map(\.when))
      analysis.limit = 20_000
      analysis.allowed = allowed
      guard case .none = analysis.holdingLast() else { continue }
      analysis = CaseAnalysis(variables: variables(known), conditions: [route.when])
      // One that holds in no case at all has been said.
      guard case .some = analysis.holding() else { continue }
      report(
        .routeNeverTaken, at: route.written.when.place,
        ["condition": route.when.text, "to": route.written.go.value],
        related: [.init(.other, at: routes[place - 1].written.when.place)])
    }
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
    if surroundings.isThorough, case .oneOf(let written) = tests.syntax.kind, written.count > 1,
      fact.type == .number, candidates.allSatisfy({ tests.evaluate($0) == true })
    {
      let ends = written.compactMap(\.asEnd)
      let low = ends.first { $0.isLow }
      let high = ends.first { !$0.isLow }
      report(
        .alwaysHolds, at: syntax.place,
        [
          "condition": syntax.text,
          "instead": low.flatMap { low in high.map { syntax.written(low.text + ".." + $0.text) } } ?? "",
        ])
    }
    if candidates.contains(where: { tests.evaluate($0) == true }) { return }
    report(.nothingAllowed, at: syntax.place, ["name": fact.syntax.name.value, "found": syntax.text])
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

extension Expression {
  /// The end of a span that a test sets: `>= 0` is `[0`, `< 5` is `5)`.
  fileprivate var asEnd: (isLow: Bool, text: String)? {
    guard case .comparison(let comparison, let end) = kind else { return nil }
    return switch comparison {
    case .greaterOrEqual: (true, "[" + end.description)
    case .greater: (true, "(" + end.description)
    case .lessOrEqual: (false, end.description + "]")
    case .less: (false, end.description + ")")
    default: nil
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
