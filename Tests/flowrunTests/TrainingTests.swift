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
      let words = try Wording(language).ofExercise
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
    #expect(text.contains("Answers as in the reference: 1 of 1"))
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
    #expect(sheet.counts == (asked: 3, agreed: 1))
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
    let program = try TestFlows.program("desk")
    for language in Language.allCases {
      let words = try Wording(language)
      let report = AgreementReport(sheets, words: words) { _ in program }
      try Golden.expect(
        report.screen(words).text(width: 80, colour: false), "agreement.\(language.rawValue).txt")
      try Golden.expect(report.table(words), "agreement.\(language.rawValue).csv")
      #expect(report.json(words).text().contains("\"first.weapon\""))
    }
    let french = try Wording(.french)
    let alone = AgreementReport(Array(sheets.prefix(1)), words: french).screen(french)
    #expect(alone.text(width: 80, colour: false).contains("Il faut au moins deux feuilles"))
  }

  @Test("Twelve trainees are sorted as people sort, and counted for each answer beside the reference")
  func twelve() throws {
    let sitting = try Sitting(.english, lines: Self.english)
    var sheet = ScoreSheet(sitting.page, assessor: "", at: TestCase.night)
    let sheets = [10, 2, 1, 12, 3, 11, 4, 5, 6, 7, 8, 9].map { number in
      sheet.assessor = "t\(number)"
      return sheet
    }
    let group = try #require(AgreementReport(sheets, words: try Wording(.english)).groups.first)
    #expect(group.sheets.map(\.assessor) == (1...12).map { "t\($0)" })
    let item = try #require(group.items.first { $0.said[0] != nil })
    #expect(item.counts(group.sheets).map(\.who.count) == [12])
  }

  @Test(
    "What the reference leaves open counts for nobody, and a no that the story tells by silence counts apart")
  func openAnswers() throws {
    let answers = [
      ScoreSheet.Answer(key: "a.said", said: "true", reference: "true", ground: .spoken),
      ScoreSheet.Answer(key: "a.open", said: "false", reference: "unknown", ground: .open),
      ScoreSheet.Answer(key: "a.silent", said: "false", reference: "false", ground: .silent),
    ]
    let sitting = try Sitting(.english, lines: Self.english)
    var sheet = ScoreSheet(sitting.page, assessor: "a", at: TestCase.night)
    sheet.answers = answers
    #expect(sheet.counts == (asked: 2, agreed: 2))
    var other = sheet
    other.assessor = "b"
    other.answers[1].said = "true"
    let report = AgreementReport([sheet, other], words: try Wording(.english))
    let group = try #require(report.groups.first)
    #expect(group.all?.items == 2 && group.spoken?.items == 1 && group.everybodyNo == 1 && group.open == 1)
    #expect(!report.json(try Wording(.english)).text().contains("\"differing\": [\n      \"a.open\""))
    let text = report.screen(try Wording(.english)).text(width: 80, colour: false)
    #expect(text.contains("1 answer that the reference leaves open counts for nobody."))
    #expect(text.contains("everybody said “no”"))
  }

  @Test("An exercise says that leaving saves nothing", arguments: Language.allCases)
  func leavingSavesNothing(language: Language) throws {
    let sitting = try Sitting(language, lines: ["", "?", "", "s"])
    let said = sitting.console.pages.joined()
    #expect(!said.contains(try Wording(language)(.commandSave)))
    #expect(said.contains(language == .french ? "rien n'est enregistré" : "nothing is saved"))
  }

  @Test("The tool lists vignettes, walks one by a scenario, and writes a sheet once")
  func tool() throws {
    let tool = try Tool(protocols: TestFlows.folder)
    let list = try tool.run("train")
    #expect(list.status == 0 && list.text.contains("night-visit") && list.text.contains("To begin with"))
    // What a vignette trains gives its answers away: it is for the trainer.
    let trains = try #require(
      ProtocolFolder.read(TestFlows.folder).vignettes.first { $0.name.value == "night-visit" }
    ).trains.words("en")
    let forTrainer = try tool.run("train", "--list", "--trainer")
    let flat = { (text: String) in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    #expect(!flat(list.text).contains(flat(trains)) && flat(forTrainer.text).contains(flat(trains)))
    let scenario = "scenario: any\nflow: desk\notherwise: unknown\n"
    try scenario.write(toFile: tool.folder + "/any.yaml", atomically: true, encoding: .utf8)
    let walked = try tool.run("train", "night-visit", "--answers", "any.yaml", "--sheet", "a.json")
    #expect(walked.status == 0, "\(walked.errors)")
    #expect(walked.text.contains("Score sheet written: a.json"))
    #expect(ScoreSheet(try tool.file("a.json"))?.assessor == "night-desk")
    #expect(!FileManager.default.fileExists(atPath: tool.journal))
    let again = try tool.run("train", "night-visit", "--answers", "any.yaml", "--sheet", "a.json")
    #expect(again.status == ToolStatus.cannotCreate.rawValue)
    // It is refused before the exercise, not after.
    #expect(again.text.isEmpty)
    let nowhere = try tool.run("train", "night-visit", "--sheet", "no/such/folder.json", typed: "\n")
    #expect(nowhere.status == ToolStatus.cannotCreate.rawValue && nowhere.text.isEmpty)
    let text = try tool.run("train", "night-visit", "--answers", "any.yaml", "--sheet", "a.txt")
    #expect(text.status == 0)
    #expect(try tool.file("a.txt").contains("Exercise: Night visit"))
    #expect(try tool.run("train", "--compare", "a.json", "a.json").text.contains("2 sheets"))
    let table = try tool.run("train", "--format", "csv", "--compare", "a.json", "a.json")
    #expect(table.text.hasPrefix("vignette,key,question,ground,reference,"))
    #expect(try tool.run("train", "--compare", "any.yaml").status == ToolStatus.data.rawValue)
    #expect(try tool.run("train", "day-visit").status == ToolStatus.noInput.rawValue)
    #expect(try tool.run("train", "--sheet", "b.json").status == ToolStatus.usage.rawValue)
  }

  @Test(
    "A vignette and a scenario that are begun from a template check clean, and are walked as they expect",
    arguments: ["fr", "en"])
  func templates(language: String) throws {
    let tool = try Tool(protocols: nil)
    let folder = tool.folder + "/protocols"
    try FileManager.default.copyItem(atPath: TestFlows.protocols, toPath: folder)
    for flow in ["reception", "danger-check", "children", "custody"] {
      let vignette = try tool.run("new", "--vignette", "my-\(flow)", "--flow", flow, "--language", language)
      #expect(vignette.status == 0, "\(vignette.errors)")
      let scenario = try tool.run("new", "--scenario", "mine-\(flow)", "--flow", flow, "--language", language)
      #expect(scenario.status == 0, "\(scenario.errors)")
      for path in ["training/my-\(flow)", "scenarios/mine-\(flow)"] {
        let walked = try tool.run("test", "protocols/\(path).yaml")
        #expect(walked.status == 0, "\(path): \(walked.text)\(walked.errors)")
      }
    }
    let checked = try tool.run("check", "protocols", "--strict")
    #expect(checked.status == 0, "\(checked.text)\(checked.errors)")
    let again = try tool.run("new", "--vignette", "my-reception", "--flow", "reception")
    #expect(again.status == ToolStatus.cannotCreate.rawValue)
    #expect(try tool.run("new", "--vignette", "x", "--flow", "nowhere").status == ToolStatus.noInput.rawValue)
    #expect(try tool.run("new", "--vignette", "x").status == ToolStatus.usage.rawValue)
  }

  @Test("A walk at the terminal is recorded at its end and on leaving, and the recording passes the test")
  func recording() throws {
    let tool = try Tool(protocols: nil)
    let folder = tool.folder + "/protocols"
    try FileManager.default.copyItem(atPath: TestFlows.folder, toPath: folder)
    let typed = Self.english.dropFirst().map { $0 + "\n" }.joined()
    for (kind, place) in [("scenario", "scenarios"), ("vignette", "training")] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + place, withIntermediateDirectories: true)
      let path = "protocols/\(place)/evening.yaml"
      let walked = try tool.run("run", "desk", "--record", path, "--record-as", kind, typed: typed)
      #expect(walked.status == 0, "\(walked.errors)")
      #expect(walked.text.contains("Recorded: \(path)"), "\(walked.text.suffix(400))\(walked.errors)")
      let again = try tool.run("test", path)
      #expect(again.status == 0, "\(again.text)\(again.errors)")
      // What is there is not replaced, and that is said before the walk.
      let refused = try tool.run("run", "desk", "--record", path, typed: typed)
      #expect(refused.status == ToolStatus.cannotCreate.rawValue && refused.text.isEmpty)
    }
    let left = try tool.run("run", "desk", "--record", "protocols/scenarios/left.yaml", typed: "y\ny\ns\n")
    #expect(left.text.contains("Recorded: "), "\(left.text)\(left.errors)")
    #expect(try tool.run("test", "protocols/scenarios/left.yaml").status == 0)
    #expect(try tool.run("run", "desk", "--record", "No Name.yaml").status == ToolStatus.usage.rawValue)
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
