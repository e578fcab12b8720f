import FEEL

/// A question of an `ask` step, or one put after a contact, a referral or during a wait.
public struct Question: Sendable {
  /// The fact that takes the answer.
  public var slot: Int
  /// What is asked.
  public var words: Words
  /// Other words to ask it in, the first whose condition holds.
  public var instead: [Instead]
  /// Why, how, under which law.
  public var notes: Notes
  /// The question is not put unless this is true.
  public var when: CompiledExpression?
  /// Whether "unknown" is an answer.
  public var acceptsUnknown: Bool
  /// Whether "declined" is an answer.
  public var acceptsDeclined: Bool
  /// Ask even if the fact already has an answer.
  public var again: Bool
  /// The task that "unknown" leaves; `nil` where it leaves none.
  public var task: TaskRule?
  /// Whether it may be handed to the person, who reads and answers it, on paper or on a screen.
  public var mayBeHanded: Bool

  /// A question with resolved names.
  public init(
    slot: Int, words: Words, instead: [Instead] = [], notes: Notes = Notes(), when: CompiledExpression? = nil,
    acceptsUnknown: Bool = true,
    acceptsDeclined: Bool = true, again: Bool = false, task: TaskRule? = nil, mayBeHanded: Bool = false
  ) {
    self.mayBeHanded = mayBeHanded
    self.slot = slot
    self.words = words
    self.instead = instead
    self.notes = notes
    self.when = when
    self.acceptsUnknown = acceptsUnknown
    self.acceptsDeclined = acceptsDeclined
    self.again = again
    self.task = task
  }
}
