/// The state of one evaluation: what it reads, its local variables, and how much it may still do.
///
/// Lives on the stack of one call and never outlives the slots it points to. An engine that evaluates many expressions
/// for one answer makes one and passes it on, so that all of them share its limits and warnings.
public struct Evaluation {
  let slots: UnsafeBufferPointer<Value>
  /// What unary tests are about: `?`.
  var input: Value = .null
  // INVARIANT: as long as the checker counted local variables at this place in the expression.
  var locals: [Value] = []
  var stepsLeft = Limits.evaluationSteps
  var depth = 0
  /// How many lists, contexts and functions were made.
  private var made = 0
  /// Why results are null; at most the first hundred reasons.
  public private(set) var warnings: [Warning] = []
  let collectsWarnings: Bool
  /// What `now()` gives; null without it, so that an evaluation depends on nothing but what it is handed.
  let now: DateTime?

  init(slots: UnsafeBufferPointer<Value>, collectsWarnings: Bool = false, now: DateTime? = nil) {
    self.slots = slots
    self.collectsWarnings = collectsWarnings
    self.now = now
  }

  /// A fresh evaluation, for an engine that evaluates several expressions for one answer.
  ///
  /// - Parameter now: what `now()` gives, and `today()` the date of; without it they give null.
  public init(now: DateTime?) {
    self.init(slots: UnsafeBufferPointer(start: nil, count: 0), collectsWarnings: true, now: now)
  }

  /// Notes why a result is null.
  public mutating func warn(_ kind: Warning.Kind) {
    warn(kind, at: 0..<0)
  }

  /// Calls a function with arguments in the order of its parameters; null when calls are nested too deep.
  public mutating func call(_ function: Function, _ arguments: [Value]) -> Value {
    call(function, arguments, at: 0..<0)
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

  /// Passes on a value just made, unless it may be nested so deep that to walk it would overflow the stack.
  ///
  /// A value is nested no deeper than values were made, so that most evaluations never measure.
  mutating func made(_ value: Value, at range: Range<Int>) -> Value {
    switch value {
    case .list, .context, .function: break
    default: return value
    }
    made += 1
    guard made > Limits.valueNesting else { return value }
    if case .function = value {
      // What a function holds cannot be walked.
      warn(.tooDeep(limit: Limits.valueNesting), at: range)
      return .null
    }
    return measure(value, Limits.valueNesting, range) ? value : .null
  }

  private mutating func measure(_ value: Value, _ levels: Int, _ range: Range<Int>) -> Bool {
    switch value {
    case .list(let items):
      guard level(levels, items.count, range) else { return false }
      for item in items where !measure(item, levels - 1, range) { return false }
    case .context(let context):
      guard level(levels, context.entries.count, range) else { return false }
      for entry in context.entries where !measure(entry.value, levels - 1, range) { return false }
    default: break
    }
    return true
  }

  private mutating func level(_ levels: Int, _ count: Int, _ range: Range<Int>) -> Bool {
    guard levels > 0 else {
      warn(.tooDeep(limit: Limits.valueNesting), at: range)
      return false
    }
    return spend(count / 8, at: range)
  }

  /// Calls a function; null when calls are nested too deep.
  mutating func call(_ function: Function, _ arguments: [Value], at range: Range<Int>) -> Value {
    let outer = depth
    defer { depth = outer }
    guard spend(1, at: range) else { return .null }
    guard depth < Limits.callDepth else {
      warn(.tooDeep(limit: Limits.callDepth), at: range)
      return .null
    }
    depth += 1
    return function.body(arguments, &self)
  }

  /// Runs a function's body over the slots and locals where it was defined, with this evaluation's limits.
  mutating func inside<Result>(
    _ slots: UnsafeBufferPointer<Value>, locals: [Value], input: Value,
    _ body: (inout Evaluation) -> Result
  ) -> Result {
    var inner = Evaluation(slots: slots, collectsWarnings: collectsWarnings, now: now)
    inner.locals = locals
    inner.input = input
    inner.stepsLeft = stepsLeft
    inner.depth = depth
    inner.made = made
    inner.warnings = warnings
    let result = body(&inner)
    stepsLeft = inner.stepsLeft
    made = inner.made
    warnings = inner.warnings
    return result
  }
}

/// A compiled expression: computes its value.
typealias Code = @Sendable (inout Evaluation) -> Value

/// A compiled test: whether it holds for a value; nil where FEEL gives null.
typealias TestCode = @Sendable (Value, inout Evaluation) -> Bool?
