import Foundation
import Testing

@testable import flowrun

/// What `show`, `cases`, `test` and `graph` say of a case whose scenario fixes every instant.
@Suite struct ReportTests {
  private func walked() throws -> Tool {
    let tool = try Tool(protocols: TestFlows.folder)
    let scenario = TestFlows.folder + "/scenarios/unsafe-at-home.yaml"
    let output = try tool.run("run", "--answers", scenario)
    #expect(output.status == 0, "\(output.errors)")
    return tool
  }

  @Test("A case is shown with decisions, corrections and notes", arguments: Language.allCases)
  func show(language: Language) throws {
    let tool = try walked()
    let name = try tool.onlyCase()
    let text = try tool.run("show", name, "--language", language.rawValue).text
    let masked = text.replacingOccurrences(of: name, with: "7K3M-2QXD")
      .replacing(/\([0-9a-f]{12}\)/, with: "(program)")
      // How late it is depends on when the test runs.
      .replacing(/(LATE by|EN RETARD de) [^:]*?(\s?:)/) { "\($0.output.1) (time)\($0.output.2)" }
    try Golden.expect(masked, "show.\(language.rawValue).txt")
  }

  @Test("A case for programs is JSON that holds what was said")
  func json() throws {
    let tool = try walked()
    let text = try tool.run("show", try tool.onlyCase(), "--format", "json").text
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(value["status"] as? String == "ended")
    #expect(value["outcome"] as? String == "received")
    let entries = try #require(value["entries"] as? [[String: Any]])
    #expect(entries.map { $0["sequence"] as? Int } == Array(1...entries.count))
    #expect(
      entries.contains { $0["event"] as? String == "corrected" && $0["reason"] as? String == "counted again" }
    )
    #expect(entries.contains { $0["result"] as? String == "no-answer" })
    #expect(entries.first?["at"] as? String == "2026-11-24T02:05:00.000Z")
  }

  @Test("The way of a case is bold in the picture of its flow, and of no other")
  func graph() throws {
    let tool = try walked()
    let name = try tool.onlyCase()
    let plain = try tool.run("graph", "desk", "--format", "dot")
    let drawn = try tool.run("graph", "desk", "--format", "dot", "--case", name)
    #expect(plain.status == 0 && drawn.status == 0)
    #expect(plain.text != drawn.text)
    #expect(
      try tool.run("graph", "receive", "--case", name, "--format", "dot").status
        == ToolStatus.noInput.rawValue)
  }

  @Test("Scenarios pass, and one that expects something else fails and says where")
  func scenarios() throws {
    let tool = try Tool(protocols: TestFlows.folder)
    #expect(try tool.run("test").status == 0)
    let folder = tool.folder + "/copy"
    try FileManager.default.copyItem(atPath: TestFlows.folder, toPath: folder)
    let path = folder + "/scenarios/unsafe-at-home.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacingOccurrences(of: "outcome: received", with: "outcome: refused")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let output = try tool.run("test", folder)
    #expect(output.status == 1)
    #expect(output.text.contains("FAILED"))
    #expect(output.text.contains("The outcome is “received”, not “refused”."))
  }
}
