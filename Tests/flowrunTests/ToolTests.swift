import Foundation
import Testing

@testable import flowrun

/// The built tool, as it is used.
@Suite struct ToolTests {
  @Test(
    "A scripted case is replayed from its trace in an empty folder without flow files",
    arguments: [
      (
        "high-danger-full-chain", "protected",
        [
          "reception/", "danger-first/danger", "prosecutor-call/prosecutor", "custody/",
          "victim-protection/shelter/housing", "victim-protection/referral/victim-support",
        ]
      ),
      (
        "psychological-violence-only", "followed",
        ["victim-protection/rights-and-complaint/complaint", "victim-protection/rights-and-complaint/rights"]
      ),
    ])
  func replayedElsewhere(scenario: String, outcome: String, passes: [String]) throws {
    let tool = try Tool()
    let file = TestFlows.protocols + "/scenarios/\(scenario).yaml"
    let walked = try tool.run("run", "--answers", file, "--format", "json")
    #expect(walked.status == 0, "\(walked.errors)")
    #expect(walked.text.contains("\"outcome\": \"\(outcome)\""))
    let shown = try tool.run("show", try tool.onlyCase(), "--format", "json").text
    for step in passes { #expect(shown.contains("\"step\": \"\(step)"), "\(step)") }
    #expect(try tool.run("export", tool.onlyCase(), "-o", "trace.jsonl").status == 0)

    let elsewhere = try Tool(protocols: "/nonexistent")
    let trace = elsewhere.folder + "/trace.jsonl"
    try FileManager.default.moveItem(atPath: tool.folder + "/trace.jsonl", toPath: trace)
    let replayed = try elsewhere.run("replay", "trace.jsonl")
    #expect(replayed.status == 0, "\(replayed.errors)")
    #expect(replayed.text.contains("reproduced"))
    #expect(try elsewhere.run("import", "trace.jsonl").status == 0)
    #expect(try elsewhere.run("import", "trace.jsonl").text.contains("There already"))
    #expect(try elsewhere.run("replay", "--all").status == 0)
  }

  @Test("A decision of a DMN model is replayed from the journal, without the files of flow and model")
  func modelReplayedElsewhere() throws {
    var tool = try Tool()
    let flows = tool.folder + "/protocols"
    try FileManager.default.copyItem(
      atPath: TestFlows.repository + "Tests/FlowRuntimeTests/Golden/model", toPath: flows)
    tool.environment["FLOWRUN_PROTOCOLS"] = flows
    let walked = try tool.run("run", "--answers", flows + "/scenarios/model.yaml", "--format", "json")
    #expect(walked.status == 0, "\(walked.errors)")
    #expect(try tool.run("test", flows).status == 0)
    try FileManager.default.removeItem(atPath: flows)
    tool.environment["FLOWRUN_PROTOCOLS"] = "/nonexistent"
    #expect(try tool.run("replay", "--all").status == 0)
    #expect(try tool.run("export", tool.onlyCase(), "-o", "trace.jsonl").status == 0)
    #expect(try tool.file("trace.jsonl").contains("\"path\":\"delays.dmn\""))

    let elsewhere = try Tool(protocols: "/nonexistent")
    try FileManager.default.moveItem(
      atPath: tool.folder + "/trace.jsonl", toPath: elsewhere.folder + "/trace.jsonl")
    let replayed = try elsewhere.run("replay", "trace.jsonl")
    #expect(replayed.status == 0, "\(replayed.errors)")
    #expect(replayed.text.contains("reproduced"))
    #expect(try elsewhere.run("import", "trace.jsonl").status == 0)
    #expect(try elsewhere.run("replay", "--all").status == 0)
    // Another model is another program: what it decides differs from what the journal says.
    let altered = try elsewhere.file("trace.jsonl").replacingOccurrences(of: "custody", with: "shelter")
    try altered.write(toFile: elsewhere.folder + "/altered.jsonl", atomically: true, encoding: .utf8)
    #expect(try elsewhere.run("replay", "altered.jsonl").status != 0)
  }

  @Test("An altered entry of a trace is found and named")
  func altered() throws {
    let tool = try Tool()
    let scenario = TestFlows.protocols + "/scenarios/psychological-violence-only.yaml"
    #expect(try tool.run("run", "--answers", scenario).status == 0)
    #expect(try tool.run("export", "--all", "-o", "trace.jsonl").status == 0)
    let text = try tool.file("trace.jsonl")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = try #require(lines.firstIndex { $0.contains("\"confirmed\"") || $0.contains("ticked") })
    var altered = lines
    altered[index] = lines[index].replacingOccurrences(of: "T", with: "U")
    try altered.joined(separator: "\n").write(
      toFile: tool.folder + "/altered.jsonl", atomically: true, encoding: .utf8)
    let replayed = try tool.run("replay", "altered.jsonl")
    #expect(replayed.status == 1)
    #expect(replayed.errors.contains("line \(index + 1)"))
    #expect(replayed.text.contains("BROKEN at entry"))
    let json = try tool.run("replay", "altered.jsonl", "--format", "json")
    #expect(json.status == 1)
    #expect(json.text.contains("\"verdict\": \"broken\"") && json.text.contains("\"reason\": \"altered\""))
    let cut = lines.prefix(lines.count / 2).joined(separator: "\n")
    try cut.write(toFile: tool.folder + "/cut.jsonl", atomically: true, encoding: .utf8)
    #expect(try tool.run("replay", "cut.jsonl").status == 65)
    #expect(try tool.run("import", "cut.jsonl", "--journal", "new.db").status == 65)
  }

  @Test(
    "Each command has help with an example",
    arguments: Flowrun.configuration.subcommands.map { $0._commandName })
  func help(command: String) throws {
    let output = try Tool().run("help", command)
    #expect(output.status == 0)
    #expect(output.text.contains("Examples:"))
    #expect(output.text.contains("flowrun \(command)"))
  }

  @Test("A new flow checks clean in both languages, and is never overwritten", arguments: Language.allCases)
  func new(language: Language) throws {
    let tool = try Tool()
    #expect(try tool.run("new", "home-visit", "--language", language.rawValue).status == 0)
    let written = try tool.file("home-visit.yaml")
    #expect(written.contains("flow: home-visit"))
    let checked = try tool.run("check", "--strict", "home-visit.yaml")
    #expect(checked.status == 0, "\(checked.text)")
    #expect(try tool.run("new", "home-visit").status == ToolStatus.cannotCreate.rawValue)
    #expect(try tool.file("home-visit.yaml") == written)
    let walked = try tool.run("run", "home-visit.yaml")
    #expect(walked.status == 0)
    #expect(walked.text.contains("Closed room"))
  }

  @Test(
    "Each command ends with its documented status",
    arguments: [
      (["check"], ToolStatus.ok), (["cases"], .noInput), (["show", "7K3M"], .noInput),
      (["run", "nope"], .noInput), (["run", "--role", "nope"], .usage),
      (["run", "--role", "victim"], .usage),
      (["run", "--resume"], .noInput), (["replay", "nothing.jsonl"], .noInput), (["replay"], .usage),
      (["export"], .usage), (["export", "--all"], .usage), (["new", "Home Visit"], .usage), (["fly"], .usage),
      (["check", "broken.yaml"], .found), (["run", "broken.yaml"], .data), (["check", "nowhere"], .noInput),
      (["explain", "F1012"], .ok), (["explain", "X1"], .noInput), (["replay", "broken.yaml"], .data),
      (["run", "--answers", "broken.yaml"], .data), (["import", "broken.yaml"], .data),
      (["run", "--journal", "broken.yaml"], .data),
      (["run", "--journal", "broken.yaml/x.db"], .cannotCreate),
      (["run", "--journal", "/proc/x.db"], .cannotCreate),
      (["graph", "reception", "--format", "mermaid"], .ok),
      (["graph", "reception", "-o", "no/such/folder.svg"], .cannotCreate), (["test", "broken.yaml"], .data),
    ])
  func statuses(arguments: [String], status: ToolStatus) throws {
    let tool = try Tool()
    try "flow: broken\nstepz: []\n".write(
      toFile: tool.folder + "/broken.yaml", atomically: true, encoding: .utf8)
    let running = try tool.start(arguments)
    let output = running.finish()
    #expect(output.status == status.rawValue, "\(output.text)\(output.errors)")
    if status != .ok, status != .found { #expect(!output.errors.isEmpty) }
    #expect(try tool.file("broken.yaml") == "flow: broken\nstepz: []\n")
  }

  @Test("A flow that is not UTF-8 is refused as check refuses it; others of its folder are walked")
  func notUTF8() throws {
    var tool = try Tool()
    let folder = tool.folder + "/copy"
    try FileManager.default.copyItem(atPath: TestFlows.folder, toPath: folder)
    tool.environment["FLOWRUN_PROTOCOLS"] = folder
    let file = URL(filePath: folder + "/aside.yaml")
    var bytes = try Data(contentsOf: file)
    let place = try #require(bytes.range(of: Data("Side by side".utf8)))
    bytes.replaceSubrange(place, with: [0x53, 0xE9])
    try bytes.write(to: file)
    let checked = try tool.run("check", folder)
    let refused = try tool.run("run", "aside")
    #expect(refused.status == ToolStatus.data.rawValue)
    let diagnostic = refused.errors.prefix { $0 != "\n" }
    #expect(diagnostic.contains("error F1"), "\(refused.errors)")
    #expect(checked.text.contains(diagnostic), "\(checked.text)")
    #expect(!FileManager.default.fileExists(atPath: tool.journal))
    #expect(try tool.run("run", "desk", typed: "y\n").status == 0)
    try bytes.write(to: URL(filePath: tool.folder + "/answers.yaml"))
    let answers = try tool.run("run", "--answers", "answers.yaml")
    #expect(answers.status == ToolStatus.data.rawValue)
    #expect(answers.errors.contains(diagnostic.prefix(11)), "\(answers.errors)")
  }

  @Test("An abandoned case goes on only when it is reopened, with a reason")
  func reopened() throws {
    let tool = try Tool()
    let left = try tool.run("run", typed: "1\n?\nx\nshe left\n")
    #expect(left.status == 0)
    let name = try tool.onlyCase()
    // The path of the tool may be long, so that the command is wrapped.
    let words = left.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("--resume \(name) --reopen"), "\(left.text)")
    let refused = try tool.run("run", "--resume", name)
    #expect(refused.status == ToolStatus.noInput.rawValue && refused.errors.contains("--reopen"))
    #expect(try tool.run("run", "--resume").status == ToolStatus.noInput.rawValue)
    #expect(try tool.run("run", "--reopen", "back").status == ToolStatus.usage.rawValue)
    #expect(try tool.run("run", "--resume", name, "--reopen", "").status == ToolStatus.data.rawValue)
    let reopened = try tool.run("run", "--resume", name, "--reopen", "she came back", typed: "")
    #expect(reopened.status == 0 && reopened.text.contains("case \(name)"), "\(reopened.errors)")
    #expect(try tool.run("show", name).text.contains("Reopened: she came back"))
    let again = try tool.run("run", "--resume", name, "--reopen", "twice")
    #expect(again.status == ToolStatus.data.rawValue && again.errors.contains("nothing to reopen"))
    #expect(try tool.run("replay", name).status == 0)
  }

  @Test("Without dot the graph names the package")
  func withoutDot() throws {
    var tool = try Tool()
    tool.environment["PATH"] = tool.folder
    let output = try tool.run("graph", "reception", "-o", "a.svg")
    #expect(output.status == ToolStatus.unavailable.rawValue)
    #expect(output.errors.contains("graphviz"))
    #expect(!FileManager.default.fileExists(atPath: tool.folder + "/a.svg"))
  }

  @Test("The statuses of the tool stand in the README")
  func statusesAreDocumented() throws {
    let readme = try String(contentsOfFile: TestFlows.repository + "README.md", encoding: .utf8)
    for status in ToolStatus.allCases { #expect(readme.contains("| \(status.rawValue) |"), "\(status)") }
  }

  @Test("A moment is typed in local time and kept with its offset; one that the clocks skip is asked again")
  func localTime() throws {
    let tool = try Tool(protocols: TestFlows.folder)
    let typed = ["y", "y", "y", "u", "29/03/2026 02:30", "24/07/2026 à 14h30"].map { $0 + "\n" }.joined()
    let output = try tool.run("run", "desk", typed: typed)
    #expect(output.text.contains("“29/03/2026 02:30” does not exist"))
    let shown = try tool.run("show", try tool.onlyCase(), "--format", "json").text
    #expect(shown.contains("\"2026-07-24T14:30:00+02:00\""))
  }

  @Test("Nothing is coloured and nothing cleared where there is no terminal")
  func plain() throws {
    let output = try Tool().run("run", typed: "1\n")
    #expect(!output.text.contains("\u{1B}"))
  }
}

extension Tool {
  /// The name of the only case of the journal.
  func onlyCase() throws -> String {
    let records = try JournalDesk(at: journal, for: .reading, of: nil).records()
    return try #require(records.first).identifier
  }
}
