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

  @Test func routesBlocksAndCallsAreIndices() throws {
    let program = try #require(
      FlowCompiler.compile(main: "intake", sources: try TestProtocol.sources()).program)
    let flow = program.flows[0]
    func index(_ name: String) throws -> Int { try #require(flow.steps.firstIndex { $0.name == name }) }
    func slot(_ name: String) throws -> Int { try #require(flow.facts.firstIndex { $0.name == name }) }
    let prosecutor = flow.steps[try index("prosecutor")]
    #expect(prosecutor.then.guards.map(\.go) == [.step(try index("both"))])
    #expect(prosecutor.then.otherwise == .step(try index("consent")))
    #expect(prosecutor.due?.within == 3_600_000)
    #expect(flow.steps[try index("note")].next == .endOfBranch)
    #expect(flow.steps[try index("both")].next == .step(try index("check")))
    #expect(flow.steps[try index("support")].due?.from == .fact(try slot("hearing")))
    guard case .together(let branches) = flow.steps[try index("both")].kind,
      case .run(let call) = flow.steps[try index("check")].kind,
      case .each(let iteration) = flow.steps[try index("children-check")].kind,
      case .assess(let assessment) = flow.steps[try index("danger")].kind
    else {
      Issue.record("a step has another kind")
      return
    }
    #expect(branches.map(\.first) == [try index("rights"), try index("search")])
    #expect(program.flows[call.flow].name == "check")
    #expect(call.takes.map(\.slot) == program.flows[call.flow].takes)
    #expect(call.result == (try slot("outcome_of_check")))
    #expect(program.flows[iteration.call.flow].facts[iteration.item].name == "this_child")
    #expect(iteration.call.gives.map(\.to) == [try slot("hurt")])
    #expect(assessment.extraVariables.map(\.name) == ["score", "risks", "safeties", "flags.red"])
    // What the rows read after the facts: score 3, no risks and safeties, two red flags.
    let known = Array(repeating: Value.null, count: flow.facts.count)
    let moment = EntryMoment.variables.map { _ in Value.null }
    #expect(assessment.levels.first?.when?.holds(known + moment + [3, 0, 0, 2]) == true)
    #expect(assessment.levels.first?.when?.holds(known + moment + [3, 0, 0, 1]) == false)
  }

  /// The model that an example names.
  private static let measures = SourceText(
    path: "measures.dmn",
    text: """
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="measures" namespace="urn:measures">
      <inputData id="level" name="Danger level"><variable name="Danger level" typeRef="string"/></inputData>
      <inputData id="minor" name="Minor"><variable name="Minor" typeRef="boolean"/></inputData>
      <decision id="measures" name="Measures">
        <informationRequirement><requiredInput href="#level"/></informationRequirement>
        <informationRequirement><requiredInput href="#minor"/></informationRequirement>
        <literalExpression><text>[if Minor = true then "guardian" else string(Danger level)]</text></literalExpression>
      </decision>
      </definitions>

      """)

  @Test func everyExampleOfTheGrammarCompiles() throws {
    let examples = try GrammarExamples.flows()
    #expect(examples.count >= 2)
    let names = try examples.map { try #require($0.split(separator: "\n").first?.dropFirst("flow: ".count)) }
    let flows = zip(names, examples).map { SourceText(path: "\($0).yaml", text: $1) }
    let common = try [
      ("roles", "roles.yaml"), ("directory", "directory/local.yaml"), ("calendar", "calendar.yaml"),
      ("law", "law.yaml"),
    ].map { kind, path in
      SourceText(path: path, text: try #require(GrammarExamples.blocks(marked: "yaml \(kind)").first))
    }
    for name in names {
      let (program, diagnostics) = FlowCompiler.compile(
        main: String(name), sources: flows + common + [Self.measures])
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
