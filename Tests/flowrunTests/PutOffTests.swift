import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// A call is put off to a moment that was meant: one past its due time, on the next day, or far off is asked about first, and stands
/// on the boards.
@Suite struct PutOffTests {
  private static func flow(due: String) -> String {
    """
    flow: calls
    version: 1.0.0
    title: {fr: Appels, en: Calls}
    languages: [fr, en]
    steps:
      - contact: chief
        title: {fr: Le chef, en: The chief}
        by: officer\(due.isEmpty ? "" : "\n    due: \(due)")
      - end: done
        title: {fr: Fini, en: Done}
    roles: {officer: {fr: Agent, en: Officer}, chief: {fr: Chef, en: Chief}}
    """
  }

  /// What a case says in which a call is put off so, at 03:05, and the pages that were shown.
  private func putOff(_ lines: [String], due: String = "", language: Language = .english) throws
    -> (until: Instant?, pages: [String])
  {
    let folder = try TestFolder()
    try Self.flow(due: due).write(toFile: folder.path + "/calls.yaml", atomically: true, encoding: .utf8)
    let test = try TestCase("calls", language: language, lines: ["4"] + lines, folder: folder.path)
    _ = try test.walk.run()
    let until = test.journal.kept.compactMap { entry -> Instant? in
      if case .contacted(_, .putOff(let until)) = entry.event { until } else { nil }
    }.first
    return (until, test.console.pages)
  }

  private static func minutes(_ minutes: Int64) -> Instant { TestCase.night.advanced(by: minutes * 60_000) }

  @Test func aMomentPastItsDueTimeIsAskedAboutFirst() throws {
    let (until, pages) = try putOff(["4:00", "2", "3:20"], due: "PT30M")
    #expect(until == Self.minutes(15))
    #expect(pages[1].contains("To do by 03:35"), "\(pages[1])")
    #expect(pages[2].unwrapped.contains("04:00 is after the time by which it is due, 03:35."), "\(pages[2])")
    #expect(try putOff(["4:00", "1"], due: "PT30M").until == Self.minutes(55))
    let french = try putOff(["4:00"], due: "PT30M", language: .french)
    #expect(french.until == nil && french.pages[2].unwrapped.contains("c'est après l'heure limite, 03:35"))
  }

  @Test func anHourThatIsOverIsNotTakenForTomorrowUnasked() throws {
    let (until, pages) = try putOff(["2:00", "2", "25/11/2026 2:00"])
    #expect(until == Self.minutes(24 * 60 - 65))
    #expect(pages[2].unwrapped.contains("That hour is over today."), "\(pages[2])")
    #expect(try putOff(["2:00"]).until == nil)
  }

  @Test func aMomentFarOffIsSaidInWordsFirst() throws {
    let (until, pages) = try putOff(["24/11/2030 9:00"])
    #expect(until == nil)
    #expect(pages[2].unwrapped.contains("24/11/2030 09:00, in 1461 d"), "\(pages[2])")
  }

  @Test(arguments: Language.allCases)
  func theHourThatWasChosenStandsOnTheBoards(_ language: Language) throws {
    let folder = try TestFolder()
    try Self.flow(due: "PT8H").write(
      toFile: folder.path + "/calls.yaml", atomically: true, encoding: .utf8)
    let tool = try Tool(protocols: folder.path)
    try """
    scenario: calls
    flow: calls
    start: 2036-11-24T03:00:00+01:00
    person: {id: officer-12, role: officer}
    answers: {chief: {put-off: PT9H}}

    """.write(toFile: tool.folder + "/evening.yaml", atomically: true, encoding: .utf8)
    let run = try tool.run("run", "--answers", tool.folder + "/evening.yaml")
    #expect(run.status == 0, "\(run.errors)")
    let name = try tool.onlyCase()
    for command in [["task", name], ["due"]] {
      let text = try tool.run(command[0], Array(command.dropFirst()), language).text.unwrapped
      let chosen = language == .french ? "Remis à 24/11/2036 12:00" : "Put off to 24/11/2036 12:00"
      #expect(text.contains(chosen), "\(text)")
      #expect(text.contains("24/11/2036 11:0"), "\(text)")
    }
    let cases = try tool.run("cases", [], language).text.unwrapped
    #expect(cases.contains("24/11/2036 12:00") && cases.contains("24/11/2036 11:00"), "\(cases)")
  }
}

extension Tool {
  fileprivate func run(_ command: String, _ arguments: [String], _ language: Language) throws -> Output {
    let running = try start([command] + arguments + ["--language", language.rawValue])
    return running.finish()
  }
}
