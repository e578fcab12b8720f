import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// What lies on each professional, as a function of the journals.
@Suite struct WorkloadTests {
  private static let flow = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    roles: {officer: Officer, chief: Chief}
    facts:
      fear: {type: number, about: victim}
      danger: {type: [low, medium, high, extreme], about: case}
      again: {type: boolean, about: victim}
    steps:
      - ask: first
        questions: {fear: {en: Fear?}}
      - assess: danger
        risk: {fear: {when: fear >= 3, weight: 3}}
        unknown: as risk
        level:
          - ["fear = null or fear >= 6", extreme]
          - ["score >= 3", high]
          - ["fear != null and fear >= 2", medium]
          - ["-", low]
        override: {roles: [chief], direction: both, reason: required}
      - contact: chief
        due: PT2H
      - wait: morning
        for: PT30H
      - ask: last
        questions: {again: {en: Again?}}
      - end: done
    """

  private static func program() throws -> Program {
    let (program, diagnostics) = FlowCompiler.compile(
      main: "desk", sources: [SourceText(path: "desk.yaml", text: flow)])
    return try #require(program, "\(diagnostics)")
  }

  /// An hour since the first midnight, in a zone two hours east; who, in which role; what.
  typealias Act = (hour: Int64, person: String, event: Event)

  private static func instant(_ hour: Int64) -> Instant { Instant(milliseconds: (hour - 2) * 3_600_000) }

  private static func person(_ text: String) -> Person {
    let parts = text.split(separator: "/").map(String.init)
    return Person(identifier: parts[0], role: parts.count > 1 ? parts[1] : "officer")
  }

  private static let start = Event.started(Start(program: "", flow: "desk", language: "en"))
  private static func fear(_ number: Int) -> Event {
    .answered(step: StepPath("first"), fact: "fear", .value(.number(Number(number))))
  }
  private static let confirmed = Event.confirmed(step: StepPath("danger"))
  private static let called = Event.contacted(step: StepPath("chief"), .reached)
  private static func over(to text: String) -> Event { .handedOver(to: person(text), reason: nil) }

  private static func tally(_ cases: [[Act]], now: Int64, days: Int = 30) throws -> WorkloadTally {
    let interpreter = Interpreter(try program())
    var tally = WorkloadTally(now: instant(now), days: days) { _ in 7200 }
    for (index, acts) in cases.enumerated() {
      var state = interpreter.initial
      var entries: [Entry] = []
      for act in acts {
        var event = act.event
        if case .started(var start) = event {
          start.program = state.program.hash
          event = .started(start)
        }
        entries += try interpreter.step(
          event, by: person(act.person), at: instant(act.hour), state: &state)
      }
      tally.take("c\(index)", entries, state: state)
    }
    return tally
  }

  private static func told(_ load: Workload) -> String {
    let held = load.held.map { held in
      "\(held.identifier)(\(held.overdue) \(held.dueWithinDay) "
        + held.highLevels.map { "\($0.fact.name)=\($0.value.text)" }.joined() + ")"
    }
    return "\(load.identifier)/\(load.roles.joined(separator: "+")) [\(held.joined(separator: " "))] "
      + "\(load.cases) \(load.entries) \(load.nightEntries) \(load.days) \(load.longestRun)"
  }

  @Test(
    arguments: [
      (0, -1, true), (5, -1, true), (6, 0, false), (12, 0, false), (20, 0, false), (21, 0, true),
      (29, 0, true),
      (30, 1, false), (-1, -1, true), (-4, -1, false),
    ])
  func aNightCountsWithTheDayOnWhichItBegan(hour: Int64, day: Int, isNight: Bool) {
    let time = WorkingTime(Self.instant(hour), offset: 7200)
    #expect(time.day == day && time.isNight == isNight)
  }

  @Test(
    arguments: [
      // A chief who reads and leaves a note takes a case from nobody; nor does who answers for whoever got it.
      (
        [
          [
            (10, "ada", start), (11, "ada", over(to: "zoe")), (12, "chief", .noted("read")),
            (12, "ben", fear(4)),
          ]
        ], 13,
        [
          "zoe/officer [c0(0 0 danger=high)] 0 0 0 0 0", "ada/officer [] 1 2 0 1 1",
          "ben/officer [] 1 1 0 1 1",
          "chief/officer [] 1 1 0 1 1",
        ]
      ),
      (
        [[(10, "ada", start), (12, "chief", .noted("read"))]], 13,
        ["ada/officer [c0(0 0 )] 1 1 0 1 1", "chief/officer [] 1 1 0 1 1"]
      ),
      // Open: held by who acted last, with what is late and what is to come.
      ([[(10, "ada", start)]], 11, ["ada/officer [c0(0 0 )] 1 1 0 1 1"]),
      (
        [[(10, "ada", start), (11, "ben", fear(4))]], 12,
        ["ben/officer [c0(0 0 danger=high)] 1 1 0 1 1", "ada/officer [] 1 1 0 1 1"]
      ),
      (
        [[(10, "ada", start), (10, "ada", fear(4)), (10, "ada", confirmed)]], 11,
        ["ada/officer [c0(0 1 danger=high)] 1 3 0 1 1"]
      ),
      (
        [[(10, "ada", start), (10, "ada", fear(2)), (10, "ada", confirmed)]], 13,
        ["ada/officer [c0(1 0 )] 1 3 0 1 1"]
      ),
      // A wait is nothing that is late; when it is over it is to be done.
      (
        [[(10, "ada", start), (10, "ada", fear(0)), (10, "ada", confirmed), (11, "ada", called)]], 12,
        ["ada/officer [c0(0 0 )] 1 4 0 1 1"]
      ),
      (
        [[(10, "ada", start), (10, "ada", fear(0)), (10, "ada", confirmed), (11, "ada", called)]], 50,
        ["ada/officer [c0(0 1 )] 1 4 0 1 1"]
      ),
      // Handed over: with the next, who has entered nothing; back with who acts again.
      (
        [[(10, "ada", start), (11, "ada", over(to: "cyd"))]], 12,
        ["cyd/officer [c0(0 0 )] 0 0 0 0 0", "ada/officer [] 1 2 0 1 1"]
      ),
      (
        [[(10, "ada", start), (11, "ada", over(to: "cyd")), (12, "ada", .noted("called back"))]], 12,
        ["cyd/officer [c0(0 0 )] 0 0 0 0 0", "ada/officer [] 1 3 0 1 1"]
      ),
      // The clock is nobody's work, and a case that is closed is held by nobody.
      ([[(10, "ada", start), (60, "ben", .clock)]], 61, ["ada/officer [c0(0 0 )] 1 1 0 1 1"]),
      (
        [[(10, "ada", start), (11, "ben", .abandoned(reason: "by mistake"))]], 12,
        ["ada/officer [] 1 1 0 1 1", "ben/officer [] 1 1 0 1 1"]
      ),
      // Nights count with the day on which they began; a day off ends a run.
      (
        [
          [
            (22, "ada", start), (28, "ada", .noted("1")), (46, "ada", .noted("2")), (53, "ada", .noted("3")),
            (100, "ada/chief", .noted("4")),
          ]
        ], 101, ["ada/chief+officer [c0(0 0 )] 1 5 5 3 2"]
      ),
      // The order: what is late, then what is held.
      (
        [
          [(10, "ada", start)], [(10, "ada", start)],
          [(10, "ben", start), (10, "ben", fear(6)), (10, "ben", confirmed)],
        ], 13,
        ["ben/officer [c2(1 0 danger=extreme)] 1 3 0 1 1", "ada/officer [c0(0 0 ) c1(0 0 )] 2 2 0 1 1"]
      ),
    ] as [([[Act]], Int64, [String])])
  func loads(_ cases: [[Act]], now: Int64, expected: [String]) throws {
    #expect(try Self.tally(cases, now: now).workloads.map(Self.told) == expected)
  }

  /// What is older does not count; who did nothing else and holds nothing is left out.
  @Test func onlyTheDaysLookedAtCount() throws {
    let cases: [[Act]] = [
      [(10, "ada", Self.start), (11, "ben", Self.fear(1)), (34, "ben", .noted("later"))],
      [(10, "cyd", Self.start), (11, "cyd", .abandoned(reason: "by mistake"))],
    ]
    // The second day began at hour 30.
    let two = try Self.tally(cases, now: 35, days: 2).workloads
    #expect(two.map(\.identifier) == ["ben", "cyd", "ada"])
    let one = try Self.tally(cases, now: 35, days: 1).workloads
    #expect(one.map(Self.told) == ["ben/officer [c0(0 0 )] 1 1 0 1 1"])
    let none = try Self.tally(cases, now: 5000, days: 1).workloads
    #expect(none.map(Self.told) == ["ben/officer [c0(0 0 )] 0 0 0 0 0"])
    #expect(none[0].lastEntry == Self.instant(34))
  }

  /// A grid that is gone through again stands as it was decided last; of children each has a level.
  @Test func theLastLevelStands() throws {
    let interpreter = Interpreter(try Self.program())
    var state = interpreter.initial
    let start = Event.started(Start(program: state.program.hash, flow: "desk", language: "en"))
    let chief = Person(identifier: "cyd", role: "chief")
    var levels: [String] = []
    for event in [
      start, Self.fear(0),
      .overridden(step: StepPath("danger"), to: .string("extreme"), reason: "knows the file"),
      .corrected(sequence: 2, to: Self.fear(4), reason: "misheard"), Self.confirmed,
    ] {
      try interpreter.step(event, by: chief, at: Self.instant(1), state: &state)
      levels += state.assessedLevels.map { $0.value.text + ($0.isInUpperHalf ? "!" : "") }
    }
    #expect(levels == ["low", "extreme!", "high!", "high!"])
  }

  @Test(
    arguments: [
      (["lower", "high"], ["high"]), (["low", "medium", "high"], ["high"]),
      (["low", "medium", "high", "extreme"], ["high", "extreme"]),
      (["a", "b", "c", "d", "e"], ["d", "e"]), (["only"], []),
    ] as [([String], [String])])
  func theUpperHalfOfAScale(scale: [String], upper: [String]) {
    let found = scale.filter {
      AssessedLevel(
        path: StepPath("grid"), fact: Fact(name: "level", type: .choice(scale)), value: .string($0)
      ).isInUpperHalf
    }
    #expect(found == upper)
  }
}
