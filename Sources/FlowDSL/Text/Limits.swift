/// What hostile or runaway input may not exceed (grammar, section 14).
public enum Limits {
  /// Bytes of a file.
  public static let fileSize = 1_048_576
  /// Lists and maps inside one another.
  public static let depth = 32
  /// Scalars, lists and maps of a file.
  public static let nodes = 50_000
  /// Characters of a scalar.
  public static let scalarLength = 10_000
  /// Bytes of an expression.
  public static let expressionSize = 10_000
  /// Steps of a flow, those inside branches counted.
  public static let steps = 500
  /// Facts of a flow.
  public static let facts = 500
  /// Rows of a table.
  public static let rows = 1_000
  /// Flows of a program.
  public static let flows = 200
  /// Flows running one another.
  public static let flowDepth = 20
  /// Rounds of a sub-flow that is walked again.
  public static let rounds = 100
  /// Steps of a program, sub-flows counted at each run.
  public static let programSteps = 20_000
}
