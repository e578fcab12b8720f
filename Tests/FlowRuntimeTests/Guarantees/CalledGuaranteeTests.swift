import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What is promised of a call is kept once somebody is reached, and not by having tried (grammar, section 10).
@Suite struct CalledGuaranteeTests {
  private static let desk = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    facts: {grave: boolean}
    steps:
      - ask: first
        questions: {grave: {en: Grave?}}
      - contact: judge
        legal: CPP 63
        due: PT30M
      - end: done
    guarantees:
      called: {if: grave = true, always: judge}
      in-time: {within: PT1H, from: first, to: judge}
    roles: {judge: Judge}
    """

  private static let hour: Int64 = 3_600_000

  private static func ended(_ outcome: ContactOutcome, _ edition: Edition = .current) throws -> WalkedCase {
    var desk = try WalkedCase([("desk.yaml", Self.desk)], edition: edition)
    try desk.answer("first", "grave", true)
    try desk.say(.contacted(step: StepPath("judge"), outcome))
    #expect(desk.state.status == .ended(outcome: "done"))
    return desk
  }

  private static func promises(_ desk: WalkedCase) -> [String] {
    desk.state.openTasks.flatMap(\.promises).map(\.name)
  }

  private static func broken(_ desk: WalkedCase, at moment: Instant) -> [String] {
    desk.state.brokenGuarantees(at: moment).map {
      $0.definition(in: desk.interpreter.program).name + ($0.isByLateness ? " late" : "")
    }
  }

  @Test(arguments: [
    ContactOutcome.unreached(reason: "nobody"), .putOff(until: Instant(milliseconds: 40 * 60_000)),
  ]) func aCallThatReachedNobodyIsNoPromiseKept(_ outcome: ContactOutcome) throws {
    var desk = try Self.ended(outcome)
    #expect(Self.promises(desk) == ["called", "in-time"])
    let last = desk.state.now
    #expect(Self.broken(desk, at: last) == [])
    #expect(Self.broken(desk, at: last.advanced(by: 2 * Self.hour)) == ["in-time late"])
    try desk.say(.contacted(step: StepPath("judge"), .reached), after: 3 * Self.hour)
    #expect(Self.promises(desk) == [])
    #expect(Self.broken(desk, at: desk.state.now) == ["in-time late"])
    try desk.checkReplay()
  }

  @Test func reachedInTimeItIsKept() throws {
    var desk = try Self.ended(.unreached(reason: "nobody"))
    try desk.say(.contacted(step: StepPath("judge"), .reached), after: Self.hour / 2)
    #expect(Self.broken(desk, at: desk.state.now.advanced(by: 9 * Self.hour)) == [])
    let reached = try Self.ended(.reached)
    #expect(Self.promises(reached) == [])
    #expect(Self.broken(reached, at: reached.state.now.advanced(by: 9 * Self.hour)) == [])
  }

  @Test func inTheFirstEditionATimeEndsWhenTheWalkComesPast() throws {
    let desk = try Self.ended(.unreached(reason: "nobody"), .first)
    #expect(Self.broken(desk, at: desk.state.now.advanced(by: 9 * Self.hour)) == [])
  }

  /// A correction brings a step before one that is late already: from then on people are late, and the flow keeps its promise.
  @Test func aStepThatWasLateBeforeTheTimeBeganIsLateFromThen() throws {
    let flow = """
      flow: desk
      version: 1.0.0
      title: Desk
      languages: [en]
      facts: {grave: boolean, phone: boolean}
      steps:
        - ask: first
          questions: {grave: {en: Grave?}}
        - do: tell
          when: grave = true
          due: PT5M
          tick: {told: {en: Told}}
        - ask: wishes
          due: PT5M
          questions: {phone: {en: A phone?}}
        - contact: judge
          legal: CPP 63
          due: PT20M
        - end: done
      guarantees:
        in-time: {within: PT1H, from: tell, to: judge}
      roles: {judge: Judge}
      """
    var desk = try WalkedCase([("desk.yaml", flow)])
    try desk.answer("first", "grave", false)
    let right = Event.answered(step: StepPath("first"), fact: "grave", .value(.boolean(true)))
    try desk.say(
      .corrected(sequence: desk.state.sequence, to: right, reason: "misheard"), after: 10 * 60_000)
    try desk.say(.ticked(step: StepPath("tell"), item: "told", done: true, reason: nil), after: 20 * 60_000)
    try desk.answer("wishes", "phone", true, after: 50 * 60_000)
    try desk.say(.contacted(step: StepPath("judge"), .reached), after: 14 * 60_000)
    let broken = try #require(desk.state.brokenGuarantees.first)
    #expect(broken.isByLateness && broken.late == [StepPath("wishes")])
  }
}
