import Foundation
import Testing

@testable import flowrun

/// After a correction, until the walk has come there again, the lists show what was done and left undone.
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
      #expect(text.contains("Put off to 20/11/2026 01:22"), "\(text)")
    }
    let due = try tool.run("due").text.unwrapped
    #expect(due.contains("since a correction the walk has not come there again"), "\(due)")
    #expect(try tool.run("replay", "--all").status == 0)
  }
}
