import FEEL

/// An item of a `do` step, or one told in an `inform` step.
public struct Tick: Sendable {
  /// Its name in the step.
  public var name: String
  /// What is to be done or told.
  public var words: Words
  /// Why, how, under which law.
  public var notes: Notes
  /// The item is not put unless this is true.
  public var when: CompiledExpression?
  /// A boolean fact that takes whether it was done.
  public var slot: Int?
  /// Not done needs a reason.
  public var required: Bool
  /// The task that not done leaves; `nil` where it leaves none.
  public var task: TaskRule?
  /// Roles to which the case is closed once it is done: only those among them who took part still see it.
  public var closes: [String]

  /// An item with resolved names.
  public init(
    name: String, words: Words, notes: Notes = Notes(), when: CompiledExpression? = nil, slot: Int? = nil,
    required: Bool = false, task: TaskRule? = nil, closes: [String] = []
  ) {
    self.closes = closes
    self.name = name
    self.words = words
    self.notes = notes
    self.when = when
    self.slot = slot
    self.required = required
    self.task = task
  }
}

/// What a person is told or handed.
public struct Information: Sendable {
  /// What is told or handed, item by item.
  public var tell: [Tick]
  /// Names of services whose numbers are handed over.
  public var services: [String]

  /// Items told and services named.
  public init(tell: [Tick], services: [String] = []) {
    self.tell = tell
    self.services = services
  }
}
