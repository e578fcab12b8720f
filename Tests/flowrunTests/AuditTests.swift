import FEEL
import FlowDSL
import FlowRuntime
import FlowStore
import Foundation
import Testing

@testable import flowrun

/// What an auditor tries with the tool: nothing altered is called good, nothing is overwritten, one damaged case stops
/// no other.
@Suite struct AuditTests {
  private static let scenario = TestFlows.protocols + "/scenarios/psychological-violence-only.yaml"

  /// A tool with one finished case and its trace.
  private func walked() throws -> Tool {
    let tool = try Tool()
    #expect(try tool.run("run", "--answers", Self.scenario).status == 0)
    #expect(try tool.run("export", "--all", "-o", "all.jsonl").status == 0)
    return tool
  }

  /// Writes the trace with its lines changed and its trailer made anew, as a forger would.
  private func forge(_ tool: Tool, _ change: (inout [String]) throws -> Void) throws {
    var lines = try tool.file("all.jsonl").split(separator: "\n").map(String.init)
    try change(&lines)
    let body = lines.dropLast().map { $0 + "\n" }.joined()
    let trailer = try #require(lines.last).replacing(
      /"hash":"[0-9a-f]+"/, with: "\"hash\":\"\(Hash(of: body))\"")
    try (body + trailer + "\n").write(
      toFile: tool.folder + "/forged.jsonl", atomically: true, encoding: .utf8)
  }

  @Test("An export never replaces a file, not the journal either")
  func exportReplacesNothing() throws {
    let tool = try walked()
    let before = try Data(contentsOf: URL(fileURLWithPath: tool.journal))
    for path in [tool.journal, "all.jsonl", "."] {
      let output = try tool.run("export", "--all", "-o", path)
      #expect(output.status == ToolStatus.cannotCreate.rawValue, "\(path)")
      #expect(output.errors.contains("not overwritten"))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: tool.journal)) == before)
    let written = try tool.run("export", "--all", "-o", "-")
    #expect(try written.text == tool.file("all.jsonl"))
  }

  @Test("A value taken out of a trace is not good")
  func valueTakenAway() throws {
    let tool = try walked()
    try forge(tool) { lines in
      let index = try #require(lines.firstIndex { $0.contains("\"answered\"") && $0.contains("\"salt\"") })
      lines[index] = lines[index].replacing(
        /"openings":\[.*\],"sequence"/, with: "\"openings\":[null],\"sequence\"")
    }
    let output = try tool.run("replay", "forged.jsonl")
    #expect(output.status == 1, "\(output.errors)")
    #expect(output.text.contains("NOT GOOD"))
    #expect(try tool.run("replay", "forged.jsonl", "--format", "json").text.contains("\"notCompared\""))
    let imported = try tool.run("import", "forged.jsonl", "--journal", "new.db")
    #expect(imported.status == ToolStatus.data.rawValue)
    #expect(imported.errors.contains("NOT GOOD") && imported.errors.contains("Nothing was taken"))
    #expect(try tool.run("cases", "--all", "--journal", "new.db", "--format", "json").text == "[]\n")
  }

  @Test("A case that is listed as opened at another time is not good")
  func listedOtherwise() throws {
    let tool = try walked()
    try forge(tool) { lines in
      let index = try #require(lines.firstIndex { $0.contains("\"opened\"") })
      lines[index] = lines[index].replacing(/"opened":\d+/, with: "\"opened\":1550000000000")
    }
    let output = try tool.run("replay", "forged.jsonl")
    #expect(output.status == 1, "\(output.errors)")
    #expect(output.text.contains("DIFFERS") && output.text.contains("/2019"), "\(output.text)")
    let json = try tool.run("replay", "forged.jsonl", "--format", "json").text
    #expect(json.contains("\"verdict\": \"opened-otherwise\"") && json.contains("\"opened\": \"2019-"))
    #expect(try tool.run("import", "forged.jsonl", "--journal", "new.db").status == ToolStatus.data.rawValue)
  }

  @Test("Sources that do not give the program of the trace are refused, and nothing is stored")
  func otherSources() throws {
    let tool = try walked()
    try forge(tool) { lines in
      let index = try #require(lines.firstIndex { $0.contains("\"path\":\"reception.yaml\"") })
      let parts = try #require(
        try JSONSerialization.jsonObject(with: Data(lines[index].utf8)) as? [String: [String: String]])
      let text = try #require(parts["source"]?["text"]).replacingOccurrences(of: "fr: ", with: "fr: Z")
      let encoded = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        .replacingOccurrences(of: "\\/", with: "/")
      lines[index] =
        "{\"source\":{\"hash\":\"\(Hash(of: text))\",\"path\":\"reception.yaml\",\"text\":\(encoded)}}"
    }
    let replayed = try tool.run("replay", "forged.jsonl")
    #expect(replayed.status == 1, "\(replayed.errors)")
    #expect(replayed.text.contains("NOT VERIFIED"))
    #expect(try tool.run("import", "forged.jsonl", "--journal", "new.db").status == ToolStatus.data.rawValue)
    #expect(try tool.run("cases", "--all", "--journal", "new.db", "--format", "json").text == "[]\n")
  }

  @Test("A comment added to a protocol stops no case: the program is the same")
  func comment() throws {
    let tool = try Tool()
    var folder = tool
    let copy = tool.folder + "/copy"
    try FileManager.default.copyItem(atPath: TestFlows.protocols, toPath: copy)
    folder.environment["FLOWRUN_PROTOCOLS"] = copy
    #expect(try folder.run("run", "--answers", Self.scenario).status == 0)
    let path = copy + "/reception.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "\n# A comment.\n").write(toFile: path, atomically: true, encoding: .utf8)
    let output = try folder.run("run", "--answers", Self.scenario)
    #expect(output.status == 0, "\(output.errors)")
    #expect(try folder.run("replay", "--all").status == 0)
  }

  @Test("A case that someone writes to meanwhile is replayed as it stands")
  func writtenMeanwhile() throws {
    let tool = try Tool()
    #expect(try tool.run("run", typed: "1\n").status == 0)
    let journal = try JournalDesk(at: tool.journal, for: .reading, of: nil)
    let stale = try #require(try journal.records().first)
    let writing = try JournalDesk(at: tool.journal, for: .writing, of: nil)
    let stored = try writing.stored(stale)
    let file = StoredCase(stale.identifier, in: writing.store, of: stored.state.program, opening: .there)
    var session = CaseSession(
      identifier: stale.identifier, interpreter: Interpreter(stored.state.program), state: stored.state,
      person: Person(identifier: "night-desk", role: "reception"), journal: file, clock: SystemClock.now)
    _ = try file.entries()
    try session.say(.noted("meanwhile"))
    var replay = CaseReplay()
    let replayed = try journal.replay(stale, with: &replay)
    #expect(try replayed.result.get() == .reproduced)
    #expect(replayed.record.head.sequence == stale.head.sequence + 1)
  }

  @Test("One damaged case stops neither the desk nor the auditor")
  func damagedCase() throws {
    let tool = try Tool()
    #expect(try tool.run("run", typed: "1\n").status == 0)
    let name = try tool.onlyCase()
    let journal = try JournalDesk(at: tool.journal, for: .writing, of: nil)
    let later = Instant(milliseconds: SystemClock.now().milliseconds + 1000)
    try journal.store.open(
      NewCase("broken-1", opened: later), of: StoredProgram(hash: "none", sources: []),
      with: [SealedEntry(sequence: 1, body: Array("{}".utf8), hash: .zero, openings: [])])
    try journal.store.close()
    let listed = try tool.run("cases")
    #expect(listed.status == 0)
    #expect(listed.text.contains(name))
    #expect(listed.text.contains("damaged: flowrun replay broken-1"))
    #expect(try tool.run("cases", "--format", "json").text.contains("\"status\": \"damaged\""))
    let resumed = try tool.run("run", "--resume", typed: "")
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(resumed.text.contains(name))
    #expect(resumed.errors.contains("broken-1"))
    let replayed = try tool.run("replay", "--all", "--format", "json")
    #expect(replayed.status == 1)
    let verdicts = try #require(
      try JSONSerialization.jsonObject(with: Data(replayed.text.utf8)) as? [[String: Any]])
    #expect(verdicts.map { $0["case"] as? String } == [name, "broken-1"])
    #expect(verdicts.map { $0["verdict"] as? String } == ["reproduced", "unreadable"])
  }

  /// The same walk under a new name, listed as opened at a moment that no entry tells.
  private func listed(_ name: String, opened: Instant, like record: CaseRecord, in journal: JournalDesk)
    throws
  {
    let stored = try journal.stored(record)
    var sealer = Sealer(case: name, privacy: Privacy(stored.state.program))
    var salts = SystemRandomNumberGenerator()
    let entries = try stored.entries.map { try sealer.seal($0, salts: &salts) }
    try journal.store.open(
      NewCase(name, opened: opened), of: StoredProgram(stored.state.program), with: entries)
  }

  @Test("Moments at both ends of 64 bits end nothing: every other verdict is told")
  func endsOfTime() throws {
    let tool = try walked()
    let journal = try JournalDesk(at: tool.journal, for: .writing, of: nil)
    let record = try #require(try journal.records().first)
    try listed("first", opened: Instant(milliseconds: .min), like: record, in: journal)
    try listed("last", opened: Instant(milliseconds: .max), like: record, in: journal)
    try journal.store.close()
    let ends = ["-292275055-05-16T16:47:04.192Z", "292278994-08-17T07:12:55.807Z"]
    func values(_ arguments: String...) throws -> [[String: Any]] {
      let output = try tool.start(arguments).finish()
      let value = try JSONSerialization.jsonObject(with: Data(output.text.utf8))
      return try #require(value as? [[String: Any]], "\(arguments): \(output.errors)")
    }
    let verdicts = try values("replay", "--all", "--format", "json")
    #expect(verdicts.map { $0["case"] as? String } == [record.identifier, "first", "last"])
    #expect(
      verdicts.map { $0["verdict"] as? String } == ["reproduced", "opened-otherwise", "opened-otherwise"])
    #expect(verdicts.dropFirst().map { $0["opened"] as? String } == ends)
    let cases = try values("cases", "--all", "--format", "json")
    #expect(cases.dropFirst().map { $0["opened"] as? String } == ends)
    for arguments in [["replay", "--all"], ["cases", "--all"], ["show", "first"], ["show", "last"]] {
      let output = try tool.start(arguments).finish()
      #expect(output.status == (arguments[0] == "replay" ? 1 : 0), "\(arguments): \(output.errors)")
    }
  }

  @Test("The case that goes on is the one written to last; older ones are not even read")
  func lastWrittenTo() throws {
    let tool = try Tool()
    #expect(try tool.run("run", typed: "1\n").status == 0)
    let first = try tool.onlyCase()
    #expect(try tool.run("run", typed: "1\n").status == 0)
    let journal = try JournalDesk(at: tool.journal, for: .writing, of: nil)
    let body = "{\"at\":\"2001-02-03T04:05:06.000Z\"}"
    try journal.store.open(
      NewCase("broken-1", opened: Instant(milliseconds: 0)), of: StoredProgram(hash: "none", sources: []),
      with: [SealedEntry(sequence: 1, body: Array(body.utf8), hash: .zero, openings: [])])
    try journal.store.close()
    #expect(try tool.run("run", "--resume", first, typed: "+\nseen again\n").status == 0)
    let resumed = try tool.run("run", "--resume", typed: "")
    #expect(resumed.status == 0)
    #expect(resumed.text.contains("case \(first)"))
    #expect(!resumed.errors.contains("broken-1"), "\(resumed.errors)")
  }

  @Test(
    "A journal that others may open is spoken of once, and used",
    arguments: [(0o600, false), (0o640, false), (0o644, true), (0o666, true), (0o602, true)])
  func openToOthers(mode: Int, isSaid: Bool) throws {
    let tool = try Tool()
    #expect(try tool.run("run", typed: "1\n").status == 0)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: tool.journal)
    for (arguments, typed) in [(["cases"], ""), (["run"], "1\n"), (["replay", "--all"], "")] {
      let running = try tool.start(arguments)
      running.type(typed)
      let output = running.finish()
      #expect(output.status == 0)
      let times = output.errors.replacing("\n", with: " ").components(separatedBy: "chmod 600").count - 1
      #expect(times == (isSaid ? 1 : 0), "\(arguments): \(output.errors)")
    }
  }

  @Test("Whatever reads a journal says once that others may open it")
  func openToOthersAnywhere() throws {
    let tool = try walked()
    let name = try tool.onlyCase()
    let commands = [
      "run": ["--answers", Self.scenario], "cases": [], "show": [name], "replay": ["--all"],
      "export": ["--all", "-o", "again.jsonl"], "import": ["all.jsonl"],
      "graph": ["domestic-violence", "--case", name, "--format", "dot"], "needs": [name], "contacts": [name],
      "due": [], "load": [], "task": [name], "clock": [], "report": ["--internal"], "document": [name],
    ]
    var readers: Set<String> = []
    for command in Flowrun.configuration.subcommands {
      let help = Flowrun.helpMessage(for: command)
      if help.contains("--journal") { readers.insert(command.configuration.commandName ?? help) }
    }
    #expect(readers == Set(commands.keys))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: tool.journal)
    for (command, arguments) in commands {
      let output = try tool.start([command] + arguments).finish()
      #expect(output.status == 0, "\(command): \(output.errors)")
      let times = output.errors.replacing("\n", with: " ").components(separatedBy: "chmod 600").count - 1
      #expect(times == 1, "\(command): \(output.errors)")
    }
  }

  @Test("A head kept elsewhere is compared")
  func headKeptElsewhere() throws {
    let tool = try walked()
    let name = try tool.onlyCase()
    let head = try #require(try JournalDesk(at: tool.journal, for: .reading, of: nil).records().first).head
      .hash
      .hexadecimal
    #expect(try tool.run("export", name).text.contains(head))
    #expect(try tool.run("replay", name, "--head", head).status == 0)
    #expect(try tool.run("replay", name, "--head", String(head.prefix(12))).text.contains(head.prefix(12)))
    let other = try tool.run("replay", name, "--head", String(head.reversed()))
    #expect(other.status == 1)
    #expect(other.text.contains("BROKEN"))
    #expect(try tool.run("replay", name, "--head", "0f").status == ToolStatus.usage.rawValue)
  }

  @Test("Texts of others steer no terminal")
  func controls() {
    var screen = Screen()
    screen.add("a\u{1B}[2J\u{9B}b\u{7F}\tc")
    let text = screen.text(width: 80, colour: true)
    #expect(
      !text.dropLast().unicodeScalars.contains { $0.value < 0x20 || 0x7F...0x9F ~= $0.value }, "\(text)")
    #expect(JSON.string("\u{9B}\u{7F}\u{1B}").text() == "\"\\u009b\\u007f\\u001b\"\n")
  }

  /// Overrides and isolates of direction, their marks, signs without width, a tag, breaks of line that are none here.
  private static let deceptive: [Unicode.Scalar] = [
    "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{061C}", "\u{200B}", "\u{200E}", "\u{200F}",
    "\u{2060}", "\u{2028}", "\u{FEFF}", "\u{E0041}",
  ]

  @Test("What turns or hides words is seen on a screen; no line grows wider by it", arguments: deceptive)
  func deceptiveOnScreen(scalar: Unicode.Scalar) {
    var screen = Screen()
    let words = Array(repeating: "ab\(scalar)cd", count: 12).joined(separator: " ")
    screen.add([Run(words)], indent: 2, marker: [Run("\(scalar)1  ")], trailing: [Run("x\(scalar)")])
    let text = screen.text(width: 40, colour: false)
    #expect(!text.unicodeScalars.contains(scalar))
    #expect(text.components(separatedBy: "ab\u{FFFD}cd").count == 13 && text.contains("x\u{FFFD}"))
    for line in text.split(separator: "\n") { #expect(DisplayWidth.columns(of: String(line)) <= 40) }
  }

  @Test(
    "An answer that holds such a sign is kept as it is, and written to programs as it is",
    arguments: deceptive)
  func deceptiveIsKept(scalar: Unicode.Scalar) throws {
    let test = try TestCase(lines: ["y", "y", "y", "/u", "u", "he said \(scalar)no"])
    #expect(try test.walk.run() == .left(.endOfInput))
    let page = try #require(test.console.pages.last)
    #expect(page.contains("he said \u{FFFD}no") && !page.unicodeScalars.contains(scalar), "\(page)")
    #expect(test.walk.session.state.fact("words")?.value == .string("he said \(scalar)no"))
    let json = JSON.string("a\(scalar)b").text()
    #expect(!json.unicodeScalars.contains(scalar))
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed) as? String
    #expect(read.map { Array($0.unicodeScalars) } == ["a", scalar, "b"])
  }

  @Test("A difference names its first field")
  func fields() {
    let entry = Entry(
      sequence: 3, at: Instant(milliseconds: 0), by: Person(identifier: "a", role: "officer"),
      event: .ended(outcome: "received"))
    var changes: [(Entry, String?)] = [(entry, nil)]
    var other = entry
    other.by.role = "judge"
    changes.append((other, "role"))
    other.at = Instant(milliseconds: 1)
    changes.append((other, "at"))
    other = entry
    other.event = .ended(outcome: "refused")
    changes.append((other, "outcome"))
    other.event = .withdrawn([1])
    changes.append((other, "event"))
    for (found, field) in changes {
      let divergence = Divergence(sequence: 3, expected: entry, found: found)
      #expect(divergence.field?.name == field)
    }
  }
}
