import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What a correction gives back: it was done when it was said, and it counts on what it was said on (grammar, 12.5).
@Suite struct ReinstatedTests {
  private static let desk = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    facts: {grave: boolean, attack: boolean, sent: boolean}
    steps:
      - ask: first
        questions: {grave: {en: Grave?}}
      - do: door
        when: grave = true
        due: PT1M
        tick: {closed: {en: Closed}}
      - do: patrol
        due: PT2M
        tick: {sent: {en: Sent, fact: sent, required: true, task: PT12H}}
      - contact: judge
        legal: CPP 63
        due: {in: PT1H, from: patrol}
      - do: papers
        tick: {kept: {en: Kept}}
      - end: done
    interrupts:
      attack-now: {when: attack = true, run: rescue, report: {attack: {en: Attack}}}
    guarantees:
      in-time: {within: PT3M, from: first, to: patrol}
    roles: {judge: Judge}
    """
  private static let rescue = """
    flow: rescue
    version: 1.0.0
    title: Rescue
    languages: [en]
    facts: {place: {type: [here, elsewhere]}}
    steps:
      - ask: where
        questions: {place: {en: Where?}}
      - do: send
        due: PT2M
        tick: {team: {en: Team sent}}
      - end: rescued
    """

  private static func desk(_ edition: Edition = .current) throws -> WalkedCase {
    try WalkedCase([("desk.yaml", desk), ("rescue.yaml", rescue)], edition: edition)
  }

  private static let notGrave = Event.answered(
    step: StepPath("first"), fact: "grave", .value(.boolean(false)))
  private static let grave = Event.answered(step: StepPath("first"), fact: "grave", .value(.boolean(true)))

  /// Begins, says that it is not grave, and sends the patrol in time; half an hour later it proves grave, and there is a door
  /// to close first.
  private static func corrected(sent: Bool, _ edition: Edition = .current) throws -> WalkedCase {
    var desk = try desk(edition)
    try desk.say(notGrave)
    let answered = desk.state.sequence
    try desk.tick("patrol", "sent", sent)
    try desk.say(.corrected(sequence: answered, to: grave, reason: "it is"), after: 30 * 60_000)
    #expect(desk.open == ["door"])
    try desk.tick("door", "closed")
    #expect(desk.open == ["judge"])
    return desk
  }

  @Test func aStepTakenInTimeStaysSoWhateverIsAskedAfterACorrection() throws {
    let desk = try Self.corrected(sent: true)
    #expect(desk.state.brokenGuarantees.isEmpty)
    try desk.checkReplay()
    // In the first edition it counted from where the walk came again.
    let before = try Self.corrected(sent: true, .first)
    #expect(before.state.brokenGuarantees.map(\.isByLateness) == [true])
    try before.checkReplay()
  }

  @Test func whatIsDueFromAReinstatedStepIsDueFromWhenItWasDone() throws {
    let patrol = Instant(milliseconds: 2 * 60_000)
    let due = { (desk: WalkedCase) in desk.state.open.first?.due }
    #expect(due(try Self.corrected(sent: true)) == patrol.advanced(by: 3_600_000))
  }

  @Test func aTaskIsDueFromWhenItWasLeftWhateverWasCorrectedSince() throws {
    let desk = try Self.corrected(sent: false)
    let task = try #require(desk.state.openTasks.first)
    #expect(task.path.description == "patrol")
    #expect(task.since == Instant(milliseconds: 2 * 60_000))
    #expect(task.due == task.since.advanced(by: 12 * 3_600_000))
  }

  @Test func whatWasSaidOfOneReportedAttackIsNeverTakenForAnother() throws {
    var desk = try Self.desk()
    let attack = Event.reported(interrupt: "attack-now", fact: "attack")
    let mistaken = desk.state.sequence + 1
    try desk.say(attack)
    try desk.answer("!attack-now[1]/where", "place", "here")
    try desk.tick("!attack-now[1]/send", "team")
    try desk.say(.corrected(sequence: mistaken, to: .noted("by mistake"), reason: "pressed"))
    #expect(desk.open == ["first"])
    let before = desk.state.now
    #expect(try desk.say(attack, after: 3_600_000) == [.interrupted(StepPath("!attack-now[1]"))])
    #expect(desk.open == ["!attack-now[1]/where"])
    try desk.answer("!attack-now[1]/where", "place", "elsewhere")
    // The clock of the other attack is not the clock of this one.
    #expect(desk.state.open.first?.due == before.advanced(by: 3_600_000 + 60_000 + 120_000))
    try desk.tick("!attack-now[1]/send", "team")
    #expect(desk.paths(.passed).contains("!attack-now[1]/send"))
    try desk.checkReplay()
  }

  @Test func aCorrectedReportGivesItsOwnAnswersBack() throws {
    var desk = try Self.desk()
    try desk.say(Self.notGrave)
    let answered = desk.state.sequence
    try desk.say(.reported(interrupt: "attack-now", fact: "attack"))
    try desk.answer("!attack-now[1]/where", "place", "here")
    try desk.say(.corrected(sequence: answered, to: Self.grave, reason: "it is"))
    #expect(desk.open == ["!attack-now[1]/send"])
    try desk.checkReplay()
  }

  @Test(arguments: Edition.allCases)
  func whatSettledOneTaskSettlesNoOther(_ edition: Edition) throws {
    var desk = try Self.desk(edition)
    try desk.say(Self.notGrave)
    try desk.tick("patrol", "sent")
    let judge = StepPath("judge")
    let tomorrow = Instant(milliseconds: 86_400_000)
    try desk.say(.contacted(step: judge, .putOff(until: tomorrow)))
    let call = desk.state.sequence
    try desk.say(.settled(step: judge, item: nil, done: false, reason: "no longer needed"))
    #expect(desk.state.openTasks.isEmpty)
    // It was no call put off: nobody answered. Then it is put off, by another entry.
    try desk.say(.corrected(sequence: call, to: .contacted(step: judge, .noAnswer), reason: "mixed up"))
    try desk.say(.contacted(step: judge, .putOff(until: tomorrow)))
    #expect(desk.state.openTasks.map(\.path) == (edition == .first ? [] : [judge]))
    try desk.checkReplay()
    // What was corrected to something else left undone is the same task.
    try desk.say(
      .corrected(
        sequence: call, to: .contacted(step: judge, .unreached(reason: "closed")), reason: "mixed up"))
    #expect(desk.state.openTasks.isEmpty)
  }
}
