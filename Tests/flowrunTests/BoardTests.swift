import FlowDirectory
import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// The board of needs, the log of contacts and the list of what is due, of a night that a scenario fixes.
@Suite struct BoardTests {
  private static let folder = TestFlows.repository + "Tests/flowrunTests/Board"

  private func walked() throws -> (tool: Tool, name: String) {
    let tool = try Tool(protocols: Self.folder)
    let output = try tool.run("run", "--answers", Self.folder + "/scenarios/night.yaml")
    #expect(output.status == 0, "\(output.errors)")
    return (tool, try tool.onlyCase())
  }

  private static func masked(_ text: String, _ name: String) -> String {
    text.replacingOccurrences(of: name, with: "7K3M-2QXD")
  }

  @Test("The needs of a case, each with whom to call, at night and by day", arguments: Language.allCases)
  func needs(language: Language) throws {
    let (tool, name) = try walked()
    let night = try tool.run("needs", name, "--time", "2026-11-24T05:00", "--language", language.rawValue)
    let day = try tool.run(
      "needs", name, "--time", "2026-11-24T10:00", "--at", "47.50,2.50", "--language", language.rawValue)
    #expect(night.status == 0 && day.status == 0, "\(night.errors)\(day.errors)")
    try Golden.expect(
      Self.masked(night.text + "----\n" + day.text, name), "needs.\(language.rawValue).txt")
  }

  @Test("States of needs are told in words; colour is beside them")
  func needsInColour() throws {
    let (tool, name) = try walked()
    let journal = try JournalDesk(at: tool.journal, for: .reading, of: nil)
    let report = NeedsReport(
      words: try Wording(.english), stored: try journal.stored(try journal.record(name)),
      position: nil, spoken: nil, now: Instant(milliseconds: 0), zones: { _ in nil })
    let plain = report.page().text(width: 80, colour: false)
    let coloured = report.page().text(width: 80, colour: true)
    for (words, colour) in [("To do", "31"), ("Under way", "33"), ("Done", "32")] {
      #expect(plain.contains(words))
      #expect(coloured.contains("\u{1B}[\(colour)m\(words)"))
    }
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test("Needs for programs")
  func needsJSON() throws {
    let (tool, name) = try walked()
    let text = try tool.run(
      "needs", name, "--format", "json", "--time", "2026-11-24T05:00", "--at", "47.50,2.50"
    ).text
    let value = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let needs = try #require(value["needs"] as? [[String: Any]])
    #expect(
      needs.map { "\($0["need"] ?? "") \($0["progress"] ?? "")" } == [
        "safety under-way", "housing done", "health to-do", "money not-needed", "papers to-do",
      ])
    let services = try #require(needs[1]["services"] as? [[String: Any]])
    #expect(services.map { $0["service"] as? String } == ["flats", "housing-line"])
    #expect(services[0]["metres"] as? Int == 11_120)
  }

  @Test("Who dealt with the person, by day", arguments: Language.allCases)
  func contacts(language: Language) throws {
    let (tool, name) = try walked()
    let output = try tool.run("contacts", name, "--language", language.rawValue)
    #expect(output.status == 0, "\(output.errors)")
    try Golden.expect(Self.masked(output.text, name), "contacts.\(language.rawValue).txt")
    let json = try tool.run("contacts", name, "--format", "json").text
    let value = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let rows = try #require(value["rows"] as? [[String: Any]])
    #expect(rows.map { $0["person"] as? String } == ["officer-12", "officer-7"])
    let acts = try #require(rows[0]["acts"] as? [[String: Any]])
    #expect(acts.map { $0["act"] as? String } == ["contact", "hand-over"])
    #expect(acts[0]["unanswered"] as? Int == 2)
  }

  @Test("What is due in all cases, late first", arguments: Language.allCases)
  func due(language: Language) throws {
    let words = try Wording(language)
    let night = TestCase.night
    func row(_ name: String, _ minutes: Int64, isWait: Bool = false) -> DueRow {
      DueRow(
        identifier: name, flow: "board", path: "prosecutor", step: "Appeler", role: "officer",
        roleWords: "Officer", reached: Instant(milliseconds: night.milliseconds - 3_600_000),
        due: Instant(milliseconds: night.milliseconds + minutes * 60_000), kind: isWait ? .wait : .step)
    }
    func undone(_ name: String, kind: DueRow.Kind, levels: [String], weight: Int) -> DueRow {
      DueRow(
        identifier: name, flow: "board", path: "search", step: "Search · Weapons", role: "officer",
        roleWords: "Officer", reached: Instant(milliseconds: night.milliseconds - 7_200_000), due: nil,
        kind: kind, task: kind == .task ? 2 : nil, item: kind == .task ? "weapons" : nil,
        cause: kind == .task ? .notDone : nil, reason: kind == .task ? "no team" : nil, levels: levels,
        weight: weight)
    }
    let rows = [
      row("AAAA-0001", 30), row("AAAA-0002", -125), row("AAAA-0003", -1), row("AAAA-0004", 0),
      row("AAAA-0005", -10, isWait: true), row("AAAA-0006", 3000, isWait: true),
      undone("AAAA-0007", kind: .task, levels: [], weight: .max),
      undone("AAAA-0008", kind: .open, levels: ["Danger: high"], weight: 1),
      undone("AAAA-0009", kind: .open, levels: ["Danger: extreme"], weight: 0),
    ].sorted(by: DueRow.isBefore)
    #expect(rows.map { $0.identifier.suffix(1) } == ["2", "5", "3", "4", "1", "6", "9", "8", "7"])
    let report = DueReport(words: words, now: night, rows: rows)
    try Golden.expect(report.page().text(width: 80, colour: false), "due.\(language.rawValue).txt")
  }

  @Test(
    "What is due of a journal: for a role, within a time, and of a case that is finished what was left undone"
  )
  func dueOfAJournal() throws {
    let (tool, name) = try walked()
    let all = try tool.run("due", "--format", "json")
    #expect(all.status == 0, "\(all.errors)")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(all.text.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["case"] as? String } == [name])
    #expect(rows.map { $0["kind"] as? String } == ["wait"])
    #expect(rows.map { $0["due"] as? String } == ["2026-11-24T07:16:00.000Z"])
    #expect(try tool.run("due", "--role", "officer").text.contains(name))
    #expect(try tool.run("due", "--role", "prosecutor").text == "Nothing is due.\n")
    let slip = try tool.run("due", "--role", "prosecutr")
    #expect(slip.status == ToolStatus.noInput.rawValue)
    #expect(slip.text.isEmpty && slip.errors.contains("prosecutor"), "\(slip.errors)")
    #expect(try tool.run("due", "--within", "seven days").status == ToolStatus.usage.rawValue)
    let finished = try Tool(protocols: TestFlows.folder)
    try finished.run("run", "--answers", TestFlows.folder + "/scenarios/unsafe-at-home.yaml")
    let left = try finished.run("due", "--format", "json").text
    let tasks = try #require(try JSONSerialization.jsonObject(with: Data(left.utf8)) as? [[String: Any]])
    #expect(tasks.map { $0["kind"] as? String } == ["task"])
    #expect(tasks.map { $0["reason"] as? String } == ["the phone rings on"])
  }
}
