import FEEL

/// Says a condition in the words of the flow: titles of facts, labels of values, "yes", "no", "not known".
///
/// What has no words of its own (arithmetic, functions) stands as it is written.
struct ConditionWords {
  let flow: Flow
  let words: PictureWords

  /// A condition in words.
  func text(of condition: CompiledExpression) -> String {
    text(of: condition.syntax, in: Array(condition.text.utf8))
  }

  private func text(of expression: Expression, in source: [UInt8]) -> String {
    spoken(expression, in: source) ?? String(decoding: source[expression.range], as: UTF8.self)
  }

  /// The words for what has them.
  private func spoken(_ expression: Expression, in source: [UInt8]) -> String? {
    switch expression.kind {
    case .name: return fact(expression).map { said($0, words("yes")) }
    case .binary(.and, let left, let right):
      return [left, right].map { part in
        let text = text(of: part, in: source)
        if case .binary(.or, _, _) = part.kind { return "(\(text))" }
        return text
      }.joined(separator: " \(words("and")) ")
    case .binary(.or, let left, let right):
      return "\(text(of: left, in: source)) \(words("or")) \(text(of: right, in: source))"
    case .binary(.comparison(let comparison), let left, let right):
      if let fact = fact(left) { return compared(fact, comparison, with: right) }
      guard comparison == .equal, case .boolean(let isTrue) = right.kind, let said = spoken(left, in: source)
      else {
        return nil
      }
      return isTrue ? said : "\(words("not")) (\(said))"
    case .membership(let left, let tests):
      return fact(left).flatMap { fact in
        values(of: tests).map { values in
          said(fact, values.map { word(for: $0, of: fact) }.joined(separator: " \(words("or")) "))
        }
      }
    case .call(let function, .positional(let arguments)): return called(function, arguments, in: source)
    default: return nil
    }
  }

  /// A fact compared with a value that is written out.
  private func compared(_ fact: Fact, _ comparison: ComparisonOperator, with right: Expression) -> String? {
    let value: String
    switch (right.kind, comparison) {
    case (.boolean(let isTrue), .equal): value = words(isTrue ? "yes" : "no")
    case (.boolean(let isTrue), .notEqual):
      value = "\(words(isTrue ? "no" : "yes")) \(words("or")) \(words("unknown"))"
    case (.null, .equal): value = words("unknown")
    case (.null, .notEqual): value = words("known")
    case (.string(let text), .equal): value = word(for: text, of: fact)
    case (.string(let text), .notEqual): value = "\(words("not")) \(word(for: text, of: fact))"
    case (.number(let number), .equal): value = "\(number)"
    case (.number(let number), .notEqual): value = "\(words("not")) \(number)"
    case (.number(let number), _): return "\(title(of: fact)) \(sign(comparison)) \(number)"
    default: return nil
    }
    return said(fact, value)
  }

  /// `not(condition)` and `list contains(fact, value)`.
  private func called(_ function: Expression, _ arguments: [Expression], in source: [UInt8]) -> String? {
    guard case .name(let name) = function.kind else { return nil }
    switch (name, arguments.count) {
    case ("not", 1): return "\(words("not")) (\(text(of: arguments[0], in: source)))"
    case ("list contains", 2):
      guard let fact = fact(arguments[0]), case .string(let value) = arguments[1].kind else { return nil }
      return said(fact, "\(words("among-others")) \(word(for: value, of: fact))")
    default: return nil
    }
  }

  /// The values of a list written out, or of several tests.
  private func values(of tests: [Expression]) -> [String]? {
    var values: [String] = []
    for test in tests {
      switch test.kind {
      case .string(let value): values.append(value)
      case .list(let items):
        guard let inside = self.values(of: items) else { return nil }
        values += inside
      default: return nil
      }
    }
    return values
  }

  private func fact(_ expression: Expression) -> Fact? {
    guard case .name(let name) = expression.kind else { return nil }
    return flow.facts.first { $0.name == name }
  }

  /// `Danger: high`.
  private func said(_ fact: Fact, _ value: String) -> String {
    "\(title(of: fact))\(words("colon")) \(value)"
  }

  private func title(of fact: Fact) -> String {
    fact.title?(words.language) ?? fact.name.replacing("_", with: " ")
  }

  private func word(for value: String, of fact: Fact) -> String {
    fact.labels[value]?(words.language) ?? value
  }

  private func sign(_ comparison: ComparisonOperator) -> String {
    switch comparison {
    case .lessOrEqual: "≤"
    case .greaterOrEqual: "≥"
    default: comparison.rawValue
    }
  }
}
