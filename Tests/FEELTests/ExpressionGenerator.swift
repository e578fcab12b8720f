import FEEL

/// Makes well-typed expressions as text, and values for the variables they read.
struct ExpressionGenerator {
  var random: SeededGenerator
  private var numbers = ["n", "m", "score"]
  private var booleans = ["p", "q"]

  static let levels = ["low", "medium", "high", "extreme"]

  static let scope = Scope([
    Variable(name: "n", type: .number, mayBeNull: true), Variable(name: "m", type: .number, mayBeNull: true),
    Variable(name: "score", type: .number, mayBeNull: false),
    Variable(name: "p", type: .boolean, mayBeNull: true),
    Variable(name: "q", type: .boolean, mayBeNull: false),
    Variable(name: "level", type: .choice(levels), mayBeNull: true),
    Variable(name: "word", type: .string, mayBeNull: true),
    Variable(name: "list", type: .list(.number), mayBeNull: false),
  ])

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &random)] }

  /// A value for each variable of the scope, null where it may be.
  mutating func slots() -> [Value] {
    Self.scope.variables.map { variable in
      if variable.mayBeNull, Int.random(in: 0..<4, using: &random) == 0 { return .null }
      switch variable.type {
      case .number: return (Number(literal()).map { .number($0) } ?? .null)
      case .boolean: return .boolean(Bool.random(using: &random))
      case .choice(let values): return .string(pick(values))
      case .string: return .string(pick(["", "a", "b", "é", "high", "a longer text than fifteen bytes"]))
      default:
        return .list(
          (0..<Int.random(in: 0...4, using: &random)).map { _ in
            (Number(literal()).map { .number($0) } ?? .null)
          })
      }
    }
  }

  private mutating func literal() -> String {
    pick([
      "0", "1", "2", "3", "-1", "7", "0.5", "2.50", "-3.25", "12", "1000000", "9223372036854775807", "1e20",
    ])
  }

  mutating func boolean(_ depth: Int) -> String {
    if depth == 0 { return pick(booleans + ["true", "false"]) }
    switch Int.random(in: 0..<16, using: &random) {
    case 0...2: return "(\(boolean(depth - 1)) and \(boolean(depth - 1)))"
    case 3...4: return "(\(boolean(depth - 1)) or \(boolean(depth - 1)))"
    case 5: return "not(\(boolean(depth - 1)))"
    case 6...7:
      return "(\(number(depth - 1)) \(pick(["=", "!=", "<", "<=", ">", ">="])) \(number(depth - 1)))"
    case 8: return "(\(number(depth - 1)) between \(number(depth - 1)) and \(number(depth - 1)))"
    case 9: return "(\(number(depth - 1)) in (\(test(depth - 1)), \(test(depth - 1))))"
    case 10: return "(level in [\"\(pick(Self.levels))\", \"\(pick(Self.levels))\"])"
    case 11: return "(level \(pick(["=", "!="])) \"\(pick(Self.levels))\")"
    case 12:
      let (name, body) = bound { $0.boolean(depth - 1) }
      return "(\(pick(["some", "every"])) \(name) in \(list(depth - 1)) satisfies \(body))"
    case 13: return "(\(string(depth - 1)) \(pick(["=", "!=", "<", ">="])) \(string(depth - 1)))"
    case 14: return "(\(pick(["n", "p", "level", "word", "list"])) \(pick(["=", "!="])) null)"
    default: return "(if \(boolean(depth - 1)) then \(boolean(depth - 1)) else \(boolean(depth - 1)))"
    }
  }

  mutating func test(_ depth: Int) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: "\(pick(["<", "<=", ">", ">="])) \(number(depth))"
    case 1: "\(pick(["[", "("]))\(literal())..\(literal())\(pick(["]", ")"]))"
    case 2: "[\(number(depth)), \(literal())]"
    default: number(depth)
    }
  }

  mutating func number(_ depth: Int) -> String {
    if depth <= 0 { return pick(numbers + [literal()]) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3: return "(\(number(depth - 1)) \(pick(["+", "-", "*", "/"])) \(number(depth - 1)))"
    case 4: return "-\(number(depth - 1))"
    case 5: return "\(pick(["count", "sum"]))(\(list(depth - 1)))"
    case 6: return "\(list(depth - 1))[\(pick(["1", "2", "-1", "0", "9"]))]"
    case 7: return "{a: \(number(depth - 1)), b: a}.b"
    case 8: return "abs(\(number(depth - 1)))"
    default: return "(if \(boolean(depth - 1)) then \(number(depth - 1)) else \(number(depth - 1)))"
    }
  }

  mutating func string(_ depth: Int) -> String {
    if depth <= 0 { return pick(["word", "\"a\"", "\"é\"", "\"\""]) }
    return "(\(string(depth - 1)) + \(string(depth - 1)))"
  }

  mutating func list(_ depth: Int) -> String {
    if depth <= 0 { return "list" }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "[\(number(depth - 1)), \(number(depth - 1))]"
    case 1:
      let (name, body) = bound { $0.number(depth - 1) }
      return "(for \(name) in \(list(depth - 1)) return \(body))"
    case 2:
      let (name, body) = bound { $0.number(depth - 1) }
      return "(for \(name) in \(pick(["0..3", "2..-1", "1..1"])) return \(body))"
    case 3: return "\(list(depth - 1))[item \(pick(["<", ">=", "!="])) \(number(depth - 1))]"
    case 4: return "(for i in [{a: \(number(depth - 1))}, {a: 2}][a > 1] return i.a)"
    default: return "list"
    }
  }

  /// A bound variable and a body that may use it.
  private mutating func bound(_ body: (inout ExpressionGenerator) -> String) -> (String, String) {
    let outer = numbers
    let name = "x\(outer.count)"
    numbers.append(name)
    defer { numbers = outer }
    return (name, body(&self))
  }
}
