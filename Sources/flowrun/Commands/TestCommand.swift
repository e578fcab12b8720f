import ArgumentParser
import FlowDSL
import FlowRuntime

/// `flowrun test`
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Walk the scenarios and vignettes of protocol folders and compare them with what they expect.",
    discussion: """
      Ends with status 1 when a scenario is not walked as it expects; with --coverage also when a step, branch, row or \
      factor of a flow is walked by none.

      Examples:
        flowrun test                                         the protocol folder
        flowrun test protocols station/                      several folders
        flowrun test protocols/scenarios/red-dot.yaml        one scenario
        flowrun test --coverage                              what no scenario walks, with file and line
      """)

  @Argument(
    help: ArgumentHelp("Folders, or scenario files. Default: the protocol folder.", valueName: "paths"))
  var paths: [String] = []
  @Flag(help: "Count steps, branches, rows and factors, and list those that no scenario walks.")
  var coverage = false
  @OptionGroup var language: LanguageOption
  @OptionGroup var protocols: ProtocolsOption

  func run() throws {
    let desk = try Desk(language.language)
    let isPassed = try desk.run { () throws(Failure) in
      let folders = try self.folders(desk)
      let tests = folders.flatMap(\.tests)
      let notWalked = folders.flatMap(\.notWalked)
      guard !tests.isEmpty || !notWalked.isEmpty || folders.contains(where: \.hasErrors) else {
        throw Failure(.nothingToTest, .noInput, ["paths": paths.joined(separator: ", ")])
      }
      desk.write(ScenarioTest.report(tests, notWalked: notWalked, desk.words))
      for flow in folders.flatMap(\.notNeeded) {
        var screen = Screen()
        screen.add(desk.words(.testNotNeeded, ["flow": flow]), .warning)
        desk.write(screen)
      }
      let report = CoverageReport(folders)
      desk.write(coverage ? report.details(desk.words) : report.summary(desk.words))
      if !notWalked.isEmpty || folders.contains(where: \.hasErrors) {
        throw Failure(.testsHaveErrors, .data)
      }
      return tests.allSatisfy(\.isPassed) && !(coverage && !report.gaps.isEmpty)
    }
    if !isPassed { throw ToolStatus.found.code }
  }

  /// What is at each path, walked.
  private func folders(_ desk: Desk) throws(Failure) -> [ScenarioFolder] {
    var paths = paths
    if paths.isEmpty {
      paths = [try FlowLibrary.folder(protocols: protocols.protocols, environment: desk.environment)]
    }
    var folders: [ScenarioFolder] = []
    for path in paths {
      var folder = try ScenarioFolder(at: path, desk)
      if coverage { folder.compileTheRest() }
      folders.append(folder)
    }
    return folders
  }
}
