import FEEL

/// What an entry says. The first group is said by a person; the second is added by the walk, so that an auditor
/// can compare what was computed then with what is computed now.
public enum Event: Sendable, Hashable {
  case started(Start)
  case answered(step: StepPath, fact: String, Answer)
  /// An item of a `do` or `inform` step.
  case ticked(step: StepPath, item: String, done: Bool, reason: String?)
  case contacted(step: StepPath, ContactOutcome)
  case referred(step: StepPath, ReferralOutcome)
  /// A recommendation is taken as it is.
  case confirmed(step: StepPath)
  case overridden(step: StepPath, to: Value, reason: String?)
  /// Whether a person agrees with what was done in a step that persons in several roles have to agree with.
  case concurred(step: StepPath, agrees: Bool, reason: String?)
  /// A fact that an interrupt offers at any step.
  case reported(interrupt: String, fact: String)
  /// Something that was left undone was done otherwise, or is not to be done any more, and why. `item` is the item or the fact
  /// that it is about; `nil` where the step itself was left.
  case settled(step: StepPath, item: String?, done: Bool, reason: String)
  /// The earlier entry should have said `to`.
  indirect case corrected(sequence: Int, to: Event, reason: String)
  case noted(String)
  /// Somebody whom the case is about.
  case identified(PersonOfCase)
  /// A number by which the case is known elsewhere, such as that of the procedure.
  case referenced(String)
  /// What somebody said, in their words.
  case quoted(Quotation)
  case handedOver(to: Person, reason: String?)
  case abandoned(reason: String)
  case reopened(reason: String)
  /// Time has passed.
  case clock

  case recommended(step: StepPath, Recommendation)
  case decided(step: StepPath, [Binding])
  case interrupted(StepPath)
  case resumed(StepPath)
  /// Open steps that an interrupt's flow put an end to.
  case cancelled([StepPath])
  /// A sub-flow was walked as often as it may be, and what it was walked for does not hold.
  case exhausted(step: StepPath, rounds: Int)
  case overdue(step: StepPath, due: Instant)
  case withdrawn([Int])
  case reinstated([Int])
  case ended(outcome: String)

  /// Whether a person says it, as opposed to the walk.
  public var isSaid: Bool { kind.isSaid }
}

/// How a case begins.
public struct Start: Sendable, Hashable {
  /// The program's hash: the case is pinned to it.
  public var program: String
  /// The name of the flow.
  public var flow: String
  /// BCP 47 code of the language the professional reads.
  public var language: String
  /// Facts handed in, in the order of the flow's `takes`.
  public var given: [GivenFact]
  /// Whether it is a practice case, in which names may be written (grammar, section 12.9).
  public var isPractice: Bool

  /// A start of a flow with facts handed in.
  public init(
    program: String, flow: String, language: String, given: [GivenFact] = [], isPractice: Bool = false
  ) {
    self.isPractice = isPractice
    self.program = program
    self.flow = flow
    self.language = language
    self.given = given
  }
}

/// A fact handed in at the start.
public struct GivenFact: Sendable, Hashable {
  /// The fact's name.
  public var fact: String
  /// What is known of it.
  public var answer: Answer

  /// A fact's name and its answer.
  public init(fact: String, answer: Answer) {
    self.fact = fact
    self.answer = answer
  }
}

/// A fact and the value it took.
public struct Binding: Sendable, Hashable {
  /// The fact's name.
  public var fact: String
  /// The value it took.
  public var value: Value

  /// A fact's name and its value.
  public init(fact: String, value: Value) {
    self.fact = fact
    self.value = value
  }
}

/// What came of a call.
public enum ContactOutcome: Sendable, Hashable {
  case reached
  /// Not answered; may be tried again.
  case noAnswer
  /// Put off to a moment; the walk goes on.
  case putOff(until: Instant)
  /// Given up, with a reason.
  case unreached(reason: String)
}

/// What came of a referral.
public enum ReferralOutcome: Sendable, Hashable {
  case referred(service: String?)
  /// The person has the number and may call.
  case numberGiven
  case impossible(reason: String)
}
