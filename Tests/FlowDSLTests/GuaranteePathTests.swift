import Testing

@testable import FlowDSL

/// Steps of interrupts in guarantees, and one of several steps (grammar, section 10).
@Suite struct GuaranteePathTests {
  private static func diagnostics(_ guarantee: String) -> [Diagnostic] {
    let main = """
      flow: desk
      version: 1.0.0
      title: Desk
      languages: [en]
      facts: {attack: boolean}
      steps:
        - run: talk
        - end: done
      interrupts:
        attack-now: {when: attack = true, run: rescue, report: {attack: {en: Attack}}}
      guarantees:
        promised: \(guarantee)
      """
    let talk = """
      flow: talk
      version: 1.0.0
      title: Talk
      languages: [en]
      facts: {wish_to_die: boolean}
      steps:
        - do: listen
          tick: {heard: {en: Heard}}
        - end: done
      interrupts:
        dying: {when: wish_to_die = true, run: rescue, report: {wish_to_die: {en: Wishes to die}}}
      """
    let rescue = """
      flow: rescue
      version: 1.0.0
      title: Rescue
      languages: [en]
      steps:
        - do: call
          tick: {team: {en: Team called}}
        - end: rescued
      """
    return FlowCompiler.checkBeyondWords([
      SourceText(path: "desk.yaml", text: main), SourceText(path: "talk.yaml", text: talk),
      SourceText(path: "rescue.yaml", text: rescue),
    ])
  }

  @Test(arguments: [
    "{always: !attack-now/call}", "{always: 'talk/!dying/call'}",
    "{always: [talk/listen, '!attack-now/call']}",
    "{before: done, passed: '!attack-now/call'}", "{within: PT1H, from: talk/listen, to: 'talk/!dying/call'}",
    "{if: attack = true, always: ['!attack-now/call', talk]}",
  ])
  func stepsOfInterruptsHaveASpelling(_ guarantee: String) {
    let quoted = guarantee.replacing("always: !attack-now/call", with: "always: \"!attack-now/call\"")
    #expect(Self.diagnostics(quoted).map(\.code) == [])
  }

  @Test(arguments: [
    ("{always: '!attak-now/call'}", DiagnosticCode.unknownInterrupt, "attak-now"),
    ("{always: 'talk/!attack-now/call'}", .unknownInterrupt, "attack-now"),
    ("{always: '!attack-now/cal'}", .unknownStepOfPath, "cal"),
    ("{always: '!attack-now'}", .unknownStepOfPath, "!attack-now"),
    ("{always: [talk, listen]}", .unknownStepOfPath, "listen"),
  ])
  func whatIsNotThereIsSaid(_ guarantee: String, _ code: DiagnosticCode, _ name: String) {
    let found = Self.diagnostics(guarantee)
    #expect(found.map(\.code) == [code])
    #expect(found.map { $0.arguments["name"] } == [name])
  }
}
