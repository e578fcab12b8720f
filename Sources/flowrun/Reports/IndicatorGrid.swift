import FlowDSL
import FlowIndicators

/// A table of figures as lines of equal columns: months down, places across, margins last.
///
/// Spaces are no-break ones, so that a line is never wrapped; places that do not fit beside one another follow below.
struct IndicatorGrid {
  /// Columns of a page.
  private static let width = 78

  let words: Wording
  private let rows: [String]
  private let columns: [String]
  private let figure: (TablePosition) -> String
  private let share: (TablePosition) -> String?
  /// Whether every figure is hidden, save those of no case.
  let isHidden: Bool

  /// The table of a count.
  init(_ figures: Publication.Figures, words: Wording) {
    self.words = words
    switch figures {
    case .events(let table):
      (rows, columns) = (table.columns, table.rows)
      isHidden = table.isHidden { $0.cases > 0 }
      figure = { table[$0].map { "\($0.events)/\($0.cases)" } ?? "·" }
      share = { table[$0].flatMap { $0.cases == 0 ? nil : words.percent($0.events, of: $0.cases) } }
    case .cases(let table):
      (rows, columns) = (table.columns, table.rows)
      isHidden = table.isHidden { $0 > 0 }
      figure = { table[$0].map { String($0) } ?? "·" }
      share = { _ in nil }
    }
  }

  /// The lines, without indent.
  var lines: [String] {
    let label = [words(.countsTotal), words(.countsShare)] + rows
    let first = label.map { DisplayWidth.columns(of: $0) }.max() ?? 0
    var lines: [String] = []
    for group in groups(beside: first) {
      if !lines.isEmpty { lines.append("") }
      lines.append(line("", group.map(\.name), group, first))
      for (index, row) in rows.enumerated() {
        lines.append(line(row, group.map { figure($0.cell(index)) }, group, first))
      }
      lines.append(line(words(.countsTotal), group.map { figure($0.total) }, group, first))
      let shares = group.map { share($0.total) ?? "" }
      if shares.contains(where: { !$0.isEmpty }) {
        lines.append(line(words(.countsShare), shares, group, first))
      }
    }
    return lines
  }

  /// A place, or all of them.
  private struct Column {
    let name: String
    let width: Int
    /// The figure of a month.
    let cell: (Int) -> TablePosition
    let total: TablePosition
  }

  /// The columns; of a single place, its own is the total.
  private var all: [Column] {
    let places = columns.enumerated().map { index, name in
      column(name, cell: { .cell(row: index, column: $0) }, total: .rowTotal(index))
    }
    guard columns.count > 1 else { return places }
    return places + [column(words(.countsTotal), cell: { .columnTotal($0) }, total: .total)]
  }

  private func column(_ name: String, cell: @escaping (Int) -> TablePosition, total: TablePosition) -> Column
  {
    let name = name.withoutControls
    let shown = rows.indices.map { figure(cell($0)) } + [figure(total), share(total) ?? "", name]
    return Column(
      name: name, width: shown.map { DisplayWidth.columns(of: $0) }.max() ?? 0, cell: cell, total: total)
  }

  private func groups(beside first: Int) -> [[Column]] {
    var groups: [[Column]] = []
    var used = 0
    for column in all {
      if groups.isEmpty || used + 2 + column.width > Self.width {
        groups.append([])
        used = first
      }
      groups[groups.count - 1].append(column)
      used += 2 + column.width
    }
    return groups
  }

  private func line(_ label: String, _ cells: [String], _ group: [Column], _ first: Int) -> String {
    var line = label + Self.spaces(first - DisplayWidth.columns(of: label))
    for (cell, column) in zip(cells, group) {
      line += Self.spaces(2 + column.width - DisplayWidth.columns(of: cell)) + cell
    }
    return String(line.map { $0 == " " ? "\u{A0}" : $0 })
  }

  private static func spaces(_ count: Int) -> String { String(repeating: "\u{A0}", count: max(0, count)) }
}

extension PublishedTable {
  /// Whether something is hidden, and nothing shown that counts.
  fileprivate func isHidden(_ counts: (Figure) -> Bool) -> Bool {
    positions.contains { self[$0] == nil } && !positions.contains { self[$0].map(counts) ?? false }
  }
}
