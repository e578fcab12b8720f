/// An interrupt (grammar, section 9).
public struct InterruptSyntax: Sendable, Hashable {
  public let name: Located<String>
  public let title: TextSyntax?
  public let when: ExpressionSyntax
  /// A flow.
  public let run: Located<String>
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

  public let name: Located<String>
  /// `title`, `law` and `source` only.
  public let notes: NotesSyntax
  public let shape: Shape
}
