import FEEL

/// Says what is compared, computed and tested: the terms of conditions, values that are decided, cells of tables.
extension ConditionWords {
  /// A term of a comparison: a fact, a number, arithmetic, a count; `nil` where it has no words.
  func term(_ expression: Expression, in source: [UInt8]) -> String? {
    switch expression.kind {
    case .name("?"): return words("answer")
    case .name(let name): return fact(expression).map(names.fact) ?? gridTerm(name)
    case .path(let base, let field):
      if case .name("flags") = base.kind { return gridTerm("flags." + field) }
      return term(base, in: source).map { "\($0), \(ProgramNames.spaced(field))" }
    case .number(let number): return words.number(number)
    case .string(let text): return words("quoted", ["words": text])
    case .temporal(let text, let value): return temporal(value) ?? words("quoted", ["words": text])
    case .negation(let operand): return term(operand, in: source).map { "−\($0)" }
    case .binary(let sign, let left, let right):
      guard [.add, .subtract, .multiply, .divide].contains(sign), let first = operand(left, in: source),
        let second = operand(right, in: source)
      else { return nil }
      return "\(first) \(sign == .subtract ? "−" : sign == .multiply ? "×" : sign.text) \(second)"
    case .call(let function, .positional(let arguments)):
      guard case .name(let name) = function.kind else { return nil }
      return called(name, arguments, in: source)
    default: return nil
    }
  }

  /// The moment, a time or a length of time that is written out, how many there are.
  private func called(_ function: String, _ arguments: [Expression], in source: [UInt8]) -> String? {
    switch (function, arguments.count) {
    case ("now", 0), ("today", 0): return words(function)
    case ("count", 1): return count(arguments[0], in: source)
    case ("date", 1), ("time", 1), ("date and time", 1), ("duration", 1):
      guard case .string(let text) = arguments[0].kind else { return nil }
      return Value(temporal: text).flatMap(temporal) ?? words("quoted", ["words": text])
    default: return nil
    }
  }

  /// A day, a time, a length of time.
  private func temporal(_ value: Value) -> String? {
    switch value {
    case .date(let date): date.dayMonthYear
    case .time(let time): time.hourMinute
    case .dateTime(let moment): moment.date.dayMonthYear + " " + moment.time.hourMinute
    case .daysDuration(let length) where length.seconds >= 0 && length.nanoseconds == 0:
      words.duration(milliseconds: length.seconds * 1000)
    default: nil
    }
  }

  /// What is computed, also where it depends on a condition.
  func amount(_ expression: Expression, in source: [UInt8]) -> String {
    switch expression.kind {
    case .conditional(let condition, let then, let otherwise):
      words(
        "conditional",
        [
          "condition": said(condition, in: source).text, "then": amount(then, in: source),
          "else": amount(otherwise, in: source),
        ])
    case .null: words("nothing")
    default: term(expression, in: source) ?? said(expression, in: source).text
    }
  }

  /// A term inside a larger one: arithmetic in brackets.
  private func operand(_ expression: Expression, in source: [UInt8]) -> String? {
    guard let text = term(expression, in: source) else { return nil }
    if case .binary = expression.kind { return "(\(text))" }
    return text
  }

  /// How many items a list has, or how many of some facts have an answer: `count([a, b][item != false])`.
  private func count(_ list: Expression, in source: [UInt8]) -> String? {
    if let fact = fact(list) { return words("count", ["what": names.fact(fact)]) }
    guard case .filter(let all, let condition) = list.kind, case .list(let items) = all.kind,
      case .binary(.comparison(let comparison), let left, let right) = condition.kind,
      left.kind == .name("item"), case .boolean(let isTrue) = right.kind, !comparison.isOrdering
    else { return nil }
    var answer = words(isTrue == (comparison == .equal) ? "yes" : "no")
    if comparison == .notEqual { answer += " \(words("or")) \(words("unknown"))" }
    let listed = items.map { item in
      fact(item).map(names.fact) ?? said(item, in: source).text
    }
    return words("count-of", ["answer": answer, "list": listed.joined(separator: "\(words("semicolon")) ")])
  }

  /// What the conditions of a grid's levels read beside the facts.
  private func gridTerm(_ name: String) -> String? {
    switch name {
    case "score", "risks", "safeties": return words(name)
    default:
      guard name.hasPrefix("flags.") else { return nil }
      return words("flags", ["flag": words.flag(String(name.dropFirst(6)))])
    }
  }

  /// The value that a fact is given, in the words of that fact.
  func value(_ expression: CompiledExpression, for fact: Fact) -> String {
    value(expression.syntax, for: fact, in: Array(expression.text.utf8))
  }

  private func value(_ expression: Expression, for target: Fact, in source: [UInt8]) -> String {
    if let value = names.value(expression, of: target) { return value }
    switch expression.kind {
    case .list(let items):
      if items.isEmpty { return words("nothing") }
      return items.map { value($0, for: target, in: source) }.joined(separator: ", ")
    case .conditional(let condition, let then, let otherwise):
      return words(
        "conditional",
        [
          "condition": said(condition, in: source).text, "then": value(then, for: target, in: source),
          "else": value(otherwise, for: target, in: source),
        ])
    case .name where fact(expression) != nil:
      return words("as-fact", ["fact": fact(expression).map(names.fact) ?? ""])
    default:
      if let term = term(expression, in: source) { return term }
      let said = said(expression, in: source)
      return target.type == .boolean && said.text != written(expression, in: source).text
        ? words("whether", ["condition": said.text]) : said.text
    }
  }

  /// A cell of a table: what the input must be. An input that is no fact has plain values.
  func cell(_ tests: CompiledUnaryTests, of input: CompiledExpression) -> String {
    self.tests(tests, of: fact(input.syntax))
  }

  /// What a value must be.
  func tests(_ tests: CompiledUnaryTests, of fact: Fact?) -> String {
    let source = Array(tests.text.utf8)
    switch tests.syntax.kind {
    case .any: return words("any")
    case .oneOf(let tests):
      return tests.map { test($0, of: fact, in: source) }.joined(separator: " \(words("or")) ")
    case .noneOf(let tests):
      return tests.map { words("other-than", ["value": test($0, of: fact, in: source)]) }
        .joined(separator: " \(words("and")) ")
    }
  }

  private func test(_ test: Expression, of fact: Fact?, in source: [UInt8]) -> String {
    if let value = fact.flatMap({ names.value(test, of: $0) }) { return value }
    switch test.kind {
    case .boolean(let isTrue): return words(isTrue ? "yes" : "no")
    case .null: return words("unknown")
    case .comparison(let comparison, let value):
      let value = fact.flatMap { names.value(value, of: $0) } ?? term(value, in: source)
      return value.map { "\(sign(comparison)) \($0)" } ?? written(test, in: source).text
    case .range(let low, let includesLow, let high, let includesHigh):
      guard let low = term(low, in: source), let high = term(high, in: source) else {
        return written(test, in: source).text
      }
      return words("range", ["low": low, "high": high])
        + (includesLow ? "" : words("without", ["value": low]))
        + (includesHigh ? "" : words("without", ["value": high]))
    case .list(let items):
      return items.map { self.test($0, of: fact, in: source) }.joined(separator: " \(words("or")) ")
    default: return term(test, in: source) ?? said(test, in: source).text
    }
  }
}
