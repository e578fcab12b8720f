import FEEL

/// How many guards are evaluated in a second: the three of the peers' script, in FEEL.
enum Guards {
  struct Figures {
    let guardText: String
    let compiled: Double
    let closure: Double
  }

  static let texts = [
    "score >= 12 and (separated or weapon)",
    "danger in [\"high\", \"extreme\"] and not(immediate)",
    "some c in children satisfies c < 6",
  ]

  static let scope = Scope([
    Variable(name: "score", type: .number, mayBeNull: false),
    Variable(name: "danger", type: .choice(["low", "medium", "high", "extreme"]), mayBeNull: false),
    Variable(name: "separated", type: .boolean, mayBeNull: false),
    Variable(name: "weapon", type: .boolean, mayBeNull: false),
    Variable(name: "children", type: .list(.number), mayBeNull: false),
    Variable(name: "immediate", type: .boolean, mayBeNull: false),
  ])

  static let slots: [Value] = [13, "high", true, false, [3, 7, 12], false]

  /// The facts as a Swift programmer would keep them, three-valued as FEEL's are.
  struct Facts {
    var score: Int? = 13
    var danger: Level? = .high
    var separated: Bool? = true
    var weapon: Bool? = false
    var children: [Int]? = [3, 7, 12]
    var immediate: Bool? = false

    enum Level { case low, medium, high, extreme }
  }

  static let closures: [@Sendable (Facts) -> Bool?] = [
    { facts in
      let score = facts.score.map { $0 >= 12 }
      let either: Bool? =
        facts.separated == true || facts.weapon == true
        ? true : facts.separated == nil || facts.weapon == nil ? nil : false
      if score == false || either == false { return false }
      return score == nil || either == nil ? nil : true
    },
    { facts in
      let danger = facts.danger.map { $0 == .high || $0 == .extreme } ?? false
      guard danger else { return false }
      return facts.immediate.map { !$0 }
    },
    { facts in facts.children.map { $0.contains { $0 < 6 } } },
  ]

  static func measure() throws -> [Figures] {
    let count = 1_000_000
    return try zip(texts, closures).map { text, closure in
      let compiled = try FEELCompiler.compile(expression: text, in: scope)
      precondition(compiled.holds(slots) == closure(Facts()))
      let ours = slots.withUnsafeBufferPointer { slots in
        Stopwatch.perSecond(count) {
          for _ in 0..<count { consume(compiled.holds(slots)) }
        }
      }
      let facts = Facts()
      let limit = Stopwatch.perSecond(count) {
        for _ in 0..<count { consume(closure(facts)) }
      }
      return Figures(guardText: text, compiled: ours, closure: limit)
    }
  }
}
