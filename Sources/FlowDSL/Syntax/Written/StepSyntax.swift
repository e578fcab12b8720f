/// A step as written (grammar, sections 7 and 8).
public struct StepSyntax: Sendable, Hashable {
  /// Its name, unique in the flow.
  public let name: Located<String>
  /// What kind of step, with its own keys.
  public let kind: Kind
  /// Words and citations.
  public let notes: NotesSyntax
  /// The role that does it.
  public let by: Located<String>?
  /// Passed over unless it holds.
  public let when: ExpressionSyntax?
  /// Until when it is to be done.
  public let due: DueSyntax?
  /// Where to go next; without it, to the step that follows.
  public let then: RouteSyntax?
  /// The task that it leaves: at a contact, a referral and an end.
  public let task: TaskSyntax?
  /// Who has to agree before it is done.
  public let agree: ConcurrenceSyntax?
  /// Names of the documents that it produces.
  public let documents: [Located<String>]
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

/// Persons in several roles who have to agree (grammar, section 8.13).
public struct ConcurrenceSyntax: Sendable, Hashable {
  /// One person in each.
  public let roles: [Located<String>]
  /// The fact that takes whether they agreed.
  public let result: Located<String>
}

/// Words and citations that steps, questions, ticks and guarantees may carry.
public struct NotesSyntax: Sendable, Hashable {
  /// The name shown.
  public var title: TextSyntax?
  /// How to do it.
  public var help: TextSyntax?
  /// Why it is asked or done.
  public var why: TextSyntax?
  /// Suggested words.
  public var say: TextSyntax?
  /// Other words to say where a condition holds.
  public var sayInstead: [InsteadSyntax] = []
  /// Articles.
  public var law: [Located<String>] = []
  /// Names of sources of the flow.
  public var source: [Located<String>] = []
}

/// Words that stand for others where a condition holds (grammar, section 3.1).
public struct InsteadSyntax: Sendable, Hashable {
  /// When they stand there.
  public let when: ExpressionSyntax
  /// What is read.
  public let words: TextSyntax
}

/// When a step is due.
public struct DueSyntax: Sendable, Hashable {
  /// How long after what, or a moment of its own.
  public enum Time: Sendable, Hashable {
    case duration(DurationSyntax)
    /// A days and time duration.
    case expression(ExpressionSyntax)
    case workingDays(Located<Int>)
    /// A date and time, instead of a length from something.
    case at(ExpressionSyntax)
  }

  /// How long, or when.
  public let time: Time
  /// A fact or a step; without it, since the step was reached.
  public let from: Located<String>?
}

/// An ISO 8601 duration as written.
public struct DurationSyntax: Sendable, Hashable {
  /// Its length.
  public let milliseconds: Int64
  /// As it is written.
  public let text: String
  /// Where it is written.
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
  /// Passed over unless it holds.
  public let when: ExpressionSyntax
  /// A step, or `next`.
  public let go: Located<String>
}
