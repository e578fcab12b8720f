import FlowDSL
import FlowRuntime

/// One scenario, walked and compared.
struct ScenarioTest {
  let scenario: ScenarioSyntax
  let program: Program
  let result: ScenarioRunner.Result

  /// Whether the walk is what the scenario says.
  var isPassed: Bool { result.isPassed }

  /// The scenarios of a folder, or the one in a file, walked.
  static func all(at path: String, _ desk: Desk) throws(Failure) -> [ScenarioTest] {
    guard Folder.hasEntry(path) else { throw Failure.missing(path) }
    let file = Folder.exists(path) ? nil : ProtocolFile(path)
    let folder = ProtocolFolder.read(file?.folder ?? path)
    let errors = folder.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { try desk.render(errors, sources: folder.sources, toError: true) }
    let scenarios = folder.scenarios.filter { file == nil || $0.file == file?.path }
    var programs: [String: Program] = [:]
    var tests: [ScenarioTest] = []
    for scenario in scenarios {
      let flow = scenario.flow.value
      if programs[flow] == nil { programs[flow] = try program(flow, of: folder, desk) }
      guard let program = programs[flow] else { continue }
      tests.append(
        ScenarioTest(
          scenario: scenario, program: program, result: ScenarioRunner.run(scenario, of: program)))
    }
    if !errors.isEmpty { throw Failure(.flowHasErrors, .data, ["flow": path]) }
    return tests
  }

  private static func program(_ flow: String, of folder: ProtocolSyntax, _ desk: Desk) throws(Failure)
    -> Program
  {
    let compiled = FlowCompiler.compile(main: flow, folder)
    guard let program = compiled.program else {
      try desk.render(compiled.diagnostics, sources: folder.sources, toError: true)
      throw Failure(.flowHasErrors, .data, ["flow": flow])
    }
    return program
  }

  /// Each scenario in a line, what differs below it, then how much of each flow was walked.
  static func report(_ tests: [ScenarioTest], _ words: Wording) -> Screen {
    var screen = Screen()
    for test in tests {
      let verdict = words(test.isPassed ? .testPassed : .testFailed)
      screen.add([Run(test.scenario.name.value)], trailing: [Run(verdict, test.isPassed ? .quiet : .warning)])
      for failure in test.result.failures {
        let place = "\(test.scenario.file):\(failure.place.start.line): "
        screen.add(place + words.words(of: failure, roles: test.program.roles), .warning, indent: 2)
      }
      for answer in test.result.unusedAnswers {
        screen.add(words(.testUnused, ["answer": answer.value]), indent: 2)
      }
    }
    screen.space()
    let failed = tests.filter { !$0.isPassed }.count
    screen.add(words(.testSummary, ["count": String(tests.count), "failed": String(failed)]))
    addCoverage(tests, words, to: &screen)
    return screen
  }

  private static func addCoverage(_ tests: [ScenarioTest], _ words: Wording, to screen: inout Screen) {
    var parts: Set<Coverage.Part> = []
    var used: Set<Coverage.Part> = []
    for test in tests {
      parts.formUnion(Coverage.parts(of: test.program))
      used.formUnion(test.result.coverage.used)
    }
    for flow in Set(parts.map(\.flow)).sorted() {
      let all = parts.filter { $0.flow == flow }
      let walked = all.intersection(used)
      screen.add(
        words(.testCoverage, ["flow": flow, "used": String(walked.count), "count": String(all.count)]),
        indent: 2)
    }
  }
}
