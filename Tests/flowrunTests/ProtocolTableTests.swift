import ArgumentParser
import FlowDSL
import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// `docs/protocols.md` promises nothing that is not there: each flow, step, document, command and service it names exists,
/// each scenario passes, and each step is walked by a scenario of its row.
@Suite struct ProtocolTableTests {
  /// A row of the table.
  struct Row: Sendable, CustomTestStringConvertible {
    var number: Int
    var named: String
    /// What is in code style in the third column, and in the last.
    var parts: [String]
    var walks: [String]
    /// The third column as it is written.
    var text: String
    var testDescription: String { "\(number) \(named)" }

    init?(_ line: Substring) {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == 6, let number = Int(cells[1]) else { return nil }
      self.number = number
      named = cells[2]
      text = cells[3]
      (parts, walks) = (Self.code(cells[3]), Self.code(cells[4]))
    }

    private static func code(_ cell: String) -> [String] {
      cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    /// Flows, and steps of flows.
    var steps: [String] {
      parts.filter { part in
        !["documents/", "directory/", "flowrun ", "--"].contains { part.hasPrefix($0) }
      }
    }
  }

  static let rows: [Row] =
    ((try? String(contentsOfFile: TestFlows.repository + "docs/protocols.md", encoding: .utf8)) ?? "")
    .split(separator: "\n").compactMap { Row($0) }
  static let folder = ProtocolFolder.read(TestFlows.protocols)

  /// A scenario by its name, a vignette's reference as `training/NAME`.
  static func scenario(_ name: String) -> ScenarioSyntax? {
    folder.scenarios.first { $0.name.value == name }
      ?? folder.vignettes.first { "training/" + $0.name.value == name }?.reference
  }

  /// The walks of all scenarios that the table names.
  static let walks: [String: ScenarioRunner.Result] = {
    var programs: [String: Program] = [:]
    var walks: [String: ScenarioRunner.Result] = [:]
    for name in Set(rows.flatMap(\.walks)) {
      guard let scenario = scenario(name) else { continue }
      let flow = scenario.flow.value
      let program = programs[flow] ?? FlowCompiler.compile(main: flow, folder).program
      programs[flow] = program
      walks[name] = program.map { ScenarioRunner.run(scenario, of: $0) }
    }
    return walks
  }()

  @Test func everyRowIsThere() { #expect(Self.rows.map(\.number) == Array(1...40)) }

  @Test(arguments: rows) func whatIsNamedExists(_ row: Row) {
    let services = Self.folder.directories.flatMap {
      $0.services.map(\.name.value) + $0.categories.map(\.name.value)
    }
    let commands = Flowrun.configuration.subcommands.map { $0._commandName }
    for part in row.parts {
      let name = part.split(separator: "/", maxSplits: 1).last.map(String.init) ?? ""
      switch part {
      case _ where part.hasPrefix("flowrun "):
        #expect(commands.contains(String(part.dropFirst(8))), "\(part)")
      case _ where part.hasPrefix("--"): continue
      case _ where part.hasPrefix("directory/"): #expect(services.contains(name), "\(part)")
      case _ where part.hasPrefix("documents/"):
        #expect(Self.folder.sources.contains { $0.path == part + ".yaml" }, "\(part)")
      default:
        let names = part.split(separator: "/").map(String.init)
        let flow = Self.folder.flows.first { $0.name.value == names[0] }
        #expect(flow != nil, "\(part)")
        let steps = flow?.steps.flatMap(\.all).map(\.name.value) ?? []
        #expect(names.count == 1 || steps.contains(names[1]), "\(part)")
      }
    }
    #expect(!row.parts.isEmpty && !row.walks.isEmpty || row.text.contains("Not there yet"))
  }

  @Test(arguments: rows) func itsScenariosPassAndWalkItsSteps(_ row: Row) throws {
    var walked: Set<String> = []
    for name in row.walks {
      let result = try #require(Self.walks[name], "there is no scenario \(name)")
      #expect(result.isPassed, "\(name): \(result.failures)")
      for step in result.state.trail where step.course == .passed {
        let flow = result.state.program.flows[step.flow]
        walked.formUnion([flow.name, flow.name + "/" + flow.steps[step.step].name])
      }
    }
    for step in row.steps { #expect(walked.contains(step), "no scenario of the row walks \(step)") }
  }
}
