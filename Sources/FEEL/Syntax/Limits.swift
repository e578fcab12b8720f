/// What bounds an expression, so that hostile texts cost little and never overflow the stack.
public enum Limits {
  /// The longest text in UTF-8 bytes: models of other tools list the values of a type in one text.
  public static let textLength = 65_536
  /// The deepest nesting of brackets and of expressions inside expressions.
  public static let nesting = 100
  /// The tallest syntax tree; chains such as `a + b + …` are as tall as they are long.
  public static let treeHeight = 400
  /// The steps of one evaluation: iterations, calls, and items or text produced.
  public static let evaluationSteps = 1_000_000
  /// The lists, contexts and functions that one evaluation may make before their nesting is measured, and the deepest
  /// nesting from then on.
  public static let valueNesting = 1000
  /// The deepest calls of functions defined in expressions.
  public static let callDepth = 64
}
