/// The tests in a cell of a decision table (DMN 1.5, 10.3.1.2 grammar rules 15 to 17).
public struct UnaryTests: Sendable, Hashable {
  /// What is tested.
  public let kind: Kind
  /// UTF-8 offsets into the text.
  public let range: Range<Int>

  /// The three forms of tests.
  public enum Kind: Sendable, Hashable {
    /// `-`: anything.
    case any
    /// One of these holds: values, ranges, comparisons, or boolean expressions with `?`.
    case oneOf([Expression])
    /// `not(…)`: none of these holds.
    case noneOf([Expression])
  }
}
