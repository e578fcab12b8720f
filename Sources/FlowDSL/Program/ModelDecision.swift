import DMN
import FEEL

/// A decision of a DMN model, with what it is handed.
public struct ModelDecision: Sendable {
  /// The file of the model, beside the flow.
  public let file: String
  /// The name of the decision in it.
  public let decision: String
  /// The value of each input data that the decision requires.
  public let inputs: [(name: String, value: CompiledExpression)]
  /// The entry of the result that each output takes; nil where the one output takes all of it.
  public let entries: [String]?
  private let model: DecisionModel

  init(
    file: String, decision: String, model: DecisionModel, inputs: [(name: String, value: CompiledExpression)],
    entries: [String]?
  ) {
    self.file = file
    self.decision = decision
    self.model = model
    self.inputs = inputs
    self.entries = entries
  }

  /// What the decision gives, one value for each output; null where it gives nothing.
  ///
  /// - Parameters:
  ///   - slots: the values of the flow's facts.
  ///   - now: what `now()` gives in the model.
  public func values(_ slots: [Value], now: DateTime?) -> [Value] {
    var given = Context()
    for input in inputs { given[input.name] = input.value.evaluate(slots) }
    let value = model.evaluate(decision: decision, inputs: given, now: now)?.value ?? .null
    guard let entries else { return [value] }
    guard case .context(let context) = value else { return entries.map { _ in .null } }
    return entries.map { context[$0] ?? .null }
  }
}
