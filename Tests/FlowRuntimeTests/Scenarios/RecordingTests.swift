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

  /// Records a case of flows written in a test, and walks it again.
  private static func expectSameWalk(_ walked: WalkedCase) throws {
    let text = try Recording.scenario("recorded", of: walked.entries, walked.state)
    let again = ScenarioRunner.run(try scenario(text), of: walked.interpreter.program)
    #expect(again.isPassed, "\(text) \(again.failures.map(\.kind))")
    #expect(said(again.entries) == said(walked.entries), "\(text)")
    #expect(again.state.outcome == walked.state.outcome)
    #expect(again.state.closedTo == walked.state.closedTo)
    #expect(again.state.people == walked.state.people)
    #expect(again.state.references == walked.state.references)
  }

  @Test func marksNumbersAndWordsThatWereCorrectedAreRecorded() throws {
    let flow = """
      flow: one-question
      version: 1.0.0
      title: {fr: Une question, en: One question}
      languages: [fr, en]
      facts: {safe: {type: boolean, about: victim}}
      steps:
        - ask: now
          questions: {safe: {fr: En sécurité ?, en: Safe?}}
        - end: heard

      """
    var walked = try WalkedCase([("one-question.yaml", flow)])
    try walked.say(.referenced("2026/118"))
    try walked.say(.identified(PersonOfCase(.child, mark: "L")))
    try walked.say(.quoted(Quotation("He waits at the gate.", by: .victim)))
    try walked.say(.corrected(sequence: 2, to: .referenced("2026/119"), reason: "mistyped"))
    try walked.say(
      .corrected(sequence: 3, to: .identified(PersonOfCase(.child, mark: "L 7")), reason: "which one"))
    try walked.say(
      .corrected(
        sequence: 4, to: .quoted(Quotation("He waits: \"there\".", by: .witness)), reason: "heard anew"))
    try walked.answer("now", "safe", .boolean(true))
    try Self.expectSameWalk(walked)
  }

  @Test func whoAgreesIsRecorded() throws {
    let flow = """
      flow: alert
      version: 1.0.0
      title: {fr: Alerte, en: Alert}
      languages: [fr, en]
      roles: {officer: {fr: Police, en: Officer}, supervisor: {fr: Chef de poste, en: Supervisor}}
      facts:
        joint: {type: [agreed, disagreed]}
      steps:
        - do: alert
          by: officer
          tick: {written: {fr: Rédigée, en: Written}}
          agree: {roles: [officer, supervisor], result: joint}
        - end: sent

      """
    for agrees in [true, false] {
      var walked = try WalkedCase([("alert.yaml", flow)])
      try walked.tick("alert", "written")
      try walked.say(.concurred(step: StepPath("alert"), agrees: true, reason: nil), person: "p1")
      try walked.say(
        .concurred(step: StepPath("alert"), agrees: agrees, reason: agrees ? nil : "not yet"),
        role: "supervisor", person: "p2")
      try Self.expectSameWalk(walked)
    }
  }

  @Test func whatClosesTheCaseIsRecorded() throws {
    let flow = """
      flow: closing
      version: 1.0.0
      title: {fr: Fermer, en: Closing}
      languages: [fr, en]
      roles: {opj: {fr: OPJ, en: OPJ}, officer: {fr: Police, en: Officer}, supervisor: {fr: Chef de poste, en: Supervisor}}
      steps:
        - do: close
          by: supervisor
          tick: {shut: {fr: Fermé, en: Shut, closes: [officer, opj], required: true}}
        - end: closed

      """
    var walked = try WalkedCase([("closing.yaml", flow)])
    try walked.say(
      .ticked(step: StepPath("close"), item: "shut", done: false, reason: "later"), role: "supervisor")
    try walked.say(
      .corrected(
        sequence: 2, to: .ticked(step: StepPath("close"), item: "shut", done: true, reason: nil),
        reason: "done since"), role: "supervisor")
    try Self.expectSameWalk(walked)
    #expect(!walked.state.closedTo.isEmpty)
  }

  @Test func eachRoundIsRecorded() throws {
    let watch = """
      flow: watch
      version: 1.0.0
      title: {fr: Veille, en: Watch}
      languages: [fr, en]
      facts: {found: {type: boolean, about: child}}
      steps:
        - run: look
          repeat: {until: found = true, most: 3, every: PT3H}
        - end: over

      """
    let look = """
      flow: look
      version: 1.0.0
      title: {fr: Chercher, en: Look}
      languages: [fr, en]
      gives: [found]
      facts: {found: {type: boolean, about: child}}
      steps:
        - ask: look
          questions: {found: {fr: Retrouvé ?, en: Found?}}
        - end: looked

      """
    var walked = try WalkedCase([("watch.yaml", watch), ("look.yaml", look)])
    try walked.answer("look[1]/look", "found", .boolean(false))
    try walked.say(.clock, after: 3 * 3_600_000)
    try walked.answer("look[2]/look", "found", .boolean(false))
    try walked.say(
      .corrected(
        sequence: 2, to: .answered(step: StepPath("look[1]/look"), fact: "found", .unknown),
        reason: "not sure"))
    try walked.say(.clock, after: 3 * 3_600_000)
    try walked.answer("look[3]/look", "found", .boolean(true))
    try Self.expectSameWalk(walked)
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
