import ArgumentParser
import FlowDSL
import FlowRuntime

/// `flowrun run`
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Walk a case through a protocol, one question at a time.",
    discussion: """
      Every confirmed answer is on the disk before the next page appears. Ctrl-C, a closed window or a power cut lose \
      nothing: --resume goes on at the same step.

      Lines from a pipe answer one page after the other, whatever the pages ask. A scenario (--answers) names what it \
      answers, and stops where that is not asked.

      Examples:
        flowrun run                                a new case, from reception to follow-up
        flowrun run danger-check --language fr     a new case of another protocol, in French
        flowrun run --resume                       the case that was open last goes on
        flowrun run --resume 7K3M                  that case goes on (its first characters are enough); a finished
                                                   one takes corrections and notes
        flowrun run --practice                     to practise: names may be written, nothing of it is counted or due
        flowrun run --resume 2026/118              the case that has this number of a procedure goes on
        flowrun run --position 47.50,2.50          services near there come first
        flowrun run --resume 7K3M --reopen "she came back"   a case that was abandoned goes on
        flowrun run --answers high-danger.yaml     a scenario answers, for scripts
        flowrun run --record scenarios/evening.yaml             the walk becomes a scenario, to be walked again
        flowrun run --record training/evening.yaml --record-as vignette    the walk becomes an exercise
      """)

  @Argument(
    help: "A flow: its name in the protocol folder, or the path of its file. Default: domestic-violence.")
  var flow: String?
  @Flag(name: .customLong("resume"), help: "Go on with a case: the one named, else the one open last.")
  var resumes = false
  @Option(
    help: ArgumentHelp(
      "With --resume and a case: why it is reopened, where it was abandoned.", valueName: "reason"))
  var reopen: String?
  @Flag(
    help:
      "A practice case: nobody is in danger in it, invented names may be written; every page and paper says so."
  )
  var practice = false
  @Option(help: ArgumentHelp("Who sits here: an identifier of your service.", valueName: "identifier"))
  var person: String?
  @Option(help: ArgumentHelp("In which role.", valueName: "role"))
  var role: String?
  @Option(help: ArgumentHelp("A scenario (YAML) answers instead of a person.", valueName: "file"))
  var answers: String?
  @Option(
    help: ArgumentHelp(
      "At the end, or on leaving, write the walk to this file; one that is there is never replaced. It holds what was answered.",
      valueName: "file.yaml"))
  var record: String?
  @Option(help: "With --record, what the walk becomes: scenario or vignette.")
  var recordAs = WalkRecording.Kind.scenario
  @Option(help: "With --answers, what is written: text or json.")
  var format = OutputFormat.text
  @Flag(help: "Line by line, without clearing the screen: for screen readers and slow lines.")
  var plain = false
  @OptionGroup var language: LanguageOption
  @OptionGroup var place: PositionOption
  @OptionGroup var protocols: ProtocolsOption
  @OptionGroup var journal: JournalOption

  func validate() throws {
    guard answers == nil || !resumes else {
      throw ValidationError("--answers begins a new case; it does not go with --resume.")
    }
    guard answers == nil || record == nil else {
      throw ValidationError("--record writes down what a person answers; it does not go with --answers.")
    }
    guard !practice || !resumes && answers == nil else {
      throw ValidationError("--practice begins a new case that a person walks.")
    }
    guard reopen == nil || resumes && flow != nil else {
      throw ValidationError("--reopen goes with --resume and the name of a case.")
    }
  }

  func run() throws {
    let desk = try Desk(language.language)
    if let answers {
      let status = try desk.run { () throws(Failure) in try walk(with: answers, at: desk) }
      throw status.code
    }
    let sitting = Sitting(desk, plain: plain)
    let result: Result<(Walk, Walk.Ending), Failure>
    var recording: WalkRecording?
    do throws(Failure) {
      let position = try place.position(desk.environment)
      recording = try record.map { path throws(Failure) in try WalkRecording(path, as: recordAs) }
      let walk = Walk(
        session: try session(desk), words: desk.words, console: sitting.console, position: position,
        options: GivenOptions(self.journal, place).words)
      walk.message = walk.opening
      var ending = try walk.run()
      if ending == .finished { ending = try walk.stayAtEnd() }
      result = .success((walk, ending))
    } catch { result = .failure(error) }
    switch result {
    case .failure(let failure):
      sitting.end()
      desk.say(failure)
      throw failure.status.code
    case .success(let (walk, ending)):
      sitting.end()
      // Said at the end: the pages of the walk would wipe it away.
      if walk.session.isKept, let path = try? journal.path(desk.environment) {
        JournalDesk.sayIfOpenToOthers(path, at: desk)
      }
      desk.write(walk.parting(ending, command: resumeCommand(walk.session.identifier)))
      if let recording, walk.session.isKept {
        try desk.run { () throws(Failure) in
          let recorded = try recording.write(try walk.session.entries(), walk.session.state, desk.words)
          if let recorded { desk.write(recorded) }
        }
      }
      if ending == .left(.interrupted) { throw ToolStatus.interrupted.code }
    }
  }

  /// The case at hand: a new one, or one that goes on.
  private func session(_ desk: Desk) throws(Failure) -> CaseSession {
    let opening = try opening(desk)
    guard resumes else {
      let library = try FlowLibrary(
        flow ?? "domestic-violence", protocols: protocols.protocols, environment: desk.environment)
      return try opening.new(try library.program(desk), isPractice: practice)
    }
    return try opening.resumed(flow, reopening: reopen)
  }

  private func opening(_ desk: Desk) throws(Failure) -> CaseOpening {
    CaseOpening(
      desk: desk, path: try journal.path(desk.environment), identifier: person, role: role)
  }

  /// A scenario walks a new case; gives how the tool ends.
  private func walk(with file: String, at desk: Desk) throws(Failure) -> ToolStatus {
    let scenario = try ScenarioFile.read(file, desk)
    let library = try FlowLibrary(
      flow ?? scenario.flow.value, protocols: protocols.protocols, environment: desk.environment)
    let script = try ScriptedCase.walk(
      scenario, of: try library.program(desk), journal: try journal.path(desk.environment), at: desk)
    switch format {
    case .json: Output.write(script.json.text())
    case .text: desk.write(script.screen(desk.words, command: resumeCommand(script.identifier)))
    }
    guard let failure = script.result.failures.first else { return .ok }
    desk.say(Failure(failure, of: script.result.state.program, path: file, words: desk.words))
    return failure.kind.isAnswer ? .data : .found
  }

  /// What to type to go on, with the tool as it was called.
  private func resumeCommand(_ identifier: String) -> String {
    let tool = CommandLine.arguments.first.flatMap { $0.contains("/") ? $0 : nil } ?? "flowrun"
    return tool + " run --resume " + identifier + GivenOptions(journal, place).words
  }
}
