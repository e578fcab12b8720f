import ArgumentParser
import FlowDSL
import FlowRuntime

/// `flowrun test`
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Walk the scenarios of protocol folders and compare them with what they expect.",
    discussion: """
      Ends with status 1 when a scenario is not walked as it expects.

      Examples:
        flowrun test                                         the protocol folder
        flowrun test protocols station/                      several folders
        flowrun test protocols/scenarios/red-dot.yaml        one scenario
      """)

  @Argument(
    help: ArgumentHelp("Folders, or scenario files. Default: the protocol folder.", valueName: "paths"))
  var paths: [String] = []
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption

  func run() throws {
    let desk = try Desk(language.language)
    let isPassed = try desk.run { () throws(Failure) in
      var paths = paths
      if paths.isEmpty {
        paths = [try FlowLibrary.folder(protocols: protocols.protocols, environment: desk.environment)]
      }
      var tests: [ScenarioTest] = []
      for path in paths { tests += try ScenarioTest.all(at: path, desk) }
      guard !tests.isEmpty else {
        throw Failure(.nothingToTest, .noInput, ["paths": paths.joined(separator: ", ")])
      }
      desk.write(ScenarioTest.report(tests, desk.words))
      return tests.allSatisfy(\.isPassed)
    }
    if !isPassed { throw ToolStatus.found.code }
  }
}
