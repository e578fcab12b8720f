/// The work that every peer is measured on: a danger decision of 24 weighted yes/no factors and a first-hit table of 12 rows.
enum ReferenceWork {
  /// Factor and weight: victim's side, perpetrator's side, safety.
  static let weights: [(name: String, weight: Int)] =
    named("v", [3, 2, 2, 1, 1, 1, 2, 1, 3, 1, 1, 2]) + named("p", [4, 3, 2, 2, 1, 1, 3, 2])
    + named("s", [-2, -1, -1, -1])

  /// The flags that the table reads beside the score.
  static let flags = ["immediate", "weapon", "separation", "children"]

  /// Score at least, the four flags, level, measures.
  static let rules: [Rule] = [
    Rule(nil, true, true, nil, nil, "extreme", "custody+shelter"),
    Rule(18, nil, true, nil, nil, "extreme", "custody+shelter"),
    Rule(nil, true, nil, nil, nil, "extreme", "custody"),
    Rule(14, nil, nil, true, nil, "high", "prosecutor+phone"),
    Rule(14, nil, nil, nil, true, "high", "prosecutor+children"),
    Rule(12, nil, nil, nil, nil, "high", "prosecutor"),
    Rule(nil, nil, true, true, nil, "high", "seize-weapon"),
    Rule(8, nil, true, nil, nil, "medium", "seize-weapon"),
    Rule(8, nil, nil, nil, true, "medium", "social-worker+children"),
    Rule(8, nil, nil, nil, nil, "medium", "social-worker"),
    Rule(4, nil, nil, true, nil, "medium", "follow-up"),
    Rule(nil, nil, nil, nil, nil, "low", "information"),
  ]

  struct Rule {
    let score: Int?
    let flags: [Bool?]
    let level: String
    let measures: String

    init(
      _ score: Int?, _ immediate: Bool?, _ weapon: Bool?, _ separation: Bool?, _ children: Bool?,
      _ level: String, _ measures: String
    ) {
      self.score = score
      flags = [immediate, weapon, separation, children]
      self.level = level
      self.measures = measures
    }
  }

  /// One case: 24 factors, then the four flags.
  struct Case {
    let factors: [Bool]
    let flags: [Bool]
  }

  /// The same cases as `work.cases(count)` gives in Python.
  static func cases(_ count: Int) -> [Case] {
    var random = MersenneTwister(seed: 7)
    return (0..<count).map { _ in
      let share = random.unit()
      let factors = weights.map { _ in random.unit() < share }
      let immediate = random.unit() < 0.1
      return Case(factors: factors, flags: [immediate, factors[12], factors[0], factors[3]])
    }
  }

  /// The decision written by hand: what every other way must give.
  static func decide(_ given: Case) -> Rule {
    var score = 0
    for (place, factor) in weights.enumerated() where given.factors[place] { score += factor.weight }
    for rule in rules {
      if let least = rule.score, score < least { continue }
      if zip(rule.flags, given.flags).allSatisfy({ $0 == nil || $0 == $1 }) { return rule }
    }
    return rules[rules.count - 1]
  }

  private static func named(_ prefix: String, _ weights: [Int]) -> [(name: String, weight: Int)] {
    weights.enumerated().map { ("\(prefix)\($0)", $1) }
  }
}
