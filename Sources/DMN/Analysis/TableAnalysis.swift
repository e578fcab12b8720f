/// What can be said of a table without running it. Rules and inputs are counted from 1.
public struct TableAnalysis: Sendable, Hashable {
  /// Whether every combination of inputs is matched by a rule.
  public let coverage: Coverage
  /// Pairs of rules that match the same combination where the hit policy forbids it: all pairs of a `unique` table, pairs
  /// with different outputs of an `any` table; none for other policies. The first few.
  public let overlaps: [Overlap]
  /// Whether `overlaps` was cut off because there are more.
  public let hasMoreOverlaps: Bool
  /// Rules that never decide.
  public let unreachable: [UnreachableRule]
  /// Whether it was left open for some rules if they can be reached, because that would have been too much work.
  public let isReachabilityOpen: Bool
  /// The tests that depend on more than their input, so that what they match is not known beforehand.
  public let unknownTests: [Place]

  /// Where a test stands.
  public struct Place: Sendable, Hashable {
    /// The rule, from 1.
    public let rule: Int
    /// The input, from 1.
    public let input: Int
  }

  /// Whether every combination is matched.
  public enum Coverage: Sendable, Hashable {
    /// Every combination is matched.
    case complete
    /// These are not matched, whatever the tests that are not known give. The first few, each as wide as possible (of
    /// many pieces along a line only the first six are given); two of them may share combinations.
    case gaps([Combination])
    /// These are matched only if tests that are not known hold; a last rule of `-` cells would settle it.
    case open([Combination])
    /// It would take too much work to find out.
    case tooLarge
  }

  /// Two rules that match the same combination.
  public struct Overlap: Sendable, Hashable {
    /// The rule that stands first.
    public let first: Int
    /// The rule further down.
    public let second: Int
    /// What both match.
    public let combination: Combination
    /// Whether they are sure to clash: no test of theirs is unknown, and outputs that must differ do.
    public let isCertain: Bool
  }

  /// A rule that never decides.
  public struct UnreachableRule: Sendable, Hashable {
    /// The rule, from 1.
    public let rule: Int
    /// The rules that take all its combinations; none when its tests cannot hold at all.
    public let masks: [Int]
  }
}
