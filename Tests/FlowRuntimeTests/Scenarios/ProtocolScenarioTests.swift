import FlowDSL
import Foundation
import Testing

@testable import FlowRuntime

/// The scenarios of the shipped protocols hold.
@Suite struct ProtocolScenarioTests {
  static let folder = ProtocolFolder.read(
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "protocols").path)

  @Test(arguments: folder.scenarios.map(\.name.value)) func holds(_ name: String) throws {
    let folder = ProtocolScenarioTests.folder
    let scenario = try #require(folder.scenarios.first { $0.name.value == name })
    let (program, diagnostics) = FlowCompiler.compile(main: scenario.flow.value, folder)
    let compiled = try #require(program, "\(diagnostics.map { "\($0.code) \($0.place)" })")
    let result = ScenarioRunner.run(scenario, of: compiled)
    #expect(result.failures.map { "\($0.place.start.line): \($0.kind)" } == [])
    #expect(result.unusedAnswers.map { "\($0.place.start.line): \($0.value)" } == [])
    let replayed = try Replay.state(after: result.entries, of: compiled)
    let isReplayed = replayed == result.state
    #expect(isReplayed)
  }

  @Test func thereAreScenarios() { #expect(ProtocolScenarioTests.folder.scenarios.count >= 30) }

  /// Whatever is answered, every shipped flow comes to an end, and its journal replays.
  @Test(arguments: folder.flows.map(\.name.value)) func anyWalkEnds(_ name: String) throws {
    let (program, _) = FlowCompiler.compile(main: name, ProtocolScenarioTests.folder)
    let compiled = try #require(program)
    let interpreter = Interpreter(compiled)
    for seed in 0..<30 {
      var walker = RandomWalker(seed: UInt64(seed))
      var state = interpreter.initial
      let start = Start(program: compiled.hash, flow: name, language: "fr")
      var entries = try interpreter.step(
        .started(start), by: Person(identifier: "p", role: "officer"), at: ScenarioRunner.defaultStart,
        state: &state)
      entries += walker.walk(&state, with: interpreter, from: ScenarioRunner.defaultStart)
      guard case .ended = state.status else {
        Issue.record("seed \(seed): open \(state.open.map(\.path))")
        continue
      }
      let replayed = try Replay.state(after: entries, of: compiled)
      let isReplayed = replayed == state
      #expect(isReplayed, "seed \(seed)")
    }
  }
}
