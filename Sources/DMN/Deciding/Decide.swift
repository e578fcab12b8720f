import FEEL

extension DecisionTable {
  /// Decides: the outputs that the hit policy takes from the matching rules (DMN 1.5, 8.2.10).
  ///
  /// When no rule matches, each output is its default entry, or else null; policies that give all matching rules give an
  /// empty list then, and a count gives 0. `slots` are the values of the variables that the expressions were compiled for.
  public func decide(_ slots: [Value]) -> Outcome {
    slots.withUnsafeBufferPointer { decide($0) }
  }

  /// The same over values that lie elsewhere. Nothing is allocated when one rule with constant outputs decides.
  public func decide(_ slots: UnsafeBufferPointer<Value>) -> Outcome {
    switch hitPolicy {
    case .first:
      guard let rule = firstMatch(slots) else { return unmatched(slots) }
      return results.outcome(of: rule, self, slots)
    case .unique: return decideUnique(slots)
    case .any: return decideAny(slots)
    case .priority:
      let matches = matches(slots)
      guard let rule = byPriority(matches, slots).first else { return unmatched(slots) }
      return results.outcome(of: rule, self, slots)
    case .ruleOrder, .collect(nil): return list(matches(slots), slots)
    case .outputOrder: return list(byPriority(matches(slots), slots), slots)
    case .collect(let aggregation?): return aggregate(aggregation, matches(slots), slots)
    }
  }

  /// The rules that match, counted from 1, whatever the hit policy.
  public func matchingRules(_ slots: [Value]) -> [Int] {
    slots.withUnsafeBufferPointer { matches($0) }.map { $0 + 1 }
  }

  /// The first rule that matches, counted from 1; nil when none does. For `unique`, `any` and `first` tables this is the
  /// rule that decides. Nothing is allocated.
  public func firstMatchingRule(_ slots: UnsafeBufferPointer<Value>) -> Int? {
    firstMatch(slots).map { $0 + 1 }
  }

  private func firstMatch(_ slots: UnsafeBufferPointer<Value>) -> Int? {
    var found: Int?
    index.forEachMatch(self, slots) { rule in
      found = rule
      return false
    }
    return found
  }

  private func matches(_ slots: UnsafeBufferPointer<Value>) -> [Int] {
    var found: [Int] = []
    index.forEachMatch(self, slots) { rule in
      found.append(rule)
      return true
    }
    return found
  }

  private func decideUnique(_ slots: UnsafeBufferPointer<Value>) -> Outcome {
    var first: Int?
    var isAlone = true
    index.forEachMatch(self, slots) { rule in
      isAlone = first == nil
      if isAlone { first = rule }
      return isAlone
    }
    guard let first else { return unmatched(slots) }
    if isAlone { return results.outcome(of: first, self, slots) }
    let rules = matches(slots).map { $0 + 1 }
    return Outcome(outputs: nothing, rules: rules, warnings: [.severalRulesMatched(rules)])
  }

  private func decideAny(_ slots: UnsafeBufferPointer<Value>) -> Outcome {
    let matches = matches(slots)
    guard let first = matches.first else { return unmatched(slots) }
    let outcome = results.outcome(of: first, self, slots)
    let rules = matches.map { $0 + 1 }
    guard matches.dropFirst().allSatisfy({ results.values(of: $0, self, slots) == outcome.outputs }) else {
      return Outcome(outputs: nothing, rules: rules, warnings: [.outputsDiffer(rules)])
    }
    return Outcome(outputs: outcome.outputs, rules: rules)
  }

  /// Rules by priority, those of equal priority in the order of the table.
  private func byPriority(_ matches: [Int], _ slots: UnsafeBufferPointer<Value>) -> [Int] {
    guard matches.count > 1 else { return matches }
    return matches.map { (results.priority(of: $0, self, slots), $0) }
      .sorted { left, right in
        left.0 == right.0 ? left.1 < right.1 : left.0.lexicographicallyPrecedes(right.0)
      }
      .map(\.1)
  }

  private func list(_ matches: [Int], _ slots: UnsafeBufferPointer<Value>) -> Outcome {
    if matches.isEmpty, hasDefault { return unmatched(slots) }
    let rows = matches.map { results.values(of: $0, self, slots) }
    return Outcome(
      outputs: outputs.indices.map { place in .list(rows.map { $0[place] }) }, rules: matches.map { $0 + 1 })
  }

  private func aggregate(
    _ aggregation: HitPolicy.Aggregation, _ matches: [Int], _ slots: UnsafeBufferPointer<Value>
  ) -> Outcome {
    if matches.isEmpty, hasDefault || aggregation != .count { return unmatched(slots) }
    let values = matches.map { results.values(of: $0, self, slots)[0] }
    let (value, refused) = aggregation.value(of: values)
    return Outcome(
      outputs: [value], rules: matches.map { $0 + 1 },
      warnings: refused.map { [.notAggregated(aggregation, $0)] } ?? [])
  }

  private var nothing: [Value] { [Value](repeating: .null, count: outputs.count) }

  private var hasDefault: Bool { outputs.contains { $0.defaultEntry != nil } }

  private func unmatched(_ slots: UnsafeBufferPointer<Value>) -> Outcome {
    Outcome(
      outputs: outputs.map { $0.defaultEntry?.evaluate(slots) ?? .null },
      warnings: hasDefault ? [] : [.noRuleMatched])
  }
}
