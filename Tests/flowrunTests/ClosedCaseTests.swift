import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// A case that is closed to colleagues is not there for them, in any command that reads cases.
@Suite struct ClosedCaseTests {
  private static let flow = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    roles: {officer: Officer, supervisor: Supervisor}
    facts: {safe: {type: boolean, about: victim}}
    steps:
      - do: close
        by: supervisor
        tick: {access: {en: Access closed to colleagues, closes: [officer]}}
      - ask: last
        by: officer
        due: PT1H
        questions: {safe: {en: Safe now?}}
      - end: done
    """

  private func closed() throws -> (tool: Tool, name: String) {
    let folder = try TestFolder()
    try Data(Self.flow.utf8).write(to: URL(filePath: folder.path + "/desk.yaml"))
    var tool = try Tool(protocols: folder.path)
    tool.environment["FLOWRUN_PERSON"] = "chief-1"
    tool.environment["FLOWRUN_ROLE"] = "supervisor"
    try tool.run("run", "desk", "--plain", typed: "1\n")
    return (tool, try tool.onlyCase())
  }

  @Test func aColleagueDoesNotFindIt() throws {
    var (tool, name) = try closed()
    #expect(try tool.run("show", name).text.contains("Closed to: Officer"))
    tool.environment["FLOWRUN_PERSON"] = "colleague"
    for role in ["officer", ""] {
      tool.environment["FLOWRUN_ROLE"] = role
      for command in [
        ["show", name], ["needs", name], ["contacts", name], ["document", name], ["run", "--resume", name],
      ] {
        let output = try tool.start(command).finish()
        #expect(output.status == ToolStatus.noInput.rawValue, "\(command) as \(role): \(output.text)")
        #expect(!output.text.contains("Safe now"), "\(command)")
      }
      for command in [["cases", "--all"], ["due"], ["load"]] {
        let output = try tool.start(command).finish()
        #expect(output.status == 0 && !output.text.contains(name), "\(command) as \(role)")
      }
    }
    tool.environment["FLOWRUN_ROLE"] = "supervisor"
    #expect(try tool.run("cases").text.contains(name))
    #expect(try tool.run("due").text.contains(name))
  }

  @Test func whoTookPartGoesOn() throws {
    var (tool, name) = try closed()
    tool.environment["FLOWRUN_ROLE"] = "officer"
    let output = try tool.run("run", "--resume", name, "--plain", typed: "1\n")
    #expect(output.text.contains("Safe now?"), "\(output.errors)")
  }
}
