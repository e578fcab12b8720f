import FEEL

/// What the rules give, computed ahead where it does not depend on the slots.
struct Results: Sendable {
  /// For each rule its outcome when it alone decides; nil where an output must be evaluated.
  private let ready: [Outcome?]
  /// For each rule its priority for each output (0 is the highest); nil where an output must be evaluated.
  private let priorities: [[Int]?]

  init(rules: [DecisionTable.Rule], outputs: [DecisionTable.Output], hitPolicy: HitPolicy) {
    let constants = rules.map { rule in
      rule.outputs.reduce(into: [Value]?([])) { values, output in
        guard let value = output.constant else { return values = nil }
        values?.append(value)
      }
    }
    ready = constants.enumerated().map { place, values in
      values.map { Outcome(outputs: $0, rules: [place + 1]) }
    }
    let places = outputs.map { output in
      Dictionary(output.values.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    priorities = constants.map { values in
      values.map { values in
        zip(values, zip(outputs, places)).map { value, output in
          output.0.values.isEmpty ? 0 : output.1[value] ?? output.0.values.count
        }
      }
    }
  }

  /// The outcome of a rule that alone decides.
  @inline(__always)
  func outcome(of rule: Int, _ table: DecisionTable, _ slots: UnsafeBufferPointer<Value>) -> Outcome {
    if let outcome = ready[rule] { return outcome }
    return Outcome(outputs: values(of: rule, table, slots), rules: [rule + 1])
  }

  /// The outputs of a rule.
  func values(of rule: Int, _ table: DecisionTable, _ slots: UnsafeBufferPointer<Value>) -> [Value] {
    ready[rule]?.outputs ?? table.rules[rule].outputs.map { $0.evaluate(slots) }
  }

  /// The outputs of a rule where they do not depend on the slots.
  func constants(of rule: Int) -> [Value]? { ready[rule]?.outputs }

  /// A rule's priority where it does not depend on the slots.
  func constantPriority(of rule: Int) -> [Int]? { priorities[rule] }

  /// The priority of outputs, from the left; smaller comes first: the places of values in the lists of output values. A
  /// value that is not listed comes after those that are, and an output without a list does not count.
  static func priority(of values: [Value], _ outputs: [DecisionTable.Output]) -> [Int] {
    zip(values, outputs).map { value, output in
      output.values.isEmpty ? 0 : output.values.firstIndex(of: value) ?? output.values.count
    }
  }
}
