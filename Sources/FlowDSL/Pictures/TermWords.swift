import FEEL

/// Says what is compared, computed and tested: the terms of conditions, values that are decided, cells of tables.
extension ConditionWords {
  /// A term of a comparison: a fact, a number, arithmetic, a count; `nil` where it has no words.
  func term(_ expression: Expression, in source: [UInt8]) -> String? {
    switch expression.kind {
    case .name("?"): return words("answer")
    // As the moment of the entry stands in expressions.
    case .name("now()"), .name("today()"): return words(expression.kind == .name("now()") ? "now" : "today")
    case .name(let name): return fact(expression).map(names.fact) ?? bound[name] ?? gridTerm(name)
    case .path(let base, let field):
      if case .name("flags") = base.kind { return gridTerm("flags." + field) }
      guard let whole = term(base, in: source) else { return nil }
      return
        "\(whole), \(fact(base).map { names.field(field, of: $0) } ?? durationField(field) ?? names.name(field))"
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
    case ("floor", 1): return term(arguments[0], in: source).map { words("rounded-down", ["what": $0]) }
    case ("concatenate", 1...):
      let parts = arguments.map { items($0, in: source) }
      return parts.contains(nil) ? nil : parts.compactMap(\.self).joined(separator: " + ")
    case ("date and time", 2):
      guard let day = term(arguments[0], in: source), let time = term(arguments[1], in: source) else {
        return nil
      }
      return words("day-and-time", ["day": day, "time": time])
    case ("date", 1), ("time", 1), ("date and time", 1), ("duration", 1):
      guard case .string(let text) = arguments[0].kind else { return nil }
      return Value(temporal: text).flatMap(temporal) ?? words("quoted", ["words": text])
    default: return nil
    }
  }

  /// A list, or the items of one that is written out, also where it depends on a condition.
  private func items(_ list: Expression, in source: [UInt8]) -> String? {
    switch list.kind {
    case .list(let items):
      if items.isEmpty { return words("nothing") }
      let terms = items.map { $0.kind == .null ? words("unknown") : term($0, in: source) }
      return terms.contains(nil) ? nil : terms.compactMap(\.self).joined(separator: ", ")
    case .conditional(let condition, let then, let otherwise):
      guard let then = items(then, in: source), let otherwise = items(otherwise, in: source) else {
        return nil
      }
      return "("
        + words(
          "conditional",
          ["condition": said(condition, in: source).text, "then": then, "else": otherwise]) + ")"
    default: return term(list, in: source)
    }
  }

  /// `years` of a length of time.
  private func durationField(_ field: String) -> String? {
    ["years", "months", "days", "hours", "minutes", "seconds"].contains(field)
      ? words("fields." + field) : nil
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
      left.kind == .name("item"), !comparison.isOrdering
    else { return nil }
    var answer: String
    switch right.kind {
    case .boolean(let isTrue):
      answer = words(isTrue == (comparison == .equal) ? "yes" : "no")
      if comparison == .notEqual { answer += " \(words("or")) \(words("unknown"))" }
    case .null: answer = words(comparison == .equal ? "unknown" : "known")
    default: return nil
    }
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

  /// A value that is within one of some tests, such as `? in [0..20]`.
  func within(_ value: Expression, _ tests: [Expression], in source: [UInt8]) -> Said? {
    guard let value = term(value, in: source) else { return nil }
    let words = tests.map { test($0, of: nil, in: source) }.joined(separator: " \(words("or")) ")
    return Said(text: "\(value)\(self.words("colon")) \(words)")
  }

  /// What holds of each item of a list, or of one at least.
  func quantified(
    _ quantifier: Expression.Quantifier, _ bindings: [Expression.Binding], _ condition: Expression,
    in source: [UInt8]
  ) -> Said? {
    guard bindings.count == 1, bindings[0].end == nil, let list = term(bindings[0].list, in: source) else {
      return nil
    }
    var inner = self
    inner.bound[bindings[0].name] = words("item")
    let key = quantifier == .every ? "for-every" : "for-some"
    return Said(text: words(key, ["list": list, "condition": inner.said(condition, in: source).text]))
  }
}
