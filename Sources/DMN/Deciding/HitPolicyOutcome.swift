import FEEL

/// What each hit policy takes from the rules that match (DMN 1.5, 8.2.10), however these are found and evaluated.
extension DecisionTable {
  /// The outcome of matching rules.
  ///
  /// - Parameters:
  ///   - matches: the rules that match, from 0, in the order of the table.
  ///   - rows: the outputs of a rule.
  ///   - unmatched: what the table gives when no rule matches.
  func outcome(of matches: [Int], rows: (Int) -> [Value], unmatched: () -> Outcome) -> Outcome {
    switch hitPolicy {
    case .first:
      guard let rule = matches.first else { return unmatched() }
      return Outcome(outputs: rows(rule), rules: [rule + 1])
    case .unique:
      guard let rule = matches.first else { return unmatched() }
      if matches.count == 1 { return Outcome(outputs: rows(rule), rules: [rule + 1]) }
      let rules = matches.map { $0 + 1 }
      return Outcome(outputs: nothing, rules: rules, warnings: [.severalRulesMatched(rules)])
    case .any:
      guard let first = matches.first else { return unmatched() }
      let outputs = rows(first)
      let rules = matches.map { $0 + 1 }
      guard matches.dropFirst().allSatisfy({ rows($0) == outputs }) else {
        return Outcome(outputs: nothing, rules: rules, warnings: [.outputsDiffer(rules)])
      }
      return Outcome(outputs: outputs, rules: rules)
    case .priority:
      guard let (rule, outputs) = byPriority(matches, rows).first else { return unmatched() }
      return Outcome(outputs: outputs, rules: [rule + 1])
    case .ruleOrder, .collect(nil): return list(matches.map { ($0, rows($0)) }, unmatched)
    case .outputOrder: return list(byPriority(matches, rows), unmatched)
    case .collect(let aggregation?):
      if matches.isEmpty, hasDefault || aggregation != .count { return unmatched() }
      let (value, refused) = aggregation.value(of: matches.map { rows($0)[0] })
      return Outcome(
        outputs: [value], rules: matches.map { $0 + 1 },
        warnings: refused.map { [.notAggregated(aggregation, $0)] } ?? [])
    }
  }

  /// Rules with their outputs by priority, those of equal priority in the order of the table.
  private func byPriority(_ matches: [Int], _ rows: (Int) -> [Value]) -> [(rule: Int, outputs: [Value])] {
    matches.map { rule in
      let outputs = rows(rule)
      return (rule: rule, outputs: outputs, priority: Results.priority(of: outputs, self.outputs))
    }
    .sorted { left, right in
      left.priority == right.priority
        ? left.rule < right.rule : left.priority.lexicographicallyPrecedes(right.priority)
    }
    .map { (rule: $0.rule, outputs: $0.outputs) }
  }

  private func list(_ rows: [(rule: Int, outputs: [Value])], _ unmatched: () -> Outcome) -> Outcome {
    if rows.isEmpty, hasDefault { return unmatched() }
    return Outcome(
      outputs: outputs.indices.map { place in .list(rows.map { $0.outputs[place] }) },
      rules: rows.map { $0.rule + 1 })
  }

  private var nothing: [Value] { [Value](repeating: .null, count: outputs.count) }

  /// Whether an output has a default entry.
  var hasDefault: Bool { outputs.contains { $0.defaultEntry != nil } }
}
