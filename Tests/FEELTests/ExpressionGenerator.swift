import FEEL

/// Makes well-typed expressions of all kinds as text, and values for the variables they read.
struct ExpressionGenerator {
  /// What an expression gives.
  enum Kind: CaseIterable {
    case boolean, number, string, date, time, moment, span, term
    case numbers, words, dates, people, person, numberRange, dateRange

    /// The kind of a list's items.
    var item: Kind? {
      switch self {
      case .numbers: .number
      case .words: .string
      case .dates: .date
      case .people: .person
      default: nil
      }
    }

    /// The kind of lists of this.
    var list: Kind? { Kind.allCases.first { $0.item == self } }

    /// The type's name in FEEL.
    var type: String {
      switch self {
      case .moment: "date and time"
      case .span: "days and time duration"
      case .term: "years and months duration"
      case .person: "context<age: number, name: string>"
      case .numberRange: "range<number>"
      case .dateRange: "range<date>"
      case .numbers, .words, .dates, .people: "list<\(item?.type ?? "Any")>"
      default: "\(self)"
      }
    }
  }

  var random: SeededGenerator
  /// The names in scope, by kind.
  var names: [Kind: [String]] = [
    .number: ["n", "m", "score"], .boolean: ["p", "q"], .string: ["word"], .date: ["day"], .time: ["clock"],
    .moment: ["moment"], .span: ["span"], .term: ["term"], .numbers: ["list"], .words: ["words"],
    .dates: ["days"], .people: ["people"], .person: ["person"],
  ]
  private var boundCount = 0

  static let levels = ["low", "medium", "high", "extreme"]

  static let person = ValueType.context([
    Field(name: "age", type: .number), Field(name: "name", type: .string),
  ])

  static let scope = Scope([
    Variable(name: "n", type: .number, mayBeNull: true), Variable(name: "m", type: .number, mayBeNull: true),
    Variable(name: "score", type: .number, mayBeNull: false),
    Variable(name: "p", type: .boolean, mayBeNull: true),
    Variable(name: "q", type: .boolean, mayBeNull: false),
    Variable(name: "level", type: .choice(levels), mayBeNull: true),
    Variable(name: "word", type: .string, mayBeNull: true),
    Variable(name: "list", type: .list(.number), mayBeNull: false),
    Variable(name: "day", type: .date, mayBeNull: true),
    Variable(name: "clock", type: .time, mayBeNull: true),
    Variable(name: "moment", type: .dateTime, mayBeNull: true),
    Variable(name: "span", type: .daysDuration, mayBeNull: true),
    Variable(name: "term", type: .yearsDuration, mayBeNull: true),
    Variable(name: "words", type: .list(.string), mayBeNull: true),
    Variable(name: "days", type: .list(.date), mayBeNull: false),
    Variable(name: "person", type: person, mayBeNull: true),
    Variable(name: "people", type: .list(person), mayBeNull: false),
  ])

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &random)] }

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  // MARK: Values

  /// A value for each variable of the scope, null where it may be.
  mutating func slots() -> [Value] {
    Self.scope.variables.map { variable in
      variable.mayBeNull && chance(4) ? .null : value(variable.type)
    }
  }

  private mutating func value(_ type: ValueType) -> Value {
    switch type {
    case .boolean: return .boolean(chance(2))
    case .number: return Number(pick(Self.numbers)).map { .number($0) } ?? .null
    case .choice(let values): return .string(pick(values))
    case .string: return .string(pick(Self.texts))
    case .date: return Self.temporals[.date].map { pick($0) } ?? .null
    case .time: return Self.temporals[.time].map { pick($0) } ?? .null
    case .dateTime: return Self.temporals[.moment].map { pick($0) } ?? .null
    case .daysDuration: return Self.temporals[.span].map { pick($0) } ?? .null
    case .yearsDuration: return Self.temporals[.term].map { pick($0) } ?? .null
    case .list(let item): return .list((0..<Int.random(in: 0...4, using: &random)).map { _ in value(item) })
    case .context(let fields):
      var context = Context()
      for field in fields { context[field.name] = chance(6) ? .null : value(field.type) }
      return .context(context)
    default: return .null
    }
  }

  private static let numbers = [
    "0", "1", "2", "3", "-1", "7", "0.5", "2.50", "-3.25", "12", "1000000", "9223372036854775807", "1e20",
  ]
  private static let texts = ["", "a", "b", "é", "high", "ab", "a longer text than fifteen bytes"]

  private static let temporalTexts: [Kind: [String]] = [
    .date: ["2024-02-29", "2023-12-31", "2024-01-01", "1999-03-01", "2026-11-24", "0004-02-28"],
    .time: ["10:30:00", "23:59:59", "08:00:00Z", "10:00:00+02:00", "00:00:00.5"],
    .moment: [
      "2024-02-29T10:30:00", "2023-12-31T23:30:00Z", "2024-01-01T01:30:00+02:00", "1969-07-20T20:17:40.25",
    ],
    .span: ["P1D", "PT36H", "-PT1H30M", "PT0S", "P1DT0.5S", "-P400D"],
    .term: ["P1Y", "P1M", "-P2Y3M", "P0M", "P14M"],
  ]

  private static let temporals: [Kind: [Value]] = temporalTexts.mapValues { texts in
    texts.map { text in
      (try? FEELCompiler.compile(expression: "@\"\(text)\"", in: Scope([])).evaluate([])) ?? .null
    }
  }

  // MARK: Expressions

  mutating func boolean(_ depth: Int) -> String { expression(.boolean, depth) }
  mutating func list(_ depth: Int) -> String { expression(.numbers, depth) }

  mutating func expression(_ kind: Kind, _ depth: Int) -> String {
    guard depth > 0 else { return leaf(kind) }
    // Some forms there are for all kinds.
    switch Int.random(in: 0..<24, using: &random) {
    case 0:
      return
        "(if \(boolean(depth - 1)) then \(expression(kind, depth - 1)) else \(expression(kind, depth - 1)))"
    case 1: return "{a: \(expression(kind, depth - 1)), b: a}.b"
    case 2:
      let parameter = pick([Kind.number, .string, .date, .numbers])
      let argument = expression(parameter, depth - 1)
      let (name, body) = bound([parameter]) { $0.expression(kind, depth - 1) }
      return "(function(\(name[0]): \(parameter.type)) \(body))(\(argument))"
    case 3...4:
      guard let list = kind.list else { break }
      return "\(expression(list, depth - 1))[\(pick(["1", "2", "-1", "0", "9"]))]"
    case 5:
      guard kind.list != nil, kind != .person, let list = kind.list else { break }
      return "\(pick(["min", "max"]))(\(expression(list, depth - 1)))"
    default: break
    }
    switch kind {
    case .boolean: return condition(depth)
    case .number: return number(depth)
    case .string: return string(depth)
    case .date, .time, .moment, .span, .term: return temporal(kind, depth)
    case .numbers, .words, .dates, .people: return list(kind, depth)
    case .person:
      return pick([
        "{age: \(number(depth - 1)), name: \(string(depth - 1))}", leaf(.person),
        "context put(\(expression(.person, depth - 1)), \"age\", \(number(depth - 1)))",
        "context merge([\(expression(.person, depth - 1)), {name: \(string(depth - 1))}])",
      ])
    case .numberRange: return range(.number, depth - 1)
    case .dateRange: return range(.date, depth - 1)
    }
  }

  private mutating func leaf(_ kind: Kind) -> String {
    if let names = names[kind], !chance(3) { return pick(names) }
    switch kind {
    case .boolean: return pick(["true", "false"])
    case .number: return pick(Self.numbers)
    case .string: return pick(["\"a\"", "\"é\"", "\"\"", "\"ab\""])
    case .numberRange: return range(.number, 0)
    case .dateRange: return range(.date, 0)
    case .person: return "{age: 30, name: \"a\"}"
    case .numbers: return "[1, 2, 3]"
    case .words: return "[\"a\", \"b\", \"\"]"
    case .dates: return "[@\"2024-02-29\"]"
    case .people: return "[{age: 1, name: \"b\"}]"
    default: return "@\"\(pick(Self.temporalTexts[kind] ?? []))\""
    }
  }

  func ordered() -> [Kind] { [.number, .string, .date, .time, .moment, .span, .term] }

  private mutating func range(_ kind: Kind, _ depth: Int) -> String {
    "\(pick(["[", "("]))\(expression(kind, depth))..\(expression(kind, depth))\(pick(["]", ")"]))"
  }

  mutating func test(_ kind: Kind, _ depth: Int) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: "\(pick(["<", "<=", ">", ">=", "=", "!="])) \(expression(kind, depth))"
    case 1: range(kind, chance(2) ? 0 : depth)
    case 2: "[\(expression(kind, depth)), \(expression(kind, 0))]"
    default: expression(kind, depth)
    }
  }

  /// Bound variables and a body that may use them.
  mutating func bound(_ kinds: [Kind], _ body: (inout ExpressionGenerator) -> String) -> ([String], String) {
    let outer = names
    let bound = kinds.map { kind in
      boundCount += 1
      names[kind, default: []].append("x\(boundCount)")
      return "x\(boundCount)"
    }
    defer { names = outer }
    return (bound, body(&self))
  }

  /// The condition of a filter, in which the item and its fields are names.
  mutating func itemCondition(_ item: Kind, _ body: (inout ExpressionGenerator) -> String) -> String {
    let outer = names
    // Names of the items of filters around this one would mean this one's.
    names = names.mapValues { $0.filter { !["item", "age", "name"].contains($0) } }
    names[item, default: []].append("item")
    if item == .person {
      names[.number]?.append("age")
      names[.string]?.append("name")
    }
    defer { names = outer }
    return body(&self)
  }
}
