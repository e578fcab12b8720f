import Foundation
import Testing

@testable import flowrun

/// The tests leave nothing on the machine they run on.
@Suite struct TestFolderTests {
  @Test("The folder of a tool is there while the tool, or a run of it, is; then it is gone")
  func folder() throws {
    var tool: Tool? = try Tool()
    let path = try #require(tool?.folder)
    var running: Running? = try #require(tool).start(["explain"])
    tool = nil
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(running?.finish().status == ToolStatus.ok.rawValue)
    running = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
