import FlowDSL
import FlowRuntime
import FlowStore

/// A case that a scenario walked, kept in the journal as a person's would be: one transaction for each thing said.
struct ScriptedCase {
  let identifier: String
  let result: ScenarioRunner.Result

  /// Whether the case is in the journal: not where nothing could be said in it.
  var isKept: Bool { !result.entries.isEmpty }

  /// Walks a scenario as a new case: now, or, where it says days or moments without saying when it starts, at the time of all
  /// scenarios, so that they are past and to come as its author has them.
  static func walk(
    _ scenario: ScenarioSyntax, of program: Program, journal path: String, at desk: Desk
  ) throws(Failure) -> Self {
    let now = SystemClock.now()
    let result =
      scenario.saysMoments
      ? ScenarioRunner.run(scenario, of: program)
      : ScenarioRunner.run(scenario, of: program, start: now, offset: LocalTime(now).utcOffset)
    let journal = try JournalDesk(at: path, for: .creating, of: desk)
    var random = SystemRandomNumberGenerator()
    let identifier = CaseIdentifier.random(using: &random)
    let file = StoredCase(identifier, in: journal.store, of: program, opening: .atOnce)
    for entries in result.entries.saidTogether { try file.append(entries) }
    return ScriptedCase(identifier: identifier, result: result)
  }

  /// For people: how it ended, or where it stopped.
  func screen(_ words: Wording, command: String) -> Screen {
    var screen = Screen()
    guard isKept else {
      screen.add(words(.leaveNothing))
      return screen
    }
    let names = ProgramWords(program: result.state.program, words: words)
    switch result.state.status {
    case .ended(let outcome):
      let step = result.state.program.flows[0].steps.first { $0.name == outcome }
      screen.add(words(.endTitle, ["outcome": step.map(names.step) ?? outcome]))
      screen.add(words(.leaveFinished, ["case": identifier]))
    case .abandoned: screen.add(words(.statusAbandoned))
    case .running, .notStarted:
      let step = result.state.open.first.map { names.step(at: $0.path, of: result.state) } ?? ""
      screen.add(words(.leaveStopped, ["case": identifier, "step": step]))
      screen.add(command, indent: 2)
    }
    return screen
  }

  /// For programs.
  var json: JSON {
    let state = result.state
    let open = state.open.first
    let (status, outcome): (String, String?) =
      switch state.status {
      case .ended(let outcome): ("ended", outcome)
      case .abandoned: ("abandoned", nil)
      case .running, .notStarted: ("open", nil)
      }
    return .object([
      ("case", .optional(isKept ? identifier : nil)), ("flow", .string(state.program.flows[0].name)),
      ("status", .string(status)), ("outcome", .optional(outcome)),
      ("step", .optional(open?.path.description)), ("item", .optional(open?.item)),
      ("entries", .number(state.sequence)),
      ("failures", .array(result.failures.map { .string($0.identifier) })),
    ])
  }
}

extension [Entry] {
  /// Each thing said with what the walk added to it.
  var saidTogether: [[Entry]] {
    reduce(into: []) { groups, entry in
      if entry.event.isSaid || groups.isEmpty {
        groups.append([entry])
      } else {
        groups[groups.count - 1].append(entry)
      }
    }
  }
}

extension ScenarioFailure.Kind {
  /// Whether the scenario could not be walked on, as opposed to ending otherwise than expected.
  var isAnswer: Bool {
    switch self {
    case .refused, .replyDoesNotFit, .factNotTaken, .givenDoesNotFit, .nothingToCorrect, .cannotReport,
      .neverReached, .endless:
      true
    default: false
    }
  }

  /// Names of the failures that are not refusals; their words stand under `scenario.`.
  static let identifiers = [
    "reply-does-not-fit", "fact-not-taken", "given-does-not-fit", "step-not-reached", "nothing-to-correct",
    "cannot-report", "not-passed", "passed", "outcome-differs", "fact-differs", "not-interrupted",
    "not-overdue", "no-task", "no-document",
    "stopped", "never-reached", "guarantee-broken", "guarantee-late", "endless",
  ]
}

extension Wording {
  /// Where a walk is not what its scenario says.
  func words(of failure: ScenarioFailure, roles: [String: Words]) -> String {
    if case .refused(let step, let refusal) = failure.kind {
      return step + ": " + words(of: refusal, roles: roles)
    }
    return words("scenario." + failure.identifier, failure.arguments)
  }
}

extension Failure {
  /// A scenario that is not walked as it says.
  init(_ failure: ScenarioFailure, of program: Program, path: String, words: Wording) {
    self.init(
      .answerRefused, failure.kind.isAnswer ? .data : .found,
      [
        "path": path, "line": String(failure.place.start.line),
        "reason": words.words(of: failure, roles: program.roles),
      ])
  }
}
