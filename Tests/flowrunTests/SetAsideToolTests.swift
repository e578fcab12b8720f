import Foundation
import Testing

@testable import flowrun

/// After a correction, until the walk has come there again, the lists show what was done and left undone, and a paper can be made as
/// it stood.
@Suite struct SetAsideToolTests {
  private static let scenario = """
    scenario: wrong-person
    flow: custody
    language: en
    person: {id: opj-1, role: opj}
    start: 2026-11-20T01:00:00+01:00
    walk:
      - {at: arrest.arrested, say: true}
      - {at: start.custody_start, say: 2026-11-20T00:30:00+01:00}
      - {at: prosecutor-informed, say: {put-off: PT20M}}
      - {correct: arrest.arrested, to: false, reason: "another person"}

    """

  @Test func nothingThatWasDoneDropsOutOfTheLists() throws {
    let tool = try Tool()
    try Self.scenario.write(toFile: tool.folder + "/told.yaml", atomically: true, encoding: .utf8)
    let run = try tool.run("run", "--answers", tool.folder + "/told.yaml")
    #expect(run.status == 0, "\(run.errors)")
    let name = try tool.onlyCase()
    for command in ["task", "contacts"] {
      let text = try tool.run(command, name).text.unwrapped
      #expect(text.contains("Put off to 20/11/2026 01:23"), "\(text)")
    }
    let due = try tool.run("due").text.unwrapped
    #expect(due.contains("since a correction the walk has not come there again"), "\(due)")
    let papers = try tool.run("document", name).text.unwrapped
    let made = try #require(papers.firstMatch(of: /document \S+ custody-times --at (\d+)/), "\(papers)")
    let today = try tool.run("document", name, "custody-times")
    #expect(today.status == ToolStatus.noInput.rawValue && today.errors.contains("--at \(made.1)"))
    let before = try tool.run("document", name, "custody-times", "--at", String(made.1))
    #expect(before.status == 0 && before.text.contains("00:30"), "\(before.errors)")
    #expect(try tool.run("replay", "--all").status == 0)
  }
}
