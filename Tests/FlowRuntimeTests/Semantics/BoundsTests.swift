import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What a fact may be can hang on other facts and on the moment: an answer that contradicts them is refused, and said why.
@Suite struct BoundsTests {
  static let flow = """
    flow: desk
    version: 1.0.0
    title: {en: Desk}
    languages: [en]
    facts:
      began: {type: date and time, title: {en: Beginning}, allowed: '[now() - duration("P2D")..now()]'}
      ended: {type: date and time, allowed: "? >= began and ? <= now()"}
      talk_on: {type: date, allowed: ">= today()"}
      persons: {type: number, allowed: "[0..20]"}
      hurt: {type: number, allowed: "<= persons"}
    steps:
      - ask: first
        questions:
          began: {en: Began when?}
          ended: {en: Ended when?}
          talk_on: {en: When to talk again?}
          persons: {en: How many persons?}
          hurt: {en: How many hurt?}
      - end: done

    """
  static let now = "2026-03-05T22:00:00+01:00"

  static func program() throws -> Program {
    let (program, diagnostics) = FlowCompiler.compile(
      main: "desk", sources: [SourceText(path: "desk.yaml", text: flow)])
    return try #require(program, "\(diagnostics.map { "\($0.code) \($0.place.start) \($0.arguments)" })")
  }

  private func value(_ text: String) throws -> Value {
    if let number = Number(text) { return .number(number) }
    return try #require(Value(temporal: text))
  }

  private func answer(_ fact: String, _ text: String?) throws -> Event {
    .answered(step: StepPath("first"), fact: fact, try text.map { .value(try value($0)) } ?? .unknown)
  }

  private func walk(_ answers: [(String, String?)]) throws -> MomentTests.Walk {
    var walk = try MomentTests.Walk(Self.program(), at: Self.now)
    for (fact, text) in answers { try walk.say(answer(fact, text), at: Self.now) }
    return walk
  }

  private func refusal(_ event: Event, of walk: MomentTests.Walk, at moment: String = now) throws -> String? {
    var walk = walk
    do {
      try walk.say(event, at: moment)
      return nil
    } catch let refusal as Refusal {
      return refusal.identifier
    }
  }

  private static let before: [(String, String?)] = [
    ("began", "2026-03-05T20:00:00+01:00"), ("ended", "2026-03-05T21:00:00+01:00"), ("talk_on", "2026-03-06"),
    ("persons", "3"),
  ]

  @Test(
    arguments: [
      ("began", "2026-03-05T22:01:00+01:00", "too-late-now"),
      ("began", "2026-03-03T21:59:00+01:00", "too-early-limit"),
      ("began", "2026-03-05T22:00:00+01:00", nil), ("began", "2026-03-05T21:00:00", nil),
      ("ended", "2026-03-05T19:59:00+01:00", "too-early-fact"),
      ("ended", "2026-03-05T22:01:00+01:00", "too-late-now"),
      ("ended", "2026-03-05T20:00:00+01:00", nil), ("talk_on", "2020-01-01", "too-early-now"),
      ("talk_on", "2026-03-05", nil), ("persons", "21", "outside-allowed"), ("hurt", "4", "too-much-fact"),
      ("hurt", "3", nil),
    ] as [(String, String, String?)])
  func whatContradictsIsRefused(_ fact: String, _ said: String, _ identifier: String?) throws {
    let place = try #require((Self.before.map(\.0) + ["hurt"]).firstIndex(of: fact))
    let walk = try walk(Array(Self.before.prefix(place)))
    #expect(try refusal(answer(fact, said), of: walk) == identifier)
  }

  /// Beside what is not known, only what is known counts.
  @Test func whatIsNotKnownContradictsNothing() throws {
    let walk = try walk([("began", nil)])
    #expect(try refusal(answer("ended", "2026-03-05T19:00:00+01:00"), of: walk) == nil)
    #expect(try refusal(answer("ended", "2026-03-06T19:00:00+01:00"), of: walk) == "too-late-now")
  }

  /// Who reads it learns what it was compared with.
  @Test func theRefusalNamesTheEnd() throws {
    let walk = try walk([("began", "2026-03-05T20:00:00+01:00")])
    var next = walk
    #expect {
      try next.say(answer("ended", "2026-03-05T19:59:00+01:00"), at: Self.now)
    } throws: { error in
      guard case .outOfBounds(let bounds)? = error as? Refusal else { return false }
      return bounds.source == .fact("began", title: Words(["en": "Beginning"]))
        && bounds.end == (try? value("2026-03-05T20:00:00+01:00"))
    }
    let isUnchanged = next.state == walk.state
    #expect(isUnchanged)
  }

  /// A correction that contradicts is refused; one after which a later answer contradicts withdraws that answer, and asks anew.
  @Test func correctionsAreBoundToo() throws {
    var walk = try walk(Self.before)
    func number(_ fact: String) throws -> Int {
      try #require(
        walk.state.answers.first {
          if case .answered(_, fact, _) = $0.event { true } else { false }
        }
      ).sequence
    }
    let wrong = Event.corrected(
      sequence: try number("ended"), to: try answer("ended", "2026-03-05T19:00:00+01:00"), reason: "Misheard")
    #expect(try refusal(wrong, of: walk) == "too-early-fact")
    // It was not that late yet when it was asked.
    let late = Event.corrected(
      sequence: try number("began"), to: try answer("began", "2026-03-05T22:30:00+01:00"), reason: "Misheard")
    #expect(try refusal(late, of: walk, at: "2026-03-05T23:00:00+01:00") == "too-late-now")
    try walk.say(
      .corrected(
        sequence: try number("began"), to: try answer("began", "2026-03-05T21:30:00+01:00"),
        reason: "Misheard"), at: "2026-03-05T23:00:00+01:00")
    #expect(walk.state.open.first?.item == "ended")
    #expect(walk.state.withdrawn.contains(try number("ended")))
    // What was said after it is taken up again once it is answered.
    try walk.say(answer("ended", "2026-03-05T21:45:00+01:00"), at: "2026-03-05T23:01:00+01:00")
    #expect(walk.state.open.first?.item == "hurt")
    #expect(walk.fact("talk_on") == (try value("2026-03-06")))
    #expect(try Replay.state(after: walk.entries, of: Self.program()) == walk.state)
  }
}
