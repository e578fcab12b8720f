import FEEL

/// Why nobody knows something: three standings that are never mixed (language rule 12).
public enum Absence: String, Sendable, Hashable, CaseIterable {
  /// Asked, and answered "unknown".
  case unknown
  /// Asked, and not answered by choice.
  case declined
  /// The question was not put.
  case unasked
}

/// What the rules advise, with why.
public struct Recommendation: Sendable, Hashable {
  /// On what a factor counts.
  public enum Ground: Sendable, Hashable {
    /// Somebody said so, or it follows from what was said.
    case stated
    /// By precaution: nobody said so, and the grid counts it. Why it is not known; `nil` in a case of edition 1, which keeps
    /// the three together.
    case precaution(Absence?)
  }

  /// A factor that counted.
  public struct Counted: Sendable, Hashable {
    /// The factor's name.
    public var factor: String
    /// What it adds to the score.
    public var weight: Number
    /// On what it counts.
    public var ground: Ground

    /// A factor, its weight, and on what it counts.
    public init(factor: String, weight: Number, ground: Ground) {
      self.factor = factor
      self.weight = weight
      self.ground = ground
    }
  }

  /// A factor that is known to be present: somebody said so.
  public struct Reason: Sendable, Hashable {
    /// The factor's name.
    public let factor: String
    /// What it adds to the score.
    public let weight: Number
  }

  /// A factor that counts although nobody said so.
  public struct Precaution: Sendable, Hashable {
    /// The factor's name.
    public let factor: String
    /// What it adds to the score.
    public let weight: Number
    /// Why it is not known; `nil` in a case of edition 1.
    public let absence: Absence?
  }

  /// The facts advised and their values.
  public var values: [Binding]
  /// Sum of the weights that counted; `nil` for a table.
  public var score: Number?
  /// The factors that counted, in the order of the grid.
  public var counted: [Counted]
  /// The row that decided, from 1; `nil` for expressions.
  public var row: Int?

  /// An advice and its grounds.
  public init(values: [Binding], score: Number? = nil, counted: [Counted] = [], row: Int? = nil) {
    self.values = values
    self.score = score
    self.counted = counted
    self.row = row
  }

  /// What counted because somebody said so, in the order of the grid.
  public var reasons: [Reason] {
    counted.compactMap { counted in
      guard case .stated = counted.ground else { return nil }
      return Reason(factor: counted.factor, weight: counted.weight)
    }
  }

  /// What counted by precaution, in the order of the grid.
  public var precautions: [Precaution] {
    counted.compactMap { counted in
      guard case .precaution(let absence) = counted.ground else { return nil }
      return Precaution(factor: counted.factor, weight: counted.weight, absence: absence)
    }
  }
}

extension Recommendation.Ground {
  /// Whether nobody said so.
  public var isPrecaution: Bool {
    if case .precaution = self { true } else { false }
  }
}
