import FlowDSL
import Foundation
import Testing

@testable import FlowRuntime

/// Small flows, each for some clauses of the grammar's section 12, walked by a scenario; the journal is a golden file.
/// `FLOWRUN_UPDATE_GOLDEN=1 swift test --filter FlowRuntimeTests` writes them anew; the diff is then reviewed.
@Suite struct GoldenTraceTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Golden")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.contains(".") }
    .sorted()

  @Test(arguments: names) func walkIsAsReviewed(_ name: String) throws {
    let path = GoldenTraceTests.folder.appending(path: name)
    let folder = ProtocolFolder.read(path.path)
    let scenario = try #require(folder.scenarios.first)
    let (program, diagnostics) = FlowCompiler.compile(main: scenario.flow.value, folder)
    let compiled = try #require(
      program, "\(diagnostics.map { "\($0.code) \($0.place.start) \($0.arguments)" })")
    let result = ScenarioRunner.run(scenario, of: compiled)
    #expect(result.failures.map(\.kind) == [])
    #expect(result.unusedAnswers.map(\.value) == [])

    let text = TraceText.text(result.entries, open: result.state.open)
    let golden = path.appending(path: "trace.txt")
    if ProcessInfo.processInfo.environment["FLOWRUN_UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: golden)
    } else {
      #expect(text == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
    }

    let replayed = try Replay.state(after: result.entries, of: compiled)
    let isReplayed = replayed == result.state
    #expect(isReplayed)
  }

  @Test func thereAreTraces() { #expect(GoldenTraceTests.names.count >= 12) }
}
