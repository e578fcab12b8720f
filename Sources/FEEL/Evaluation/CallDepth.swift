/// How deep in calls the evaluations of this task already are.
///
/// An engine may leave an evaluation and come back in a fresh one (a table inside a function that a cell calls). What is
/// nested that way must count as nested, or recursion would overflow the stack.
enum CallDepth {
  @TaskLocal static var current = 0
}

extension Evaluation {
  /// Runs a body that makes evaluations of its own; their calls count as nested in this one.
  public func outside<Result>(_ body: () -> Result) -> Result {
    depth == 0 ? body() : CallDepth.$current.withValue(depth, operation: body)
  }
}
