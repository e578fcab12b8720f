/// What is counted over the cases of a journal (grammar, section 13.7).
///
/// It is no part of a program: a case is counted by the indicators of today, over the facts of the program it is pinned to.
/// So conditions stay text, and are compiled for each program.
public struct Indicators: Sendable, Hashable {
  /// What a case is looked at for.
  public enum Criterion: Sendable, Hashable {
    /// The person was referred to one of these roles or categories, or one of them was reached.
    case referred([String])
    /// Facts were passed on to one of these roles or categories.
    case shared([String])
    /// One of these flows was walked to its end.
    case walked([String])
    /// A FEEL condition over the facts of a flow, decided whatever is known.
    case condition(flow: String, when: String)
  }

  /// One thing that is counted.
  public struct Count: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its number where it was asked for, such as `iv`.
    public let number: String?
    /// What people read in place of the name.
    public let title: Words
    /// What is counted, and what is not.
    public let summary: Words
    /// Where it was asked for, or whose choice it is.
    public let sources: [Words]
    /// A case has the event where one of these holds; where there is none, the cases themselves are counted.
    public let any: [Criterion]
    /// A case is among those counted where one of these holds; all are where there is none.
    public let of: [Criterion]
  }

  /// Its name.
  public let name: String
  /// Shown above what is published.
  public let notice: Words?
  /// The flows with which a case begins that is counted.
  public let cases: [String]
  /// In the order of the text.
  public let counts: [Count]
  /// SHA-256 over the file, comments and layout apart, lower-case hexadecimal: what a publication was counted by.
  public let hash: String
}
