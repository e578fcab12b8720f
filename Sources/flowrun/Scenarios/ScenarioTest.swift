import FlowDSL
import FlowRuntime

/// One scenario, walked and compared.
struct ScenarioTest {
  let scenario: ScenarioSyntax
  let program: Program
  let result: ScenarioRunner.Result

  /// Whether the walk is what the scenario says.
  var isPassed: Bool { result.isPassed }

  /// Each scenario in a line, with what differs below it, then how many there are.
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
    return screen
  }
}
