import FEEL

/// Whether guards without `else`, and rows of levels without `-`, cover every case.
extension Elaboration {
  /// The analysis with no more effort than is left for the flow, which is counted as spent.
  mutating func budgeted(_ analysis: CaseAnalysis) -> CaseAnalysis {
    var analysis = analysis
    analysis.limit = min(analysis.limit, effort)
    effort -= analysis.effort
    return analysis
  }

  /// Guards tried in order with nothing left over.
  mutating func checkRouteCovers(_ guards: [CompiledExpression], _ known: Knowledge, at place: Place) {
    switch budgeted(CaseAnalysis(variables: variables(known), conditions: guards)).uncovered() {
    case .none: break
    case .some(let values): report(.routeGap, at: place, ["case": values.told])
    case .open(let names): report(.routeOpen, at: place, ["names": names.joined(separator: ", ")])
    }
  }

  /// Rows of levels of which the last is not `-`.
  mutating func checkLevelsCover(
    _ rows: [CompiledExpression], of syntax: AssessSyntax, _ known: Knowledge, _ sums: FactorSums
  ) {
    let before = variables(known)
    let variables = before + sums.variables
    var analysis = CaseAnalysis(variables: variables, conditions: rows)
    for (place, values) in sums.values.enumerated() { analysis.known[before.count + place] = values }
    switch budgeted(analysis).uncovered() {
    case .none: break
    case .some(let values): report(.levelGap, at: syntax.levelPlace, ["case": values.told])
    case .open(let names): report(.levelOpen, at: syntax.levelPlace, ["names": names.joined(separator: ", ")])
    }
  }
}

extension [(variable: Variable, value: Value)] {
  /// The values as words: `danger: "medium"; minors: null`.
  var told: String {
    isEmpty ? "-" : map { "\($0.variable.name): \($0.value.description)" }.joined(separator: "; ")
  }
}

/// What score, risks, safeties and flags can come to.
struct FactorSums {
  let variables: [Variable]
  /// For each variable, all values it can take; more than all for the score where there are very many.
  let values: [[Value]?]

  /// The highest score.
  let most: String

  /// The lowest and the highest sum of some weights.
  private static func bounds(_ weights: [Number]) -> (least: Number, greatest: Number) {
    weights.reduce((.zero, .zero)) { bounds, weight in
      let isBelow = weight < .zero
      return (
        isBelow ? bounds.0.adding(weight) ?? bounds.0 : bounds.0,
        isBelow ? bounds.1 : bounds.1.adding(weight) ?? bounds.1
      )
    }
  }

  /// All halves from one number to another: more than a score of whole weights can be; `nil` where they are too many.
  private static func steps(_ least: Number, _ greatest: Number) -> [Value]? {
    guard let half = Number("0.5") else { return nil }
    var values: [Value] = []
    var next = least
    while next <= greatest, values.count <= limit {
      values.append(.number(next))
      guard let following = next.adding(half) else { return nil }
      next = following
    }
    return values.count > limit ? nil : values
  }

  /// Sums that are kept apart at most.
  private static let limit = 4_000

  init(_ syntax: AssessSyntax, flags: [String]) {
    variables = Assessment.extraVariables(flags: flags)
    let factors = syntax.risk + syntax.safety
    var sums: Set<Number>? = [.zero]
    for factor in factors {
      guard let weight = Number(factor.weight.value), let before = sums else { continue }
      sums = before.union(before.compactMap { $0.adding(weight) })
      if (sums?.count ?? 0) > Self.limit { sums = nil }
    }
    let weights = factors.compactMap { Number($0.weight.value) }
    let (least, greatest) = Self.bounds(weights)
    most = greatest.description
    let score = sums.map { $0.sorted { $0 < $1 }.map { Value.number($0) } } ?? Self.steps(least, greatest)
    let counts = flags.map { flag in factors.count { $0.flag?.value == flag } }
    values = [score, Self.upTo(syntax.risk.count), Self.upTo(syntax.safety.count)] + counts.map(Self.upTo)
  }

  private static func upTo(_ count: Int) -> [Value] { (0...count).map { .number(Number($0)) } }
}
