import FlowDSL
import FlowRuntime
import FlowStore
import Foundation
import Testing

@testable import flowrun

/// A scenario that answers in place of a person makes a case at the time that it says, and nothing is called saved that is not; of
/// texts that were changed it is said that they were.
@Suite struct ScriptedCaseTests {
  private static let flow = """
    flow: visit
    version: 1.0.0
    title: {fr: Visite, en: Visit}
    languages: [fr, en]
    takes: [level]
    facts:
      level: {type: [low, high], labels: {low: {fr: faible, en: low}, high: {fr: fort, en: high}}}
      began: {type: date and time, allowed: "<= now()", title: {fr: Début, en: Begin}}
      alone: {type: boolean, title: {fr: Seule, en: Alone}}
    steps:
      - ask: visit
        by: officer
        title: {fr: Visite, en: Visit}
        questions:
          alone: {fr: "Seule ?", en: Alone?}
          began: {fr: Depuis quand ?, en: Since when?}
      - end: done
        title: {fr: Fini, en: Done}
    roles: {officer: {fr: Agent, en: Officer}}

    """

  private func run(_ scenario: String) throws -> (run: Tool.Output, tool: Tool) {
    let folder = try TestFolder()
    try Self.flow.write(toFile: folder.path + "/visit.yaml", atomically: true, encoding: .utf8)
    let tool = try Tool(protocols: folder.path)
    try ("scenario: visit\nflow: visit\n" + scenario + "\n").write(
      toFile: tool.folder + "/visit-told.yaml", atomically: true, encoding: .utf8)
    return (try tool.run("run", "--answers", tool.folder + "/visit-told.yaml"), tool)
  }

  /// When the only case was opened.
  private func opened(_ tool: Tool) throws -> Instant {
    let journal = try JournalDesk(at: tool.journal, for: .reading, of: nil)
    return try #require(try journal.records().first).opened
  }

  @Test func momentsThatAScenarioSaysAreOfItsOwnTime() throws {
    let told = try run("answers: {alone: true, began: 2026-01-01T00:00:00Z}")
    #expect(told.run.status == 0, "\(told.run.errors)")
    #expect(try opened(told.tool) == ScenarioRunner.defaultStart)
    let later = try run("answers: {alone: true, began: 2026-06-01T00:00:00Z}")
    #expect(later.run.status == ToolStatus.data.rawValue, "\(later.run.text)")
    let silent = try run("answers: {alone: true, began: unknown}")
    #expect(silent.run.status == 0, "\(silent.run.errors)")
    #expect(try opened(silent.tool) > ScenarioRunner.defaultStart)
  }

  @Test func nothingIsCalledSavedThatIsNotKept() throws {
    let told = try run("given: {level: enormous}\nanswers: {alone: true}")
    #expect(told.run.status == ToolStatus.data.rawValue)
    #expect(!told.run.text.contains("saved"), "\(told.run.text)")
    #expect(told.run.text.contains("no case was opened"), "\(told.run.text)")
  }

  @Test func ofTextsThatWereChangedItIsSaidThatTheyWere() throws {
    let source = SourceText(path: "visit.yaml", text: Self.flow)
    let hash = try #require(FlowCompiler.compile(main: "visit", sources: [source]).program).hash
    let changed = SourceText(path: "visit.yaml", text: Self.flow.replacing("Alone?", with: "Alone now?"))
    for sources in [[changed], []] {
      let failure = ProgramShelf().failure(
        StoredProgram(hash: hash, sources: sources), flow: "visit", case: "7K3M-2QXD")
      #expect(try Wording(.english).words(of: failure).contains("are not those that it was started with"))
    }
    let whole = ProgramShelf().failure(
      StoredProgram(hash: hash, sources: [source]), flow: "visit", case: "7K3M-2QXD")
    #expect(try Wording(.english).words(of: whole).contains("cannot be compiled any more"))
  }
}
