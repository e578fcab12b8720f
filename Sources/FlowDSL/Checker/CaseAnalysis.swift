import FEEL

/// Tries conditions for all combinations of the values of their facts that they can tell apart.
///
/// Exact: it finds a combination if and only if there is one, facts being taken to vary independently of one another.
struct CaseAnalysis {
  /// Combinations tried at most; more are not proved.
  static let limit = 200_000

  /// What came of it.
  enum Outcome {
    /// No combination meets the demand.
    case none
    /// A combination that does: a value for each fact that the conditions use.
    case some([(variable: Variable, value: Value)])
    /// A fact is used in a way that has no end of cases, or there are too many combinations.
    case open(because: [String])
  }

  let variables: [Variable]
  let conditions: [CompiledExpression]
  /// For a variable whose possible values are known better than by its type.
  var known: [Int: [Value]] = [:]

  /// A combination in which no condition is true.
  func uncovered() -> Outcome {
    search { slots in !conditions.contains { $0.evaluate(slots) == .boolean(true) } }
  }

  /// A combination in which some condition is neither true nor false.
  func undecided() -> Outcome {
    search { slots in
      conditions.contains { condition in
        if case .boolean = condition.evaluate(slots) { false } else { true }
      }
    }
  }

  private func search(_ isWanted: (UnsafeBufferPointer<Value>) -> Bool) -> Outcome {
    let used = conditions.reduce(into: Set<Int>()) { $0.formUnion($1.slots) }.sorted()
    let uses = FactUse.uses(
      of: Set(used.map { variables[$0].name }), in: conditions.map(\.syntax))
    var domains: [[Value]] = []
    var open: [String] = []
    var combinations = 1
    for slot in used {
      let variable = variables[slot]
      guard
        let domain = CaseDomain(of: variable, use: uses[variable.name] ?? FactUse(), known: known[slot])
      else {
        open.append(variable.name)
        continue
      }
      domains.append(domain.values)
      combinations = min(Self.limit + 1, combinations * max(1, domain.values.count))
    }
    if !open.isEmpty { return .open(because: open) }
    if combinations > Self.limit { return .open(because: used.map { variables[$0].name }) }
    var slots = [Value](repeating: .null, count: variables.count)
    for number in 0..<combinations {
      var rest = number
      for (place, slot) in used.enumerated().reversed() {
        slots[slot] = domains[place][rest % domains[place].count]
        rest /= domains[place].count
      }
      if slots.withUnsafeBufferPointer(isWanted) {
        return .some(used.map { (variables[$0], slots[$0]) })
      }
    }
    return .none
  }
}
