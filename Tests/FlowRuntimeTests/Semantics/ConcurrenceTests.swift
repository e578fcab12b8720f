import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// A step that is done only when two different persons in two roles agree (grammar, section 8.13).
@Suite struct ConcurrenceTests {
  private static let flow = """
    flow: alert
    version: 1.0.0
    title: Alert
    languages: [en]
    roles: {opj: OPJ, chief: Chief, officer: Officer}
    facts:
      seen: {type: [car, foot]}
      alert_agreed: {type: [agreed, disagreed]}
    steps:
      - ask: alert
        questions: {seen: {en: How did they leave?}}
        agree: {roles: [opj, chief], result: alert_agreed}
        then: [{when: alert_agreed = "agreed", go: sent}, {else: prosecutor}]
      - contact: prosecutor
        to: chief
      - end: handed-up
      - end: sent
    """

  private static func walk() throws -> WalkedCase {
    var walked = try WalkedCase([("alert.yaml", flow)])
    try walked.answer("alert", "seen", "car")
    return walked
  }

  private static func concurred(_ agrees: Bool) -> Event {
    .concurred(step: StepPath("alert"), agrees: agrees, reason: agrees ? nil : "too soon")
  }

  @Test func bothHaveToAgreeAndTheSecondSeesTheFirst() throws {
    var walked = try Self.walk()
    try walked.say(Self.concurred(true), role: "chief", person: "c7")
    guard case .concurrence(let concurrence, let agreed) = walked.state.open[0].asked else {
      Issue.record("nobody else is asked")
      return
    }
    #expect(agreed == [Person(identifier: "c7", role: "chief")])
    #expect(concurrence.missing(agreed) == ["opj"])
    try walked.say(Self.concurred(true), role: "opj", person: "o1")
    #expect(walked.state.outcome == "sent")
    try walked.checkReplay()
  }

  @Test func onePersonDoesNotAgreeInBothRoles() throws {
    var walked = try Self.walk()
    try walked.say(Self.concurred(true), role: "chief", person: "c7")
    #expect(throws: Refusal.samePersonAgreed(role: "chief")) {
      try walked.say(Self.concurred(true), role: "opj", person: "c7")
    }
    #expect(throws: Refusal.agreedAlready(role: "chief")) {
      try walked.say(Self.concurred(true), role: "chief", person: "c8")
    }
    #expect(throws: Refusal.roleDoesNotAgree(role: "officer", allowed: ["opj", "chief"])) {
      try walked.say(Self.concurred(true), role: "officer", person: "p9")
    }
    #expect(throws: Refusal.reasonMissing) {
      try walked.say(
        .concurred(step: StepPath("alert"), agrees: false, reason: nil), role: "opj", person: "o1")
    }
    #expect(walked.open == ["alert"])
  }

  @Test func whoDoesNotAgreeSendsTheWalkItsOtherWay() throws {
    var walked = try Self.walk()
    try walked.say(Self.concurred(true), role: "chief", person: "c7")
    try walked.say(Self.concurred(false), role: "opj", person: "o1")
    #expect(walked.open == ["prosecutor"])
    #expect(walked.state.fact("alert_agreed")?.value == "disagreed")
    try walked.checkReplay()
  }

  @Test func anAgreementCountsForWhatWasAgreedWith() throws {
    var walked = try Self.walk()
    try walked.say(Self.concurred(true), role: "chief", person: "c7")
    try walked.say(Self.concurred(true), role: "opj", person: "o1")
    let other = Event.answered(step: StepPath("alert"), fact: "seen", .value("foot"))
    try walked.say(.corrected(sequence: 2, to: other, reason: "misheard"))
    #expect(walked.open == ["alert"])
    #expect(walked.state.answers.filter(\.isWithdrawn).count == 2)
    // Told as it was at first, both agreements count again.
    let first = Event.answered(step: StepPath("alert"), fact: "seen", .value("car"))
    try walked.say(.corrected(sequence: 2, to: first, reason: "no, a car"))
    #expect(walked.state.outcome == "sent")
    try walked.checkReplay()
  }

  @Test func aRoleAloneIsNoAgreement() {
    let text = Self.flow.replacing("[opj, chief]", with: "[opj]")
    #expect(
      SyntaxReader.read(SourceText(path: "alert.yaml", text: text)).diagnostics.map(\.code) == [
        .oneRoleAgrees
      ])
    let unknown = Self.flow.replacing("[opj, chief]", with: "[opj, judge]")
    let found = FlowCompiler.check([SourceText(path: "alert.yaml", text: unknown)])
    #expect(found.filter { $0.severity == .error }.map(\.code) == [.unknownRole])
  }
}
