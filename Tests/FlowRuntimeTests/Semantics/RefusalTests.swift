import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// Each refusal, on one flow: what is said at a point of the walk, and why it is not taken.
@Suite struct RefusalTests {
  static let flow = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    roles: {officer: Officer, supervisor: Supervisor}
    takes: [known]
    facts:
      known: boolean
      age: {type: number, allowed: "[0..120]"}
      level: {type: [low, middle, high]}
      consent: {type: boolean, about: victim}
      words: text
    steps:
      - ask: first
        by: officer
        questions:
          age: {en: How old?, unknown: false}
          words: {en: In her words?, declined: false}
          consent: {en: Consent?}
      - do: form
        tick: {sign: {en: Signed, required: true}}
      - assess: level
        risk: {known: 3}
        unknown: as risk
        unasked: as risk
        level:
          - [score >= 3, middle]
          - ["-", low]
        override: {roles: [supervisor], direction: up, reason: required}
      - refer: help
        to: helpers
        consent: consent
      - contact: prosecutor
        to: supervisor
      - end: done
    """
  static let directory = """
    directory: lines
    categories: {helpers: {en: Helpers}, others: {en: Others}}
    services:
      line: {title: {en: Line}, category: helpers, phone: "1", source: made up, checked: 2026-01-01}
      other: {title: {en: Other}, category: others, phone: "2", source: made up, checked: 2026-01-01}
    """

  static func program() throws -> Program {
    let (program, diagnostics) = FlowCompiler.compile(
      main: "desk",
      sources: [
        SourceText(path: "desk.yaml", text: flow), SourceText(path: "directory/lines.yaml", text: directory),
      ])
    return try #require(program, "\(diagnostics.map { "\($0.code) \($0.place.start) \($0.arguments)" })")
  }

  static let officer = Person(identifier: "o", role: "officer")
  static let supervisor = Person(identifier: "s", role: "supervisor")
  static let path = ["first": StepPath("first"), "form": StepPath("form"), "level": StepPath("level")]

  /// A walk to the end; a case says what it wants after so many of these.
  static func walk(_ program: Program) -> [Event] {
    [
      .started(Start(program: program.hash, flow: "desk", language: "en")),
      .answered(step: StepPath("first"), fact: "age", .value(30)),
      .answered(step: StepPath("first"), fact: "words", .unknown),
      .answered(step: StepPath("first"), fact: "consent", .declined),
      .ticked(step: StepPath("form"), item: "sign", done: true, reason: nil),
      .confirmed(step: StepPath("level")),
      .referred(step: StepPath("help"), .numberGiven),
      .contacted(step: StepPath("prosecutor"), .reached),
    ]
  }

  struct Refused: CustomTestStringConvertible, Sendable {
    var after: Int
    var said: Event
    var by = officer
    var refusal: Refusal
    var testDescription: String { "after \(after): \(refusal.identifier)" }
  }

  static let first = StepPath("first")
  static let long = String(repeating: "x", count: 10_001)
  static let cases: [Refused] = [
    Refused(after: 0, said: .clock, refusal: .notStarted),
    Refused(
      after: 0, said: .started(Start(program: "other", flow: "desk", language: "en")),
      refusal: .programDiffers(expected: "HASH", found: "other")),
    Refused(
      after: 0, said: .started(Start(program: "HASH", flow: "other", language: "en")),
      refusal: .flowDiffers(expected: "desk", found: "other")),
    Refused(
      after: 0,
      said: .started(
        Start(
          program: "HASH", flow: "desk", language: "en", given: [GivenFact(fact: "age", answer: .unknown)])),
      refusal: .factNotTaken("age")),
    Refused(
      after: 0,
      said: .started(
        Start(
          program: "HASH", flow: "desk", language: "en",
          given: [GivenFact(fact: "known", answer: .value("yes"))])),
      refusal: .wrongType(fact: "known", expected: "boolean", found: "text")),
    Refused(
      after: 1, said: .started(Start(program: "HASH", flow: "desk", language: "en")), refusal: .alreadyStarted
    ),
    Refused(
      after: 1, said: .answered(step: first, fact: "consent", .unknown),
      refusal: .notAskedNow(step: "first", item: "consent")),
    Refused(
      after: 1, said: .answered(step: StepPath("form"), fact: "age", .value(1)),
      refusal: .notAskedNow(step: "form", item: "age")),
    Refused(
      after: 1, said: .answered(step: first, fact: "age", .value("old")),
      refusal: .wrongType(fact: "age", expected: "number", found: "text")),
    Refused(
      after: 1, said: .answered(step: first, fact: "age", .value(.null)),
      refusal: .wrongType(fact: "age", expected: "number", found: "null")),
    Refused(
      after: 1, said: .answered(step: first, fact: "age", .value(130)),
      refusal: .outsideAllowed(fact: "age", value: "130")),
    Refused(
      after: 1, said: .answered(step: first, fact: "age", .unknown), refusal: .unknownNotAccepted(fact: "age")
    ),
    Refused(
      after: 2, said: .answered(step: first, fact: "words", .declined),
      refusal: .declinedNotAccepted(fact: "words")),
    Refused(
      after: 2, said: .answered(step: first, fact: "words", .value(.string(long))),
      refusal: .textTooLong(limit: 10_000)),
    Refused(after: 2, said: .noted(long), refusal: .textTooLong(limit: 10_000)),
    Refused(
      after: 4, said: .ticked(step: StepPath("form"), item: "sign", done: false, reason: " "),
      refusal: .reasonMissing),
    Refused(
      after: 4, said: .ticked(step: StepPath("form"), item: "seal", done: true, reason: nil),
      refusal: .notAskedNow(step: "form", item: "seal")),
    Refused(
      after: 4, said: .confirmed(step: StepPath("level")), refusal: .notAskedNow(step: "level", item: "")),
    Refused(
      after: 5, said: .overridden(step: StepPath("level"), to: "high", reason: "r"),
      refusal: .roleMayNotOverride(role: "officer", allowed: ["supervisor"])),
    Refused(
      after: 5, said: .overridden(step: StepPath("level"), to: "low", reason: "r"), by: supervisor,
      refusal: .directionNotAllowed(direction: "up", recommended: "middle", to: "low")),
    Refused(
      after: 5, said: .overridden(step: StepPath("level"), to: "middle", reason: "r"), by: supervisor,
      refusal: .overrideChangesNothing(value: "middle")),
    Refused(
      after: 5, said: .overridden(step: StepPath("level"), to: "extreme", reason: "r"), by: supervisor,
      refusal: .wrongType(fact: "level", expected: "[low, middle, high]", found: "text")),
    Refused(
      after: 5, said: .overridden(step: StepPath("level"), to: "high", reason: nil), by: supervisor,
      refusal: .reasonMissing),
    Refused(
      after: 6, said: .referred(step: StepPath("help"), .referred(service: "line")),
      refusal: .consentMissing(step: "help")),
    Refused(
      after: 6, said: .referred(step: StepPath("help"), .impossible(reason: "")), refusal: .reasonMissing),
    Refused(
      after: 7, said: .contacted(step: StepPath("prosecutor"), .unreached(reason: "")),
      refusal: .reasonMissing),
    Refused(
      after: 3, said: .reported(interrupt: "alarm", fact: "known"),
      refusal: .cannotReport(interrupt: "alarm", fact: "known")),
    Refused(after: 3, said: .reopened(reason: "r"), refusal: .notAbandoned),
    Refused(after: 3, said: .abandoned(reason: ""), refusal: .reasonMissing),
    Refused(
      after: 3, said: .corrected(sequence: 9, to: .clock, reason: "r"), refusal: .noSuchEntry(sequence: 9)),
    Refused(after: 3, said: .corrected(sequence: 2, to: .clock, reason: ""), refusal: .reasonMissing),
    Refused(
      after: 3, said: .corrected(sequence: 2, to: .clock, reason: "r"),
      refusal: .correctionDiffers(sequence: 2)),
    Refused(
      after: 3,
      said: .corrected(sequence: 2, to: .answered(step: first, fact: "age", .value(130)), reason: "r"),
      refusal: .outsideAllowed(fact: "age", value: "130")),
    // Entry 6 is the walk's recommendation.
    Refused(
      after: 6, said: .corrected(sequence: 6, to: .confirmed(step: StepPath("level")), reason: "r"),
      refusal: .notCorrectable(sequence: 6)),
    Refused(
      after: 6,
      said: .corrected(
        sequence: 7, to: .overridden(step: StepPath("level"), to: "high", reason: "r"), reason: "r"),
      refusal: .roleMayNotOverride(role: "officer", allowed: ["supervisor"])),
    Refused(after: 3, said: .ended(outcome: "done"), refusal: .notSaidByPersons(event: "ended")),
    Refused(after: 8, said: .clock, refusal: .caseEnded),
  ]

  @Test(arguments: cases) func isRefused(_ refused: Refused) throws {
    let program = try RefusalTests.program()
    let interpreter = Interpreter(program)
    var state = interpreter.initial
    for event in RefusalTests.walk(program).prefix(refused.after) {
      try interpreter.step(event, by: RefusalTests.officer, at: Instant(milliseconds: 0), state: &state)
    }
    var said = refused.said
    if case .started(var start) = said, start.program == "HASH" {
      start.program = program.hash
      said = .started(start)
    }
    var expected = refused.refusal
    if case .programDiffers(_, let found) = expected {
      expected = .programDiffers(expected: program.hash, found: found)
    }
    let before = state
    #expect(throws: expected) {
      try interpreter.step(said, by: refused.by, at: Instant(milliseconds: 0), state: &state)
    }
    let isUnchanged = state == before
    #expect(isUnchanged)
  }

  @Test func abandonedCaseTakesNotesUntilItIsReopened() throws {
    let program = try RefusalTests.program()
    let interpreter = Interpreter(program)
    var state = interpreter.initial
    let at = Instant(milliseconds: 0)
    for event in RefusalTests.walk(program).prefix(2) + [.abandoned(reason: "moved away"), .noted("a note")] {
      try interpreter.step(event, by: RefusalTests.officer, at: at, state: &state)
    }
    let correction = Event.corrected(
      sequence: 2, to: .answered(step: RefusalTests.first, fact: "age", .value(31)), reason: "r")
    for event in [Event.clock, correction, RefusalTests.walk(program)[2]] {
      #expect(throws: Refusal.caseAbandoned) {
        try interpreter.step(event, by: RefusalTests.officer, at: at, state: &state)
      }
    }
    try interpreter.step(.reopened(reason: "back"), by: RefusalTests.officer, at: at, state: &state)
    try interpreter.step(correction, by: RefusalTests.officer, at: at, state: &state)
    #expect(state.fact("age")?.value == 31)
  }

  @Test func everyRefusalHasAnIdentifierOfTheList() {
    let identifiers = Set(RefusalTests.cases.map(\.refusal.identifier))
    #expect(identifiers.subtracting(Refusal.identifiers) == [])
    #expect(Refusal.identifiers.count == Set(Refusal.identifiers).count)
  }

  @Test func consentAllowsServicesOfTheCategoryOnly() throws {
    let program = try RefusalTests.program()
    let interpreter = Interpreter(program)
    var state = interpreter.initial
    var events = Array(RefusalTests.walk(program).prefix(6))
    events[3] = .answered(step: RefusalTests.first, fact: "consent", .value(true))
    for event in events {
      try interpreter.step(event, by: RefusalTests.officer, at: Instant(milliseconds: 0), state: &state)
    }
    let help = StepPath("help")
    #expect(throws: Refusal.unknownService("other", category: "helpers")) {
      try interpreter.step(
        .referred(step: help, .referred(service: "other")), by: RefusalTests.officer,
        at: Instant(milliseconds: 0), state: &state)
    }
    try interpreter.step(
      .referred(step: help, .referred(service: "line")), by: RefusalTests.officer,
      at: Instant(milliseconds: 0),
      state: &state)
    #expect(state.open.map(\.path) == [StepPath("prosecutor")])
    // Once consent is taken back, the referral does not stand: it is asked for again.
    try interpreter.step(
      .corrected(
        sequence: 4, to: .answered(step: RefusalTests.first, fact: "consent", .value(false)),
        reason: "withdrawn"),
      by: RefusalTests.officer, at: Instant(milliseconds: 0), state: &state)
    #expect(state.open.map(\.path) == [help])
  }
}
