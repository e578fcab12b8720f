import FEEL

/// The forms of each kind of expression.
extension ExpressionGenerator {
  mutating func condition(_ depth: Int) -> String {
    let inner = depth - 1
    switch Int.random(in: 0..<24, using: &random) {
    case 0...2: return "(\(boolean(inner)) and \(boolean(inner)))"
    case 3...4: return "(\(boolean(inner)) or \(boolean(inner)))"
    case 5: return "not(\(boolean(inner)))"
    case 6...8:
      let kind = pick(ordered())
      return
        "(\(expression(kind, inner)) \(pick(["=", "!=", "<", "<=", ">", ">="])) \(expression(kind, inner)))"
    case 9:
      let kind = pick(Kind.allCases)
      return
        "(\(expression(kind, inner)) \(pick(["=", "!="])) \(chance(4) ? "null" : expression(kind, inner)))"
    case 10:
      let kind = pick(ordered())
      return "(\(expression(kind, inner)) between \(expression(kind, inner)) and \(expression(kind, inner)))"
    case 11...12:
      let kind = pick(ordered())
      return "(\(expression(kind, inner)) in (\(test(kind, inner)), \(test(kind, inner))))"
    case 13: return "(level in [\"\(pick(Self.levels))\", \"\(pick(Self.levels))\"])"
    case 14: return "(level \(pick(["=", "!="])) \"\(pick(Self.levels))\")"
    case 15...16:
      let kinds =
        chance(3) ? [pick([Kind.numbers, .words]), .dates] : [pick([Kind.numbers, .words, .people])]
      let lists = kinds.map { expression($0, inner) }
      let (names, body) = bound(kinds.compactMap(\.item)) { $0.boolean(inner) }
      let bindings = zip(names, lists).map { "\($0) in \($1)" }.joined(separator: ", ")
      return "(\(pick(["some", "every"])) \(bindings) satisfies \(body))"
    case 17: return "((\(expression(pick(Kind.allCases), inner))) instance of \(pick(Kind.allCases).type))"
    case 18:
      return
        "\(pick(["contains", "starts with", "ends with"]))(\(string(inner)), \(string(inner)))"
    case 19:
      let kind = pick([Kind.numbers, .words, .dates])
      return "list contains(\(expression(kind, inner)), \(expression(kind.item ?? .number, inner)))"
    case 20: return "\(pick(["all", "any"]))([\(boolean(inner)), \(boolean(inner)), \(boolean(inner))])"
    case 21: return "\(pick(["odd", "even"]))(\(number(inner)))"
    case 22:
      let kind = pick([Kind.time, .moment, .number, .words])
      return "is(\(expression(kind, inner)), \(expression(kind, inner)))"
    default: return relation(inner)
    }
  }

  private mutating func relation(_ depth: Int) -> String {
    let (point, range): (Kind, Kind) = chance(2) ? (.number, .numberRange) : (.date, .dateRange)
    let both = ["meets", "met by", "overlaps", "coincides", "includes", "during"]
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      return
        "\(pick(["before", "after", "during"]))(\(expression(point, depth)), \(expression(range, depth)))"
    case 1:
      return
        "\(pick(["before", "after", "includes", "started by", "finished by"]))(\(expression(range, depth)), \(expression(point, depth)))"
    default:
      return
        "\(pick(both + ["starts", "finishes"]))(\(expression(range, depth)), \(expression(range, depth)))"
    }
  }

  mutating func number(_ depth: Int) -> String {
    guard depth > 0 else { return expression(.number, 0) }
    let inner = depth - 1
    switch Int.random(in: 0..<20, using: &random) {
    case 0...5: return "(\(number(inner)) \(pick(["+", "-", "*", "/"])) \(number(inner)))"
    case 6: return "-\(number(inner))"
    case 7: return "(\(number(inner)) ** \(pick(["2", "3", "0", "-1"])))"
    case 8: return "\(pick(["sum", "mean", "product", "median"]))(\(list(inner)))"
    case 9: return "count(\(expression(pick([.numbers, .words, .dates, .people]), inner)))"
    case 10: return "\(pick(["abs", "floor", "ceiling"]))(\(number(inner)))"
    case 11: return "modulo(\(number(inner)), \(number(inner)))"
    case 12: return "decimal(\(number(inner)), \(pick(["0", "1", "2", "-1"])))"
    case 13: return "string length(\(string(inner)))"
    case 14: return "(\(expression(.date, inner))).\(pick(["year", "month", "day", "weekday"]))"
    case 15:
      let (kind, parts) = pick([
        (Kind.time, ["hour", "minute", "second"]), (.moment, ["year", "hour", "weekday"]),
        (.span, ["days", "hours", "minutes", "seconds"]), (.term, ["years", "months"]),
      ])
      return "(\(expression(kind, inner))).\(pick(parts))"
    case 16:
      let kind = pick([Kind.span, .term])
      return "(\(expression(kind, inner)) / \(expression(kind, inner)))"
    case 17: return "\(pick(["day of year", "week of year"]))(\(expression(pick([.date, .moment]), inner)))"
    case 18: return "(\(expression(.person, inner))).age"
    default: return "(\(expression(.numberRange, inner))).\(pick(["start", "end"]))"
    }
  }

  mutating func string(_ depth: Int) -> String {
    guard depth > 0 else { return expression(.string, 0) }
    let inner = depth - 1
    switch Int.random(in: 0..<12, using: &random) {
    case 0...2: return "(\(string(inner)) + \(string(inner)))"
    case 3: return "\(pick(["upper case", "lower case"]))(\(string(inner)))"
    case 4: return "substring(\(string(inner)), \(pick(["1", "2", "-1", "0"])))"
    case 5: return "substring(string: \(string(inner)), start position: 1, length: \(number(inner)))"
    case 6: return "\(pick(["substring before", "substring after"]))(\(string(inner)), \(string(inner)))"
    case 7: return "string join(\(expression(.words, inner)), \(string(inner)))"
    case 8: return "\(pick(["day of week", "month of year"]))(\(expression(.date, inner)))"
    case 9: return "(\(expression(.person, inner))).name"
    case 10: return "string(\(number(inner)))"
    default: return string(inner)
    }
  }

  mutating func temporal(_ kind: Kind, _ depth: Int) -> String {
    let inner = depth - 1
    let sign = pick(["+", "-"])
    switch (kind, Int.random(in: 0..<6, using: &random)) {
    case (.date, 0): return "date(\(number(inner)), \(pick(["1", "2", "12"])), \(pick(["1", "29", "31"])))"
    case (.date, 1): return "date(\(expression(.moment, inner)))"
    case (.moment, 0): return "date and time(\(expression(.date, inner)), \(expression(.time, inner)))"
    case (.time, _): return "(\(expression(.time, inner)) \(sign) \(expression(.span, inner)))"
    case (.date, _), (.moment, _):
      return "(\(expression(kind, inner)) \(sign) \(expression(pick([.span, .term]), inner)))"
    case (.span, 0):
      let point = pick([Kind.date, .time, .moment])
      return "(\(expression(point, inner)) - \(expression(point, inner)))"
    case (.span, 1): return "(\(expression(.moment, inner)) - \(expression(.date, inner)))"
    case (_, 2): return "(\(expression(kind, inner)) \(pick(["*", "/"])) \(number(inner)))"
    case (_, 3): return "(-\(expression(kind, inner)))"
    case (_, 4): return "abs(\(expression(kind, inner)))"
    default: return "(\(expression(kind, inner)) \(sign) \(expression(kind, inner)))"
    }
  }

  mutating func list(_ kind: Kind, _ depth: Int) -> String {
    guard let item = kind.item else { return expression(kind, 0) }
    let inner = depth - 1
    switch Int.random(in: 0..<16, using: &random) {
    case 0...1: return "[\(expression(item, inner)), \(expression(item, inner))]"
    case 2...3:
      let source = pick([Kind.numbers, .words, .people])
      let list = expression(source, inner)
      let (names, body) = bound([source.item ?? .number]) { $0.expression(item, inner) }
      return "(for \(names[0]) in \(list) return \(body))"
    case 4:
      let counted = pick(["0..3", "2..-1", "1..1"])
      let list = expression(.words, 0)
      let (names, body) = bound([.number, .string]) { $0.expression(item, inner) }
      return "(for \(names[0]) in \(counted), \(names[1]) in \(list) return \(body))"
    case 5:
      return "(for i in 1..3 return if i = 1 then \(expression(item, inner)) else partial[-1])"
    case 6...7:
      let list = expression(kind, inner)
      return "\(list)[\(itemCondition(item) { $0.boolean(inner) })]"
    case 8: return "\(pick(["concatenate", "union"]))(\(expression(kind, inner)), \(expression(kind, inner)))"
    case 9: return "\(pick(["reverse", "distinct values"]))(\(expression(kind, inner)))"
    case 10: return "append(\(expression(kind, inner)), \(expression(item, inner)))"
    case 11: return "sublist(\(expression(kind, inner)), \(pick(["1", "2", "-1"])), \(pick(["0", "1", "2"])))"
    case 12:
      return pick([
        "remove(\(expression(kind, inner)), 1)",
        "insert before(\(expression(kind, inner)), -1, \(expression(item, inner)))",
        "list replace(\(expression(kind, inner)), 2, \(expression(item, inner)))",
      ])
    case 13: return "flatten([\(expression(kind, inner)), [\(expression(kind, inner))]])"
    case 14 where kind == .numbers:
      return pick([
        "(\(expression(.people, inner))).age",
        "index of(\(expression(.words, inner)), \(string(inner)))",
      ])
    case 14 where kind == .words: return "(\(expression(.people, inner))).name"
    case 15 where kind != .people:
      return "sort(\(expression(kind, inner)), function(left, right) left \(pick(["<", ">"])) right)"
    default: return expression(kind, inner)
    }
  }
}
