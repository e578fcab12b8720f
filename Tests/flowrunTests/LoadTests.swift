import FlowDSL
import FlowRuntime
import FlowStore
import Foundation
import Testing

@testable import flowrun

/// What lies on each professional, as the chief reads it.
@Suite struct LoadTests {
  private static let flow = """
    flow: desk
    version: 1.0.0
    title: {fr: Bureau, en: Desk}
    languages: [fr, en]
    roles:
      officer: {fr: Policier, en: Officer}
      social-worker: {fr: Intervenante sociale, en: Social worker}
    facts:
      fear: {type: boolean, about: victim}
      danger:
        type: [low, high]
        about: case
        title: {fr: Danger, en: Danger}
        labels: {low: {fr: faible, en: low}, high: {fr: élevé, en: high}}
    steps:
      - ask: first
        questions: {fear: {fr: A-t-elle peur ?, en: Is she afraid?}}
      - assess: danger
        risk: {fear: 3}
        unknown: as risk
        level: [["score >= 3", high], ["-", low]]
        override: {roles: [officer], direction: up, reason: required}
      - contact: social-worker
        due: PT2H
      - end: done
    """

  private typealias Act = (hours: Int64, person: Person, event: Event)

  private static let night = Person(identifier: "officer-12", role: "officer")
  private static let day = Person(identifier: "officer-7", role: "officer")
  private static let social = Person(identifier: "social-3", role: "social-worker")

  /// Cases by name, hours before the night.
  private static var cases: [(name: String, acts: [Act])] {
    let fear = Event.answered(step: StepPath("first"), fact: "fear", .value(.boolean(true)))
    let confirmed = Event.confirmed(step: StepPath("danger"))
    let began = Event.started(Start(program: "", flow: "desk", language: "fr"))
    return [
      ("AAAA-0001", [(52, night, began), (52, night, fear), (51, night, confirmed)]),
      ("AAAA-0002", [(28, night, began), (1, night, fear), (1, night, confirmed)]),
      ("AAAA-0003", [(17, day, began), (16, day, .handedOver(to: social, reason: nil))]),
      ("AAAA-0004", [(15, day, began)]),
      ("AAAA-0005", [(500, Person(identifier: "gone-1", role: "officer"), began)]),
      ("AAAA-0006", [(490, day, began), (489, day, .abandoned(reason: "by mistake"))]),
    ]
  }

  private func report(_ language: Language) throws -> WorkloadReport {
    let (program, diagnostics) = FlowCompiler.compile(
      main: "desk", sources: [SourceText(path: "desk.yaml", text: Self.flow)])
    let interpreter = Interpreter(try #require(program, "\(diagnostics)"))
    let now = LocalZone.night
    let names = ProgramWords(program: interpreter.program, words: try Wording(language))
    var roles = KnownRoles()
    roles.add(of: names)
    var tally = WorkloadTally(now: now, days: 20) { LocalTime($0).offset }
    var levels: [String: [String]] = [:]
    for (name, acts) in Self.cases {
      var state = interpreter.initial
      var entries: [Entry] = []
      for act in acts {
        var event = act.event
        if case .started(var start) = event {
          start.program = interpreter.program.hash
          event = .started(start)
        }
        entries += try interpreter.step(
          event, by: act.person, at: Instant(milliseconds: now.milliseconds - act.hours * 3_600_000),
          state: &state)
      }
      tally.take(name, entries, state: state)
      levels[name] = names.highLevels(state)
    }
    return WorkloadReport(
      words: names.words, now: now, days: 20, roles: roles.words, levels: levels, loads: tally.workloads)
  }

  @Test("What lies on each professional: most that is late first", arguments: Language.allCases)
  func page(language: Language) throws {
    let report = try report(language)
    try Golden.expect(report.page().text(width: 80, colour: false), "load.\(language.rawValue).txt")
  }

  @Test("Of a journal: who holds what, for a role, for programs; a damaged case is told")
  func ofAJournal() throws {
    let board = TestFlows.repository + "Tests/flowrunTests/Board"
    let tool = try Tool(protocols: board)
    #expect(try tool.run("run", "--answers", board + "/scenarios/night.yaml").status == 0)
    let name = try tool.onlyCase()
    // The morning after, in central Europe.
    let report = try WorkloadReport(
      of: JournalDesk(at: tool.journal, for: .reading, of: nil), role: nil, days: 30,
      now: Instant(milliseconds: 1_795_507_200_000), at: Desk(.english)
    ) { _ in 3600 }
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json().text().utf8)) as? [String: Any])
    let loads = try #require(value["professionals"] as? [[String: Any]])
    #expect(loads.map { $0["person"] as? String } == ["officer-7", "officer-12"])
    let held = loads.map { ($0["held"] as? [[String: Any]])?.map { $0["case"] as? String } }
    #expect(held == [[name], []])
    // 03:05 to 03:17 in central Europe, one night.
    #expect(loads.map { $0["entries"] as? Int } == [2, 11])
    #expect(loads.map { $0["nightEntries"] as? Int } == [2, 11])
    #expect(loads.map { $0["days"] as? Int } == [1, 1])
    #expect(loads[1]["last"] as? String == "2026-11-24T02:15:00.000Z")
    let output = try tool.run("load", "--format", "json", "--days", "3660")
    #expect(output.status == 0 && output.text.contains("\"case\": \"\(name)\""), "\(output.errors)")
    #expect(try tool.run("load", "--role", "officer").text.contains("officer-7, Officer"))
    #expect(try tool.run("load", "--role", "prosecutor").text.hasPrefix("Nobody holds a case"))
    let slip = try tool.run("load", "--role", "prosecutr")
    #expect(slip.status == ToolStatus.noInput.rawValue && slip.text.isEmpty)
    let journal = try JournalDesk(at: tool.journal, for: .writing, of: nil)
    try journal.store.open(
      NewCase("broken-1", opened: LocalZone.night), of: StoredProgram(hash: "none", sources: []),
      with: [SealedEntry(sequence: 1, body: Array("{}".utf8), hash: .zero, openings: [])])
    try journal.store.close()
    let damaged = try tool.run("load")
    #expect(damaged.status == 0 && damaged.text.contains(name) && damaged.errors.contains("broken-1"))
    for days in ["0", "3661"] {
      let wrong = try tool.run("load", "--days", days)
      #expect(wrong.status == ToolStatus.usage.rawValue && wrong.errors.contains(days))
    }
  }
}
