import FEEL

/// A grid of risk and safety factors that gives a level.
///
/// The conditions of `levels` read the flow's slots and the entry's moment, followed by: score, risks, safeties, then one for each flag
/// (`Assessment.extraVariables` names them in this order).
public struct Assessment: Sendable {
  /// The question for the professional's own estimate, put before the recommendation.
  public var ownLevel: Question?
  /// The fact that takes the level.
  public var slot: Int
  /// The fact that takes the names of the factors that count since somebody said so; in edition 1, of all that count.
  public var reasons: Int?
  /// The fact that takes the names of the factors that count by precaution: nobody said so.
  public var precautions: Int?
  /// Factors that raise the score.
  public var risk: [Factor]
  /// Factors that lower it.
  public var safety: [Factor]
  /// An unknown risk factor counts as present.
  public var unknownCounts: Bool
  /// Names of the flags.
  public var flags: [String]
  /// First row whose condition holds; the condition is `nil` for `-`.
  public var levels: [(when: CompiledExpression?, level: Value)]
  /// Who may decide otherwise; without it, nobody.
  public var override: Override?

  /// An assessment with resolved names.
  public init(
    slot: Int, reasons: Int? = nil, precautions: Int? = nil, risk: [Factor], safety: [Factor],
    unknownCounts: Bool, flags: [String], levels: [(when: CompiledExpression?, level: Value)],
    override: Override? = nil, ownLevel: Question? = nil
  ) {
    self.ownLevel = ownLevel
    self.slot = slot
    self.reasons = reasons
    self.precautions = precautions
    self.risk = risk
    self.safety = safety
    self.unknownCounts = unknownCounts
    self.flags = flags
    self.levels = levels
    self.override = override
  }
}

/// A weighted factor of a grid.
public struct Factor: Sendable {
  /// Its name, as it stands among the reasons.
  public var name: String
  /// What people read in place of the name.
  public var title: Words?
  /// What it adds to the score.
  public var weight: Number
  /// Place of its flag in the assessment's `flags`.
  public var flag: Int?
  /// `true` present, `false` absent, `null` unknown.
  public var when: CompiledExpression
  /// It counts as present where nobody was asked about it.
  public var unaskedCounts: Bool
  /// Names of the flow's sources: where it is published that the factor counts.
  public var source: [String]

  /// A factor with its compiled condition.
  public init(
    name: String, title: Words? = nil, weight: Number, flag: Int? = nil, when: CompiledExpression,
    unaskedCounts: Bool = true, source: [String] = []
  ) {
    self.name = name
    self.title = title
    self.weight = weight
    self.flag = flag
    self.when = when
    self.unaskedCounts = unaskedCounts
    self.source = source
  }
}

/// Who may decide otherwise than recommended, and how.
public struct Override: Sendable, Hashable {
  /// Along the scale of the level.
  public enum Direction: String, Sendable, CaseIterable { case up, down, both }

  /// Roles that may decide otherwise.
  public var roles: [String]
  /// Where the other value may lie.
  public var direction: Direction
  /// Whether a reason must be given.
  public var reasonRequired: Bool

  /// Roles, direction and whether a reason is required.
  public init(roles: [String], direction: Direction, reasonRequired: Bool) {
    self.roles = roles
    self.direction = direction
    self.reasonRequired = reasonRequired
  }
}
