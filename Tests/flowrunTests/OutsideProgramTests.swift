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
