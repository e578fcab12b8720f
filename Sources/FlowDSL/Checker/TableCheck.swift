import DMN
import FEEL

/// Whether a decision table covers every case, and no case twice where only one row may match.
extension Elaboration {
  /// Reports gaps, overlaps and rows that never decide; gives whether every case is covered.
  mutating func checkTable(_ table: DecisionTable, _ syntax: TableSyntax) -> Bool {
    let analysis = table.analysis()
    let names = syntax.on.map(\.text)
    for overlap in analysis.overlaps.oneForEachRow {
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
        reportGaps(gaps, table, syntax)
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

extension Elaboration {
  /// The rows that are missing, told once; written as they are told, no two of them match the same.
  private mutating func reportGaps(_ gaps: [Combination], _ table: DecisionTable, _ syntax: TableSyntax) {
    guard let first = gaps.first else { return }
    let outputs = String(repeating: ", …", count: syntax.outputs.count)
    let rows = gaps.disjoint.map { "- [\($0.row)\(outputs)]" }
    report(
      .tableGap, at: syntax.place,
      [
        "case": first.told(of: syntax.on.map(\.text)), "row": first.row, "hit": table.hitPolicy.description,
        "rows": rows.joined(separator: " "),
      ])
  }
}

extension [Combination] {
  /// Those that share nothing with the ones before, so that each can be a row beside the others.
  fileprivate var disjoint: [Combination] {
    reduce(into: []) { taken, gap in
      if taken.allSatisfy({ $0.isApart(from: gap) }) { taken.append(gap) }
    }
  }
}

extension Combination {
  /// Whether in some input the two take different values, as far as that can be told by what is listed.
  fileprivate func isApart(from other: Combination) -> Bool {
    zip(inputs, other.inputs).contains { left, right in
      guard let left = left.listed, let right = right.listed else { return false }
      return left.isDisjoint(with: right)
    }
  }
}

extension ValueSet {
  /// The values and null, where the set is a list of them.
  fileprivate var listed: Set<Value>? {
    if isComplement || isEverything { return nil }
    var values: Set<Value> = []
    for piece in pieces {
      switch piece {
      case .value(let value): values.insert(value)
      case .null: values.insert(.null)
      case .interval: return nil
      }
    }
    return values
  }
}

extension [TableAnalysis.Overlap] {
  /// A row that overlaps several others is told once: the row with the most overlaps first.
  fileprivate var oneForEachRow: [TableAnalysis.Overlap] {
    var rest = self
    var told: [TableAnalysis.Overlap] = []
    while !rest.isEmpty {
      let counts = Dictionary(rest.flatMap { [($0.first, 1), ($0.second, 1)] }, uniquingKeysWith: +)
      guard let (row, _) = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else { break }
      if let overlap = rest.first(where: { $0.first == row || $0.second == row }) { told.append(overlap) }
      rest.removeAll { $0.first == row || $0.second == row }
    }
    return told.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
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
