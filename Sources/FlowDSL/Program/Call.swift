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
  /// How it is walked again; without it, once.
  public var repetition: Repetition?

  /// Where a value handed in comes from.
  public enum Argument: Sendable {
    /// The caller's fact, with whether it is known, unknown, declined or not yet asked.
    case fact(Int)
    case expression(CompiledExpression)
  }

  /// A call with resolved names.
  public init(
    flow: Int, takes: [(slot: Int, from: Argument)] = [], gives: [(slot: Int, to: Int)] = [],
    result: Int? = nil, repetition: Repetition? = nil
  ) {
    self.flow = flow
    self.takes = takes
    self.gives = gives
    self.result = result
    self.repetition = repetition
  }
}

/// A sub-flow that is walked again until a condition holds, or a number of rounds is reached.
public struct Repetition: Sendable {
  /// Reads the facts of the caller; looked at after each round.
  public var until: CompiledExpression
  /// Rounds at most, two at least.
  public var most: Int
  /// Milliseconds from the beginning of one round to that of the next.
  public var every: Int64?

  /// A repetition with a compiled condition.
  public init(until: CompiledExpression, most: Int, every: Int64? = nil) {
    self.until = until
    self.most = most
    self.every = every
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
