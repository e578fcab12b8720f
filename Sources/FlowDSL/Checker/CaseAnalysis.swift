import FEEL

/// Tries conditions for all combinations of the values of their facts that they can tell apart.
///
/// Exact: it finds a combination if and only if there is one, facts being taken to vary independently of one another.
struct CaseAnalysis {
  /// Evaluations of conditions at most for one question; what takes more is left open.
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
  /// Evaluations allowed here.
  var limit = Self.limit
  /// For a variable whose possible values are known better than by its type.
  var known: [Int: [Value]] = [:]
  /// What values of a variable are limited to.
  var allowed: [Int: CompiledUnaryTests] = [:]

  /// Evaluations that trying all combinations takes; as many as allowed where it takes more.
  var effort: Int { min(limit, cases().map { $0.count * conditions.count } ?? 0) }

  /// A combination in which no condition is true.
  func uncovered() -> Outcome {
    search { slots in !conditions.contains { $0.evaluate(slots) == .boolean(true) } }
  }

  /// A combination in which all conditions are true.
  func holding() -> Outcome {
    search { slots in conditions.allSatisfy { $0.evaluate(slots) == .boolean(true) } }
  }

  /// A combination in which the last condition is true and none before it.
  func holdingLast() -> Outcome {
    search { slots in
      conditions.last?.evaluate(slots) == .boolean(true)
        && !conditions.dropLast().contains { $0.evaluate(slots) == .boolean(true) }
    }
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
    let used = usedSlots
    guard let (domains, count) = cases() else { return .open(because: openNames) }
    guard count * conditions.count <= limit else { return .open(because: used.map { variables[$0].name }) }
    var slots = [Value](repeating: .null, count: variables.count)
    for number in 0..<count {
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

  private var usedSlots: [Int] {
    conditions.reduce(into: Set<Int>()) { $0.formUnion($1.slots) }.sorted()
  }

  /// The values of each fact used, in the order of the slots; `nil` for one that has no end of cases.
  private var domains: [[Value]?] {
    let used = usedSlots
    let uses = FactUse.uses(of: Set(used.map { variables[$0].name }), in: conditions.map(\.syntax))
    return used.map { slot in
      let variable = variables[slot]
      let use = uses[variable.name] ?? FactUse()
      guard let values = CaseDomain(of: variable, use: use, known: known[slot])?.values else { return nil }
      return limited(values, of: variable, in: slot, use)
    }
  }

  /// The values that are allowed; all of them where that cannot be told of each.
  private func limited(_ values: [Value], of variable: Variable, in slot: Int, _ use: FactUse) -> [Value] {
    guard let tests = allowed[slot], tests.slots.isEmpty else { return values }
    var candidates = values.filter { $0 != .null }
    if variable.type == .number {
      let constants = (use.constants ?? []).compactMap {
        if case .number(let number) = $0 { number } else { nil }
      }
      candidates += NumberCandidates.values(about: constants + NumberCandidates.numbers(in: tests.text))
    }
    let left = candidates.filter { tests.evaluate($0) != false }
    return left.isEmpty ? values : left + (variable.mayBeNull ? [.null] : [])
  }

  private var openNames: [String] {
    zip(usedSlots, domains).filter { $1 == nil }.map { variables[$0.0].name }
  }

  /// The values of each fact used and the number of combinations, cut off beyond the limit; `nil` where there is no end.
  private func cases() -> (domains: [[Value]], count: Int)? {
    var finite: [[Value]] = []
    var count = 1
    for domain in domains {
      guard let domain else { return nil }
      finite.append(domain)
      count = min(limit + 1, count * max(1, domain.count))
    }
    return (finite, count)
  }
}
