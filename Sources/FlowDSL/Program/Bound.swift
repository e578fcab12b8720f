import FEEL

/// An end of what a fact may be, given by another fact or by the moment: a part of `allowed`, so that a refusal can name it.
public struct Bound: Sendable {
  /// What gives the end.
  public enum Source: Sendable, Hashable {
    /// The moment of the entry, or its day.
    case moment
    /// Another fact, by slot.
    case fact(Int)
    /// An expression over these.
    case expression
  }

  /// How a value has to compare with the end: an ordering.
  public let comparison: ComparisonOperator
  /// The end.
  public let end: CompiledExpression
  /// Whether a value is on the right side.
  public let tests: CompiledUnaryTests
  /// What gives the end.
  public let source: Source
}
