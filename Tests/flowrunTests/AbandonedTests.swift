import Testing

@testable import flowrun

/// A case that was abandoned at a high level does not fall out of sight.
@Suite struct AbandonedTests {
  @Test("The list keeps it apart and what is due counts it, until it is reopened", arguments: [true, false])
  func listed(isArmed: Bool) throws {
    let tool = try Tool(protocols: TestFlows.folder)
    let answers = ["y", "y", "y", "u", "/u", "/u", "1", "2", isArmed ? "y" : "n", "y", "?", "x", "she left"]
    let run = try tool.run("run", "desk", "--role", "officer", typed: answers.joined(separator: "\n") + "\n")
    #expect(run.status == 0, "\(run.errors)")
    let name = try tool.onlyCase()
    let cases = try tool.run("cases").text
    let due = try tool.run("due").text
    #expect(cases.contains("Abandoned, at a high level: 1") == isArmed, "\(cases)")
    #expect(cases.contains(name) == isArmed && cases.contains("danger: high") == isArmed, "\(cases)")
    #expect(due.contains("Abandoned, at a high level: 1") == isArmed, "\(due)")
    _ = try tool.run("run", "--resume", name, "--reopen", "she came back", typed: "")
    let reopened = try tool.run("cases").text + tool.run("due").text
    #expect(reopened.contains(name) && !reopened.contains("Abandoned"), "\(reopened)")
  }
}
