/// A step as written (grammar, sections 7 and 8).
public struct StepSyntax: Sendable, Hashable {
  public let name: Located<String>
  public let kind: Kind
  public let notes: NotesSyntax
  public let by: Located<String>?
  public let when: ExpressionSyntax?
  public let due: DueSyntax?
  public let then: RouteSyntax?
  /// The whole step.
  public let place: Place

  /// The closed set of step kinds.
  public enum Kind: Sendable, Hashable {
    case ask([QuestionSyntax])
    case assess(AssessSyntax)
    case decide(DecideSyntax)
    case `do`([TickSyntax])
    case contact(ContactSyntax)
    case refer(ReferSyntax)
    case inform(InformSyntax)
    case run(RunSyntax)
    case each(EachSyntax)
    case together([BranchSyntax])
    case wait(WaitSyntax)
    case end
  }
}

/// Words and citations that steps, questions, ticks and guarantees may carry.
public struct NotesSyntax: Sendable, Hashable {
  public var title: TextSyntax?
  public var help: TextSyntax?
  public var why: TextSyntax?
  public var say: TextSyntax?
  /// Articles.
  public var law: [Located<String>] = []
  /// Names of sources of the flow.
  public var source: [Located<String>] = []
}

/// When a step is due.
public struct DueSyntax: Sendable, Hashable {
  public let within: DurationSyntax
  /// A fact or a step; without it, since the step was reached.
  public let from: Located<String>?
}

/// An ISO 8601 duration as written.
public struct DurationSyntax: Sendable, Hashable {
  public let milliseconds: Int64
  public let text: String
  public let place: Place
}

/// Where to go next.
public enum RouteSyntax: Sendable, Hashable {
  /// A step, or `next`.
  case to(Located<String>)
  case guards([GuardSyntax], otherwise: Located<String>?, place: Place)
}

/// `{when: condition, go: step}`
public struct GuardSyntax: Sendable, Hashable {
  public let when: ExpressionSyntax
  /// A step, or `next`.
  public let go: Located<String>
}
