/// The lines of the table, measure by measure.
struct Rows {
  let peers: Peers?

  /// Danger decisions of the reference work.
  func danger() throws -> [Row] {
    let peer = peers?.figures("decision_zen.py")
    let zen = peer?["decisions_per_s"] as? Double
    let floor = peer?["python_floor_per_s"] as? Double
    let figures = try DangerDecision.measure(expected: peers?.floorDecisions(2000))
    let ours = Row.Figure.rate(figures.decisions)
    return [
      Row(
        measure: "danger decision, FEEL and DMN", ours: ours, peer: zen.map { ("zen-engine", .rate($0)) },
        target: .timesPeer(50)),
      Row(
        measure: "danger decision, FEEL and DMN", ours: ours,
        peer: floor.map { ("Python by hand", .rate($0)) }, target: .timesPeer(1)),
      Row(
        measure: "danger decision, FEEL and DMN", ours: ours,
        peer: ("Swift by hand", .rate(figures.byHand))),
      Row(
        measure: "decisions that differ from the Python floor", ours: .count(figures.wrong),
        target: .atMost(0)),
      Row(
        measure: "12-row table alone, with outcome", ours: .time(1 / figures.tableOutcomes),
        target: .atMost(1e-6)),
      Row(measure: "12-row table alone, row number only", ours: .time(1 / figures.tableRows)),
    ]
  }

  /// Guards of the peers' script.
  func guards() throws -> [Row] {
    let peer = peers?.figures("expressions.py")
    func rates(_ name: String) -> [Double]? { (peer?[name] as? [Any])?.compactMap { $0 as? Double } }
    return try Guards.measure().enumerated().flatMap { place, figures -> [Row] in
      let ours = Row.Figure.rate(figures.compiled)
      let measure = "guard `\(figures.guardText)`"
      return [
        Row(
          measure: measure, ours: ours,
          peer: rates("zen-engine, compiled").map { ("zen-engine compiled", .rate($0[place])) },
          target: .timesPeer(10)),
        Row(
          measure: measure, ours: ours,
          peer: rates("CEL (Rust), compiled").map { ("CEL compiled", .rate($0[place])) }),
        Row(
          measure: measure, ours: ours,
          peer: rates("Python, compiled: the floor").map { ("Python compiled", .rate($0[place])) }),
        Row(
          measure: measure, ours: ours, peer: ("Swift closure", .rate(figures.closure)),
          target: .timesPeer(0.25)),
      ]
    }
  }

  /// Exact analysis of tables of 1,000 rules over 10 inputs.
  func analysis() throws -> [Row] {
    try TableAnalysisTime.measure().map { figures in
      Row(
        measure: "exact check of 1,000 rules, 10 inputs: \(figures.name)", ours: .time(figures.analysis),
        target: figures.isTypical ? .atMost(0.1) : nil)
    }
  }
}
