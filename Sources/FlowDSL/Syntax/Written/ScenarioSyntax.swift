/// A scenario: a walk that is known to be right (grammar, section 13.3).
public struct ScenarioSyntax: Sendable, Hashable {
  /// What is answered where nothing is given.
  public enum Otherwise: String, Sendable, Hashable, CaseIterable {
    case unknown, declined, `false`, `true`, stop
  }

  /// Path inside the protocol folder.
  public let file: String
  /// Its name.
  public let name: Located<String>
  /// The flow walked.
  public let flow: Located<String>
  /// Words for it.
  public let title: TextSyntax?
  /// BCP 47.
  public let language: Located<String>?
  /// Who walks.
  public let person: PersonSyntax?
  /// Facts handed in.
  public let given: [LiteralSyntax.Field]
  /// A FEEL date and time, as written.
  public let start: Located<String>?
  /// In the order of the text.
  public let answers: [AnswerSyntax]
  /// What happens where no answer is given.
  public let otherwise: Located<Otherwise>?
  /// Further acts in order.
  public let acts: [ActSyntax]
  /// What must come of it.
  public let expect: ExpectationSyntax?
  /// All that is said, entry by entry, in place of answers and further acts; empty where these tell the walk.
  public let walk: [SaidSyntax]
}

/// Something said in a walk that is told entry by entry.
public struct SaidSyntax: Sendable, Hashable {
  /// The kinds of entry.
  public enum Kind: Sendable, Hashable {
    case answer(AnswerSyntax)
    /// An earlier answer, by its key or as `#` and the number of its entry, should have been otherwise.
    case correct(item: Located<String>, to: ReplySyntax, reason: Located<String>)
    case note(Located<String>)
    /// A boolean fact of an interrupt, perhaps behind the path of the interrupt.
    case report(Located<String>)
    case handOver(PersonSyntax)
    case about(CaseDetailSyntax)
    /// Time passes.
    case time
  }

  /// What is said.
  public let kind: Kind
  /// The role it is said in, where that is not the role of the person who walks.
  public let role: Located<String>?
  /// Milliseconds after the entry before.
  public let after: Int64?
  /// Where it is written.
  public let place: Place
}

/// What is said of the case itself.
public enum CaseDetailSyntax: Sendable, Hashable {
  /// Somebody whom it is about, by a mark.
  case identify(PersonPart, mark: Located<String>)
  /// A number by which it is known elsewhere.
  case reference(Located<String>)
  /// What somebody said.
  case quote(PersonPart, words: Located<String>)
}

/// A person and the role they act in.
public struct PersonSyntax: Sendable, Hashable {
  /// Who.
  public let id: Located<String>
  /// The role they act in.
  public let role: Located<String>
}

/// An answer: what is asked, and what is answered.
public struct AnswerSyntax: Sendable, Hashable {
  /// `path/to/step.item`, `step.item`, `item`, `path/to/step` or `step`.
  public let key: Located<String>
  /// What is answered.
  public let reply: ReplySyntax
}

/// What is answered. Which replies fit is known only at the step.
public struct ReplySyntax: Sendable, Hashable {
  /// The forms of a reply.
  public enum Form: Sendable, Hashable {
    /// A value, or one of the words `unknown`, `declined`, `confirm`, `reached`, `no-answer`, `referred`,
    /// `number-given`, or a duration.
    case value(LiteralSyntax)
    /// `{done: false, reason: words}`
    case done(Bool, reason: Located<String>?)
    /// `{override: value, reason: words, role: name}`
    case override(LiteralSyntax, reason: Located<String>?, role: Located<String>?)
    /// `{unreached: reason}`
    case unreached(reason: Located<String>)
    /// `{put-off: duration}`
    case putOff(DurationSyntax)
    /// `{settled: done, reason: words}` or `{settled: waived, reason: words}`
    case settled(done: Bool, reason: Located<String>)
    /// `{referred: service}`
    case referred(service: Located<String>)
    /// `{impossible: reason}`
    case impossible(reason: Located<String>)
    /// `{disagree: reason}`
    case disagreed(reason: Located<String>)
    /// `{identify: {part: child, mark: L}}`, `{reference: words}` or `{quote: {part: victim, words: words}}`: what should have been said of the
    /// case itself.
    case about(CaseDetailSyntax)
    /// Several tries of a contact, in order; a list of plain values is a `value`.
    case tries([ReplySyntax])
  }

  /// What is answered.
  public let form: Form
  /// Where it is written.
  public let place: Place
}

/// A further act of a scenario.
public struct ActSyntax: Sendable, Hashable {
  /// The kinds of act.
  public enum Kind: Sendable, Hashable {
    /// An earlier answer is corrected.
    case correct(item: Located<String>, to: ReplySyntax, reason: Located<String>)
    case note(Located<String>)
    /// A boolean fact of an interrupt is reported.
    case report(Located<String>)
    case handOver(PersonSyntax)
    case about(CaseDetailSyntax)
    /// What was left undone is taken up.
    case task(item: Located<String>, to: ReplySyntax)
  }

  /// Done before this step is walked; without it, once the walk has come to rest.
  public let before: Located<String>?
  /// The whole act.
  public let place: Place
  /// What is done.
  public let kind: Kind
}

/// What a scenario expects.
public struct ExpectationSyntax: Sendable, Hashable {
  /// Steps passed, in order, as a subsequence.
  public let path: [Located<String>]
  /// Steps never passed: the key `not`.
  public let never: [Located<String>]
  /// The `end` reached.
  public let outcome: Located<String>?
  /// Values at the end.
  public let facts: [LiteralSyntax.Field]
  /// Interrupts that fired, in order.
  public let interrupts: [Located<String>]
  /// Steps that were overdue.
  public let overdue: [Located<String>]
  /// Documents that can be made at the end.
  public let documents: [Located<String>]
  /// What is left undone at the end, by the keys of answers.
  public let tasks: [Located<String>]
}
