import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// Whom a case is about: marks, numbers and words that were said, at the terminal and in the tool's other commands.
@Suite struct PeopleTests {
  @Test("A mark, a number and words are written down by keys, and stand on the pages about that person")
  func written() throws {
    let test = try TestCase(
      lines: [
        "w", "1", "2026/118", "2", "A", "3", "B.", "7", "1", "He waits at the gate.", "", "y", "y", "y",
      ])
    _ = try test.walk.run()
    let events = test.journal.kept.map(\.event)
    #expect(events.contains(.referenced("2026/118")))
    #expect(events.contains(.identified(PersonOfCase(.victim, mark: "A"))))
    #expect(events.contains(.identified(PersonOfCase(.perpetrator, mark: "B."))))
    #expect(events.contains(.quoted(Quotation("He waits at the gate.", by: .victim))))
    #expect(test.console.pages.contains { $0.contains("This journal keeps marks and no names") })
    let page = try #require(
      test.console.pages.last { $0.contains("Since when?") || $0.contains("How many times") })
    #expect(page.contains("2026/118"))
    #expect(page.contains("Victim A"), "\(page)")
    #expect(!page.contains("Person complained of"))
  }

  @Test("A mark written wrongly is corrected like an answer")
  func corrected() throws {
    let test = try TestCase(lines: ["w", "2", "A", "", "y", "y", "b", "3", "C", "misheard"])
    _ = try test.walk.run()
    #expect(
      test.walk.session.state.people == [PersonOfCase(.victim, mark: "C")], "\(test.console.pages.suffix(4))")
  }

  @Test("A case is found by its number, and listed with its marks", arguments: ["en", "fr"])
  func found(language: String) throws {
    let tool = try Tool(protocols: TestFlows.folder)
    let (people, yes) = language == "en" ? ("w", "y") : ("q", "o")
    try tool.run(
      "run", "desk", "--plain", "--role", "officer", "--language", language,
      typed: "\(yes)\n\(people)\n1\nPV 2026-118\n4\nL\n\n")
    let cases = try tool.run("cases", "--language", language)
    #expect(cases.text.contains("PV 2026-118 · \(language == "en" ? "Child" : "Enfant") L"))
    let name = try tool.onlyCase()
    let shown = try tool.run("show", "pv 2026118", "--language", language)
    #expect(shown.status == 0 && shown.text.contains(name))
    let other = try tool.run("show", "2026-11", "--language", language)
    #expect(other.status == ToolStatus.noInput.rawValue)
    #expect(try tool.run("replay", "--all").status == 0)
  }

  @Test("A practice case takes names, says on each page what it is, and is due and counted nowhere")
  func practice() throws {
    let tool = try Tool(protocols: TestFlows.folder)
    let walked = try tool.run(
      "run", "desk", "--plain", "--role", "officer", "--practice",
      typed: "w\n2\nA\nExample\n\nby message\n\ny\n")
    let pages = walked.text.components(separatedBy: "Practice case: nobody is in danger in it.").count - 1
    #expect(pages > 1, "\(walked.text)")
    let name = try tool.onlyCase()
    #expect(try tool.run("show", name).text.contains("A, Example, by message"))
    #expect(try tool.run("cases").text.contains("Practice case"))
    #expect(try !tool.run("due").text.contains(name))
    let real = try tool.run("run", "desk", "--plain", "--role", "officer", typed: "w\n2\nA\n\ny\n")
    #expect(!real.text.contains("invented name"))
  }

  @Test("What is written down of a case stands in its papers")
  func papers() throws {
    let folder = try TestFolder()
    _ = try Self.write(in: folder, for: "supervisor", "reference, people, words")
    let tool = try Tool(protocols: folder.path)
    try tool.run("run", "desk", "--plain", typed: "w\n1\n77/B\n2\nA\n7\n1\nHe waits.\n\ny\n")
    let name = try tool.onlyCase()
    let printed = try tool.run("document", name, "sheet")
    #expect(printed.text.contains("Number of the procedure: 77/B"), "\(printed.text)\(printed.errors)")
    #expect(printed.text.contains("Victim: A"))
    #expect(printed.text.contains("Victim, word for word: “He waits.”"))
  }

  @Test(
    "A paper that somebody else may find, or that a consent allows, tells the case's number alone",
    arguments: ["victim", "perpetrator\nlegal: CPP 40", "prosecutor\nconsent: safe"])
  func numberAlone(recipient: String) throws {
    let folder = try TestFolder()
    let paper = try Self.write(in: folder, for: recipient, "reference, people")
    let tool = try Tool(protocols: folder.path)
    let checked = try tool.run("check", folder.path)
    #expect(
      checked.status == 1 && (checked.text + checked.errors).contains("\"people\" is not a value"),
      "\(checked)")
    try Data(Self.paper(for: recipient, "reference").utf8).write(to: URL(filePath: paper))
    #expect(try tool.run("check", folder.path).status == 0)
  }

  /// Writes a folder of a flow and its paper; gives the path of the paper.
  private static func write(
    in folder: TestFolder, for recipient: String, _ details: String
  ) throws -> String {
    try Data(flow.utf8).write(to: URL(filePath: folder.path + "/desk.yaml"))
    try Data(roles.utf8).write(to: URL(filePath: folder.path + "/roles.yaml"))
    try FileManager.default.createDirectory(
      atPath: folder.path + "/documents", withIntermediateDirectories: true)
    let path = folder.path + "/documents/sheet.yaml"
    try Data(paper(for: recipient, details).utf8).write(to: URL(filePath: path))
    return path
  }

  private static let roles =
    "roles: {officer: Officer, supervisor: Supervisor, prosecutor: Prosecutor, perpetrator: Perpetrator}\n"
  private static let flow = """
    flow: desk
    version: 1.0.0
    title: Desk
    languages: [en]
    facts: {safe: {type: boolean, about: victim, see: [prosecutor]}}
    steps:
      - ask: first
        by: officer
        documents: [sheet]
        questions: {safe: {en: Safe?}}
      - do: read
        by: supervisor
        tick: {read: {en: Read}}
      - end: done

    """

  private static func paper(for recipient: String, _ details: String) -> String {
    """
    document: sheet
    title: {en: Sheet}
    languages: [en]
    for: \(recipient)
    sections:
      - heading: {en: The case}
        case: [\(details)]

    """
  }
}
