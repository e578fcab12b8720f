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
    default:
      return outcome(
        of: matches(slots), rows: { results.values(of: $0, self, slots) }, unmatched: { unmatched(slots) })
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
    return outcome(
      of: matches(slots), rows: { results.values(of: $0, self, slots) }, unmatched: { unmatched(slots) })
  }

  private func unmatched(_ slots: UnsafeBufferPointer<Value>) -> Outcome {
    Outcome(
      outputs: outputs.map { $0.defaultEntry?.evaluate(slots) ?? .null },
      warnings: hasDefault ? [] : [.noRuleMatched])
  }
}
