import Foundation
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

  @Test("A text that no pipe holds is handed over whole")
  func large() throws {
    let tool = try Tool()
    let text = String(repeating: "0123456789abcdef", count: 1 << 16)
    try OutsideProgram.run(["cat"], input: text, to: tool.folder + "/made.txt")
    #expect(try tool.file("made.txt") == text)
  }

  @Test(
    "What a killed run left is removed once it is old and its process is no more", arguments: [true, false])
  func leftovers(isNameless: Bool) throws {
    let tool = try Tool()
    let path = tool.folder + "/sheet.txt"
    let manager = FileManager.default
    // Old and of a process that is no more; new; of a process that runs; another file's; not a number. No process has
    // numbers this high.
    let gone = 2_147_483_640
    let names = [
      "sheet.txt.\(gone).part", "sheet.txt.\(gone + 1).part", "sheet.txt.1.part", "other.txt.\(gone).part",
      "sheet.txt.x.part",
    ]
    for (index, name) in names.enumerated() {
      try "half".write(toFile: tool.folder + "/" + name, atomically: false, encoding: .utf8)
      let age = index == 1 ? 0.0 : Double(2 * WholeFile.age)
      try manager.setAttributes(
        [.modificationDate: Date.now.addingTimeInterval(-age)], ofItemAtPath: tool.folder + "/" + name)
    }
    let file = try WholeFile(path, isNameless: isNameless)
    // Where it may be without a name, nothing of it can be found before it is whole.
    let partial = "sheet.txt.\(ProcessInfo.processInfo.processIdentifier).part"
    #expect(try files(of: tool).contains(partial) == !isNameless)
    #expect(Output.write("whole", to: file.descriptor))
    try file.finish()
    #expect(try tool.file("sheet.txt") == "whole")
    #expect(Set(try files(of: tool)) == Set(names.dropFirst() + ["sheet.txt"]))
  }

  @Test("A run that is killed leaves nothing, and hinders no other")
  func killed() throws {
    let tool = try Tool()
    let script = "cat > /dev/null; kill -9 $PPID"
    let folder = tool.folder + "/bin"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "#!/bin/sh\n\(script)\n".write(toFile: folder + "/weasyprint", atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder + "/weasyprint")
    var killed = tool
    killed.environment["PATH"] = folder + ":/usr/bin:/bin"
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
