import FEEL
import FlowDSL
import Testing

@testable import FlowRuntime

/// Who dealt with the person, as a function of the journal.
@Suite struct ContactLogTests {
  private static let flow = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    roles: {officer: Officer, chief: Chief}
    facts:
      hurt: {type: boolean, about: victim}
      agreed: {type: boolean, about: victim}
    steps:
      - ask: first
        questions: {hurt: {en: Hurt?}, agreed: {en: Agreed?}}
      - contact: chief
      - refer: shelter
        to: housing
        consent: agreed
        when: hurt = true
      - end: done
    """
  private static let directory =
    "directory: d\ncategories: {housing: {en: Housing}}\nservices:\n  home: {title: {en: Home}, category: housing, source: x}\n"

  private static func program() throws -> Program {
    let (program, diagnostics) = FlowCompiler.compile(
      main: "desk",
      sources: [
        SourceText(path: "desk.yaml", text: flow), SourceText(path: "directory/d.yaml", text: directory),
      ])
    return try #require(program, "\(diagnostics)")
  }

  /// A case walked hour by hour; the log by days of UTC, one line a row and one an act.
  private static func log(_ events: [(hour: Int64, person: String, event: Event)]) throws -> [String] {
    let interpreter = Interpreter(try program())
    var state = interpreter.initial
    var entries: [Entry] = []
    let start = Start(program: state.program.hash, flow: "desk", language: "en")
    for (hour, person, event) in [(0, "ada", Event.started(start))] + events {
      entries += try interpreter.step(
        event, by: Person(identifier: person, role: "officer"), at: Instant(milliseconds: hour * 3_600_000),
        state: &state)
    }
    return ContactLog(entries, state: state) { $0.milliseconds / 86_400_000 }.rows.flatMap { row in
      let span = "\(row.first.milliseconds / 3_600_000)-\(row.last.milliseconds / 3_600_000)"
      return ["\(row.person.identifier) \(span) \(row.entries)"]
        + row.acts.map { "  \($0.at.milliseconds / 3_600_000) \(told($0.act))" }
    }
  }

  private static func told(_ act: ContactLog.Act) -> String {
    switch act {
    case .contact(let to, .reached, let tries): "\(to) reached after \(tries)"
    case .contact(let to, .noAnswer, let tries): "\(to) no answer after \(tries)"
    case .contact(let to, .putOff, let tries): "\(to) put off after \(tries)"
    case .contact(let to, .unreached(let reason), let tries): "\(to) unreached after \(tries): \(reason)"
    case .referral(let to, .referred(let service)): "\(to) referred \(service ?? "")"
    case .referral(let to, .numberGiven): "\(to) number given"
    case .referral(let to, .impossible(let reason)): "\(to) impossible: \(reason)"
    case .handOver(let person): "over to \(person.identifier)"
    }
  }

  private static let first: [(hour: Int64, person: String, event: Event)] = [
    (1, "ada", .answered(step: StepPath("first"), fact: "hurt", .value(true))),
    (2, "ada", .answered(step: StepPath("first"), fact: "agreed", .value(true))),
  ]
  private static func call(_ outcome: ContactOutcome) -> Event {
    .contacted(step: StepPath("chief"), outcome)
  }
  private static func refer(_ outcome: ReferralOutcome) -> Event {
    .referred(step: StepPath("shelter"), outcome)
  }

  @Test(
    arguments: [
      ([], ["ada 0-0 1"]),
      (first, ["ada 0-2 3"]),
      // The clock alone is nobody's work.
      (first + [(30, "ben", .clock)], ["ada 0-2 3"]),
      (
        first + [(3, "ada", call(.noAnswer)), (4, "ada", call(.noAnswer)), (5, "ada", call(.reached))],
        ["ada 0-5 6", "  5 chief reached after 2"]
      ),
      // Days and persons are apart.
      (
        first + [
          (3, "ada", call(.noAnswer)),
          (4, "ada", .handedOver(to: Person(identifier: "ben", role: "officer"), reason: nil)),
          (23, "ben", call(.noAnswer)), (25, "ben", call(.unreached(reason: "night"))),
          (26, "ben", refer(.referred(service: "home"))), (27, "ada", .noted("seen again")),
        ],
        [
          "ada 0-4 5", "  3 chief no answer after 0", "  4 over to ben", "ben 23-23 1",
          "  23 chief no answer after 0", "ben 25-26 2", "  25 chief unreached after 0: night",
          "  26 housing referred home", "ada 27-27 1",
        ]
      ),
      // What a correction changes is told as it counts now; what it sets aside was done all the same.
      (
        first + [
          (3, "ada", call(.reached)), (4, "ada", refer(.numberGiven)),
          (
            5, "ben",
            .corrected(sequence: 4, to: call(.unreached(reason: "wrong person")), reason: "misheard")
          ),
        ],
        ["ada 0-4 5", "  3 chief unreached after 0: wrong person", "  4 housing number given", "ben 5-5 1"]
      ),
      (
        first + [
          (3, "ada", call(.reached)), (4, "ada", refer(.numberGiven)),
          (
            5, "ben",
            .corrected(
              sequence: 2, to: .answered(step: StepPath("first"), fact: "hurt", .value(false)),
              reason: "misheard")
          ),
        ],
        ["ada 0-4 5", "  3 chief reached after 0", "  4 housing number given", "ben 5-5 1"]
      ),
    ] as [([(hour: Int64, person: String, event: Event)], [String])])
  func rows(_ events: [(hour: Int64, person: String, event: Event)], _ expected: [String]) throws {
    #expect(try Self.log(events) == expected)
  }
}
