import Foundation
import Glibc
import Testing

@testable import flowrun

/// What programs of the machine make becomes a file once it is whole, or no file at all.
@Suite struct OutsideProgramTests {
  /// What stands in for WeasyPrint, and how the tool ends.
  @Test(
    "What makes PDF is handed the page; where it fails, no file is left",
    arguments: [
      ("cat", ToolStatus.ok), ("cat; exit 3", .unavailable), ("cat; kill -9 $$", .unavailable),
      ("exec < /dev/null; exit 1", .unavailable), (nil, .unavailable),
    ] as [(String?, ToolStatus)])
  func pdf(script: String?, status: ToolStatus) throws {
    var tool = try Tool()
    let scenario = TestFlows.protocols + "/scenarios/psychological-violence-only.yaml"
    #expect(try tool.run("run", "--answers", scenario).status == 0)
    let name = try tool.onlyCase()
    let folder = tool.folder + "/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if let script {
      let file = folder + "/weasyprint"
      try "#!/bin/sh\n\(script)\n".write(toFile: file, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file)
    }
    tool.environment["PATH"] = script == nil ? folder : folder + ":/usr/bin:/bin"
    let made = try tool.run("document", name, "rights-sheet", "--format", "pdf", "-o", "rights.pdf")
    #expect(made.status == status.rawValue, "\(made.errors)")
    #expect(try files(of: tool) == (status == .ok ? ["rights.pdf"] : []))
    if status == .ok { #expect(try tool.file("rights.pdf").hasSuffix("</html>\n")) }
  }

  /// Programs that never end: one that reads all and waits, one that reads nothing of a text that no pipe holds.
  @Test(
    "A program that hangs is ended, and no file is left",
    arguments: [
      (["sh", "-c", "cat > /dev/null; exec sleep 600"], 10), (["sleep", "600"], 10),
      (["sleep", "600"], 1 << 20),
      (["sh", "-c", "echo half; exec sleep 600"], 10),
    ])
  func hangs(arguments: [String], size: Int) throws {
    let tool = try Tool()
    let path = tool.folder + "/made.txt"
    #expect(throws: OutsideProgram.Fault.late(seconds: 0)) {
      try OutsideProgram.run(
        arguments, input: String(repeating: "x", count: size), to: path, limit: .milliseconds(200))
    }
    #expect(try files(of: tool) == [])
  }

  /// A named pipe that a program holds open as long as it runs.
  private final class Lifeline {
    let path: String
    private let descriptor: Int32

    init(in folder: String) throws {
      path = folder + "/.alive"
      try #require(mkfifo(path, 0o600) == 0)
      descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      try #require(descriptor >= 0)
    }

    deinit { close(descriptor) }

    /// Whether within a minute something of the kind happens: `POLLIN`, a word was written; `POLLHUP`, nobody holds it any more.
    func sees(_ event: Int32) -> Bool {
      var state = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      return poll(&state, 1, 60_000) == 1 && Int32(state.revents) & event != 0
    }
  }

  @Test("With a program that hangs ends what it started")
  func hangsWithOthers() throws {
    let tool = try Tool()
    let lifeline = try Lifeline(in: tool.folder)
    // Held once already, so that nobody holding it is seen even where the program had no time to.
    close(open(lifeline.path, O_WRONLY))
    #expect(throws: OutsideProgram.Fault.late(seconds: 0)) {
      try OutsideProgram.run(
        ["sh", "-c", "sleep 600 > \(lifeline.path); true"], input: "", to: tool.folder + "/made.txt",
        limit: .milliseconds(500))
    }
    #expect(lifeline.sees(POLLHUP))
  }

  @Test("What ends the tool ends what it waits for", arguments: [SIGINT, SIGTERM, SIGHUP])
  func ended(signal: Int32) throws {
    var tool = try Tool()
    let scenario = TestFlows.protocols + "/scenarios/psychological-violence-only.yaml"
    #expect(try tool.run("run", "--answers", scenario).status == 0)
    let name = try tool.onlyCase()
    let lifeline = try Lifeline(in: tool.folder)
    try standIn("{ echo here; sleep 600; } > \(lifeline.path); true", for: &tool)
    let running = try tool.start(["document", name, "rights-sheet", "--format", "pdf", "-o", "rights.pdf"])
    #expect(lifeline.sees(POLLIN))
    Glibc.kill(running.identifier, signal)
    #expect(running.finish().status == 128 + signal)
    #expect(lifeline.sees(POLLHUP))
  }

  @Test("A broken pipe ends another program as it usually does, and this one not")
  func brokenPipes() throws {
    let tool = try Tool()
    let path = tool.folder + "/made.txt"
    // Who ignores the signal hands that on to what it starts, unless it says otherwise.
    signal(SIGPIPE, SIG_IGN)
    #expect(throws: OutsideProgram.Fault.failed(128 + SIGPIPE)) {
      try OutsideProgram.run(["sh", "-c", "kill -PIPE $$"], input: "", to: path)
    }
    #expect(throws: OutsideProgram.Fault.failed(3)) {
      try OutsideProgram.run(
        ["sh", "-c", "exec < /dev/null; exit 3"], input: String(repeating: "x", count: 1 << 20), to: path)
    }
    #expect(try files(of: tool) == [])
  }

  /// Puts a shell script where the tool finds WeasyPrint.
  private func standIn(_ script: String, for tool: inout Tool) throws {
    let folder = tool.folder + "/bin"
    let file = folder + "/weasyprint"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "#!/bin/sh\n\(script)\n".write(toFile: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file)
    tool.environment["PATH"] = folder + ":/usr/bin:/bin"
  }

  @Test("A text that no pipe holds is handed over whole")
  func large() throws {
    let tool = try Tool()
    let text = String(repeating: "0123456789abcdef", count: 1 << 16)
    try OutsideProgram.run(["cat"], input: text, to: tool.folder + "/made.txt")
    #expect(try tool.file("made.txt") == text)
  }

  @Test(
    "A run that is killed leaves nothing, and hinders no other",
    .enabled(if: TestFolder.keepsNamelessFiles, "Files of this file system always have names"))
  func killed() throws {
    let tool = try Tool()
    var killed = tool
    try standIn("cat > /dev/null; kill -9 $PPID", for: &killed)
    let scenario = TestFlows.protocols + "/scenarios/psychological-violence-only.yaml"
    #expect(try tool.run("run", "--answers", scenario).status == 0)
    let name = try tool.onlyCase()
    let made = try killed.run("document", name, "rights-sheet", "--format", "pdf", "-o", "rights.pdf")
    #expect(made.status != 0)
    #expect(try files(of: tool) == [])
    #expect(try tool.run("document", name, "rights-sheet", "-o", "rights.pdf").status == 0)
  }

  @Test("A file is its owner's alone; nothing is left beside it")
  func mode() throws {
    let folder = try TestFolder()
    let path = folder.path + "/a.txt"
    try TextFile.write("one", to: path, replacing: false)
    #expect(throws: TextFile.Fault.self) { try TextFile.write("two", to: path, replacing: false) }
    #expect(TextFile.read(path) == "one")
    try TextFile.write("three", to: path, replacing: true)
    #expect(TextFile.read(path) == "three")
    let manager = FileManager.default
    #expect(try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    #expect(try manager.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
  }

  private func files(of tool: Tool) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: tool.folder).filter {
      !$0.hasPrefix(".") && $0 != "bin"
    }
  }
}
