import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What the professional estimates is recorded before the advice of a grid is shown (grammar, section 8.2).
@Suite struct OwnLevelTests {
  private static func desk(_ more: String = ", unknown: false, declined: false") -> [(
    path: String, text: String
  )] {
    [
      (
        "desk.yaml",
        """
        flow: desk
        version: 1.0.0
        title: Desk
        languages: [en]
        roles: {officer: Officer, chief: Chief}
        facts:
          hurt: {type: boolean, about: victim}
          danger: {type: [low, high]}
          own: {type: [low, high]}
        steps:
          - ask: first
            questions: {hurt: {en: Hurt?}}
          - assess: danger
            own-level: {own: {en: Your own estimate?\(more)}}
            risk: {hurt: 1}
            unknown: as risk
            level: [["score >= 1", high], ["-", low]]
            override: {roles: [chief], direction: up, reason: required}
          - end: done
        """
      )
    ]
  }

  @Test func noAdviceIsGivenBeforeTheOwnEstimate() throws {
    var walked = try WalkedCase(Self.desk())
    #expect(try walked.answer("first", "hurt", true) == [])
    guard case .question(let question) = walked.state.open[0].asked else {
      Issue.record("the advice is shown first")
      return
    }
    #expect(question.words("en") == "Your own estimate?")
    #expect(throws: Refusal.notAskedNow(step: "danger", item: "")) {
      try walked.say(.confirmed(step: StepPath("danger")))
    }
    #expect(throws: Refusal.unknownNotAccepted(fact: "own")) { try walked.answer("danger", "own", nil) }
    let added = try walked.answer("danger", "own", "low")
    #expect(added.map(\.name) == ["recommended"])
    try walked.say(.confirmed(step: StepPath("danger")))
    #expect(walked.state.fact("own")?.value == "low")
    #expect(walked.state.fact("danger")?.value == "high")
    try walked.checkReplay()
  }

  @Test func theOwnEstimateMayBeLeftOpenWhereTheFlowSaysSo() throws {
    var walked = try WalkedCase(Self.desk(""))
    try walked.answer("first", "hurt", true)
    try walked.answer("danger", "own", nil)
    #expect(walked.state.effects.map(\.event.name) == ["recommended"])
  }

  @Test func anAnswerThatChangesTheAdviceDoesNotAskForTheEstimateAgain() throws {
    var walked = try WalkedCase(Self.desk())
    try walked.answer("first", "hurt", true)
    try walked.answer("danger", "own", "low")
    let other = Event.answered(step: StepPath("first"), fact: "hurt", .value(false))
    try walked.say(.corrected(sequence: 2, to: other, reason: "misheard"))
    guard case .recommendation(let advice, _) = walked.state.open[0].asked else {
      Issue.record("the estimate is asked again")
      return
    }
    #expect(advice.values.first?.value == "low")
    #expect(walked.state.fact("own")?.value == "low")
    try walked.checkReplay()
  }

  @Test func theEstimateIsOnTheScaleOfTheLevel() {
    let text = Self.desk()[0].text.replacing("own: {type: [low, high]}", with: "own: boolean")
    let diagnostics = FlowCompiler.check([SourceText(path: "desk.yaml", text: text)])
    #expect(diagnostics.filter { $0.severity == .error }.map(\.code) == [.factType])
  }
}
