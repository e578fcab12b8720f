import Testing

@testable import FlowDSL

/// Which statements of a flow must say what they rest on.
@Suite struct CitationTests {
  /// The names of the steps that are reported, for some steps of a flow that declares sources.
  static func uncited(_ steps: String, sources: String = "sources: {choice: Choice}\n") -> [String] {
    let text =
      "flow: a\nversion: 1.0.0\ntitle: A\nlanguages: [en]\n" + sources + """
        facts: {weapon: boolean, fear: boolean, level: {type: [low, high]}, ok: boolean}
        steps:

        """ + steps + "  - end: done\n"
    return FlowCompiler.checkBeyondWords([SourceText(path: "a.yaml", text: text)]).filter {
      $0.code == .uncited
    }
    .map { $0.arguments["name"] ?? "" }
  }

  static let grid = """
      - assess: level
        unknown: as risk
        level: [["score >= 3", high], ["-", low]]

    """

  /// Steps, and those of them that are reported.
  static let lines: [(steps: String, uncited: [String])] = [
    ("  - do: room\n    tick: {closed: Closed}\n", ["room"]),
    ("  - do: room\n    source: choice\n    tick: {closed: Closed}\n", []),
    ("  - do: room\n    law: CPP 63\n    tick: {closed: Closed}\n", []),
    // All that a step holds, or it is not cited.
    ("  - do: room\n    tick: {closed: {en: Closed, law: CPP 63}, quiet: Quiet}\n", ["room"]),
    ("  - do: room\n    tick: {closed: {en: Closed, law: CPP 63}, quiet: {en: Quiet, source: choice}}\n", []),
    (
      "  - ask: q\n    questions: {weapon: {en: Weapon?, source: choice}, fear: {en: Fear?, law: CP 1}}\n", []
    ),
    ("  - ask: q\n    questions: {weapon: {en: Weapon?, source: choice}, fear: {en: Fear?}}\n", ["q"]),
    (grid + "    risk: {weapon: 3}\n", ["level"]),
    (grid + "    risk: {weapon: {weight: 3, source: choice}}\n", []),
    (grid + "    risk: {weapon: {weight: 3, source: choice}, fear: 1}\n", ["level"]),
    ("  - decide: ok\n    values: {ok: weapon = true}\n", ["ok"]),
    ("  - inform: rights\n    tell: Rights\n", ["rights"]),
    ("  - wait: while\n    for: PT1H\n", ["while"]),
    // A step that holds others states nothing, unless it sets a time limit.
    ("  - together: both\n    branches: {one: {steps: [{do: x, law: CP 1, tick: {y: Y}}]}}\n", []),
    (
      "  - together: both\n    due: PT1H\n    branches: {one: {steps: [{do: x, tick: {y: Y}}]}}\n",
      ["both", "x"]
    ),
  ]

  @Test(arguments: lines.indices) func isReported(_ index: Int) {
    let (steps, expected) = CitationTests.lines[index]
    #expect(CitationTests.uncited(steps) == expected, "\(steps)")
    #expect(CitationTests.uncited(steps, sources: "") == [])
  }

  @Test func aFactorsSourceIsDeclared() {
    let text = CitationTests.grid + "    risk: {weapon: {weight: 3, source: choise}}\n"
    let flow =
      "flow: a\nversion: 1.0.0\ntitle: A\nlanguages: [en]\nsources: {choice: Choice}\n"
      + "facts: {weapon: boolean, level: {type: [low, high]}}\nsteps:\n" + text + "  - end: done\n"
    let found = FlowCompiler.checkBeyondWords([SourceText(path: "a.yaml", text: flow)])
    #expect(found.filter { $0.code == .unknownSource }.map { $0.arguments["nearest"] } == ["choice"])
  }
}
