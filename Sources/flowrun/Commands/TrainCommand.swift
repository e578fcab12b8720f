import ArgumentParser
import FlowDSL
import FlowRuntime

/// `flowrun train`
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Walk an invented case as an exercise, and compare with a reference.",
    discussion: """
      Nothing of an exercise is kept in a journal: it is never taken for a case. At the end you see where your walk and the \
      reference differ, and why. The score sheet is for the trainer.

      Examples:
        flowrun train                                   the vignettes, by level
        flowrun train cat-left-behind                   one of them
        flowrun train cat-left-behind --sheet ada.json  with a score sheet
        flowrun train --compare ada.json ben.json       how far two trainees agree
      """)

  @Argument(help: ArgumentHelp("The vignette. Without it, they are listed.", valueName: "name"))
  var name: String?
  @Option(help: ArgumentHelp("Who is trained: an identifier of your service.", valueName: "identifier"))
  var person: String?
  @Option(help: ArgumentHelp("A scenario (YAML) answers instead of a person.", valueName: "file"))
  var answers: String?
  @Option(
    help: ArgumentHelp(
      "Write a score sheet: JSON where the name ends in .json, else text.", valueName: "file"))
  var sheet: String?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Compare score sheets (JSON) of several trainees.", valueName: "sheets"))
  var compare: [String] = []
  @Option(help: "What is written at the end: text or json.")
  var format = OutputFormat.text
  @Flag(help: "Line by line, without clearing the screen: for screen readers and slow lines.")
  var plain = false
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption

  func validate() throws {
    guard compare.isEmpty || name == nil else {
      throw ValidationError("--compare takes score sheets; it does not go with a vignette.")
    }
    guard name != nil || (answers == nil && sheet == nil) else {
      throw ValidationError("--answers and --sheet go with the name of a vignette.")
    }
  }

  func run() throws {
    let desk = try Desk(language.language)
    let status = try desk.run { () throws(Failure) -> ToolStatus in
      if !compare.isEmpty { return try compareSheets(desk) }
      let folder = VignetteFolder(
        try FlowLibrary.folder(protocols: protocols.protocols, environment: desk.environment))
      guard let name else {
        desk.write(folder.list(desk.words))
        return .ok
      }
      return try train(try folder.exercise(name, desk), desk)
    }
    if status != .ok { throw status.code }
  }

  private func train(_ exercise: Exercise, _ desk: Desk) throws(Failure) -> ToolStatus {
    let (state, status) = try walk(exercise, desk)
    let page = ComparisonPage(exercise, walked: state, words: desk.words)
    let sheet = ScoreSheet(page, assessor: trainee(desk), at: SystemClock.now())
    switch format {
    case .text: desk.write(page.screen())
    case .json: Output.write(sheet.json.text())
    }
    if let path = self.sheet {
      let text = path.hasSuffix(".json") ? sheet.json.text() : page.screen().text(width: 80, colour: false)
      do throws(TextFile.Fault) {
        try TextFile.write(text, to: path, replacing: false)
      } catch { throw Failure(error, writing: true) }
      if format == .text {
        var screen = Screen()
        screen.add(desk.words(.trainSheet, ["path": path]))
        desk.write(screen)
      }
    }
    return status
  }

  /// Where the walk came to, and how the tool ends.
  private func walk(_ exercise: Exercise, _ desk: Desk) throws(Failure) -> (State, ToolStatus) {
    if let answers {
      let scenario = try ScenarioFile.read(answers, desk)
      let program = exercise.reference.state.program
      let result = ScenarioRunner.run(
        scenario, of: program, start: exercise.reference.entries.first?.at ?? ScenarioRunner.defaultStart)
      guard let failure = result.failures.first else { return (result.state, .ok) }
      desk.say(Failure(failure, of: program, path: answers, words: desk.words))
      return (result.state, failure.kind.isAnswer ? .data : .found)
    }
    let sitting = Sitting(desk, plain: plain)
    defer { sitting.end() }
    let session: CaseSession
    do throws(CaseSession.Fault) {
      session = try exercise.session(trainee: trainee(desk), desk.words)
    } catch { throw desk.failure(error, roles: exercise.reference.state.program.roles) }
    let walk = Walk(session: session, words: desk.words, console: sitting.console, exercise: exercise)
    guard walk.tellStory() else { return (walk.session.state, .interrupted) }
    let ending = try walk.run()
    return (walk.session.state, ending == .left(.interrupted) ? .interrupted : .ok)
  }

  private func trainee(_ desk: Desk) -> String {
    let environment = desk.environment
    return person ?? environment["FLOWRUN_PERSON"] ?? environment["USER"] ?? environment["LOGNAME"]
      ?? "trainee"
  }

  private func compareSheets(_ desk: Desk) throws(Failure) -> ToolStatus {
    var sheets: [ScoreSheet] = []
    for path in compare {
      let text: String
      do throws(TextFile.Fault) { text = try TextFile.contents(of: path) } catch { throw Failure(error) }
      guard let sheet = ScoreSheet(text) else { throw Failure(.notASheet, .data, ["path": path]) }
      sheets.append(sheet)
    }
    let report = AgreementReport(sheets)
    switch format {
    case .text: desk.write(report.screen(desk.words))
    case .json: Output.write(report.json.text())
    }
    return .ok
  }
}
