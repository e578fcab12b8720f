/// An interrupt (grammar, section 9).
public struct InterruptSyntax: Sendable, Hashable {
  /// Its name.
  public let name: Located<String>
  /// Words for it.
  public let title: TextSyntax?
  /// When it fires.
  public let when: ExpressionSyntax
  /// A flow.
  public let run: Located<String>
  /// Facts that the flow takes, and where their values come from.
  public let with: [AssignmentSyntax]
  /// Boolean facts that may be reported at any step.
  public let report: [NamedTextSyntax]
}

/// A guarantee (grammar, section 10).
public struct GuaranteeSyntax: Sendable, Hashable {
  /// The shapes; steps are paths, `run-step/step`.
  public enum Shape: Sendable, Hashable {
    case always(step: Located<String>, given: ExpressionSyntax?)
    case never(ExpressionSyntax)
    case mustHold(step: Located<String>, ExpressionSyntax)
    case passedBefore(step: Located<String>, passed: Located<String>)
    case within(DurationSyntax, from: Located<String>, to: Located<String>)
  }

  /// Its name.
  public let name: Located<String>
  /// `title`, `law` and `source` only.
  public let notes: NotesSyntax
  /// What is promised.
  public let shape: Shape
}
