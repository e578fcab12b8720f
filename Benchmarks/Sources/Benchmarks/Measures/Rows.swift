import FlowDSL

/// The lines of the table, measure by measure.
struct Rows {
  let peers: Peers?

  /// Danger decisions of the reference work.
  func danger(_ program: Program) throws -> [Row] {
    let peer = peers?.figures("decision_zen.py")
    let zen = (peer?["decisions_per_s"] as? Double).map { ("zen-engine", Row.Figure.rate($0)) }
    let floor = (peer?["python_floor_per_s"] as? Double).map { ("Python by hand", Row.Figure.rate($0)) }
    let expected = peers?.floorDecisions(2000)
    let flow = try FlowDecision.measure(program, expected: expected)
    let figures = try DangerDecision.measure(expected: expected)
    let byFlow = "danger decision by a flow (`assess`, then `decide`)"
    let byTable = "danger decision by FEEL and a DMN table"
    let (ours, byHand) = (Row.Figure.rate(figures.decisions), Row.Figure.rate(figures.byHand))
    return [
      Row(measure: byFlow, ours: .rate(flow.decisions), peer: zen, target: .timesPeer(50)),
      Row(measure: byFlow, ours: .rate(flow.decisions), peer: floor, target: .timesPeer(1)),
      Row(measure: byTable, ours: ours, peer: zen, target: .timesPeer(50)),
      Row(measure: byTable, ours: ours, peer: floor, target: .timesPeer(1)),
      Row(measure: byTable, ours: ours, peer: ("Swift by hand", byHand)),
      Row(
        measure: "decisions that differ from the Python floor, of 4,000",
        ours: .count(figures.wrong + flow.wrong),
        target: .atMost(0)),
      Row(
        measure: "12-row table alone, with outcome", ours: .time(1 / figures.tableOutcomes),
        target: .atMost(1e-6)),
      Row(measure: "12-row table alone, row number only", ours: .time(1 / figures.tableRows)),
    ]
  }

  /// Guards of the peers' script.
  func guards() throws -> [Row] {
    let engines = [
      (key: "zen-engine, compiled", name: "zen-engine compiled", target: Row.Target.timesPeer(10)),
      (key: "CEL (Rust), compiled", name: "CEL compiled", target: nil),
      (key: "pySFeel", name: "pySFeel", target: nil),
      (key: "Python, compiled: the floor", name: "Python compiled", target: nil),
    ]
    let script = peers?.figures("expressions.py")
    let rates = engines.map { engine in
      (script?[engine.key] as? [Any])?.compactMap { $0 as? Double } ?? []
    }
    for (engine, rates) in zip(engines, rates) where rates.count != Guards.guards.count {
      Message.write("no figures of \(engine.name): the rows that compare guards with it are left out")
    }
    return try Guards.measure().enumerated().flatMap { place, figures -> [Row] in
      let measure = "guard `\(figures.guardText)`"
      let ours = Row.Figure.rate(figures.compiled)
      let compared = zip(engines, rates).filter { $1.count == Guards.guards.count }.map { engine, rates in
        // The script asks pySFeel for the first condition alone.
        let note = engine.key == "pySFeel" && place == 1 ? "pySFeel without `not(immediate)`" : nil
        return Row(
          measure: measure, ours: ours, peer: (engine.name, .rate(rates[place])), target: engine.target,
          note: note)
      }
      return compared + [
        Row(
          measure: measure, ours: ours, peer: ("Swift closure over the same values", .rate(figures.closure)),
          target: .timesPeer(0.25)),
        Row(
          measure: measure, ours: ours,
          peer: ("Swift closure over Swift's own types", .rate(figures.nativeClosure))),
      ]
    }
  }

  /// Decimal numbers, ours and others.
  func decimals() -> [Row] {
    let all = Decimals.measure()
    if all.contains(where: { $0.intel == nil }) {
      Message.write("Intel's decimal library (libintelrdfpmath-dev) is not there: its rows are left out")
    }
    let rates = all.flatMap { figures -> [Row] in
      let measure = "decimal numbers: \(figures.operation), \(figures.operands)"
      let ours = Row.Figure.rate(figures.ours)
      let intel = figures.intel.map {
        Row(measure: measure, ours: ours, peer: ("Intel's library", .rate($0)))
      }
      return [Row(measure: measure, ours: ours, peer: ("Foundation.Decimal", .rate(figures.foundation)))]
        + (intel.map { [$0] } ?? [])
    }
    let differing = all.compactMap(\.differing)
    return differing.isEmpty
      ? rates
      : rates + [
        Row(
          measure: "decimal numbers: results that differ from Intel's, of \(differing.count * 1000)",
          ours: .count(differing.reduce(0, +)), target: .atMost(0))
      ]
  }

  /// Exact analysis of tables of 1,000 rules over 10 inputs.
  func analysis() throws -> [Row] {
    try TableAnalysisTime.measure().map { figures in
      Row(
        measure: "exact check of 1,000 rules, 10 inputs: \(figures.name)", ours: .time(figures.analysis),
        target: figures.isTypical ? .atMost(0.1) : nil)
    } + largeTables()
  }

  /// Tables of many rows, made of the texts of their cells: four times the rows are to take little more than four times as
  /// long.
  private func largeTables() throws -> [Row] {
    let few = try TableAnalysisTime.making(rows: 5_000)
    let many = try TableAnalysisTime.making(rows: 20_000)
    return [
      Row(
        measure: "20,000 rows of texts made a table", ours: .time(many), peer: ("5,000 rows", .time(few)),
        target: .atMost(few * 6))
    ]
  }

  /// Walks in memory.
  func walks(_ program: Program) throws -> [Row] {
    let peer = peers?.figures("walk_spiff.py")
    let figures = try Walks.measure(program)
    return [
      Row(
        measure: "walk in memory, \(Int(figures.stepsOfACase.rounded())) steps a case",
        ours: .rate(figures.steps),
        peer: (peer?["steps_per_s_memory"] as? Double).map { ("SpiffWorkflow", .rate($0)) },
        target: .timesPeer(100)),
      Row(
        measure: "walks whose level differs from the reference", ours: .count(figures.wrong),
        target: .atMost(0)),
    ]
  }

  /// Durable walks and replay.
  func journals(_ program: Program, folder: String, cases: Int, tool: String) throws -> [Row] {
    let journals = Journals(program: program, folder: folder)
    let durable = try journals.durable()
    let (path, entries) = try journals.journal(cases: cases)
    let (small, _) = try journals.journal(cases: cases / 100)
    let replay = try Stopwatch.perSecond(entries, rounds: 3) { try journals.replay(path) }
    let few = try Memory.peak(ofReplaying: small, by: tool)
    let many = try Memory.peak(ofReplaying: path, by: tool)
    return [
      Row(
        measure: "walk with each step durable (`synchronous = EXTRA`)", ours: .rate(durable.steps),
        peer: ("single-row commits of SQLite", .rate(durable.commits)), target: .timesPeer(0.8)),
      Row(
        measure: "replay with the chain verified, from the journal, \(entries) entries", ours: .rate(replay),
        target: .atLeast(300_000)),
      Row(
        measure: "peak memory of a replay of \(cases) cases", ours: .memory(many),
        peer: ("\(cases / 100) cases", .memory(few)), target: .atMost(few * 1.25)),
    ]
  }

  /// The tool as a person meets it.
  func tool(_ tool: String, protocols: String, folder: String) throws -> [Row] {
    let figures = try CommandLineTool(tool: tool, protocols: protocols, folder: folder).measure()
    return [
      Row(
        measure: "`flowrun run reception` until the first question stands on the screen",
        ours: .time(figures.firstQuestion), target: .atMost(0.05)),
      Row(
        measure: "the same, processor time alone", ours: .time(figures.processorTime), target: .atMost(0.05)),
      Row(
        measure: "resident memory of `flowrun run` then", ours: .memory(figures.memory), target: .atMost(40e6)
      ),
      Row(measure: "`flowrun check protocols`", ours: .time(figures.check), target: .atMost(0.5)),
    ]
  }
}
