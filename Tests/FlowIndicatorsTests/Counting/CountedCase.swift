import FlowDSL
import FlowIndicators
import FlowRuntime
import Testing

/// A small folder, and cases of it that scenarios walk.
enum CountedCase {
  static let desk = """
    flow: desk
    version: 1.0.0
    title: {fr: Bureau, en: Desk}
    languages: [fr, en]
    facts:
      agrees: {type: boolean, about: victim, see: [support, chief]}
      tell: {type: boolean, about: victim}
      children: {type: list of text, about: victim}
    steps:
      - ask: first
        questions:
          agrees: {fr: D'accord ?, en: Agreed?}
          tell: {fr: Le chef ?, en: The chief?}
          children: {fr: Les enfants ?, en: The children?}
      - refer: support
        to: support
        consent: agrees
        shares: [agrees]
      - contact: chief
        shares: [agrees]
        consent: tell
      - contact: patrol
      - run: grid
      - each: each-child
        in: if children = null then [] else children
        as: child
        flow: hurt
      - end: done

    """

  private static let grid = """
    flow: grid
    version: 1.0.0
    title: {fr: Grille, en: Grid}
    languages: [fr, en]
    facts:
      weapon: {type: boolean, about: perpetrator}
    steps:
      - ask: look
        questions:
          weapon: {fr: Une arme ?, en: A weapon?}
      - end: graded

    """

  private static let hurt = """
    flow: hurt
    version: 1.0.0
    title: {fr: Enfant, en: Child}
    languages: [fr, en]
    takes: [child]
    facts:
      child: {type: text, about: child}
      marks: {type: boolean, about: child}
    steps:
      - ask: look
        questions:
          marks: {fr: Des marques ?, en: Marks?}
      - end: seen

    """

  static func sources(desk: String = desk) -> [SourceText] {
    [
      SourceText(path: "desk.yaml", text: desk), SourceText(path: "grid.yaml", text: grid),
      SourceText(path: "hurt.yaml", text: hurt),
      SourceText(
        path: "roles.yaml",
        text: "roles:\n  chief: {fr: Chef, en: Chief}\n  patrol: {fr: Patrouille, en: Patrol}\n"),
      SourceText(
        path: "directory/local.yaml",
        text: "directory: local\ncategories:\n  support: {fr: Aide, en: Support}\n"),
    ]
  }

  static func program(_ desk: String = desk) throws -> Program {
    let (program, diagnostics) = FlowCompiler.compile(main: "desk", sources: sources(desk: desk))
    return try #require(program, "\(diagnostics)")
  }

  /// Indicators whose first count has these criteria, and whose second has more, where there are such; the last is of all cases, where
  /// they are asked for.
  static func indicators(
    any: String, more: String? = nil, of: String? = nil, all: Bool = false
  ) throws -> Indicators {
    let second = more.map {
      "  more: {title: {fr: Plus, en: More}, summary: {fr: Plus., en: More.}, any: [\($0)]}\n"
    }
    let among = of.map { "    of: [\($0)]\n" } ?? ""
    let cases = all ? "  two: {title: {fr: Tous, en: All}, summary: {fr: Tous., en: All.}}\n" : ""
    let text = """
      indicators: test
      cases: [desk]
      counts:
        one:
          title: {fr: Un, en: One}
          summary: {fr: Un., en: One.}
          any: [\(any)]
      \(among)\(second ?? "")\(cases)
      """
    let source = SourceText(path: "indicators.yaml", text: text)
    let (indicators, diagnostics) = FlowCompiler.indicators(ProtocolFolder.parse(sources() + [source]))
    return try #require(indicators, "\(diagnostics)")
  }

  /// A case as answers leave it.
  static func state(
    _ answers: String, steps: String = "[]", otherwise: String = "unknown", of program: Program
  ) throws -> State {
    let text = """
      scenario: test
      flow: desk
      otherwise: \(otherwise)
      answers: {\(answers)}
      steps: \(steps)
      """
    let read = SyntaxReader.read(SourceText(path: "scenarios/test.yaml", text: text))
    guard case .scenario(let scenario)? = read.file else {
      Issue.record("\(read.diagnostics)")
      throw Unread()
    }
    let result = ScenarioRunner.run(scenario, of: program)
    #expect(result.failures.map { "\($0.kind)" } == [])
    return result.state
  }

  private struct Unread: Error {}
}
