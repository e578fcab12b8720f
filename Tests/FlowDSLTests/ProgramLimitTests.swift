import Testing

@testable import FlowDSL

/// What keeps hostile or runaway flows from costing time (grammar, section 14).
@Suite struct ProgramLimitTests {
  private func flow(_ name: String, _ facts: String = "", _ steps: String) -> SourceText {
    SourceText(
      path: "\(name).yaml",
      text:
        "flow: \(name)\nversion: 1.0.0\ntitle: T\nlanguages: [en]\n\(facts)steps:\n\(steps)  - end: done\n")
  }

  private func codes(_ sources: [SourceText]) -> [DiagnosticCode] {
    FlowCompiler.checkBeyondWords(sources).map(\.code)
  }

  @Test func flowsTooDeep() {
    func chain(_ depth: Int) -> [SourceText] {
      (1...depth).map { flow("f\($0)", "", $0 < depth ? "  - run: f\($0 + 1)\n" : "") }
    }
    #expect(codes(chain(Limits.flowDepth)) == [])
    #expect(codes(chain(Limits.flowDepth + 1)) == [.flowsTooDeep])
  }

  @Test func stepsThatDoubleAtEachFlow() {
    let sources = (1...15).map { number in
      let runs = [1, 2].map { "  - run: r\($0)\n    flow: f\(number + 1)\n" }.joined()
      return flow("f\(number)", "", number < 15 ? runs : "")
    }
    let scenario = SourceText(
      path: "scenarios/s.yaml", text: "scenario: s\nflow: f1\nanswers: {nothing: true}\n")
    #expect(Set(codes(sources + [scenario])) == [.programTooLarge])
  }

  @Test func tooManyFlows() {
    let runs = (1...Limits.flows).map { "  - run: f\($0)\n" }.joined()
    let sources = [flow("main", "", runs)] + (1...Limits.flows).map { flow("f\($0)", "", "") }
    #expect(codes(sources) == [.tooManyFlows])
    #expect(codes(Array(sources.dropFirst())) == [])
  }

  @Test func aCircleIsNotFollowed() {
    let sources = [
      flow("a", "", "  - run: b\n"), flow("b", "", "  - run: c\n"), flow("c", "", "  - run: a\n"),
    ]
    let found = FlowCompiler.checkBeyondWords(sources)
    #expect(found.map(\.code) == [.recursiveFlow])
    #expect(found.first?.arguments["chain"] == "a → b → c → a")
    #expect(FlowCompiler.compile(main: "b", sources: sources).program == nil)
  }

  @Test func twoFilesOfOneName() {
    let source = flow("a", "", "")
    #expect(codes([source, source]) == [.duplicateFlow])
  }

  @Test func longAndDeepExpressions() {
    let facts = "facts: {n: number}\n"
    let ask = "  - ask: q\n    questions: {n: {en: Q}}\n"
    func step(_ condition: String) -> [SourceText] {
      [flow("a", facts, "\(ask)  - do: d\n    when: \(condition)\n    tick: {t: T}\n")]
    }
    let deep = String(repeating: "(", count: 150) + "n = 1" + String(repeating: ")", count: 150)
    #expect(codes(step(deep)) == [.expressionTooDeep])
    let long = "'n = string length(\"\(String(repeating: "é", count: 6_000))\")'"
    #expect(codes(step(long)) == [.expressionTooLong])
  }

  /// Conditions over many facts are left open, not tried for ever.
  @Test func routesOverManyFacts() {
    let names = (0..<30).map { "f\($0)" }
    let facts = "facts:\n" + names.map { "  \($0): boolean\n" }.joined()
    let ask = "  - ask: q\n    questions:\n" + names.map { "      \($0): {en: Q}\n" }.joined()
    let all = names.map { "\($0) = true" }.joined(separator: " and ")
    let route = (0..<100).map {
      "  - do: d\($0)\n    tick: {t: T}\n    then:\n      - {when: '\(all)', go: next}\n      - {when: 'not(\(all))', go: next}\n"
    }.joined()
    let found = Set(codes([flow("a", facts, ask + route)]))
    #expect(found == [.routeOpen])
  }
}
