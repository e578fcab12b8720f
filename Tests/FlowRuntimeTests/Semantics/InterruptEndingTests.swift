import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// An interrupt whose flow, by its outcome, ends the flow that declares it (grammar, sections 9 and 12.4).
@Suite struct InterruptEndingTests {
  private static let found = """
    flow: found
    version: 1.0.0
    title: Found
    languages: [en]
    facts: {hurt: boolean}
    steps:
      - ask: state
        questions: {hurt: {en: Hurt?}}
        then: [{when: hurt = true, go: hurt}, {when: hurt = false, go: safe}, {else: mistaken}]
      - end: safe
      - end: hurt
      - end: mistaken
    """
  private static let rescue = """
    flow: rescue
    version: 1.0.0
    title: Rescue
    languages: [en]
    steps:
      - do: call
        tick: {team: {en: Team called}}
      - end: rescued
    """
  private static let search = """
    flow: search
    version: 1.0.0
    title: Search
    languages: [en]
    facts: {found: boolean, attack: boolean, calm: boolean}
    steps:
      - do: home
        due: PT20M
        tick: {looked: {en: Looked}}
      - ask: place
        questions: {calm: {en: Calm?}}
      - end: searched
      - end: child-back
    interrupts:
      child-found:
        when: found = true
        run: found
        report: {found: {en: Found}}
        ends: {safe: child-back, hurt: child-back}
      attack-now: {when: attack = true, run: rescue, report: {attack: {en: Attack}}}
    """
  private static let desk = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    facts:
      came: {type: [searched, child-back]}
      written: boolean
    steps:
      - together: both
        branches:
          left: {steps: [{run: search, result: came}]}
          right: {steps: [{do: papers, tick: {kept: {en: Kept}}}]}
      - do: report
        tick: {done: {en: Written, fact: written}}
      - end: done
    """

  private static func main() throws -> WalkedCase {
    try WalkedCase([("search.yaml", search), ("found.yaml", found), ("rescue.yaml", rescue)])
  }
  private static func inside() throws -> WalkedCase {
    try WalkedCase([
      ("desk.yaml", desk), ("search.yaml", search), ("found.yaml", found), ("rescue.yaml", rescue),
    ])
  }

  @Test func theOpenStepsAreClosedAndTheFlowEndsAsTheOutcomeSays() throws {
    var walked = try Self.main()
    try walked.say(.reported(interrupt: "child-found", fact: "found"))
    #expect(walked.open == ["!child-found[1]/state"])
    let added = try walked.answer("!child-found[1]/state", "hurt", true)
    #expect(
      added == [
        .cancelled([StepPath("home")]), .resumed(StepPath("!child-found[1]")), .ended(outcome: "child-back"),
      ])
    #expect(walked.state.outcome == "child-back")
    #expect(walked.paths(.cancelled) == ["home"])
    #expect(walked.state.dueSteps.isEmpty)
    try walked.checkReplay()
  }

  @Test func withAnotherOutcomeTheWalkGoesOnWhereItWas() throws {
    var walked = try Self.main()
    try walked.say(.reported(interrupt: "child-found", fact: "found"))
    try walked.answer("!child-found[1]/state", "hurt", nil)
    #expect(walked.open == ["home"])
    #expect(walked.paths(.cancelled).isEmpty)
  }

  @Test func aSubFlowEndsForItsCallerAndTheOtherBranchGoesOn() throws {
    var walked = try Self.inside()
    try walked.say(.reported(interrupt: "search/child-found", fact: "found"))
    let added = try walked.answer("search/!child-found[1]/state", "hurt", false)
    #expect(added.contains(.cancelled([StepPath("search/home")])))
    #expect(walked.open == ["papers"])
    #expect(walked.state.fact("came")?.value == .string("child-back"))
    try walked.tick("papers", "kept")
    #expect(walked.open == ["report"])
    try walked.checkReplay()
  }

  @Test func anInterruptUnderWayIsWalkedToItsEndFirst() throws {
    var walked = try Self.main()
    try walked.say(.reported(interrupt: "attack-now", fact: "attack"))
    try walked.say(.reported(interrupt: "child-found", fact: "found"))
    try walked.answer("!child-found[1]/state", "hurt", false)
    #expect(walked.open == ["!attack-now[1]/call"])
    #expect(walked.state.outcome == nil)
    try walked.tick("!attack-now[1]/call", "team")
    #expect(walked.state.outcome == "child-back")
    try walked.checkReplay()
  }

  @Test func aReportMadeByMistakeLeavesTheStepsOpen() throws {
    var walked = try Self.main()
    try walked.say(.reported(interrupt: "child-found", fact: "found"))
    let reported = walked.entries.last { $0.event.isSaid }?.sequence ?? 0
    try walked.answer("!child-found[1]/state", "hurt", false)
    #expect(walked.state.outcome == "child-back")
    try walked.say(.corrected(sequence: reported, to: .noted("another child"), reason: "mistaken"))
    #expect(walked.open == ["home"])
    #expect(walked.paths(.cancelled).isEmpty)
    #expect(walked.state.withdrawn.count >= 4)
    try walked.checkReplay()
  }

  @Test func whatIsCorrectedBeforeTheEndingIsReadAgain() throws {
    var walked = try Self.main()
    try walked.tick("home", "looked")
    try walked.say(.reported(interrupt: "child-found", fact: "found"))
    try walked.answer("!child-found[1]/state", "hurt", false)
    let hurt = walked.entries.last { $0.event.isSaid }?.sequence ?? 0
    try walked.say(
      .corrected(
        sequence: hurt,
        to: .answered(step: StepPath("!child-found[1]/state"), fact: "hurt", .unknown), reason: "not seen"))
    #expect(walked.open == ["place"])
    try walked.checkReplay()
  }

  @Test func anEndThatOnlyAnInterruptReachesIsReached() {
    let diagnostics = FlowCompiler.check(
      [("search.yaml", Self.search), ("found.yaml", Self.found), ("rescue.yaml", Self.rescue)].map {
        SourceText(path: $0, text: $1)
      })
    #expect(diagnostics.filter { $0.severity == .error || $0.code == .unreachableStep }.map(\.code) == [])
  }

  @Test func anOutcomeOrEndThatIsNotThereIsSaid() {
    let wrong = Self.search.replacing(
      "{safe: child-back, hurt: child-back}", with: "{well: child-back, hurt: back}")
    let diagnostics = FlowCompiler.check(
      [("search.yaml", wrong), ("found.yaml", Self.found), ("rescue.yaml", Self.rescue)].map {
        SourceText(path: $0, text: $1)
      })
    let errors = diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == [.unknownOutcome, .unknownOutcome])
    #expect(errors.map { $0.arguments["name"] } == ["well", "back"])
  }
}
