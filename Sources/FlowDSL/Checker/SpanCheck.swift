import FEEL

/// Spans of values that are not written as FEEL writes them, so that something else is read: `2-5` is a subtraction, `[2,5]` two
/// values, and a span that ends before it begins holds nothing.
struct SpanCheck {
  /// A span as it was written, and as it has to be.
  struct Slip {
    let code: DiagnosticCode
    /// UTF-8 offsets of what is to be replaced.
    let range: Range<Int>
    let instead: String
    /// How the two values alone are written, where they may be meant.
    var only = ""
    var ends: (low: String, high: String) = ("", "")
  }

  private var slips: [Slip] = []
  /// What the tests are about, as it can be written before them; `nil` in unary tests.
  private var value: String?

  /// Those in an expression.
  static func slips(in expression: Expression) -> [Slip] {
    var check = SpanCheck()
    check.visit(expression)
    return check.slips
  }

  /// Those in unary tests.
  static func slips(in tests: UnaryTests) -> [Slip] {
    guard case .oneOf(let expressions) = tests.kind else { return [] }
    var check = SpanCheck()
    for expression in expressions { check.test(expression) }
    return check.slips
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .binary(.comparison(.equal), let left, let right):
      if let (low, high) = right.subtraction {
        slips.append(
          Slip(
            code: .spanMiswritten, range: expression.range,
            instead: "\(left.description) in [\(low.description)..\(high.description)]"))
      }
    case .membership(let left, let tests):
      let outer = value
      value = left.description
      for one in tests { test(one) }
      value = outer
      visit(left)
      return
    default: break
    }
    for child in expression.kind.children { visit(child) }
  }

  private mutating func test(_ test: Expression) {
    switch test.kind {
    case .list(let items):
      if items.count == 1, let (low, high) = items[0].subtraction {
        slips.append(
          Slip(
            code: .spanMiswritten, range: test.range, instead: "[\(low.description)..\(high.description)]"))
      } else if items.count == 2, case .number(let low)? = items[0].writtenOut,
        case .number(let high)? = items[1].writtenOut, let next = low.adding(Number(1)), next < high
      {
        let two = "\(low.description), \(high.description)"
        slips.append(
          Slip(
            code: .twoValues, range: test.range, instead: "[\(low.description)..\(high.description)]",
            only: value == nil ? two : "(\(two))", ends: (low.description, high.description)))
      }
    case .range(let low, let includesLow, let high, let includesHigh):
      reversed(test, low, includesLow, high, includesHigh)
    default:
      if let (low, high) = test.subtraction {
        slips.append(
          Slip(
            code: .spanMiswritten, range: test.range, instead: "[\(low.description)..\(high.description)]"))
      } else {
        visit(test)
      }
    }
  }

  /// A span whose end comes before its beginning: of times of day, it goes past midnight.
  private mutating func reversed(
    _ test: Expression, _ low: Expression, _ includesLow: Bool, _ high: Expression, _ includesHigh: Bool
  ) {
    guard let first = low.writtenOut, let last = high.writtenOut,
      TimeCandidates.value(of: "(\(low.description)) > (\(high.description))") == .boolean(true)
    else { return }
    var instead =
      (includesHigh ? "[" : "(") + "\(high.description)..\(low.description)" + (includesLow ? "]" : ")")
    if case .time = first, case .time = last {
      let (from, to) = (includesLow ? ">=" : ">", includesHigh ? "<=" : "<")
      instead =
        value == nil
        ? "\(from) \(low.description), \(to) \(high.description)"
        : "(\(from) \(low.description), \(to) \(high.description))"
    }
    slips.append(Slip(code: .rangeReversed, range: test.range, instead: instead))
  }
}

extension Expression {
  /// The two numbers, lower first, of a subtraction of numbers written out, `2-5`.
  fileprivate var subtraction: (low: Number, high: Number)? {
    guard case .binary(.subtract, let left, let right) = kind, case .number(let one)? = left.writtenOut,
      case .number(let other)? = right.writtenOut
    else { return nil }
    return one < other ? (one, other) : (other, one)
  }
}

extension Elaboration {
  /// Says what is wrong with the spans of an expression; whether an error is among that. In the first edition all of these were
  /// read as they stand.
  mutating func reportSpans(_ slips: [SpanCheck.Slip], in syntax: ExpressionSyntax) -> Bool {
    guard edition >= .second else { return false }
    for slip in slips {
      func whole(_ part: String) -> String {
        let bytes = Array(syntax.text.utf8)
        let range = slip.range.clamped(to: 0..<bytes.count)
        return syntax.written(
          String(
            decoding: bytes[..<range.lowerBound] + Array(part.utf8) + bytes[range.upperBound...],
            as: UTF8.self))
      }
      let bytes = Array(syntax.text.utf8)
      let found = String(decoding: bytes[slip.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
      var words = ["found": found, "instead": whole(slip.instead)]
      if slip.code == .twoValues {
        words["only"] = whole(slip.only)
        (words["low"], words["high"]) = (slip.ends.low, slip.ends.high)
      }
      report(slip.code, at: syntax.place(of: slip.range), words)
    }
    return slips.contains { $0.code.severity == .error }
  }
}
