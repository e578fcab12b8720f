import FEEL
import Foundation
import Testing

@testable import FlowDSL

@Suite struct ProgramTests {
  @Test func everyKindOfStepCompiles() throws {
    let (program, diagnostics) = FlowCompiler.compile(main: "intake", sources: try TestProtocol.sources())
    #expect(diagnostics.map(\.told) == [])
    let compiled = try #require(program)
    #expect(compiled.flows.map(\.name) == ["intake", "check", "child", "emergency"])
  }

  @Test func everyExampleOfTheGrammarCompiles() throws {
    let examples = try GrammarExamples.flows()
    #expect(examples.count >= 2)
    for example in examples {
      let name = try #require(example.split(separator: "\n").first?.dropFirst("flow: ".count))
      let source = SourceText(path: "\(name).yaml", text: example)
      let (program, diagnostics) = FlowCompiler.compile(main: String(name), sources: [source])
      #expect(diagnostics.filter { $0.severity == .error }.map(\.told) == [])
      #expect(program != nil)
    }
  }
}

extension Diagnostic {
  /// The diagnostic in a line, for failures of tests.
  var told: String {
    "\(code.rawValue) \(code) \(place.file):\(place.start.line):\(place.start.column) \(arguments)"
  }
}

/// The protocol folder `Protocol/` beside the tests.
enum TestProtocol {
  static func sources() throws -> [SourceText] {
    let folder = ProtocolFolder.read(Golden.folder.appending(path: "Protocol").path)
    return folder.sources
  }
}

/// The code blocks of docs/grammar.md.
enum GrammarExamples {
  static func flows() throws -> [String] { try blocks(marked: "yaml flow") }

  static func blocks(marked mark: String) throws -> [String] {
    let path = Golden.folder.deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "docs/grammar.md")
    let lines = try String(contentsOf: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    var blocks: [String] = []
    var current: [Substring]?
    for line in lines {
      if let open = current {
        if line == "```" {
          blocks.append(open.joined(separator: "\n") + "\n")
          current = nil
        } else {
          current = open + [line]
        }
      } else if line == "```\(mark)" {
        current = []
      }
    }
    return blocks
  }
}
