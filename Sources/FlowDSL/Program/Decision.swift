import DMN
import FEEL

/// A decision table, expressions, or a decision of a model, whose outputs are facts.
public struct Decision: Sendable {
  /// How the outputs come about.
  public enum Logic: Sendable {
    /// Reads the flow's slots; its outputs go to `Decision.outputs` in order.
    case table(DecisionTable)
    /// One expression for each output, in order; a later one may read an earlier one's fact.
    case expressions([CompiledExpression])
    /// A decision of a DMN model beside the flow; its outputs go to `Decision.outputs` in order.
    case model(ModelDecision)
  }

  /// Slots of the facts that take the outputs.
  public var outputs: [Int]
  /// How the outputs come about.
  public var logic: Logic
  /// Only where there is a single output.
  public var override: Override?

  /// A decision with resolved names.
  public init(outputs: [Int], logic: Logic, override: Override? = nil) {
    self.outputs = outputs
    self.logic = logic
    self.override = override
  }
}
