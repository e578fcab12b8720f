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
        flowrun train --trainer                         the same for the trainer: what each of them trains
        flowrun train cat-left-behind                   one of them
        flowrun train cat-left-behind --sheet ada.json  with a score sheet
        flowrun train --compare ada.json ben.json       how far two trainees agree
        flowrun train --format csv --compare *.json     a table for a spreadsheet
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
  @Flag(help: "List the vignettes.")
  var list = false
  @Flag(help: "With the list, what each vignette trains: not for trainees, since it gives answers away.")
  var trainer = false
  @Option(help: "What is written at the end: text or json; of sheets that are compared also csv.")
  var format = ReportFormat.text
  @Flag(help: "Line by line, without clearing the screen: for screen readers and slow lines.")
  var plain = false
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption

  func validate() throws {
    guard compare.isEmpty || name == nil else {
      throw ValidationError("--compare takes score sheets; it does not go with a vignette.")
    }
    guard name == nil || !(list || trainer) else {
      throw ValidationError("--list and --trainer go without the name of a vignette.")
    }
    guard format != .csv || !compare.isEmpty else {
      throw ValidationError("--format csv goes with --compare.")
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
        desk.write(folder.list(desk.words, forTrainer: trainer))
        return .ok
      }
      return try train(try folder.exercise(name, desk), desk)
    }
    if status != .ok { throw status.code }
  }

  private func train(_ exercise: Exercise, _ desk: Desk) throws(Failure) -> ToolStatus {
    // Tried before the exercise begins: nobody walks half an hour for a sheet that cannot be written.
    let file = try self.sheet.map { path throws(Failure) in try SheetFile(path) }
    let (state, status) = try walk(exercise, desk)
    let page = ComparisonPage(exercise, walked: state, words: desk.words)
    let sheet = ScoreSheet(page, assessor: trainee(desk), at: SystemClock.now())
    switch format {
    case .text: desk.write(page.screen())
    case .json, .csv: Output.write(sheet.json.text())
    }
    if let file {
      let text = file.isJSON ? sheet.json.text() : page.screen().text(width: 80, colour: false)
      let written = try file.write(text)
      var screen = Screen()
      if written == file.path {
        screen.add(desk.words(.trainSheet, ["path": written]))
      } else {
        screen.add(desk.words(.trainSheetMoved, ["path": file.path, "other": written]), .warning)
      }
      if format == .text { desk.write(screen) }
    }
    return status
  }

  /// Where the walk came to, and how the tool ends.
  private func walk(_ exercise: Exercise, _ desk: Desk) throws(Failure) -> (State, ToolStatus) {
    if let answers {
      let scenario = try ScenarioFile.read(answers, desk)
      let program = exercise.reference.state.program
      let result = ScenarioRunner.run(
        scenario, of: program, start: exercise.reference.entries.first?.at ?? ScenarioRunner.defaultStart,
        offset: exercise.reference.entries.first?.offset ?? .utc)
      guard let failure = result.failures.first else { return (result.state, .ok) }
      desk.say(Failure(failure, of: program, path: answers, words: desk.words))
      return (result.state, failure.kind.isAnswer ? .data : .found)
    }
    let sitting = Sitting(desk, plain: plain)
    defer { sitting.end() }
    let session: CaseSession
    do throws(CaseSession.Fault) {
      session = try exercise.session(trainee: trainee(desk), desk.words.ofExercise)
    } catch { throw desk.failure(error, roles: exercise.reference.state.program.roles) }
    let walk = Walk(
      session: session, words: desk.words.ofExercise, console: sitting.console, exercise: exercise)
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
    let report = AgreementReport(sheets, words: desk.words) { flow in
      // Sheets can be compared where their protocol is not; they then stand in their own names.
      (try? FlowLibrary(flow, protocols: protocols.protocols, environment: desk.environment))
        .flatMap { $0.compiled().program }
    }
    switch format {
    case .text: desk.write(report.screen(desk.words))
    case .json: Output.write(report.json(desk.words).text())
    case .csv: Output.write(report.table(desk.words))
    }
    return .ok
  }
}
