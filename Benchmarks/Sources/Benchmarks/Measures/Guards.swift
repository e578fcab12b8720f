import FEEL

/// How many guards are evaluated in a second: the three of the peers' script, in FEEL.
enum Guards {
  struct Figures {
    let guardText: String
    let compiled: Double
    /// A closure over the same values.
    let closure: Double
    /// A closure over Swift's own types.
    let nativeClosure: Double
  }

  static let scope = Scope([
    Variable(name: "score", type: .number, mayBeNull: false),
    Variable(name: "danger", type: .choice(["low", "medium", "high", "extreme"]), mayBeNull: false),
    Variable(name: "separated", type: .boolean, mayBeNull: false),
    Variable(name: "weapon", type: .boolean, mayBeNull: false),
    Variable(name: "children", type: .list(.number), mayBeNull: false),
    Variable(name: "immediate", type: .boolean, mayBeNull: false),
  ])

  /// A guard in FEEL, and the same written by hand.
  struct Guard {
    let text: String
    let closure: @Sendable (UnsafeBufferPointer<Value>) -> Bool?
    let nativeClosure: @Sendable (Facts) -> Bool?
  }

  /// The facts as a Swift programmer would keep them, three-valued as FEEL's are.
  struct Facts {
    var score: Int? = 13
    var danger: Level? = .high
    var separated: Bool? = true
    var weapon: Bool? = false
    var children: [Int]? = [3, 7, 12]
    var immediate: Bool? = false

    enum Level: String { case low, medium, high, extreme }

    /// The same facts as values, in the order of the scope.
    var slots: [Value] {
      [
        score.map { .number(Number($0)) } ?? .null, danger.map { .string($0.rawValue) } ?? .null,
        separated.map { .boolean($0) } ?? .null, weapon.map { .boolean($0) } ?? .null,
        children.map { .list($0.map { .number(Number($0)) }) } ?? .null,
        immediate.map { .boolean($0) } ?? .null,
      ]
    }
  }

  static let guards = [
    Guard(
      text: "score >= 12 and (separated or weapon)",
      closure: { slots in
        var score: Bool?
        if case .number(let number) = slots[0] { score = number >= 12 }
        return score.and(slots[2].truth.or(slots[3].truth))
      },
      nativeClosure: { facts in facts.score.map { $0 >= 12 }.and(facts.separated.or(facts.weapon)) }),
    Guard(
      text: "danger in [\"high\", \"extreme\"] and not(immediate)",
      closure: { slots in
        var isDangerous = false
        if case .string(let danger) = slots[1] { isDangerous = danger == "high" || danger == "extreme" }
        return isDangerous ? slots[5].truth.map { !$0 } : false
      },
      nativeClosure: { facts in
        let isDangerous = facts.danger.map { $0 == .high || $0 == .extreme } ?? false
        return isDangerous ? facts.immediate.map { !$0 } : false
      }),
    Guard(
      text: "some c in children satisfies c < 6",
      closure: { slots in
        guard case .list(let children) = slots[4] else { return nil }
        var result: Bool? = false
        for child in children {
          guard case .number(let age) = child else {
            result = nil
            continue
          }
          if age < 6 { return true }
        }
        return result
      },
      nativeClosure: { facts in facts.children.map { $0.contains { $0 < 6 } } }),
  ]

  static func measure() throws -> [Figures] {
    let count = 1_000_000
    let facts = Facts()
    let values = facts.slots
    return try guards.map { given in
      let compiled = try FEELCompiler.compile(expression: given.text, in: scope)
      return values.withUnsafeBufferPointer { slots in
        let expected = given.nativeClosure(facts)
        precondition(compiled.holds(slots) == expected && given.closure(slots) == expected)
        let ours = Stopwatch.perSecond(count) {
          for _ in 0..<count { consume(compiled.holds(slots)) }
        }
        let closure = Stopwatch.perSecond(count) {
          for _ in 0..<count { consume(given.closure(slots)) }
        }
        let native = Stopwatch.perSecond(count) {
          for _ in 0..<count { consume(given.nativeClosure(facts)) }
        }
        return Figures(guardText: given.text, compiled: ours, closure: closure, nativeClosure: native)
      }
    }
  }
}

extension Value {
  fileprivate var truth: Bool? {
    if case .boolean(let truth) = self { truth } else { nil }
  }
}

/// Three-valued logic, as FEEL's.
extension Bool? {
  fileprivate func and(_ other: Bool?) -> Bool? {
    self == false || other == false ? false : self == nil || other == nil ? nil : true
  }

  fileprivate func or(_ other: Bool?) -> Bool? {
    self == true || other == true ? true : self == nil || other == nil ? nil : false
  }
}
