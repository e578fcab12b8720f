import FEEL
import Testing

/// The three-valued truth tables of DMN 1.5, in full, through compiled code and guard programs alike.
@Suite("Three-valued logic")
struct LogicTests {
  static let scope = Scope([
    Variable(name: "a", type: .boolean, mayBeNull: true),
    Variable(name: "b", type: .boolean, mayBeNull: true),
  ])
  static let truths: [Bool?] = [true, false, nil]

  static func value(_ truth: Bool?) -> Value { truth.map { .boolean($0) } ?? .null }

  /// Both ways to evaluate must agree with the table.
  static func expect(_ text: String, _ a: Bool?, _ b: Bool?, _ expected: Bool?) throws {
    let compiled = try FEELCompiler.compile(expression: text, in: scope)
    let slots = [value(a), value(b)]
    var warnings: [Warning] = []
    #expect(compiled.holds(slots) == expected, "\(text) of \(slots)")
    #expect(compiled.evaluate(slots, warnings: &warnings) == value(expected), "\(text) of \(slots)")
  }

  @Test func conjunctionAndDisjunction() throws {
    for a in Self.truths {
      for b in Self.truths {
        let and: Bool? = a == false || b == false ? false : a == nil || b == nil ? nil : true
        let or: Bool? = a == true || b == true ? true : a == nil || b == nil ? nil : false
        try Self.expect("a and b", a, b, and)
        try Self.expect("a or b", a, b, or)
        try Self.expect("not(a and b)", a, b, and.map { !$0 })
        try Self.expect("not(a) or not(b)", a, b, and.map { !$0 })
        try Self.expect("not(a or b)", a, b, or.map { !$0 })
        try Self.expect("a = b", a, b, a == b)
        try Self.expect("a != b", a, b, a != b)
        try Self.expect("a = true", a, b, a == true)
        try Self.expect("a != false", a, b, a != false)
        try Self.expect("a = null", a, b, a == nil)
        try Self.expect("if a then b else not(b)", a, b, a == true ? b : b.map { !$0 })
      }
    }
  }

  @Test func otherKindsCountAsNull() throws {
    for (text, expected) in [
      ("1 and true", nil), ("1 and false", false), ("1 or true", true), ("1 or false", nil),
      ("not(\"a\")", nil),
      ("\"x\" and null", nil),
    ] as [(String, Bool?)] {
      let compiled = try FEELCompiler.compile(expression: text, in: Self.scope, strictness: .lenient)
      #expect(compiled.holds([.null, .null]) == expected, "\(text)")
    }
  }

  @Test func deepChainsKeepEveryTruth() throws {
    // Longer than the 64 truths a guard program's stack holds.
    let right = String(repeating: "(a and ", count: 90) + "b" + String(repeating: ")", count: 90)
    try Self.expect(right, true, true, true)
    try Self.expect(right, true, false, false)
    try Self.expect(right, true, nil, nil)
    let left = "a" + String(repeating: " and a", count: 300) + " and b"
    try Self.expect(left, true, nil, nil)
    try Self.expect(left, false, nil, false)
  }

  /// Texts are compared by code points, wherever a string keeps them.
  @Test func textsThatLookTheSame() throws {
    let scope = Scope([Variable(name: "word", type: .string, mayBeNull: true)])
    var kept = "high"
    kept.reserveCapacity(64)
    let long = "a text that is longer than fifteen bytes"
    let texts = ["K", "high", "\u{E9}lev\u{E9}", long]
    let cases: [(String, Bool)] = [
      ("K", true), ("\u{212A}", false), ("high", true), (kept, true), ("hige", false), ("", false),
      ("\u{E9}lev\u{E9}", true), ("e\u{301}leve\u{301}", false), (long, true), (long + "", true),
      (String(long.reversed()), false), (String(long.dropLast()), false),
    ]
    let list = texts.map { "\"\($0)\"" }.joined(separator: ", ")
    let among = try FEELCompiler.compile(expression: "word in [\(list)]", in: scope)
    for (word, isAmong) in cases {
      #expect(among.holds([.string(word)]) == isAmong, "\(word)")
      for text in texts {
        let isSame = Array(text.unicodeScalars) == Array(word.unicodeScalars)
        for (operation, expected) in [("=", isSame), ("!=", !isSame)] {
          let equal = try FEELCompiler.compile(expression: "word \(operation) \"\(text)\"", in: scope)
          #expect(equal.holds([.string(word)]) == expected, "\(word) \(operation) \(text)")
        }
      }
    }
    #expect(among.holds([.null]) == false && among.holds([1]) == false)
  }
}
