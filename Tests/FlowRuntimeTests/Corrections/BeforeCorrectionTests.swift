import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What was done or left undone in reality is not lost by a correction while the walk has not come there again (grammar, 12.5, 12.8).
@Suite struct BeforeCorrectionTests {
  private static let desk = """
    flow: desk
    version: 1.0.0
    title: {en: Desk}
    languages: [en]
    facts:
      grave: {type: boolean}
      level: {type: [low, high], title: {en: Level}, see: [judge, patrol]}
      weapon: {type: boolean, title: {en: Weapon}, see: [judge, patrol]}
      shelter: {type: boolean}
      place: {type: boolean}
      arrested: {type: boolean}
    steps:
      - ask: first
        by: officer
        questions:
          grave: {en: Grave?}
          weapon: {en: Weapon?}
      - assess: level
        risk: {grave: 1}
        unknown: as risk
        level: [["score >= 1", high], ["-", low]]
      - contact: judge
        by: officer
        legal: CPP 63
        shares: [level, weapon]
      - do: photos
        tick:
          taken: {en: Photos taken}
          copied: {en: Photos copied}
      - contact: registry
        by: officer
      - ask: shelter
        questions:
          shelter: {en: Shelter?}
      - ask: arrest
        questions: {arrested: {en: Arrested?}}
        then: [{when: arrested = true, go: rights}, {else: at-large}]
      - do: rights
        due: PT1H
        tick: {told: {en: Told}}
        then: [{else: done}]
      - do: at-large
        due: PT15M
        tick: {searched: {en: Searched for}}
      - end: done
    needs:
      housing: {title: {en: Housing}, when: shelter = true, done: place = true, partner: judge}
    roles: {judge: Judge, registry: Registry, patrol: Patrol, officer: Officer}
    """

  /// Everything said up to the arrest: a judge reached, photos not taken, a registry called again tomorrow, shelter wished.
  private static func walked() throws -> (desk: WalkedCase, grave: Int, weapon: Int, arrest: Int) {
    var desk = try WalkedCase([("desk.yaml", Self.desk)])
    func last() -> Int { desk.state.said[desk.state.said.count - 1].sequence }
    try desk.answer("first", "grave", true)
    let grave = last()
    try desk.answer("first", "weapon", true)
    let weapon = last()
    try desk.say(.confirmed(step: StepPath("level")))
    try desk.say(.contacted(step: StepPath("judge"), .reached))
    try desk.tick("photos", "taken", false)
    try desk.tick("photos", "copied", false)
    try desk.say(.contacted(step: StepPath("registry"), .putOff(until: Instant(milliseconds: 86_400_000))))
    try desk.answer("shelter", "shelter", true)
    try desk.answer("arrest", "arrested", true)
    return (desk, grave, weapon, last())
  }

  private static func answer(_ step: String, _ fact: String, _ value: Bool) -> Event {
    .answered(step: StepPath(step), fact: fact, .value(.boolean(value)))
  }

  private static func tasks(_ desk: WalkedCase) -> [String] {
    desk.state.openTasks.sorted { $0.number < $1.number }.map {
      "\($0.number) \($0.path)\($0.item.map { "." + $0 } ?? "") \($0.cause.rawValue)"
    }
  }

  @Test func whileALevelWaitsForItsConfirmationNothingThatWasDoneIsLost() throws {
    let walked = try Self.walked()
    var desk = walked.desk
    let calls = { (desk: WalkedCase) in
      ContactLog(desk.entries, state: desk.state) { $0.milliseconds / 86_400_000 }.rows.flatMap(\.acts).map(
        \.act)
    }
    let made = calls(desk)
    #expect(made.count == 2)
    let before = Self.tasks(desk)
    #expect(before == ["1 photos.taken not-done", "2 photos.copied not-done", "3 registry put-off"])
    #expect(desk.state.needs.map(\.progress) == [.toDo])
    try desk.say(
      .corrected(sequence: walked.grave, to: Self.answer("first", "grave", false), reason: "misheard"))
    #expect(desk.open == ["level"])
    #expect(calls(desk) == made)
    #expect(Self.tasks(desk) == before + ["4 rights set-aside"])
    #expect(desk.state.needs.map(\.progress) == [.toDo])
    #expect(desk.state.needs.map(\.isBefore) == [true])
    try desk.say(.confirmed(step: StepPath("level")))
    #expect(desk.open == ["rights"])
    #expect(calls(desk) == made)
    #expect(Self.tasks(desk).filter { !$0.contains("to-tell") } == before)
    #expect(desk.state.needs.map(\.isBefore) == [false])
    #expect(try Replay.state(after: desk.entries, of: desk.interpreter.program) == desk.state)
  }

  @Test func theNumberOfATaskGoesToNoOther() throws {
    let walked = try Self.walked()
    var desk = walked.desk
    let taken = try #require(
      desk.state.answers.first { if case .ticked(_, "taken", _, _) = $0.event { true } else { false } })
    let done = Event.ticked(step: StepPath("photos"), item: "taken", done: true, reason: nil)
    try desk.say(.corrected(sequence: taken.sequence, to: done, reason: "they were"))
    #expect(Self.tasks(desk) == ["2 photos.copied not-done", "3 registry put-off"])
    try desk.tick("rights", "told", false)
    #expect(Self.tasks(desk).last == "4 rights.told not-done")
  }

  @Test func aMistakenCorrectionLeavesNoTaskBehind() throws {
    let walked = try Self.walked()
    var desk = walked.desk
    try desk.say(
      .corrected(sequence: walked.arrest, to: Self.answer("arrest", "arrested", false), reason: "wrong key"))
    #expect(desk.open == ["at-large"])
    // The rights of somebody who was held are still to be settled.
    #expect(Self.tasks(desk).last == "4 rights set-aside")
    try desk.say(
      .corrected(sequence: walked.arrest, to: Self.answer("arrest", "arrested", true), reason: "it was right")
    )
    #expect(desk.open == ["rights"])
    #expect(!Self.tasks(desk).contains { $0.contains("at-large") || $0.contains("set-aside") })
    // Again: what the law runs for somebody held is not taken for a mistake.
    try desk.say(
      .corrected(
        sequence: walked.arrest, to: Self.answer("arrest", "arrested", false), reason: "not after all"))
    #expect(Self.tasks(desk).last?.hasSuffix("rights set-aside") == true)
    #expect(try Replay.state(after: desk.entries, of: desk.interpreter.program) == desk.state)
  }

  @Test func whoIsStillToBeToldFollowsFromTheCase() throws {
    let walked = try Self.walked()
    var desk = walked.desk
    let told = { (desk: WalkedCase) in
      desk.state.stillToTell.map { "\($0.to): \($0.facts.map(\.before.fact.name).joined(separator: " "))" }
    }
    #expect(told(desk) == [])
    let no = Self.answer("first", "weapon", false)
    try desk.say(.corrected(sequence: walked.weapon, to: no, reason: "a toy"))
    #expect(told(desk) == ["judge: weapon"])
    let task = try #require(desk.state.openTasks.first { $0.cause == .toTell })
    // Neither another correction nor a hand-over makes it forgotten; saying again what was told does.
    try desk.say(.handedOver(to: Person(identifier: "p2", role: "officer"), reason: nil))
    try desk.say(.corrected(sequence: walked.weapon, to: no, reason: "a toy indeed"))
    #expect(told(desk) == ["judge: weapon"])
    try desk.say(
      .corrected(sequence: walked.weapon, to: Self.answer("first", "weapon", true), reason: "no toy"))
    #expect(told(desk) == [])
    try desk.say(.corrected(sequence: walked.weapon, to: no, reason: "a toy after all"))
    #expect(desk.state.openTasks.first { $0.cause == .toTell }?.number == task.number)
    // It ends when somebody says that they were told.
    try desk.say(task.settled(done: true, reason: "called the judge"))
    #expect(told(desk) == [])
    #expect(desk.state.tasks.first { $0.number == task.number }?.closing?.isDone == true)
    #expect(try Replay.state(after: desk.entries, of: desk.interpreter.program) == desk.state)
  }
}
