/// Writes what replays show as each comes, so that memory does not grow with the number of cases.
final class VerdictWriter {
  private let desk: Desk
  private let report: VerdictReport
  private let format: OutputFormat
  private var count = 0
  /// Whether every case so far was reproduced, as far as it can be read.
  private(set) var allGood = true

  init(desk: Desk, format: OutputFormat) {
    self.desk = desk
    self.format = format
    report = VerdictReport(words: desk.words)
  }

  /// Before the first case.
  func begin() { if format == .json { Output.write("[") } }

  /// The next case.
  func write(_ replayed: Replayed) {
    count += 1
    if !replayed.isGood { allGood = false }
    switch format {
    case .text: desk.write(report.lines(replayed))
    case .json: Output.write((count == 1 ? "\n  " : ",\n  ") + report.json(replayed).element())
    }
  }

  /// After the last case.
  func end() { if format == .json { Output.write(count == 0 ? "]\n" : "\n]\n") } }
}
