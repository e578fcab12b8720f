/// A grid of weighted factors (grammar, section 8.2).
public struct AssessSyntax: Sendable, Hashable {
  /// How a risk factor counts that nobody knows, or asked about.
  public enum Unknown: String, Sendable, Hashable, CaseIterable {
    case asRisk = "as risk"
    case asAbsent = "as absent"
  }

  /// The question for the professional's own estimate, put before the recommendation.
  public let ownLevel: QuestionSyntax?
  /// The fact that takes the level; without it, the one named as the step.
  public let sets: Located<String>?
  /// The fact, `list of text`, that takes the names of the factors that counted.
  public let reasons: Located<String>?
  /// The fact, `list of text`, that takes the names of the factors that count by precaution.
  public let precautions: Located<String>?
  /// Factors with weights of zero or more.
  public let risk: [FactorSyntax]
  /// Factors with weights of zero or less.
  public let safety: [FactorSyntax]
  /// How an unknown risk factor counts; needed only where one may be unknown.
  public let unknown: Located<Unknown>?
  /// How a risk factor counts whose question was not put; needed only where one may not have been.
  public let unasked: Located<Unknown>?
  /// Rows tried in order.
  public let level: [LevelSyntax]
  /// The value of the key `level`.
  public let levelPlace: Place
  /// Who may decide otherwise.
  public let override: OverrideSyntax?
}

/// A weighted factor.
public struct FactorSyntax: Sendable, Hashable {
  /// A boolean fact, or any fact name where there is a `when`.
  public let name: Located<String>
  /// A decimal number as written.
  public let weight: Located<String>
  /// A name that is counted apart.
  public let flag: Located<String>?
  /// Whether the factor is present; may be undecided.
  public let when: ExpressionSyntax?
  /// How it counts where its question was not put.
  public let unasked: Located<AssessSyntax.Unknown>?
  /// Words shown for it.
  public let title: TextSyntax?
  /// Names of sources of the flow: where it is published that the factor counts.
  public let source: [Located<String>]
}

/// A row of `level`.
public struct LevelSyntax: Sendable, Hashable {
  /// `nil` for `-`, which holds always.
  public let condition: ExpressionSyntax?
  /// Rows tried in order.
  public let level: Located<String>
  /// The whole row.
  public let place: Place
}

/// Who may decide otherwise.
public struct OverrideSyntax: Sendable, Hashable {
  /// Whether a reason must be given.
  public enum Reason: String, Sendable, Hashable, CaseIterable { case required, optional }

  /// Who may.
  public let roles: [Located<String>]
  /// Along the scale.
  public let direction: Located<Override.Direction>
  /// Whether a reason must be given.
  public let reason: Located<Reason>
  /// The whole override.
  public let place: Place
}
