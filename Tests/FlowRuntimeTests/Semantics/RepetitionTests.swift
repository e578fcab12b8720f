import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// A sub-flow walked again until a condition holds, with a most (grammar, sections 8.8 and 12.3).
@Suite struct RepetitionTests {
  private static func watch(every: String = ", every: PT3H") -> String {
    """
    flow: watch
    version: 1.0.0
    title: Watch
    languages: [en]
    facts: {found: boolean, called: boolean}
    steps:
      - run: look
        repeat: {until: found = true, most: 3\(every)}
        then: [{when: found = true, go: over}, {else: given-up}]
      - end: given-up
      - end: over
    interrupts:
      phoned: {when: called = true, run: phone, report: {called: {en: Somebody phones}}}
    """
  }
  private static let look = """
    flow: look
    version: 1.0.0
    title: Look
    languages: [en]
    gives: [found]
    facts: {found: boolean}
    steps:
      - ask: house
        questions: {found: {en: Found?}}
      - end: looked
    """
  private static let phone = """
    flow: phone
    version: 1.0.0
    title: Phone
    languages: [en]
    gives: [found]
    facts: {found: boolean}
    steps:
      - ask: caller
        questions: {found: {en: Found?}}
      - end: said
    """

  private static func walk(every: String = ", every: PT3H") throws -> WalkedCase {
    try WalkedCase([("watch.yaml", watch(every: every)), ("look.yaml", look), ("phone.yaml", phone)])
  }

  private static let hour: Int64 = 3_600_000

  @Test func eachRoundIsAskedAnewUntilItHolds() throws {
    var walked = try Self.walk(every: "")
    try walked.answer("look[1]/house", "found", false)
    #expect(walked.open == ["look[2]/house"])
    try walked.answer("look[2]/house", "found", true)
    #expect(walked.state.outcome == "over")
    try walked.checkReplay()
  }

  @Test func theMostEndsItAndIsSaid() throws {
    var walked = try Self.walk(every: "")
    try walked.answer("look[1]/house", "found", false)
    try walked.answer("look[2]/house", "found", nil)
    let added = try walked.answer("look[3]/house", "found", false)
    #expect(added == [.exhausted(step: StepPath("look"), rounds: 3), .ended(outcome: "given-up")])
    try walked.checkReplay()
  }

  @Test func theNextRoundBeginsWhenItsTimeHasCome() throws {
    var walked = try Self.walk()
    try walked.answer("look[1]/house", "found", false)
    #expect(walked.open == ["look"])
    #expect(
      walked.state.dueSteps.map { "\($0.path) \($0.due.milliseconds) \($0.isWait)" } == [
        "look \(3 * Self.hour) true"
      ])
    try walked.say(.clock, after: Self.hour)
    #expect(walked.open == ["look"])
    try walked.say(.clock, after: 2 * Self.hour)
    #expect(walked.open == ["look[2]/house"])
    // A round that took longer than the time between two is followed by the next at once.
    try walked.answer("look[2]/house", "found", false, after: 4 * Self.hour)
    #expect(walked.open == ["look[3]/house"])
    try walked.checkReplay()
  }

  @Test func whatHoldsMeanwhileEndsTheWait() throws {
    var walked = try Self.walk()
    try walked.answer("look[1]/house", "found", false)
    try walked.say(.reported(interrupt: "phoned", fact: "called"))
    try walked.answer("!phoned[1]/caller", "found", true)
    #expect(walked.state.outcome == "over")
    try walked.checkReplay()
  }

  @Test func aCorrectionWithdrawsTheRoundsThatAreNotNeeded() throws {
    var walked = try Self.walk(every: "")
    try walked.answer("look[1]/house", "found", false)
    try walked.answer("look[2]/house", "found", false)
    try walked.say(
      .corrected(
        sequence: 2, to: .answered(step: StepPath("look[1]/house"), fact: "found", .value(true)),
        reason: "misheard"))
    #expect(walked.state.outcome == "over")
    #expect(walked.state.answers.filter(\.isWithdrawn).count == 1)
    try walked.say(
      .corrected(
        sequence: 2, to: .answered(step: StepPath("look[1]/house"), fact: "found", .value(false)),
        reason: "misheard"))
    #expect(walked.open == ["look[3]/house"])
    try walked.checkReplay()
  }

  @Test(arguments: ["1", "101", "2.5", "many"]) func aMostThatIsNoNumberOfRoundsIsSaid(_ most: String) {
    let text = Self.watch().replacing("most: 3", with: "most: \(most)")
    let diagnostics = SyntaxReader.read(SourceText(path: "watch.yaml", text: text)).diagnostics
    #expect(diagnostics.map(\.code) == [most == "many" ? .expectedNumber : .badRounds])
  }
}
