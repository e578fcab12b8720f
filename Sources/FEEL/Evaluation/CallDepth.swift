import Synchronization

/// What the evaluations of this task that are under way leave to those nested in them.
///
/// An engine may leave an evaluation and come back in a fresh one (a table inside a function, whose cell calls another).
/// What is nested that way must count as nested: or recursion would overflow the stack, or branch without end.
enum CallDepth {
  /// How deep in calls they are; 0 outside all of them.
  @TaskLocal static var current = 0
  /// The steps that they may still do.
  @TaskLocal static var steps: StepBudget?
}

/// Steps that several evaluations share.
final class StepBudget: Sendable {
  private let steps: Mutex<Int>

  init(_ steps: Int) {
    self.steps = Mutex(steps)
  }

  var left: Int {
    get { steps.withLock { $0 } }
    set { steps.withLock { $0 = newValue } }
  }
}

extension Evaluation {
  /// Runs a body that makes evaluations of its own; calls in them count as nested in this one, and cost its steps.
  public mutating func outside<Result>(_ body: () -> Result) -> Result {
    guard depth > 0 else { return body() }
    let budget = StepBudget(stepsLeft)
    defer { stepsLeft = budget.left }
    return CallDepth.$current.withValue(depth) { CallDepth.$steps.withValue(budget, operation: body) }
  }

  /// Takes on what an evaluation around this one allows, where this one is at its outermost call.
  mutating func enterCall() -> StepBudget? {
    guard depth == 0, let budget = CallDepth.steps else { return nil }
    depth = CallDepth.current
    stepsLeft = min(stepsLeft, budget.left)
    return budget
  }
}
