/// An interrupt (grammar, section 9).
public struct InterruptSyntax: Sendable, Hashable {
  /// Its name.
  public let name: Located<String>
  /// Words for it.
  public let title: TextSyntax?
  /// The condition that fires it; without it, `late` is there.
  public let when: ExpressionSyntax?
  /// A step of the flow that fires it by being late.
  public let late: Located<String>?
  /// A flow.
  public let run: Located<String>
  /// Facts that the flow takes, and where their values come from.
  public let with: [AssignmentSyntax]
  /// Boolean facts that may be reported at any step.
  public let report: [NamedTextSyntax]
  /// How the flow that declares it ends when the interrupt's flow has ended; empty where it goes on.
  public let ends: [EndingSyntax]
  /// Names in it that may be those of facts.
  let named: Set<String>
}

/// An end of the flow that declares an interrupt, by how the interrupt's flow ended.
public struct EndingSyntax: Sendable, Hashable {
  /// An outcome of the interrupt's flow; `nil` stands for all.
  public let outcome: Located<String>?
  /// An end of the flow that declares the interrupt.
  public let end: Located<String>
}

/// A guarantee (grammar, section 10).
public struct GuaranteeSyntax: Sendable, Hashable {
  /// The shapes; steps are paths, `run-step/step` and `!interrupt/step`.
  public enum Shape: Sendable, Hashable {
    /// One of the steps at least.
    case always(steps: [Located<String>], given: ExpressionSyntax?)
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
