import FEEL
import Testing

/// Numbers that look random and are the same on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// The names that most tests use, with a value for each.
enum Case {
  static let danger: ValueType = .choice(["low", "medium", "high", "extreme"])

  static let variables: [(Variable, Value)] = [
    (Variable(name: "score", type: .number, mayBeNull: false), 13),
    (Variable(name: "separated", type: .boolean, mayBeNull: true), .boolean(false)),
    (Variable(name: "weapon", type: .boolean, mayBeNull: true), .boolean(true)),
    (Variable(name: "danger", type: danger, mayBeNull: true), "high"),
    (Variable(name: "immediate", type: .boolean, mayBeNull: false), .boolean(false)),
    (Variable(name: "children", type: .list(.number), mayBeNull: false), [9, 7, 3]),
    (Variable(name: "flags.red", type: .number, mayBeNull: false), 2),
    (Variable(name: "first name", type: .string, mayBeNull: false), "Ada"),
    (Variable(name: "age", type: .number, mayBeNull: true), .null),
    (
      Variable(name: "born", type: .date, mayBeNull: false),
      CalendarDate(year: 1990, month: 2, day: 28).map { .date($0) } ?? .null
    ),
    (Variable(name: "names", type: .list(.string), mayBeNull: false), ["a", "b"]),
    (
      Variable(
        name: "victim",
        type: .context([Field(name: "age", type: .number), Field(name: "home town", type: .string)]),
        mayBeNull: false), ["age": 30, "home town": "Lille"]
    ),
    (Variable(name: "anything", type: .any, mayBeNull: true), ["x": 1]),
  ]

  static let scope = Scope(variables.map(\.0))
  static let slots = variables.map(\.1)

  static func compile(_ text: String, strictness: Strictness = .strict) throws -> CompiledExpression {
    try FEELCompiler.compile(expression: text, in: scope, strictness: strictness)
  }

  /// The value of a text over the slots above.
  static func value(_ text: String, strictness: Strictness = .strict) throws -> Value {
    let compiled = try compile(text, strictness: strictness)
    var warnings: [Warning] = []
    let value = compiled.evaluate(slots, warnings: &warnings)
    // Every way to evaluate gives the same.
    #expect(compiled.evaluate(slots).description == value.description, "\(text)")
    if case .boolean(let truth) = value { #expect(compiled.holds(slots) == truth, "\(text)") }
    if value == .null {
      #expect(compiled.holds(slots) == nil, "\(text)")
      #expect(compiled.mayBeNull, "\(text) is null though it is said never to be")
    }
    return value
  }
}

/// A text and the text of its value.
typealias Expected = (text: String, value: String)

func check(_ cases: [Expected], strictness: Strictness = .strict) throws {
  for (text, expected) in cases {
    let value: Value
    do {
      value = try Case.value(text, strictness: strictness)
    } catch let failure as CompilationFailure {
      Issue.record("\(text): \(failure.faults)")
      continue
    }
    #expect(value.description == expected, "\(text)")
  }
}
