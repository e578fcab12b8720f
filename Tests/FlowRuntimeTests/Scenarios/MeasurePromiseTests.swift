import FlowDSL
import Testing

@testable import FlowRuntime

/// What the flows around the perpetrator, the measures and the partners promise when each is walked on its own.
@Suite struct MeasurePromiseTests {
  typealias Walk = ProtocolPromiseTests.Walk

  /// A promise of a flow: when it applies to a walk, and the step that is then passed.
  struct Promise: Sendable, CustomTestStringConvertible {
    var flow: String
    var testDescription: String
    var step: String
    var applies: @Sendable (Walk) -> Bool = { _ in true }
  }

  static let promises = [
    Promise(
      flow: "danger-check", testDescription: "a high danger is told to the person",
      step: "danger-grid/tell-danger",
      applies: { ["high", "extreme"].contains($0.fact("danger")) }),
    Promise(
      flow: "danger-short", testDescription: "high danger reaches the association, or its number",
      step: "victim-support", applies: { ["high", "extreme"].contains($0.fact("short_danger")) }),
    Promise(flow: "danger-short", testDescription: "the numbers are handed over", step: "numbers"),
    Promise(
      flow: "municipal-first-contact", testDescription: "the OPJ is told, but of a colleague", step: "opj",
      applies: { $0.state.fact("perpetrator_police")?.value != .boolean(true) }),
    Promise(
      flow: "municipal-first-contact", testDescription: "the prosecutor and the mayor learn it in writing",
      step: "written"),
    Promise(
      flow: "municipal-first-contact", testDescription: "who is met gets the number once the person is safe",
      step: "perpetrator-number",
      applies: { walk in
        walk.state.fact("perpetrator_met")?.value == .boolean(true)
          && ["handed_over", "relieved"].contains { walk.state.fact($0)?.value == .boolean(true) }
      }),
    Promise(
      flow: "custody", testDescription: "a perpetrator held gets the number",
      step: "perpetrator-help/number", applies: { $0.state.fact("arrested")?.value == .boolean(true) }),
    Promise(
      flow: "custody", testDescription: "the victim is called before a release", step: "release/victim",
      applies: { $0.state.fact("released")?.value == .boolean(true) }),
    Promise(
      flow: "release", testDescription: "someone goes to a victim not reached",
      step: "victim-not-reached",
      applies: { $0.fact("victim_told") == "unreached" }),
    Promise(
      flow: "perpetrator-referral", testDescription: "the number is handed over where it betrays nobody",
      step: "number", applies: { $0.state.fact("suspect_knows")?.value == .boolean(true) }),
    Promise(
      flow: "free-hearing", testDescription: "who is heard knows their rights first", step: "rights",
      applies: { $0.passed.contains("hearing") }),
    Promise(
      flow: "children", testDescription: "a child in danger right now reaches the prosecutor",
      step: "prosecutor",
      applies: { $0.state.fact("child_at_risk")?.value == .boolean(true) }),
    Promise(
      flow: "perpetrator-interview", testDescription: "an intention to harm is told",
      step: "opj", applies: { $0.state.fact("intends_harm")?.value == .boolean(true) }),
    Promise(
      flow: "perpetrator-interview", testDescription: "a doubt goes to the lead, and lifts no secrecy",
      step: "lead",
      applies: {
        $0.passed.contains("now") && $0.state.fact("intends_harm")?.value == .null
      }),
    Promise(
      flow: "protection-measures",
      testDescription: "whatever is wished, what follows and the numbers are told",
      step: "what-follows"),
    Promise(
      flow: "protection-measures", testDescription: "a weapon, also a possible one, is seen to",
      step: "weapons",
      applies: { $0.state.fact("firearm")?.value != .boolean(false) }),
    Promise(
      flow: "partner-file", testDescription: "the person knows who knows what", step: "what-they-know"),
    Promise(flow: "debrief", testDescription: "nobody leaves without a name to call", step: "whom-to-call"),
  ]

  @Test(arguments: promises) func isKept(_ promise: Promise) throws {
    let program = try ProtocolPromiseTests.program(promise.flow)
    var applied = 0
    for seed in 0..<150 as Range<UInt64> {
      let walk = try Walk(of: program, seed: seed)
      guard promise.applies(walk) else { continue }
      applied += 1
      #expect(walk.passed.contains(promise.step), "seed \(seed)")
    }
    #expect(applied > 0)
  }

  /// A partner is reached only with the agreement given for it.
  @Test(
    arguments: [
      ("social-worker", "consent_social_worker"), ("association", "consent_association"),
      ("housing", "consent_housing"), ("care", "consent_care"), ("town", "consent_town"),
    ]) func noPartnerWithoutAgreement(partner: String, consent: String) throws
  {
    let program = try ProtocolPromiseTests.program("partner-file")
    var reached = 0
    for seed in 0..<150 as Range<UInt64> {
      let walk = try Walk(of: program, seed: seed)
      guard walk.passed.contains(partner) else { continue }
      reached += 1
      #expect(walk.state.fact(consent)?.value == .boolean(true), "seed \(seed)")
    }
    #expect(reached > 0)
  }
}
