import FEEL

/// A sub-flow run once.
public struct Call: Sendable {
  /// Index of the sub-flow in the program.
  public var flow: Int
  /// Values handed in: slot of the sub-flow, and where it comes from.
  public var takes: [(slot: Int, from: Argument)]
  /// Slot of the sub-flow, slot of the caller.
  public var gives: [(slot: Int, to: Int)]
  /// Fact that takes the outcome.
  public var result: Int?

  /// Where a value handed in comes from.
  public enum Argument: Sendable {
    /// The caller's fact, with whether it is known, unknown, declined or not yet asked.
    case fact(Int)
    case expression(CompiledExpression)
  }

  /// A call with resolved names.
  public init(
    flow: Int, takes: [(slot: Int, from: Argument)] = [], gives: [(slot: Int, to: Int)] = [],
    result: Int? = nil
  ) {
    self.flow = flow
    self.takes = takes
    self.gives = gives
    self.result = result
  }
}

/// A sub-flow run for every item of a list.
public struct Iteration: Sendable {
  /// The list; null counts as empty.
  public var list: CompiledExpression
  /// Slot of the sub-flow that takes the item.
  public var item: Int
  /// `gives` collect: the caller's fact is a list.
  public var call: Call

  /// An iteration with resolved names.
  public init(list: CompiledExpression, item: Int, call: Call) {
    self.list = list
    self.item = item
    self.call = call
  }
}
