import FEEL

/// A question of an `ask` step, or one put after a contact, a referral or during a wait.
public struct Question: Sendable {
  /// The fact that takes the answer.
  public var slot: Int
  public var words: Words
  public var notes: Notes
  public var when: CompiledExpression?
  public var acceptsUnknown: Bool
  public var acceptsDeclined: Bool
  /// Ask even if the fact already has an answer.
  public var again: Bool

  /// A question with resolved names.
  public init(
    slot: Int, words: Words, notes: Notes = Notes(), when: CompiledExpression? = nil, acceptsUnknown: Bool = true,
    acceptsDeclined: Bool = true, again: Bool = false
  ) {
    self.slot = slot
    self.words = words
    self.notes = notes
    self.when = when
    self.acceptsUnknown = acceptsUnknown
    self.acceptsDeclined = acceptsDeclined
    self.again = again
  }
}

/// An item of a `do` step, or one told in an `inform` step.
public struct Tick: Sendable {
  public var name: String
  public var words: Words
  public var notes: Notes
  public var when: CompiledExpression?
  /// A boolean fact that takes whether it was done.
  public var slot: Int?
  /// Not done needs a reason.
  public var required: Bool

  /// An item with resolved names.
  public init(
    name: String, words: Words, notes: Notes = Notes(), when: CompiledExpression? = nil, slot: Int? = nil,
    required: Bool = false
  ) {
    self.name = name
    self.words = words
    self.notes = notes
    self.when = when
    self.slot = slot
    self.required = required
  }
}

/// Who may decide otherwise than recommended, and how.
public struct Override: Sendable, Hashable {
  /// Along the scale of the level.
  public enum Direction: String, Sendable, CaseIterable { case up, down, both }

  public var roles: [String]
  public var direction: Direction
  public var reasonRequired: Bool

  /// Roles, direction and whether a reason is required.
  public init(roles: [String], direction: Direction, reasonRequired: Bool) {
    self.roles = roles
    self.direction = direction
    self.reasonRequired = reasonRequired
  }
}

/// A weighted factor of a grid.
public struct Factor: Sendable {
  public var name: String
  public var title: Words?
  public var weight: Number
  /// Place of its flag in the assessment's `flags`.
  public var flag: Int?
  /// `true` present, `false` absent, `null` unknown.
  public var when: CompiledExpression

  /// A factor with its compiled condition.
  public init(name: String, title: Words? = nil, weight: Number, flag: Int? = nil, when: CompiledExpression) {
    self.name = name
    self.title = title
    self.weight = weight
    self.flag = flag
    self.when = when
  }
}

/// A grid of risk and safety factors that gives a level.
///
/// The conditions of `levels` read the flow's slots followed by: score, risks, safeties, then one for each flag
/// (`Assessment.extraVariables` names them in this order).
public struct Assessment: Sendable {
  /// The fact that takes the level.
  public var slot: Int
  /// The fact that takes the names of the factors that counted.
  public var reasons: Int?
  public var risk: [Factor]
  public var safety: [Factor]
  /// An unknown risk factor counts as present.
  public var unknownCounts: Bool
  /// Names of the flags.
  public var flags: [String]
  /// First row whose condition holds; the condition is `nil` for `-`.
  public var levels: [(when: CompiledExpression?, level: Value)]
  public var override: Override?

  /// An assessment with resolved names.
  public init(
    slot: Int, reasons: Int? = nil, risk: [Factor], safety: [Factor], unknownCounts: Bool, flags: [String],
    levels: [(when: CompiledExpression?, level: Value)], override: Override? = nil
  ) {
    self.slot = slot
    self.reasons = reasons
    self.risk = risk
    self.safety = safety
    self.unknownCounts = unknownCounts
    self.flags = flags
    self.levels = levels
    self.override = override
  }
}

/// Reach a person or an authority.
public struct Contact: Sendable {
  /// A role or a directory category.
  public var to: String
  public var asks: [Question]
  /// Fact of type `[reached, unreached]`.
  public var result: Int?
  public var sharing: Sharing?

  /// A contact with resolved names.
  public init(to: String, asks: [Question] = [], result: Int? = nil, sharing: Sharing? = nil) {
    self.to = to
    self.asks = asks
    self.result = result
    self.sharing = sharing
  }
}

/// What is passed on, and what allows it.
public struct Sharing: Sendable {
  /// What allows it.
  public enum Ground: Sendable, Hashable {
    /// A boolean fact that must be true.
    case consent(Int)
    /// An article.
    case legal(String)
  }

  public var facts: [Int]
  public var ground: Ground

  /// Facts and the ground on which they are passed on.
  public init(facts: [Int], ground: Ground) {
    self.facts = facts
    self.ground = ground
  }
}

/// Hand over to a service.
public struct Referral: Sendable {
  /// A directory category.
  public var to: String
  public var sharing: Sharing
  public var asks: [Question]
  /// Fact of type `[referred, number-given, impossible]`.
  public var result: Int?

  /// A referral with resolved names.
  public init(to: String, sharing: Sharing, asks: [Question] = [], result: Int? = nil) {
    self.to = to
    self.sharing = sharing
    self.asks = asks
    self.result = result
  }
}

/// What a person is told or handed.
public struct Information: Sendable {
  public var tell: [Tick]
  /// Names of services whose numbers are handed over.
  public var services: [String]

  /// Items told and services named.
  public init(tell: [Tick], services: [String] = []) {
    self.tell = tell
    self.services = services
  }
}

/// A sub-flow run once.
public struct Call: Sendable {
  /// Index of the sub-flow in the program.
  public var flow: Int
  /// Values handed in: slot of the sub-flow, and where it comes from.
  public var takes: [(slot: Int, from: Argument)]
  /// Slot of the sub-flow, slot of the caller.
  public var gives: [(slot: Int, to: Int)]
  /// Fact that takes the outcome.
  public var result: Int?

  /// Where a value handed in comes from.
  public enum Argument: Sendable {
    /// The caller's fact, with whether it is known, unknown, declined or not yet asked.
    case fact(Int)
    case expression(CompiledExpression)
  }

  /// A call with resolved names.
  public init(
    flow: Int, takes: [(slot: Int, from: Argument)] = [], gives: [(slot: Int, to: Int)] = [], result: Int? = nil
  ) {
    self.flow = flow
    self.takes = takes
    self.gives = gives
    self.result = result
  }
}

/// A sub-flow run for every item of a list.
public struct Iteration: Sendable {
  public var list: CompiledExpression
  /// Slot of the sub-flow that takes the item.
  public var item: Int
  /// `gives` collect: the caller's fact is a list.
  public var call: Call

  /// An iteration with resolved names.
  public init(list: CompiledExpression, item: Int, call: Call) {
    self.list = list
    self.item = item
    self.call = call
  }
}

/// A branch of `together`.
public struct Branch: Sendable {
  public var name: String
  public var title: Words?
  public var by: String?
  /// Index of its first step in the flow.
  public var first: Int

  /// A branch that begins at a step.
  public init(name: String, title: Words? = nil, by: String? = nil, first: Int) {
    self.name = name
    self.title = title
    self.by = by
    self.first = first
  }
}

/// Wait for a time or for a fact; the first that comes ends it.
public struct Wait: Sendable {
  /// Milliseconds since the step was reached.
  public var duration: Int64?
  /// A date and time.
  public var until: CompiledExpression?
  public var on: CompiledExpression?
  public var asks: [Question]
  /// Fact of type `[elapsed, happened]`.
  public var result: Int?

  /// A wait with resolved names.
  public init(
    duration: Int64? = nil, until: CompiledExpression? = nil, on: CompiledExpression? = nil, asks: [Question] = [],
    result: Int? = nil
  ) {
    self.duration = duration
    self.until = until
    self.on = on
    self.asks = asks
    self.result = result
  }
}

/// A promise of the flow, with checked names and types (grammar, section 10).
public struct Guarantee: Sendable {
  /// The four shapes, steps as paths (`run-step/step`).
  public enum Shape: Sendable {
    case always(step: String, given: CompiledExpression?)
    case never(CompiledExpression)
    case mustHold(step: String, CompiledExpression)
    case passedBefore(step: String, passed: String)
    case within(milliseconds: Int64, from: String, to: String)
  }

  public var name: String
  public var notes: Notes
  public var shape: Shape

  /// A guarantee with resolved names.
  public init(name: String, notes: Notes = Notes(), shape: Shape) {
    self.name = name
    self.notes = notes
    self.shape = shape
  }
}
