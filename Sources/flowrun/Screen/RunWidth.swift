import FlowDSL

extension DisplayWidth {
  /// Columns of all runs.
  static func columns(of runs: [Run]) -> Int { runs.reduce(0) { $0 + columns(of: $1.text) } }
}
