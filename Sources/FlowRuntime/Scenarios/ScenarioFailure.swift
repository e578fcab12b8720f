import FlowDSL

/// Where a walk is not what a scenario says. Words for people come from the catalogues by `identifier` and
/// `arguments`.
public struct ScenarioFailure: Sendable, Hashable {
  /// The ways in which a walk may differ.
  public enum Kind: Sendable, Hashable {
    /// What the scenario says is refused.
    case refused(step: String, Refusal)
    /// The reply does not fit what is asked.
    case replyDoesNotFit(step: String)
    case factNotTaken(String)
    case givenDoesNotFit(fact: String)
    /// The walk never came to the step before which something was to be done.
    case stepNotReached(String)
    case nothingToCorrect(item: String)
    case cannotReport(fact: String)
    case notPassed(step: String)
    case passed(step: String)
    case outcomeDiffers(expected: String, found: String)
    case factDiffers(fact: String, expected: String, found: String)
    case notInterrupted(String)
    case notOverdue(step: String)
    /// Nothing of the name is left undone.
    case noTask(String)
    /// The document cannot be made: no step that produces it is reached, or nothing allows it.
    case noDocument(String)
    /// Nothing answers what a step asks, and the outcome that is expected is not reached.
    case stopped(step: String, expected: String)
    /// A contact is tried without end.
    case neverReached(step: String)
    /// A guarantee of a flow that was walked does not hold; of a time between two steps, how long it took.
    case guaranteeBroken(name: String, flow: String, step: String, entry: Int, minutes: String?)
    /// The walk goes round without coming to an end.
    case endless
  }

  /// What differs.
  public let kind: Kind
  /// Where the scenario says so.
  public let place: Place

  /// The stable name of the failure in the catalogues; that of the refusal where something is refused.
  public var identifier: String {
    switch kind {
    case .refused(_, let refusal): refusal.identifier
    case .replyDoesNotFit: "reply-does-not-fit"
    case .factNotTaken: "fact-not-taken"
    case .givenDoesNotFit: "given-does-not-fit"
    case .stepNotReached: "step-not-reached"
    case .nothingToCorrect: "nothing-to-correct"
    case .cannotReport: "cannot-report"
    case .notPassed: "not-passed"
    case .passed: "passed"
    case .outcomeDiffers: "outcome-differs"
    case .factDiffers: "fact-differs"
    case .notInterrupted: "not-interrupted"
    case .notOverdue: "not-overdue"
    case .noTask: "no-task"
    case .noDocument: "no-document"
    case .stopped: "stopped"
    case .neverReached: "never-reached"
    case .guaranteeBroken(_, _, _, _, nil): "guarantee-broken"
    case .guaranteeBroken: "guarantee-late"
    case .endless: "endless"
    }
  }

  /// What the words are about, by name.
  public var arguments: [String: String] {
    switch kind {
    case .refused(let step, let refusal): refusal.arguments.merging(["step": step]) { $1 }
    case .replyDoesNotFit(let step), .stepNotReached(let step), .notPassed(let step), .passed(let step),
      .notOverdue(let step), .neverReached(let step):
      ["step": step]
    case .stopped(let step, let expected): ["step": step, "expected": expected]
    case .factNotTaken(let fact), .givenDoesNotFit(let fact), .cannotReport(let fact): ["fact": fact]
    case .nothingToCorrect(let item), .noTask(let item): ["item": item]
    case .outcomeDiffers(let expected, let found): ["expected": expected, "found": found]
    case .factDiffers(let fact, let expected, let found):
      ["fact": fact, "expected": expected, "found": found]
    case .notInterrupted(let name): ["interrupt": name]
    case .noDocument(let name): ["document": name]
    case .guaranteeBroken(let name, let flow, let step, let entry, let minutes):
      ["guarantee": name, "flow": flow, "step": step, "entry": String(entry), "minutes": minutes ?? ""]
    case .endless: [:]
    }
  }
}
