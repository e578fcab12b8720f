/// What becomes of what is left undone (grammar, section 12.8).
public enum TaskSyntax: Sendable, Hashable {
  /// `false`: nothing.
  case never(Place)
  /// `true`, a duration, or a map: a task.
  case left(by: Located<String>?, within: DurationSyntax?)
}
