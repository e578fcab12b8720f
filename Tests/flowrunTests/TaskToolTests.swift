import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// What is left undone is seen and settled by the tool, also after the case has ended.
@Suite struct TaskToolTests {
  private static let flow = """
    flow: night
    version: 1.0.0
    title: Night
    languages: [fr, en]
    facts:
      weapons: {type: boolean, about: perpetrator}
    steps:
      - do: search
        by: officer
        title: {fr: Chercher, en: Search}
        tick:
          weapons:
            fr: Armes cherchées
            en: Weapons searched for
            fact: weapons
            required: true
            task: {by: supervisor, in: PT12H}
      - contact: registry
        to: family-judge
        by: officer
        title: {fr: Le greffe, en: The registry}
      - end: protected
        title: {fr: Protection, en: Protected}
    roles:
      officer: {fr: Policier, en: Officer}
      supervisor: {fr: Chef de poste, en: Supervisor}
      family-judge: {fr: Juge, en: Family judge}
    """
  private static let scenario = """
    scenario: night
    flow: night
    start: 2026-11-24T03:00:00Z
    person: {id: officer-12, role: officer}
    answers:
      weapons: {done: false, reason: No team}
      registry: {put-off: PT9H}
    """

  /// A case that has ended with two things left undone.
  private func ended() throws -> (tool: Tool, name: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.flow.write(to: folder.appending(path: "night.yaml"), atomically: true, encoding: .utf8)
    let answers = folder.appending(path: "answers.yaml")
    try Self.scenario.write(to: answers, atomically: true, encoding: .utf8)
    let tool = try Tool(protocols: folder.path)
    let run = try tool.run("run", "--answers", answers.path)
    #expect(run.status == 0, "\(run.errors)")
    return (tool, try tool.onlyCase())
  }

  private func rows(_ tool: Tool, _ arguments: String...) throws -> [[String: Any]] {
    let running = try tool.start(arguments + ["--format", "json"])
    running.type("")
    let text = running.finish().text
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
  }

  @Test func anEndedCaseStaysInTheListsUntilItsTasksAreSettled() throws {
    let (tool, name) = try ended()
    let due = try rows(tool, "due")
    #expect(due.map { $0["kind"] as? String } == ["task", "task"])
    #expect(due.map { $0["cause"] as? String } == ["put-off", "not-done"])
    #expect(due.map { $0["role"] as? String } == ["officer", "supervisor"])
    #expect(try rows(tool, "due", "--role", "supervisor").count == 1)
    #expect(try tool.run("cases").text.contains(name))
    #expect(try tool.run("load", "--days", "3660").text.contains(name))
    #expect(try tool.run("show", name).text.contains("Weapons searched for"))

    let waived = try tool.run("task", name, "1", "--waived", "--reason", "another unit has them")
    #expect(waived.status == 0, "\(waived.errors)")
    let reached = try tool.run("task", name, "2", "--done")
    #expect(reached.status == 0, "\(reached.errors)")
    #expect(try rows(tool, "task", name).map { $0["status"] as? String } == ["waived", "completed"])
    #expect(try tool.run("due").text == "Nothing is due.\n")
    #expect(try !tool.run("cases").text.contains(name))
    #expect(try tool.run("replay", name).status == 0)
  }

  @Test func whatCannotBeSettledSaysWhy() throws {
    let (tool, name) = try ended()
    #expect(try tool.run("task", name, "1", "--waived").status == ToolStatus.usage.rawValue)
    let unknown = try tool.run("task", name, "7", "--done")
    #expect(
      unknown.status == ToolStatus.noInput.rawValue && unknown.errors.contains("1, 2"), "\(unknown.errors)")
    #expect(try tool.run("task", name, "--done").status == ToolStatus.usage.rawValue)
  }

  @Test func anHourAloneIsTheNextSuchHour() throws {
    let noon = try #require(LocalTime.all(year: 2026, month: 11, day: 24, hour: 12, minute: 0).first)
    let now = Instant(milliseconds: 1_795_518_000_000)  // 2026-11-24T11:00:00Z
    let offset = Int64(LocalTime(now).offset)
    let local = now.advanced(by: (Int64(12 - 11) * 3600 - offset) * 1000)
    #expect(LocalTime(local) == noon)
    #expect(LocalTime(try MomentReading.next("14:30", after: local)).moment == "24/11/2026 14:30")
    #expect(LocalTime(try MomentReading.next("9h", after: local)).moment == "25/11/2026 09:00")
    #expect(LocalTime(try MomentReading.next("24/11/2026 9:00", after: local)).moment == "24/11/2026 09:00")
  }

  @Test func anEndedCaseIsTakenUpAtTheTerminal() throws {
    let (tool, name) = try ended()
    // The registry first: it is due first. Reached; then the search: it is not to be done any more.
    let typed = ["1", "1", "1", "1", "3", "another unit has them", "", ""].joined(separator: "\n") + "\n"
    let run = try tool.run("run", "--resume", name, typed: typed)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try rows(tool, "task", name).map { $0["status"] as? String } == ["waived", "completed"])
  }
}
