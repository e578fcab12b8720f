/// The tests of a decision table's cell, ready to evaluate.
public struct CompiledUnaryTests: Sendable {
  /// As they were written.
  public let text: String
  /// The tree of the text, with places.
  public let syntax: UnaryTests
  /// Whether the answer may be null.
  public let mayBeNull: Bool
  /// The slots they read, sorted.
  public let slots: [Int]

  let scopeSize: Int
  let test: TestCode
  let guardProgram: GuardProgram?
  /// The names that they use and nothing declares: null, where checking is lenient.
  public let undeclared: [Fault]

  /// Whether they accept everything: `-`.
  public var isAny: Bool { syntax.kind == .any }

  /// Whether the input meets the tests: true, false, or nil for null.
  public func evaluate(_ input: Value, _ slots: [Value] = []) -> Bool? {
    slots.withUnsafeBufferPointer { evaluate(input, $0) }
  }

  /// Whether the input meets the tests, from the variables' values by slot.
  ///
  /// - Precondition: there is a value for each variable of the scope, unless the tests read none.
  public func evaluate(_ input: Value, _ slots: UnsafeBufferPointer<Value>) -> Bool? {
    precondition(slots.count >= scopeSize, "a value is missing for a variable of the scope")
    if let guardProgram {
      return withUnsafePointer(to: input) { guardProgram.run(slots.baseAddress ?? $0, $0) }
    }
    var evaluation = Evaluation(slots: slots)
    evaluation.input = input
    return test(input, &evaluation)
  }

  /// The same, with the reasons of nulls added to `warnings`.
  public func evaluate(_ input: Value, _ slots: [Value], warnings: inout [Warning]) -> Bool? {
    slots.withUnsafeBufferPointer { slots in
      precondition(slots.count >= scopeSize, "a value is missing for a variable of the scope")
      var evaluation = Evaluation(slots: slots, collectsWarnings: true)
      evaluation.input = input
      let result = test(input, &evaluation)
      warnings += evaluation.warnings
      return result
    }
  }

  /// Whether the input meets the tests, within the limits of a larger evaluation, whose warnings it adds to.
  public func evaluate(_ input: Value, _ slots: [Value], in evaluation: inout Evaluation) -> Bool? {
    slots.withUnsafeBufferPointer { slots in
      precondition(slots.count >= scopeSize, "a value is missing for a variable of the scope")
      return evaluation.inside(slots, locals: [], input: input) { test(input, &$0) }
    }
  }
}
