/// A question (grammar, section 8.1).
public struct QuestionSyntax: Sendable, Hashable {
  /// The fact that takes the answer.
  public let fact: Located<String>
  /// What is asked or done.
  public let words: TextSyntax
  /// Other words to ask it in where a condition holds.
  public let instead: [InsteadSyntax]
  /// Words and citations beside it.
  public let notes: NotesSyntax
  /// Not put unless it holds.
  public let when: ExpressionSyntax?
  /// Whether "unknown" is accepted; accepted where it is not said.
  public let unknown: Located<Bool>?
  /// Whether "declined" is accepted; accepted where it is not said.
  public let declined: Located<Bool>?
  /// Asked even if the fact is already answered.
  public let again: Located<Bool>?
  /// Whether "unknown" leaves a task.
  public let task: TaskSyntax?
  /// Who may read and answer it, on paper or on a screen handed over.
  public var hand: Located<Hand>?

  /// To whom a question may be handed.
  public enum Hand: String, Sendable, Hashable, CaseIterable { case person }
}

/// An item to tick or to tell (grammar, sections 8.4 and 8.7).
public struct TickSyntax: Sendable, Hashable {
  /// Its name.
  public let name: Located<String>
  /// What is asked or done.
  public let words: TextSyntax
  /// Words and citations beside it.
  public let notes: NotesSyntax
  /// Not put unless it holds.
  public let when: ExpressionSyntax?
  /// A boolean fact that takes whether it was done.
  public let fact: Located<String>?
  /// Whether not done needs a reason.
  public let required: Located<Bool>?
  /// Whether not done leaves a task.
  public let task: TaskSyntax?
  /// Roles to which the case is closed once it is done.
  public var closes: [Located<String>] = []
}
