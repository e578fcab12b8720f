/// An expression that is parsed, checked and ready to evaluate.
///
/// ```swift
/// let scope = Scope([Variable(name: "score", type: .number, mayBeNull: false)])
/// let guardExpression = try FEELCompiler.compile(expression: "score >= 12", in: scope)
/// guardExpression.holds([15])  // true
/// ```
public struct CompiledExpression: Sendable {
  // One reference, so that programs, which are full of expressions, are copied cheaply.
  private let parts: Parts

  /// As it was written.
  public var text: String { parts.text }
  /// The tree of the text, with places.
  public var syntax: Expression { parts.syntax }
  /// The type of the result, as far as it is known.
  public var type: ValueType { parts.type }
  /// Whether the result may be null when each variable keeps its declaration: a value of its type, null only where it
  /// may be, and no null inside a list with a known item type. Two things are left out of account: sums and products
  /// past 10^6144, and evaluations that use up `Limits.evaluationSteps`.
  public var mayBeNull: Bool { parts.mayBeNull }
  /// The slots of the variables whose null can make the result null, sorted.
  public var causesOfNull: [Int] { parts.causesOfNull }
  /// The slots it reads, sorted.
  public var slots: [Int] { parts.slots }

  /// The names that it uses and nothing declares: null, where checking is lenient.
  public var undeclared: [Fault] { parts.undeclared }

  init(_ parts: Parts) {
    self.parts = parts
  }

  /// What compiling made.
  final class Parts: Sendable {
    let text: String
    let syntax: Expression
    let type: ValueType
    let mayBeNull: Bool
    let causesOfNull: [Int]
    let slots: [Int]
    /// One more than the highest slot read.
    let scopeSize: Int
    let code: Code
    let truth: TruthCode
    let guardProgram: GuardProgram?
    let undeclared: [Fault]

    init(
      text: String, syntax: Expression, type: ValueType, mayBeNull: Bool, causesOfNull: [Int], slots: [Int],
      code: @escaping Code, truth: @escaping TruthCode, guardProgram: GuardProgram?, undeclared: [Fault]
    ) {
      self.text = text
      self.syntax = syntax
      self.type = type
      self.mayBeNull = mayBeNull
      self.causesOfNull = causesOfNull
      self.slots = slots
      scopeSize = (slots.last ?? -1) + 1
      self.code = code
      self.truth = truth
      self.guardProgram = guardProgram
      self.undeclared = undeclared
    }

    /// Apart, so that running a guard program makes no room for an evaluation.
    @inline(never)
    func holdsByCode(_ slots: UnsafeBufferPointer<Value>) -> Bool? {
      var evaluation = Evaluation(slots: slots)
      return truth(&evaluation)
    }
  }

  /// The value, from the variables' values by slot.
  ///
  /// - Precondition: there is a value for each variable of the scope.
  public func evaluate(_ slots: [Value]) -> Value {
    slots.withUnsafeBufferPointer { evaluate($0) }
  }

  /// The value, from the variables' values by slot, without warnings.
  public func evaluate(_ slots: UnsafeBufferPointer<Value>) -> Value {
    precondition(slots.count >= parts.scopeSize, "a value is missing for a variable of the scope")
    if let guardProgram = parts.guardProgram { return Value(guardProgram.run(slots)) }
    var evaluation = Evaluation(slots: slots)
    return parts.code(&evaluation)
  }

  /// The value, with the reasons of nulls added to `warnings`.
  public func evaluate(_ slots: [Value], warnings: inout [Warning]) -> Value {
    slots.withUnsafeBufferPointer { slots in
      precondition(slots.count >= parts.scopeSize, "a value is missing for a variable of the scope")
      var evaluation = Evaluation(slots: slots, collectsWarnings: true)
      let value = parts.code(&evaluation)
      warnings += evaluation.warnings
      return value
    }
  }

  /// The value, within the limits and by the clock of a larger evaluation, whose warnings it adds to.
  ///
  /// A guard program will not do here: the code that it calls runs in an evaluation of its own.
  public func evaluate(_ slots: [Value], in evaluation: inout Evaluation) -> Value {
    slots.withUnsafeBufferPointer { slots in
      precondition(slots.count >= parts.scopeSize, "a value is missing for a variable of the scope")
      return evaluation.inside(slots, locals: [], input: .null, parts.code)
    }
  }

  /// Whether a condition holds: true, false, or nil for null (or anything else that is no boolean).
  public func holds(_ slots: [Value]) -> Bool? {
    slots.withUnsafeBufferPointer { holds($0) }
  }

  /// Whether a condition holds, without any allocation for comparisons of numbers, booleans and choices.
  public func holds(_ slots: UnsafeBufferPointer<Value>) -> Bool? {
    precondition(slots.count >= parts.scopeSize, "a value is missing for a variable of the scope")
    if let guardProgram = parts.guardProgram { return guardProgram.run(slots) }
    return parts.holdsByCode(slots)
  }
}
