import FEEL
import FlowDSL
import Foundation
import Testing

@testable import FlowRuntime

/// Walks written down as scenarios, and walked again.
@Suite struct RecordingTests {
  private static let protocols = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "protocols").path(percentEncoded: false)

  private static func program(_ flow: String) throws -> Program {
    try #require(FlowCompiler.compile(main: flow, ProtocolFolder.read(protocols)).program)
  }

  private static func scenario(_ text: String) throws -> ScenarioSyntax {
    let (file, diagnostics) = SyntaxReader.read(SourceText(path: "recorded.yaml", text: text))
    #expect(diagnostics == [], "\(text)")
    guard case .scenario(let scenario)? = file else { throw CancellationError() }
    return scenario
  }

  /// What was said in a walk, without who said it.
  private static func said(_ entries: [Entry]) -> [Event] {
    entries.map(\.event).map { event in
      switch event {
      // Persons stand in a recording by their roles, and a reason for handing over is nobody's later.
      case .handedOver(let next, _):
        .handedOver(to: Person(identifier: next.role, role: next.role), reason: nil)
      default: event
      }
    }
  }

  @Test(
    "A random walk that is recorded and walked again is the same walk",
    arguments: ["reception", "danger-check", "domestic-violence", "custody", "children"])
  func recordedWalksAreWalkedAgain(_ flow: String) throws {
    let program = try Self.program(flow)
    let interpreter = Interpreter(program)
    for seed: UInt64 in 1...12 {
      var state = interpreter.initial
      let start = ScenarioRunner.defaultStart
      let role = program.flows[0].steps[program.flows[0].first].by ?? "officer"
      var entries = try interpreter.step(
        .started(Start(program: program.hash, flow: flow, language: "fr")),
        by: Person(identifier: "p", role: role), at: start, state: &state)
      var walker = RandomWalker(seed: seed, hasSecondThoughts: seed % 2 == 0)
      entries += walker.walk(&state, with: interpreter, from: start, atMost: 400)
      let text = try Recording.scenario("recorded", of: entries, state)
      let again = ScenarioRunner.run(try Self.scenario(text), of: program)
      #expect(again.isPassed, "\(flow), seed \(seed): \(again.failures.map(\.kind))")
      #expect(again.state.outcome == state.outcome)
      #expect(again.state.replies == state.replies)
      #expect(again.state.trail == state.trail)
      #expect(Self.said(again.entries) == Self.said(entries), "\(flow), seed \(seed)")
    }
  }

  @Test("Words that a person typed come back as they were, whatever signs are in them")
  func wordsComeBack() throws {
    for words in [
      "a \"b\" c", "c:\\d", "# not a comment", "oui", "ligne\nligne", "a\u{202E}b", "{a: b}", "- x", "é 😀",
    ] {
      let text = "scenario: s\nflow: f\nwalk:\n  - {note: \(ScenarioText.quoted(words))}\n"
      guard case .note(let read)? = try Self.scenario(text).walk.first?.kind else {
        Issue.record("\(words)")
        continue
      }
      #expect(read.value == words)
    }
  }
}
