import FlowDSL
import Foundation
import Testing

@testable import FlowRuntime

/// The examples of the grammar document are flows that can be walked, and are walked as its scenarios say.
@Suite struct GrammarExampleTests {
  /// The blocks of a kind, as files of one protocol folder.
  static func blocks() throws -> [SourceText] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let document = try String(contentsOf: root.appending(path: "docs/grammar.md"), encoding: .utf8)
    var sources: [SourceText] = []
    var rest = document[...]
    while let open = rest.firstRange(of: "```yaml "),
      let close = rest[open.upperBound...].firstRange(of: "\n```")
    {
      let block = rest[open.upperBound..<close.lowerBound]
      let kind = String(block.prefix { $0 != "\n" })
      let text = String(block.drop { $0 != "\n" }.dropFirst()) + "\n"
      let name = text.prefix { $0 != "\n" }.split(separator: " ").last.map(String.init) ?? ""
      switch kind {
      case "flow": sources.append(SourceText(path: "\(name).yaml", text: text))
      case "calendar": sources.append(SourceText(path: "calendar.yaml", text: text))
      case "roles": sources.append(SourceText(path: "roles.yaml", text: text))
      case "directory": sources.append(SourceText(path: "directory/\(name).yaml", text: text))
      case "scenario": sources.append(SourceText(path: "scenarios/\(name).yaml", text: text))
      default: break
      }
      rest = rest[close.upperBound...]
    }
    return sources
  }

  /// That of `with-model` has its model in another file.
  @Test func eachFlowCanBeWalked() throws {
    let folder = ProtocolFolder.parse(try Self.blocks())
    #expect(folder.flows.count >= 12)
    for flow in folder.flows.map(\.name.value) where flow != "with-model" {
      let (program, diagnostics) = FlowCompiler.compile(main: flow, folder)
      #expect(
        program != nil, "\(flow): \(diagnostics.map { "\($0.code) \($0.place.start.line) \($0.arguments)" })")
    }
  }

  @Test func eachScenarioIsWalkedAsItSays() throws {
    let folder = ProtocolFolder.parse(try Self.blocks())
    #expect(folder.scenarios.count >= 5)
    for scenario in folder.scenarios {
      let program = try #require(FlowCompiler.compile(main: scenario.flow.value, folder).program)
      let result = ScenarioRunner.run(scenario, of: program)
      #expect(result.failures.map(\.kind) == [], "\(scenario.name.value)")
    }
  }

  /// Each kind of step stands in an example.
  @Test func eachKindOfStepHasAnExample() throws {
    let steps = ProtocolFolder.parse(try Self.blocks()).flows.flatMap(\.steps).flatMap(\.all)
    let kinds = Set(steps.map { String("\($0.kind)".prefix { $0.isLetter }) })
    #expect(kinds.count == 12, "\(kinds.sorted())")
  }
}
