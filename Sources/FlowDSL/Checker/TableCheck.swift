import DMN
import FEEL

/// Whether a decision table covers every case, and no case twice where only one row may match.
extension Elaboration {
  /// Reports gaps, overlaps and rows that never decide; gives whether every case is covered.
  mutating func checkTable(_ table: DecisionTable, _ syntax: TableSyntax) -> Bool {
    let analysis = table.analysis()
    let names = syntax.on.map(\.text)
    for overlap in analysis.overlaps {
      report(
        overlap.isCertain ? .tableOverlap : .tableMayOverlap, at: syntax.rules[overlap.second - 1].place,
        [
          "first": String(overlap.first), "second": String(overlap.second),
          "case": overlap.combination.told(of: names), "hit": table.hitPolicy.description,
        ],
        related: [.init(.first, at: syntax.rules[overlap.first - 1].place)])
    }
    for row in analysis.unreachable {
      report(
        row.masks.isEmpty ? .rowNeverHolds : .rowNeverReached, at: syntax.rules[row.rule - 1].place,
        ["row": String(row.rule), "masks": row.masks.map(String.init).joined(separator: ", ")],
        related: row.masks.prefix(3).map { .init(.other, at: syntax.rules[$0 - 1].place) })
    }
    switch analysis.coverage {
    case .complete: return true
    case .gaps(let gaps):
      if table.hitPolicy.isSingleHit {
        for gap in gaps {
          report(
            .tableGap, at: syntax.place,
            ["case": gap.told(of: names), "row": gap.row, "hit": table.hitPolicy.description])
        }
      }
      return false
    case .open(let gaps):
      if table.hitPolicy.isSingleHit, let gap = gaps.first {
        report(.tableOpen, at: syntax.place, ["case": gap.told(of: names), "row": gap.row])
      }
      return false
    case .tooLarge:
      if table.hitPolicy.isSingleHit { report(.tableTooLarge, at: syntax.place) }
      return false
    }
  }
}

extension Combination {
  /// The inputs that matter with what they take: `danger: "medium", immediate: null`.
  fileprivate func told(of names: [String]) -> String {
    let parts = zip(names, inputs).filter { !$1.isEverything }.map { "\($0): \($1.description)" }
    return parts.isEmpty ? "-" : parts.joined(separator: "; ")
  }

  /// The cells as the trainer would write them in YAML.
  fileprivate var row: String {
    let cells = cells.map { $0 == "-" || $0 == "null" || $0 == "true" || $0 == "false" ? $0 : "'\($0)'" }
    return cells.joined(separator: ", ")
  }
}
