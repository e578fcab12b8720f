import FEEL

extension DecisionTable {
  /// Decides as ``decide(_:)-([Value])`` does, within the limits of a larger evaluation: its clock is that of the cells,
  /// and it is told why cells are null.
  ///
  /// Each input is evaluated once. Warnings come from inputs, from the tests that have to be run and from the outputs of
  /// the rules that match; what is wrong with rules that play no part is not said.
  public func decide(_ slots: [Value], in evaluation: inout Evaluation) -> Outcome {
    var values: [Value] = []
    for input in inputs { values.append(input.expression.evaluate(slots, in: &evaluation)) }
    let atoms = zip(columns, values).map { $0.domain.index(of: $1) }
    var matches: [Int] = []
    for rule in rules.indices where holds(rule, values, atoms, slots, &evaluation) {
      matches.append(rule)
      if hitPolicy == .first { break }
    }
    func row(_ rule: Int) -> [Value] {
      // A constant that is null is evaluated again, so that it says why.
      if let constants = results.constants(of: rule), !constants.contains(.null) { return constants }
      return rules[rule].outputs.map { $0.evaluate(slots, in: &evaluation) }
    }
    return outcome(
      of: matches, rows: row,
      unmatched: {
        Outcome(
          outputs: outputs.map { $0.defaultEntry?.evaluate(slots, in: &evaluation) ?? .null },
          warnings: hasDefault ? [] : [.noRuleMatched])
      })
  }

  /// Whether all tests of a rule hold: by the atoms of the values where these tell, else by running the test.
  private func holds(
    _ rule: Int, _ values: [Value], _ atoms: [Int?], _ slots: [Value], _ evaluation: inout Evaluation
  ) -> Bool {
    for (place, test) in rules[rule].tests.enumerated() {
      guard let test else { continue }
      if let atom = atoms[place], let cell = columns[place].cells[rule] {
        guard cell.contains(atom) else { return false }
      } else {
        guard test.evaluate(values[place], slots, in: &evaluation) == true else { return false }
      }
    }
    return true
  }
}
