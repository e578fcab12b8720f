/// The table as Markdown.
enum Markdown {
  static func table(_ rows: [Row]) -> String {
    let head = ["| measure | flowrun | peer | ratio | target | reached |", "|---|--:|---|--:|---|---|"]
    return (head + rows.map(line)).joined(separator: "\n")
  }

  private static func line(_ row: Row) -> String {
    let measure = row.measure + (row.note.map { "; " + $0 } ?? "")
    let peer = row.peer.map { $0.name + ": " + text($0.figure) } ?? ""
    let times = row.ratio.map { ratio($0) } ?? ""
    let wanted = row.target.map { target($0, row.ours.unit) } ?? ""
    let reached = row.isReached.map { $0 ? "yes" : "**no**" } ?? ""
    let cells = [measure, text(row.ours), peer, times, wanted, reached]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  static func text(_ figure: Row.Figure) -> String {
    let value = figure.value
    return switch figure.unit {
    case .perSecond: grouped(value) + "/s"
    case .seconds:
      value < 0.001
        ? rounded(value * 1e6) + " µs" : value < 1 ? rounded(value * 1e3) + " ms" : rounded(value) + " s"
    case .bytes: rounded(value / 1e6) + " MB"
    case .count: grouped(value)
    }
  }

  private static func target(_ target: Row.Target, _ unit: Row.Unit) -> String {
    switch target {
    case .timesPeer(let times): "≥ \(ratio(times))"
    case .atLeast(let least): "≥ \(text(Row.Figure(value: least, unit: unit)))"
    case .atMost(let most): "≤ \(text(Row.Figure(value: most, unit: unit)))"
    }
  }

  private static func ratio(_ value: Double) -> String {
    (value < 10 ? rounded(value) : grouped(value)) + " ×"
  }

  /// Three figures that mean something.
  private static func rounded(_ value: Double) -> String {
    guard value < 100 else { return grouped(value) }
    let scale: Double = value < 10 ? 100 : 10
    let text = String((value * scale).rounded() / scale)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func grouped(_ value: Double) -> String {
    var digits = Array(String(Int(value.rounded())))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
