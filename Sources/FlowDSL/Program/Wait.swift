import FEEL

/// Wait for a time or for a fact; the first that comes ends it.
public struct Wait: Sendable {
  /// Milliseconds since the step was reached.
  public var duration: Int64?
  /// A date and time.
  public var until: CompiledExpression?
  /// A condition that ends the wait.
  public var on: CompiledExpression?
  /// May be answered meanwhile.
  public var asks: [Question]
  /// Fact of type `[elapsed, happened]`.
  public var result: Int?

  /// A wait with resolved names.
  public init(
    duration: Int64? = nil, until: CompiledExpression? = nil, on: CompiledExpression? = nil,
    asks: [Question] = [],
    result: Int? = nil
  ) {
    self.duration = duration
    self.until = until
    self.on = on
    self.asks = asks
    self.result = result
  }
}
