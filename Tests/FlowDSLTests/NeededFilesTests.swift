import Foundation
import Testing

@testable import FlowDSL

/// Reading only the files that a flow needs gives what reading all of them gives.
@Suite struct NeededFilesTests {
  private static func sources() throws -> [SourceText] {
    let folder = Golden.folder.deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "protocols")
    return ProtocolFolder.read(folder.path).sources
  }

  @Test func theProgramIsTheSame() throws {
    let sources = try Self.sources()
    let whole = ProtocolFolder.parse(sources)
    #expect(whole.flows.count > 20)
    for flow in whole.flows.map(\.name.value) {
      let lazy = FlowCompiler.compile(main: flow, sources: sources)
      let all = FlowCompiler.compile(main: flow, whole)
      #expect(lazy.program != nil, "\(flow)")
      #expect(lazy.program?.hash == all.program?.hash, "\(flow)")
      #expect(lazy.program?.sources == all.program?.sources, "\(flow)")
      #expect(lazy.diagnostics == all.diagnostics, "\(flow)")
    }
  }

  /// Cuts a file short, one at a time: a fault is told, or not, in the same way.
  @Test func theDiagnosticsAreTheSame() throws {
    let sources = try Self.sources().filter {
      !$0.path.hasPrefix("scenarios/") && !$0.path.hasPrefix("training/")
    }
    for index in sources.indices where index % 5 == 0 || !sources[index].path.contains("/") && index % 2 == 0
    {
      var broken = sources
      broken[index] = SourceText(
        path: sources[index].path, text: String(sources[index].text.prefix(200)) + "\n  x")
      let lazy = FlowCompiler.compile(main: "reception", sources: broken)
      let all = FlowCompiler.compile(main: "reception", ProtocolFolder.parse(broken))
      #expect(lazy.diagnostics == all.diagnostics, "\(sources[index].path)")
      #expect(lazy.program?.hash == all.program?.hash, "\(sources[index].path)")
    }
  }

  @Test func aFlowThatIsNotThereIsNamedAsBefore() throws {
    let sources = try Self.sources()
    let lazy = FlowCompiler.compile(main: "recepton", sources: sources)
    #expect(
      lazy.diagnostics == FlowCompiler.compile(main: "recepton", ProtocolFolder.parse(sources)).diagnostics)
    #expect(lazy.diagnostics.map(\.code) == [.unknownFlow])
  }
}
