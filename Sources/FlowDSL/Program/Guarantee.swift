import FEEL

/// A promise of the flow, with checked names and types (grammar, section 10).
public struct Guarantee: Sendable {
  /// The four shapes, steps as paths (`run-step/step`, `!interrupt/step`).
  public enum Shape: Sendable {
    /// One of the steps at least is passed.
    case always(steps: [String], given: CompiledExpression?)
    case never(CompiledExpression)
    case mustHold(step: String, CompiledExpression)
    case passedBefore(step: String, passed: String)
    case within(milliseconds: Int64, from: String, to: String)
  }

  /// Its name in the flow.
  public var name: String
  /// Title, law and source.
  public var notes: Notes
  /// What is promised.
  public var shape: Shape

  /// A guarantee with resolved names.
  public init(name: String, notes: Notes = Notes(), shape: Shape) {
    self.name = name
    self.notes = notes
    self.shape = shape
  }
}
