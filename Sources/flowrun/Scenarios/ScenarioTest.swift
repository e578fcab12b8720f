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
  static func report(
    _ tests: [ScenarioTest], notWalked: [ScenarioSyntax], _ words: Wording
  ) -> Screen {
    var screen = Screen()
    for test in tests {
      let verdict = words(test.isPassed ? .testPassed : .testFailed)
      screen.add([Run(test.scenario.name.value)], trailing: [Run(verdict, test.isPassed ? .quiet : .warning)])
      for failure in test.result.failures {
        let place = "\(test.scenario.file):\(failure.place.start.line): "
        screen.add(place + words.words(of: failure, roles: test.program.roles), .warning, indent: 2)
      }
      // Of a walk that stopped, nobody can say what it would have asked for.
      for answer in test.result.isStopped ? [] : test.result.unusedAnswers {
        screen.add(words(.testUnused, ["answer": answer.value]), indent: 2)
      }
    }
    for scenario in notWalked {
      let verdict = words(.testNotWalked, ["flow": scenario.flow.value])
      screen.add([Run(scenario.name.value)], trailing: [Run(verdict, .warning)])
    }
    screen.space()
    let failed = tests.filter { !$0.isPassed }.count + notWalked.count
    screen.add(
      words(
        .testSummary, ["count": String(tests.count + notWalked.count), "failed": String(failed)]))
    return screen
  }
}

extension ScenarioRunner.Result {
  /// Whether the walk stopped where the scenario wanted to go on.
  fileprivate var isStopped: Bool {
    failures.contains { failure in
      if case .stopped = failure.kind { true } else { failure.kind.isAnswer }
    }
  }
}
