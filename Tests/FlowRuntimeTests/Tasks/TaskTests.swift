import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What is left undone stays a task until somebody does it or says why not, also after the end (grammar, 12.8).
@Suite struct TaskTests {
  private static let desk = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    roles: {officer: Officer, chief: Chief, prosecutor: Prosecutor, registry: Registry}
    facts:
      searched: {type: boolean, about: perpetrator}
      phone: {type: boolean, about: victim}
      call: {type: [reached, unreached]}
      order: {type: [given, refused], about: victim}
      registry_call: {type: [reached, unreached, put-off]}
      agreed: {type: boolean, about: victim}
      place: {type: boolean, about: victim}
      attack: {type: boolean, about: victim}
    steps:
      - do: search
        by: officer
        due: PT2H
        tick:
          searched: {en: Weapons searched, fact: searched, required: true, task: {by: chief, in: PT12H}}
          door: {en: Door closed, task: false}
          photos: {en: Photos taken}
      - inform: words
        tell:
          numbers: {en: Numbers, required: true}
          courage: {en: You did right}
      - ask: phone
        by: officer
        questions:
          phone: {en: Phone granted?, task: P1D}
          agreed: {en: Agreed?}
      - contact: prosecutor
        by: officer
        due: PT1H
        result: call
      - contact: registry
        by: officer
        result: registry_call
        asks:
          order: {en: What does the judge say?}
      - refer: shelter
        to: housing
        consent: agreed
        asks: {place: {en: A place?}}
      - end: unprotected
        title: {en: Danger without protection}
        task: {by: chief, in: PT24H}
    interrupts:
      attack-now: {when: attack = true, run: rescue, report: {attack: {en: Attack}}}
    """
  private static let rescue = """
    flow: rescue
    version: 1.0.0
    title: Rescue
    languages: [en]
    steps:
      - do: patrol
        tick: {sent: {en: Sent, required: true}}
      - end: sent
    """
  private static let housing = """
    directory: d
    categories: {housing: {en: Housing}}
    services:
      home: {title: {en: Home}, category: housing, source: x}
    """

  private static let hour: Int64 = 3_600_000

  /// A case in which things were said, an hour apart, the first at hour 1.
  private struct Desk {
    let interpreter: Interpreter
    var state: State
    var entries: [Entry] = []

    init(_ events: [Event] = []) throws {
      let sources = [
        ("desk.yaml", TaskTests.desk), ("rescue.yaml", TaskTests.rescue),
        ("directory/d.yaml", TaskTests.housing),
      ].map { SourceText(path: $0.0, text: $0.1) }
      let (program, diagnostics) = FlowCompiler.compile(main: "desk", sources: sources)
      interpreter = Interpreter(try #require(program, "\(diagnostics)"))
      state = interpreter.initial
      try say(.started(Start(program: interpreter.program.hash, flow: "desk", language: "en")), at: 0)
      for event in events { try say(event) }
    }

    mutating func say(_ event: Event, at hour: Int64? = nil) throws {
      let at =
        hour.map { Instant(milliseconds: $0 * TaskTests.hour) } ?? state.now.advanced(by: TaskTests.hour)
      entries += try interpreter.step(
        event, by: Person(identifier: "ada", role: "officer"), at: at, state: &state)
    }

    /// Open tasks: what they are, for whom, and by which hour.
    var open: [String] {
      state.openTasks.map { task in
        let due = task.due.map { "\($0.milliseconds / TaskTests.hour)h" } ?? "-"
        return
          "\(task.path)\(task.item.map { "." + $0 } ?? "") \(task.cause.rawValue) \(task.by ?? "-") \(due)"
      }
    }

    func fact(_ name: String) -> String {
      state.fact(name).map { $0.standing == .known ? $0.value.text : "\($0.standing)" } ?? ""
    }
  }

  private static func tick(_ step: String, _ item: String, _ done: Bool) -> Event {
    .ticked(step: StepPath(step), item: item, done: done, reason: done ? nil : "no team")
  }
  private static func answer(_ step: String, _ fact: String, _ answer: Answer) -> Event {
    .answered(step: StepPath(step), fact: fact, answer)
  }
  private static func call(_ step: String, _ outcome: ContactOutcome) -> Event {
    .contacted(step: StepPath(step), outcome)
  }
  private static let nine = Instant(milliseconds: 40 * hour)

  private static let nothingDone: [Event] = [
    tick("search", "searched", false), tick("search", "door", false), tick("search", "photos", false),
    tick("words", "numbers", false), tick("words", "courage", false),
    answer("phone", "phone", .unknown), answer("phone", "agreed", .value(true)),
    call("prosecutor", .unreached(reason: "night")), call("registry", .putOff(until: nine)),
    .referred(step: StepPath("shelter"), .impossible(reason: "full")),
  ]

  private static let allTasks = [
    "search.photos not-done officer 2h", "prosecutor unreached officer 8h",
    "search.searched not-done chief 13h", "phone.phone unknown officer 30h",
    "unprotected outcome chief 34h", "registry put-off officer 40h", "words.numbers not-done - -",
    "shelter impossible - -",
  ]

  @Test func whatIsNotDoneIsATaskWithARoleAndATimeAlsoAfterTheEnd() throws {
    let desk = try Desk(Self.nothingDone)
    #expect(desk.state.outcome == "unprotected")
    #expect(desk.open == Self.allTasks)
    #expect(try Desk(Array(Self.nothingDone.prefix(3))).open.count == 2)
  }

  @Test func aCallThatIsPutOffLetsTheWalkGoOnAndItsFactsStayNotAsked() throws {
    let desk = try Desk(Array(Self.nothingDone.prefix(9)))
    #expect(desk.state.open.map(\.path.description) == ["shelter"])
    #expect(desk.fact("registry_call") == "put-off" && desk.fact("order") == "unset")
    // Where the fact knows two values only, a call that is put off is not reached so far.
    let prosecutor = Self.call("prosecutor", .putOff(until: Self.nine))
    let other = try Desk(Array(Self.nothingDone.prefix(7)) + [prosecutor])
    #expect(other.fact("call") == "unreached")
    // What the law wants within the hour is not later for having been put off.
    #expect(other.open.contains("prosecutor put-off officer 8h"))
  }

  @Test func aMomentThatIsOverIsRefused() throws {
    var desk = try Desk(Array(Self.nothingDone.prefix(8)))
    #expect(throws: Refusal.momentPassed) {
      try desk.say(Self.call("registry", .putOff(until: Instant(milliseconds: 9 * Self.hour))))
    }
  }

  @Test func whatIsDoneLaterIsSaidAsItWouldHaveBeenSaidThen() throws {
    var desk = try Desk(Self.nothingDone)
    try desk.say(Self.tick("search", "searched", true))
    #expect(desk.fact("searched") == "true")
    try desk.say(Self.answer("phone", "phone", .value(true)))
    #expect(desk.fact("phone") == "true")
    try desk.say(Self.call("registry", .noAnswer))
    try desk.say(Self.call("registry", .putOff(until: Instant(milliseconds: 60 * Self.hour))))
    #expect(desk.open.contains("registry put-off officer 60h"))
    try desk.say(Self.call("registry", .reached))
    // Reached, and not yet asked.
    let task = try #require(desk.state.openTasks.first { $0.path == StepPath("registry") })
    #expect(task.again?.item == "order")
    try desk.say(Self.answer("registry", "order", .value(.string("given"))))
    #expect(desk.fact("order") == "given" && desk.fact("registry_call") == "reached")
    try desk.say(Self.call("prosecutor", .reached))
    #expect(desk.fact("call") == "reached")
    try desk.say(.referred(step: StepPath("shelter"), .referred(service: "home")))
    try desk.say(Self.answer("shelter", "place", .unknown))
    try desk.say(Self.tick("words", "numbers", true))
    #expect(desk.open == ["search.photos not-done officer 2h", "unprotected outcome chief 34h"])
    let isReplayed = try Replay.state(after: desk.entries, of: desk.interpreter.program) == desk.state
    #expect(isReplayed)
  }

  @Test func whatIsNotToBeDoneAnyMoreNeedsAReason() throws {
    var desk = try Desk(Self.nothingDone)
    let photos = try #require(desk.state.openTasks.first { $0.item == "photos" })
    #expect(throws: Refusal.reasonMissing) { try desk.say(photos.settled(done: false, reason: " ")) }
    try desk.say(photos.settled(done: false, reason: "the hospital took them"))
    let chief = try #require(desk.state.openTasks.first { $0.cause == .outcome })
    try desk.say(chief.settled(done: true, reason: "patrol sent"))
    #expect(desk.open.count == Self.allTasks.count - 2)
    let closed = desk.state.tasks.filter { $0.closing != nil }
    #expect(closed.map { $0.closing?.isDone } == [false, true])
    #expect(throws: Refusal.nothingLeftUndone(step: "search", item: "photos")) {
      try desk.say(photos.settled(done: true, reason: "twice"))
    }
    #expect(throws: Refusal.caseEnded) { try desk.say(Self.tick("words", "courage", true)) }
  }

  @Test func anItemDoneOtherwiseIsKnownAsDone() throws {
    var desk = try Desk(Self.nothingDone)
    try desk.say(.settled(step: StepPath("search"), item: "searched", done: true, reason: "by another unit"))
    #expect(desk.fact("searched") == "true")
  }

  /// A correction is as having answered so at once: the task that it does away with takes what was said of it along.
  @Test func aCorrectionTakesAwayAndGivesBackTasks() throws {
    var desk = try Desk(Self.nothingDone)
    try desk.say(Self.tick("search", "searched", true))
    let later = try #require(desk.entries.last?.sequence)
    try desk.say(.corrected(sequence: 2, to: Self.tick("search", "searched", true), reason: "it was done"))
    #expect(!desk.open.contains { $0.hasPrefix("search.searched") })
    #expect(desk.state.withdrawn.contains(later))
    try desk.say(.corrected(sequence: 2, to: Self.tick("search", "searched", false), reason: "it was not"))
    // What was said of it later counts again.
    #expect(!desk.state.withdrawn.contains(later) && desk.fact("searched") == "true")
    let call = try #require(desk.entries.first { $0.event.name == "contacted" }?.sequence)
    try desk.say(.corrected(sequence: call, to: Self.call("prosecutor", .reached), reason: "called back"))
    #expect(!desk.open.contains { $0.hasPrefix("prosecutor") })
    #expect(desk.state.outcome == "unprotected")
    let isReplayed = try Replay.state(after: desk.entries, of: desk.interpreter.program) == desk.state
    #expect(isReplayed)
  }

  @Test func whatIsSaidLaterMayInterruptTheWalk() throws {
    var desk = try Desk(Array(Self.nothingDone.prefix(6)))
    try desk.say(.reported(interrupt: "attack-now", fact: "attack"))
    try desk.say(Self.tick("!attack-now[1]/patrol", "sent", false))
    // The walk goes on where it was; the patrol that was not sent stays.
    #expect(desk.state.open.map(\.path.description) == ["phone"])
    #expect(desk.open.contains("!attack-now[1]/patrol.sent not-done - -"))
  }

  @Test func anAbandonedCaseHasNoTasksUntilItIsReopened() throws {
    var desk = try Desk(Array(Self.nothingDone.prefix(8)))
    try desk.say(.abandoned(reason: "she left"))
    #expect(desk.open == [])
    #expect(throws: Refusal.caseAbandoned) { try desk.say(Self.tick("search", "photos", true)) }
    try desk.say(.reopened(reason: "she came back"))
    #expect(desk.open.count == 5)
  }
}
