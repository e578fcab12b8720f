import FlowDSL
import FlowRuntime
import Foundation
import Testing

@testable import flowrun

/// Exercises: what a trainee sees, what the trainer gets, and that nothing of it is taken for a case.
@Suite struct TrainingTests {
  static let english = ["", "y", "y", "y", "/u", "u", "/u", "1", "u", "n", "y", "n", "1", "y"]
  static let french = ["", "o", "o", "o", "/i", "i", "/i", "1", "i", "n", "o", "n", "1", "o"]

  /// A walked exercise of the tests' folder, at a clock that stands still.
  struct Sitting {
    let console: ScriptedConsole
    let walk: Walk
    let page: ComparisonPage

    init(_ language: Language, lines: [String], name: String = "night-visit") throws {
      let words = try Wording(language)
      let syntax = ProtocolFolder.read(TestFlows.folder)
      let vignette = try #require(syntax.vignettes.first { $0.name.value == name })
      let exercise = Exercise(
        vignette, of: try TestFlows.program(vignette.flow.value), machine: { TestCase.night })
      // Three in the morning wherever the machine stands.
      exercise.clock.skip(to: TestCase.night)
      console = ScriptedConsole(lines)
      walk = Walk(
        session: try exercise.session(trainee: "trainee-1", words), words: words, console: console,
        exercise: exercise)
      _ = walk.tellStory()
      _ = try walk.run()
      page = ComparisonPage(exercise, walked: walk.session.state, words: words)
    }
  }

  @Test("An exercise as a trainee sees it", arguments: Language.allCases)
  func sitting(language: Language) throws {
    let sitting = try Sitting(language, lines: language == .french ? Self.french : Self.english)
    #expect(sitting.walk.session.state.outcome == "received")
    try Golden.expect(
      sitting.console.transcript + sitting.page.screen().text(width: 80, colour: false),
      "train.\(language.rawValue).txt")
  }

  @Test("Nothing of an exercise is kept, and every page says what it is")
  func nothingIsKept() throws {
    let sitting = try Sitting(.english, lines: Self.english)
    #expect(!sitting.walk.session.isKept)
    #expect(sitting.console.pages.dropFirst().allSatisfy { $0.contains("EXERCISE (invented)") })
  }

  @Test("An exercise that is left early is compared as far as it went")
  func leftEarly() throws {
    let sitting = try Sitting(.english, lines: ["", "y", "y", "n"])
    let text = sitting.page.screen().text(width: 80, colour: false)
    #expect(text.contains("The walk was left before its end"))
    #expect(text.contains("danger: yours not reached, reference high"))
    #expect(text.contains("Answers as in the reference: 3 of 3"))
  }

  @Test("The time of an exercise leaps over what is waited for, and never back")
  func clock() {
    let clock = TrainingClock(showing: TestCase.night, machine: { Instant(milliseconds: 5_000) })
    #expect(clock.now == TestCase.night)
    clock.skip(to: TestCase.night.advanced(by: 3_600_000))
    #expect(clock.now == TestCase.night.advanced(by: 3_600_000))
    clock.skip(to: TestCase.night)
    #expect(clock.now == TestCase.night.advanced(by: 3_600_000))
  }

  @Test("A score sheet reads back as it was written, and holds no free words")
  func sheet() throws {
    var lines = Self.english
    lines[6] = "he broke the door"
    let sitting = try Sitting(.english, lines: lines)
    let sheet = ScoreSheet(sitting.page, assessor: "trainee-1", at: TestCase.night)
    let text = sheet.json.text()
    #expect(ScoreSheet(text) == sheet)
    #expect(!text.contains("door"))
    #expect(sheet.counts == (asked: 12, agreed: 9))
    #expect(ScoreSheet("{}") == nil && ScoreSheet("words") == nil)
    let first = try #require(text.firstRange(of: "\"key\""))
    #expect(ScoreSheet(text.replacingCharacters(in: first, with: "\"kee\"")) == nil)
  }

  @Test("Sheets of several trainees are compared")
  func agreement() throws {
    let sheets = try [("ada", "n"), ("ben", "u"), ("cam", "u")].map { name, weapon in
      var lines = Self.english
      lines[9] = weapon
      // A high danger calls the chief first.
      if weapon == "u" { lines.insert(contentsOf: ["1", "1"], at: 11) }
      let sitting = try Sitting(.english, lines: lines)
      return ScoreSheet(sitting.page, assessor: name, at: TestCase.night)
    }
    let report = AgreementReport(sheets)
    try Golden.expect(
      report.screen(try Wording(.english)).text(width: 80, colour: false), "agreement.en.txt")
    #expect(report.json.text().contains("\"first.weapon\""))
    let alone = AgreementReport(Array(sheets.prefix(1))).screen(try Wording(.french))
    #expect(alone.text(width: 80, colour: false).contains("Il faut au moins deux feuilles"))
  }

  @Test("The tool lists vignettes, walks one by a scenario, and writes a sheet once")
  func tool() throws {
    let tool = try Tool(protocols: TestFlows.folder)
    let list = try tool.run("train")
    #expect(list.status == 0 && list.text.contains("night-visit") && list.text.contains("To begin with"))
    let scenario = "scenario: any\nflow: desk\notherwise: unknown\n"
    try scenario.write(toFile: tool.folder + "/any.yaml", atomically: true, encoding: .utf8)
    let walked = try tool.run("train", "night-visit", "--answers", "any.yaml", "--sheet", "a.json")
    #expect(walked.status == 0, "\(walked.errors)")
    #expect(walked.text.contains("Score sheet written: a.json"))
    #expect(ScoreSheet(try tool.file("a.json"))?.assessor == "night-desk")
    #expect(!FileManager.default.fileExists(atPath: tool.journal))
    let again = try tool.run("train", "night-visit", "--answers", "any.yaml", "--sheet", "a.json")
    #expect(again.status == ToolStatus.cannotCreate.rawValue)
    let text = try tool.run("train", "night-visit", "--answers", "any.yaml", "--sheet", "a.txt")
    #expect(text.status == 0)
    #expect(try tool.file("a.txt").contains("Exercise: Night visit"))
    #expect(try tool.run("train", "--compare", "a.json", "a.json").text.contains("100.0 %"))
    #expect(try tool.run("train", "--compare", "any.yaml").status == ToolStatus.data.rawValue)
    #expect(try tool.run("train", "day-visit").status == ToolStatus.noInput.rawValue)
    #expect(try tool.run("train", "--sheet", "b.json").status == ToolStatus.usage.rawValue)
  }

  @Test("An exercise at the terminal ends with the comparison")
  func atTheTerminal() throws {
    let tool = try Tool(protocols: TestFlows.folder)
    let output = try tool.run("train", "night-visit", typed: Self.english.map { $0 + "\n" }.joined())
    #expect(output.status == 0, "\(output.errors)")
    #expect(output.text.contains("The person: “Lock it, please.”"))
    #expect(output.text.contains("Where your walk and the reference differ"))
    #expect(!FileManager.default.fileExists(atPath: tool.journal))
  }

  @Test("Every vignette that is shipped can be listed and begun", arguments: Language.allCases)
  func shipped(language: Language) throws {
    let folder = VignetteFolder(TestFlows.protocols)
    #expect(folder.vignettes.count >= 12)
    let words = try Wording(language)
    let list = folder.list(words).text(width: 80, colour: false)
    for vignette in folder.vignettes {
      #expect(list.contains(vignette.name.value))
      let exercise = Exercise(
        vignette, of: try TestFlows.program(vignette.flow.value, in: TestFlows.protocols))
      let session = try exercise.session(trainee: "trainee-1", words)
      #expect(session.state.status == .running)
      #expect(exercise.reference.isPassed, "\(vignette.name.value): \(exercise.reference.failures)")
    }
  }
}
