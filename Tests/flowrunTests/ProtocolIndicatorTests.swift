import FlowDSL
import FlowIndicators
import FlowRuntime
import Testing

@testable import flowrun

/// What the protocols' own indicators make of their scenarios: which walk counts for what.
@Suite struct ProtocolIndicatorTests {
  /// Each scenario of a case that is counted, with what it shows.
  private static func observed(_ indicators: Indicators) throws -> [(name: String, seen: [Observation])] {
    let folder = ProtocolTableTests.folder
    return try indicators.cases.flatMap { flow in
      let program = try #require(FlowCompiler.compile(main: flow, folder).program)
      let counting = CaseCounting(indicators, of: program)
      return folder.scenarios.filter { $0.flow.value == flow }.map { scenario in
        let state = ScenarioRunner.run(scenario, of: program).state
        return (scenario.name.value, counting.observe(state))
      }
    }
  }

  /// `+` has the event, `-` has it not, a blank: not among those it is counted of, `?` cannot be told.
  @Test func ofEachScenario() throws {
    let indicators = try #require(FlowCompiler.indicators(ProtocolTableTests.folder).indicators)
    let observed = try Self.observed(indicators)
    let names = indicators.counts.map { $0.number ?? $0.name }
    let width = observed.map(\.name.count).max() ?? 0
    func line(_ name: String, _ cells: [String]) -> String {
      name + String(repeating: " ", count: width - name.count)
        + cells.map { "  " + String(repeating: " ", count: 4 - $0.count) + $0 }.joined() + "\n"
    }
    var table = line("", names)
    for (name, seen) in observed {
      let cells = zip(seen, indicators.counts).map { observation, count in
        switch observation {
        case .counted(let event): event || count.any.isEmpty ? "+" : "-"
        case .apart: ""
        case .untold: "?"
        }
      }
      table += line(name, cells)
    }
    try Golden.expect(table, "indicators.scenarios.txt")
    // Of the newest version everything can be told, and each count tells cases apart: but that every walk of the
    // whole chain assesses the danger.
    for (index, count) in indicators.counts.enumerated() where !count.any.isEmpty {
      let seen = Set(observed.map { $0.seen[index] })
      #expect(!seen.contains(.untold), "\(count.name)")
      #expect(seen.contains(.counted(event: true)), "\(count.name)")
      #expect(seen.contains(.counted(event: false)) != (count.name == "danger-assessed"), "\(count.name)")
    }
  }
}
