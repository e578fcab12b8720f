import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// The short grid of who comes first and the full one never contradict each other on the same answers.
@Suite struct GridTests {
  /// What both ask, each answered with yes, no, and not known.
  private static let asked = [
    "choked", "weapon_used", "firearm", "death_threats", "separation_known", "fears_being_killed",
    "pregnant_or_infant",
  ]
  private static let answers = ["true", "false", "unknown"]
  private static let levels = ["low", "medium", "high", "extreme"]

  /// What each of the questions is answered with, in every way that there is.
  private static let combinations: [[String]] = asked.reduce([[]]) { all, _ in
    all.flatMap { one in answers.map { one + [$0] } }
  }

  private func level(_ fact: String, of program: Program, _ answers: [String]) throws -> Int {
    let said = zip(Self.asked, answers).map { "  \($0): \($1)\n" }.joined()
    let text =
      "scenario: grid\nflow: \(program.flows[0].name)\nlanguage: fr\notherwise: false\nanswers:\n" + said
    let folder = ProtocolFolder.parse([SourceText(path: "scenarios/grid.yaml", text: text)])
    let result = ScenarioRunner.run(
      try #require(folder.scenarios.first, "\(folder.diagnostics)"), of: program)
    guard case .string(let level)? = result.state.fact(fact)?.value else { return -1 }
    return Self.levels.firstIndex(of: level) ?? -1
  }

  @Test func theShortGridAndTheFullOneNeverContradictEachOther() throws {
    let short = try ProtocolPromiseTests.program("danger-short")
    let full = try ProtocolPromiseTests.program("danger-check")
    var highest = 0
    for answers in Self.combinations {
      let first = try level("short_danger", of: short, answers)
      let whole = try level("danger", of: full, answers)
      #expect(first >= 0 && whole >= first, "\(answers)")
      // A gun, choking and leaving are never "no major sign".
      let given = Dictionary(uniqueKeysWithValues: zip(Self.asked, answers))
      if ["choked", "firearm", "separation_known"].contains(where: { given[$0] == "true" }) {
        #expect(first > 0, "\(answers)")
      }
      highest = max(highest, whole)
    }
    #expect(highest == Self.levels.count - 1)
  }
}
