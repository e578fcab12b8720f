/// An expression that is parsed, checked and ready to evaluate.
///
/// ```swift
/// let scope = Scope([Variable(name: "score", type: .number, mayBeNull: false)])
/// let guardExpression = try FEELCompiler.compile(expression: "score >= 12", in: scope)
/// guardExpression.holds([15])  // true
/// ```
public struct CompiledExpression: Sendable {
  /// As it was written.
  public let text: String
  /// The tree of the text, with places.
  public let syntax: Expression
  /// The type of the result, as far as it is known.
  public let type: ValueType
  /// Whether the result may be null when each variable keeps its declaration: a value of its type, null only where it
  /// may be, and no null inside a list with a known item type. Two things are left out of account: sums and products
  /// past 10^6144, and evaluations that use up `Limits.evaluationSteps`.
  public let mayBeNull: Bool
  /// The slots of the variables whose null can make the result null, sorted.
  public let causesOfNull: [Int]
  /// The slots it reads, sorted.
  public let slots: [Int]

  let scopeSize: Int
  let code: Code
  let truth: TruthCode
  let guardProgram: GuardProgram?

  /// The value, from the variables' values by slot.
  ///
  /// - Precondition: there is a value for each variable of the scope.
  public func evaluate(_ slots: [Value]) -> Value {
    slots.withUnsafeBufferPointer { evaluate($0) }
  }

  /// The value, from the variables' values by slot, without warnings.
  public func evaluate(_ slots: UnsafeBufferPointer<Value>) -> Value {
    precondition(slots.count >= scopeSize, "a value is missing for a variable of the scope")
    if let guardProgram { return Value(guardProgram.run(slots)) }
    var evaluation = Evaluation(slots: slots)
    return code(&evaluation)
  }

  /// The value, with the reasons of nulls added to `warnings`.
  public func evaluate(_ slots: [Value], warnings: inout [Warning]) -> Value {
    slots.withUnsafeBufferPointer { slots in
      precondition(slots.count >= scopeSize, "a value is missing for a variable of the scope")
      var evaluation = Evaluation(slots: slots, collectsWarnings: true)
      let value = code(&evaluation)
      warnings += evaluation.warnings
      return value
    }
  }

  /// Whether a condition holds: true, false, or nil for null (or anything else that is no boolean).
  public func holds(_ slots: [Value]) -> Bool? {
    slots.withUnsafeBufferPointer { holds($0) }
  }

  /// Whether a condition holds, without any allocation for comparisons of numbers, booleans and choices.
  public func holds(_ slots: UnsafeBufferPointer<Value>) -> Bool? {
    precondition(slots.count >= scopeSize, "a value is missing for a variable of the scope")
    if let guardProgram { return guardProgram.run(slots) }
    var evaluation = Evaluation(slots: slots)
    return truth(&evaluation)
  }
}
