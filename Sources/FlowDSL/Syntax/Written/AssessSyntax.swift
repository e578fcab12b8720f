/// A grid of weighted factors (grammar, section 8.2).
public struct AssessSyntax: Sendable, Hashable {
  /// How an unknown risk factor counts.
  public enum Unknown: String, Sendable, Hashable, CaseIterable {
    case asRisk = "as risk"
    case asAbsent = "as absent"
  }

  /// The fact that takes the level; without it, the one named as the step.
  public let sets: Located<String>?
  public let reasons: Located<String>?
  public let risk: [FactorSyntax]
  public let safety: [FactorSyntax]
  public let unknown: Located<Unknown>?
  public let level: [LevelSyntax]
  /// The value of the key `level`.
  public let levelPlace: Place
  public let override: OverrideSyntax?
}

/// A weighted factor.
public struct FactorSyntax: Sendable, Hashable {
  public let name: Located<String>
  /// A decimal number as written.
  public let weight: Located<String>
  public let flag: Located<String>?
  public let when: ExpressionSyntax?
  public let title: TextSyntax?
}

/// A row of `level`.
public struct LevelSyntax: Sendable, Hashable {
  /// `nil` for `-`, which holds always.
  public let condition: ExpressionSyntax?
  public let level: Located<String>
  /// The whole row.
  public let place: Place
}

/// Who may decide otherwise.
public struct OverrideSyntax: Sendable, Hashable {
  /// Whether a reason must be given.
  public enum Reason: String, Sendable, Hashable, CaseIterable { case required, optional }

  public let roles: [Located<String>]
  public let direction: Located<Override.Direction>
  public let reason: Located<Reason>
  public let place: Place
}
