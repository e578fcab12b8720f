import DMN
import FEEL

/// What stands in the box of a step that weighs or decides.
extension PictureBuilder {
  /// Tables of at most so many rows are shown row by row. Source: choice.
  private static let mostRows = 6

  /// Lines below the details: of a grid how many factors and the levels, of a table its rows or what it looks at and sets, of
  /// a step that runs a flow under a title of its own that flow.
  func content(of step: Step) -> [String] {
    switch step.kind {
    case .assess(let assessment): return grid(assessment)
    case .decide(let decision): return self.decision(decision)
    case .run, .each:
      guard let called = step.kind.calledFlow, step.notes.title != nil else { return [] }
      return [words("runs", ["flow": program.flows[called].title(language)])]
    default: return []
    }
  }

  private func grid(_ assessment: Assessment) -> [String] {
    var counts = [words.count(assessment.risk.count, "risk-count")]
    if !assessment.safety.isEmpty { counts.append(words.count(assessment.safety.count, "safety-count")) }
    counts.append(words(assessment.unknownCounts ? "unknown-as-risk" : "unknown-as-absent"))
    return [counts.joined(separator: ", ")]
      + parts.levels(assessment).map { row in
        row.when.map { words("level-if", ["level": row.level, "condition": $0]) }
          ?? words("level-else", ["level": row.level])
      }
  }

  private func decision(_ decision: Decision) -> [String] {
    let sets = words("sets", ["outputs": parts.facts(decision.outputs)])
    guard case .table(let table) = decision.logic else { return [sets] }
    let inputs = parts.inputs(table)
    let looks = words("looks-at", ["inputs": inputs.joined(separator: ", ")])
    guard table.rules.count <= Self.mostRows else {
      return [words.count(table.rules.count, "row-count"), looks, sets]
    }
    let any = words("any")
    return [sets]
      + parts.rows(table, outputs: decision.outputs).map { row in
        let tests = zip(inputs, row.tests).filter { $1 != any }
          .map { "\($0)\(words("colon")) \($1)" }.joined(separator: ", ")
        return (tests.isEmpty ? words("row-anyway") : tests) + " → " + row.results.joined(separator: ", ")
      }
  }
}
