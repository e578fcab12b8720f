import FlowDSL
import FlowRuntime
import FlowStore
import Foundation
import Testing

@testable import flowrun

/// Journals of two invented places, made of scenarios, and the small protocol folder that they are walked by.
struct CountedJournals {
  let tool: Tool
  private let program: Program

  static let desk = """
    flow: desk
    version: 1.0.0
    title: {fr: Bureau, en: Desk}
    languages: [fr, en]
    facts:
      agrees: {type: boolean, about: victim, see: [support]}
      heard: {type: boolean, about: victim}
    steps:
      - ask: first
        questions:
          agrees: {fr: D'accord ?, en: Agreed?}
          heard: {fr: Écoutée ?, en: Heard?}
      - refer: support
        to: support
        consent: agrees
        shares: [agrees]
      - end: done

    """

  /// As it was before the question whether the person was heard.
  static let older = desk.replacing("  heard: {type: boolean, about: victim}\n", with: "")
    .replacing("      heard: {fr: Écoutée ?, en: Heard?}\n", with: "")

  static let indicators = """
    indicators: station
    notice: {fr: À approuver avant usage., en: To be approved before use.}
    cases: [desk]
    sources: {asked: "Those who asked for it, 2026"}
    counts:
      referred:
        number: v
        title: {fr: Orientées, en: Referred}
        summary: {fr: Confiées à l'aide aux victimes., en: Handed to victim support.}
        source: asked
        any: [{referred: support}]
      heard:
        number: ii
        title: {fr: "Écoutées, disent-elles", en: "Heard, they say"}
        summary: {fr: Sur les personnes qui ont répondu., en: Of the people who answered.}
        source: asked
        of: [{flow: desk, when: heard != null}]
        any: [{flow: desk, when: heard = true}]
      received:
        number: iii
        title: {fr: Reçues, en: Received}
        summary: {fr: Un nombre., en: A number.}

    """

  static let rest = [
    SourceText(
      path: "directory/local.yaml",
      text: "directory: local\ncategories:\n  support: {fr: Aide aux victimes, en: Victim support}\n"),
    SourceText(
      path: "apart.yaml",
      text: """
        flow: apart
        version: 1.0.0
        title: {fr: À part, en: Apart}
        languages: [fr, en]
        steps:
          - end: done

        """),
  ]

  /// A fresh folder with the protocols and no journal yet.
  init() throws {
    tool = try Tool(protocols: nil)
    try FileManager.default.createDirectory(
      atPath: tool.folder + "/protocols/directory", withIntermediateDirectories: true)
    let indicators = SourceText(path: "indicators.yaml", text: Self.indicators)
    for source in Self.sources(Self.desk) + [indicators] {
      try source.text.write(
        toFile: tool.folder + "/protocols/" + source.path, atomically: true, encoding: .utf8)
    }
    program = try Self.program("desk", Self.desk)
  }

  /// A journal's path.
  func path(_ journal: String) -> String { tool.folder + "/" + journal }

  private static func sources(_ desk: String) -> [SourceText] {
    [SourceText(path: "desk.yaml", text: desk)] + rest
  }

  private static func program(_ flow: String, _ desk: String) throws -> Program {
    try #require(FlowCompiler.compile(main: flow, sources: sources(desk)).program)
  }

  /// Adds cases that begin at a moment.
  func add(_ count: Int, _ answers: String, at start: String, to journal: String) throws {
    try add(count, "flow: desk\nanswers: {\(answers)}", program, at: start, to: journal)
  }

  /// Adds a case of the protocol as it was.
  func addOlder(_ answers: String, at start: String, to journal: String) throws {
    let program = try Self.program("desk", Self.older)
    try add(1, "flow: desk\nanswers: {\(answers)}", program, at: start, to: journal)
  }

  /// Adds a case that begins with another flow.
  func addOther(at start: String, to journal: String) throws {
    try add(1, "flow: apart", try Self.program("apart", Self.desk), at: start, to: journal)
  }

  /// Adds a case with so many entries, none of which can be read.
  func addDamaged(
    _ name: String, opened: Instant = Instant(milliseconds: 0), entries: Int = 1, to journal: String
  ) throws {
    let store = try Store(at: path(journal))
    try store.open(
      NewCase(name, opened: opened), of: StoredProgram(hash: "none", sources: []),
      with: (1...entries).map {
        SealedEntry(sequence: $0, body: Array("{}".utf8), hash: .zero, openings: [])
      })
    try store.close()
  }

  /// Hands a case over: it then lies in both journals.
  func handOver(_ name: String, from journal: String, to other: String) throws {
    let file = "\(name)-to-\(other).jsonl"
    #expect(try tool.run("export", name, "--journal", path(journal), "-o", file).status == 0)
    #expect(try tool.run("import", file, "--journal", path(other)).status == 0)
  }

  /// The cases of a journal in the order in which they were opened.
  func records(of journal: String) throws -> [CaseRecord] {
    try JournalDesk(at: path(journal), for: .reading, of: nil).records()
  }

  private func add(_ count: Int, _ text: String, _ program: Program, at start: String, to journal: String)
    throws
  {
    let source = SourceText(
      path: "scenarios/one.yaml", text: "scenario: one\n\(text)\nstart: \(start)\notherwise: unknown\n")
    let read = SyntaxReader.read(source)
    guard case .scenario(let scenario)? = read.file else {
      Issue.record("\(read.diagnostics)")
      return
    }
    for _ in 0..<count {
      let walked = try ScriptedCase.walk(
        scenario, of: program, journal: path(journal), at: try Desk(.english))
      #expect(walked.result.failures.isEmpty)
    }
  }
}
