/// The outcomes of a kit, counted.
public struct ConformanceReport: Sendable {
  /// The outcomes in the order of the kit.
  public let outcomes: [ConformanceOutcome]

  /// A report of these outcomes.
  public init(_ outcomes: [ConformanceOutcome]) {
    self.outcomes = outcomes
  }

  /// How many cases went so, in the folders whose names begin with `prefix`.
  public func count(_ status: ConformanceOutcome.Status, in prefix: String = "") -> Int {
    outcomes.count { $0.status == status && $0.folder.hasPrefix(prefix) }
  }

  /// A line for each folder and for each level: cases, passed, failed, not applicable.
  public var table: String {
    var lines = [ConformanceReport.line("", "cases", "passed", "failed", "n/a")]
    var folders: [String] = []
    for outcome in outcomes where folders.last != outcome.folder { folders.append(outcome.folder) }
    for folder in folders { lines.append(line(folder) { $0.folder == folder }) }
    var levels: [String] = []
    for folder in folders {
      let level = String(folder.prefix { $0 != "/" })
      if !levels.contains(level) { levels.append(level) }
    }
    for level in levels { lines.append(line(level) { $0.folder.hasPrefix(level + "/") }) }
    lines.append(line("all") { _ in true })
    return lines.joined(separator: "\n") + "\n"
  }

  /// The kit's `tck_results.csv`: folder, test file, case, status, detail.
  public var csv: String {
    outcomes.map { outcome in
      [outcome.folder, outcome.testFile, outcome.id, outcome.status.rawValue, outcome.detail]
        .map { "\"" + $0.map { $0 == "\"" ? "\"\"" : $0 == "\n" ? " " : String($0) }.joined() + "\"" }
        .joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }

  private func line(_ name: String, _ belongs: (ConformanceOutcome) -> Bool) -> String {
    let own = outcomes.filter(belongs)
    func count(_ status: ConformanceOutcome.Status) -> String { String(own.count { $0.status == status }) }
    return ConformanceReport.line(
      name, String(own.count), count(.success), count(.error), count(.ignored))
  }

  private static func line(_ name: String, _ counts: String...) -> String {
    name + String(repeating: " ", count: max(1, 60 - name.count))
      + counts.map { String(repeating: " ", count: max(0, 7 - $0.count)) + $0 }.joined()
  }
}
