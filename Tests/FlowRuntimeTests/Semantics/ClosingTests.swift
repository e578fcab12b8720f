import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// A case that is closed to a role is shown to nobody in it who did not take part (grammar, section 8.4).
@Suite struct ClosingTests {
  private static let flow = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    roles: {officer: Officer, chief: Chief}
    facts: {closed: boolean, safe: boolean}
    steps:
      - ask: first
        questions: {safe: {en: Safe?}}
      - do: close
        tick: {access: {en: Access closed, closes: officer, fact: closed}}
      - ask: last
        questions: {safe: {en: Safe now?, again: true}}
      - end: done
    """

  private static func walk() throws -> WalkedCase {
    var walked = try WalkedCase([("desk.yaml", flow)])
    try walked.answer("first", "safe", true)
    return walked
  }

  @Test func itIsClosedToTheRoleAndToWhoSaysNone() throws {
    var walked = try Self.walk()
    #expect(walked.state.maySee("colleague", role: "officer"))
    try walked.say(
      .ticked(step: StepPath("close"), item: "access", done: true, reason: nil), role: "chief", person: "c1")
    #expect(walked.state.closedTo == ["officer"])
    #expect(!walked.state.maySee("colleague", role: "officer"))
    #expect(!walked.state.maySee("colleague", role: nil))
    #expect(walked.state.maySee("someone", role: "chief"))
    // Who took part sees it still, and who gets it by a hand-over.
    #expect(walked.state.maySee("p1", role: "officer"))
    try walked.say(.handedOver(to: Person(identifier: "o9", role: "officer"), reason: nil))
    #expect(walked.state.maySee("o9", role: "officer"))
  }

  @Test func whatWasNotDoneClosesNothing() throws {
    var walked = try Self.walk()
    try walked.tick("close", "access", false)
    #expect(walked.state.maySee("colleague", role: "officer"))
    let closed = Event.ticked(step: StepPath("close"), item: "access", done: true, reason: nil)
    try walked.say(.corrected(sequence: 3, to: closed, reason: "done by now"))
    #expect(!walked.state.maySee("colleague", role: "officer"))
    let open = Event.ticked(step: StepPath("close"), item: "access", done: false, reason: nil)
    try walked.say(.corrected(sequence: 3, to: open, reason: "not yet"))
    #expect(walked.state.maySee("colleague", role: "officer"))
  }

  @Test func aRoleThatIsNotThereIsSaid() {
    let wrong = Self.flow.replacing("closes: officer", with: "closes: [officer, offcer]")
    let found = FlowCompiler.check([SourceText(path: "desk.yaml", text: wrong)])
    #expect(found.filter { $0.severity == .error }.map(\.code) == [.unknownRole])
  }
}
