/// The state of one evaluation: what it reads, its local variables, and how much it may still do.
///
/// Lives on the stack of one call and never outlives the slots it points to.
struct Evaluation {
  let slots: UnsafeBufferPointer<Value>
  /// What unary tests are about: `?`.
  var input: Value = .null
  // INVARIANT: as long as the checker counted local variables at this place in the expression.
  var locals: [Value] = []
  var stepsLeft = Limits.evaluationSteps
  var depth = 0
  private(set) var warnings: [Warning] = []
  let collectsWarnings: Bool

  init(slots: UnsafeBufferPointer<Value>, collectsWarnings: Bool = false) {
    self.slots = slots
    self.collectsWarnings = collectsWarnings
  }

  /// Notes why the result is null.
  @inline(__always)
  mutating func warn(_ kind: @autoclosure () -> Warning.Kind, at range: Range<Int>) {
    if collectsWarnings { note(kind(), range) }
  }

  private mutating func note(_ kind: Warning.Kind, _ range: Range<Int>) {
    // One evaluation in a loop could warn a million times; the first reasons are enough.
    if warnings.count < 100 { warnings.append(Warning(kind: kind, range: range)) }
  }

  /// Whether the evaluation may do so many more steps.
  mutating func spend(_ steps: Int, at range: Range<Int>) -> Bool {
    stepsLeft -= max(steps, 1)
    if stepsLeft < 0 {
      warn(.tooManySteps(limit: Limits.evaluationSteps), at: range)
      return false
    }
    return true
  }

  /// Calls a function; null when calls are nested too deep.
  mutating func call(_ function: Function, _ arguments: [Value], at range: Range<Int>) -> Value {
    guard spend(1, at: range) else { return .null }
    guard depth < Limits.callDepth else {
      warn(.tooDeep(limit: Limits.callDepth), at: range)
      return .null
    }
    depth += 1
    defer { depth -= 1 }
    return function.body(arguments, &self)
  }

  /// Runs a function's body over the slots and locals where it was defined, with this evaluation's limits.
  mutating func inside(
    _ slots: UnsafeBufferPointer<Value>, locals: [Value], input: Value, _ body: Code
  ) -> Value {
    var inner = Evaluation(slots: slots, collectsWarnings: collectsWarnings)
    inner.locals = locals
    inner.input = input
    inner.stepsLeft = stepsLeft
    inner.depth = depth
    inner.warnings = warnings
    let result = body(&inner)
    stepsLeft = inner.stepsLeft
    warnings = inner.warnings
    return result
  }
}

/// A compiled expression: computes its value.
typealias Code = @Sendable (inout Evaluation) -> Value

/// A compiled test: whether it holds for a value; nil where FEEL gives null.
typealias TestCode = @Sendable (Value, inout Evaluation) -> Bool?
