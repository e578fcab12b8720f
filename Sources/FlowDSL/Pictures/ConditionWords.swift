import FEEL

/// Says a condition in the words of the flow: titles of facts, labels of values, "yes", "no", "not known".
///
/// The words bind as the condition does: what is looser than its surroundings stands in brackets, also several values of
/// one fact. A negation is carried to what it denies, so that it is said where "not known" counts too. What has no words of
/// its own (arithmetic, functions) stands as it is written, and says so.
struct ConditionWords {
  let flow: Flow
  let words: PictureWords
  let names: PartNames
  /// What names stand for that an expression binds itself: the items of a list.
  var bound: [String: String] = [:]

  init(flow: Flow, words: PictureWords) {
    self.flow = flow
    self.words = words
    names = PartNames(flow: flow, words: words)
  }

  /// Words, and how loosely they bind.
  struct Said {
    enum Binding { case whole, values, all, any }

    var text: String
    var binding = Binding.whole
  }

  /// A condition in words.
  func text(of condition: CompiledExpression) -> String {
    said(condition.syntax, in: Array(condition.text.utf8)).text
  }

  /// A length of time or a moment that is computed, in words for a sentence: in brackets where it depends on a condition.
  func amount(of computed: CompiledExpression) -> String {
    let text = amount(computed.syntax, in: Array(computed.text.utf8))
    if case .conditional = computed.syntax.kind { return "(\(text))" }
    return text
  }

  /// A condition in words for a sentence in which an "and" or "or" may follow: in brackets unless it is one whole.
  func wholeText(of condition: CompiledExpression) -> String {
    whole(said(condition.syntax, in: Array(condition.text.utf8)))
  }

  func said(_ expression: Expression, in source: [UInt8]) -> Said {
    spoken(expression, in: source) ?? written(expression, in: source)
  }

  /// What has no words, as it is written.
  func written(_ expression: Expression, in source: [UInt8]) -> Said {
    Said(text: words("written", ["text": String(decoding: source[expression.range], as: UTF8.self)]))
  }

  private func whole(_ said: Said) -> String { said.binding == .whole ? said.text : "(\(said.text))" }

  /// The words for what has them.
  private func spoken(_ expression: Expression, in source: [UInt8]) -> Said? {
    switch expression.kind {
    case .name: return fact(expression).map { value($0, words("yes")) }
    case .boolean(let isTrue): return Said(text: words(isTrue ? "always" : "never"))
    case .binary(.and, let left, let right): return joined([left, right], .all, in: source)
    case .binary(.or, let left, let right): return joined([left, right], .any, in: source)
    case .binary(.comparison(let comparison), let left, let right):
      return compared(left, comparison, right, in: source)
    case .membership(let left, let tests):
      if left.kind == .name("outcome"), let ends = ends(tests) { return ends }
      return fact(left).flatMap { member($0, of: tests) } ?? within(left, tests, in: source)
    case .quantified(let quantifier, let bindings, let condition):
      return quantified(quantifier, bindings, condition, in: source)
    case .between(let value, let low, let high):
      guard let value = term(value, in: source), let low = term(low, in: source),
        let high = term(high, in: source)
      else { return nil }
      return Said(text: words("between", ["what": value, "low": low, "high": high]))
    case .call(let function, .positional(let arguments)): return called(function, arguments, in: source)
    default: return nil
    }
  }

  /// Both or one of several conditions; parts of the same kind are said in one row.
  private func joined(_ parts: [Expression], _ binding: Said.Binding, in source: [UInt8]) -> Said {
    joined(parts.map { said($0, in: source) }, binding)
  }

  private func joined(_ parts: [Said], _ binding: Said.Binding) -> Said {
    let text = parts.map { $0.binding == binding ? $0.text : whole($0) }
      .joined(separator: " \(words(binding == .all ? "and" : "or")) ")
    return Said(text: text, binding: binding)
  }

  /// A comparison with a value that is written out, or of two terms.
  private func compared(
    _ left: Expression, _ comparison: ComparisonOperator, _ right: Expression, in source: [UInt8]
  ) -> Said? {
    if let fact = fact(left) {
      switch (right.kind, comparison) {
      case (.boolean(let isTrue), .equal): return value(fact, words(isTrue ? "yes" : "no"))
      case (.boolean(let isTrue), .notEqual):
        return value(fact, words(isTrue ? "no" : "yes"), orUnknown: true)
      case (.null, .equal): return value(fact, words("unknown"))
      case (.null, .notEqual): return value(fact, words("known"))
      case (.string, .equal), (.number, .equal):
        return names.value(right, of: fact).map { value(fact, $0) }
      case (.string, .notEqual), (.number, .notEqual):
        return names.value(right, of: fact).map {
          value(fact, words("other-than", ["value": $0]), orUnknown: true)
        }
      default: break
      }
    }
    if case .boolean(let isTrue) = right.kind, let said = spoken(left, in: source) {
      switch (comparison, isTrue) {
      case (.equal, true): return said
      case (.equal, false): return denied(left, in: source)
      case (.notEqual, true): return orUnknown(denied(left, in: source))
      case (.notEqual, false): return orUnknown(said)
      default: return nil
      }
    }
    if left.kind == .name("outcome"), right.kind == .null, !comparison.isOrdering {
      return Said(text: words(comparison == .equal ? "before-end" : "at-end"))
    }
    // A whole number.
    if comparison == .equal, case .call(let function, .positional(let arguments)) = left.kind,
      function.kind == .name("floor"), arguments.count == 1, arguments[0].kind == right.kind,
      let number = term(right, in: source)
    {
      return Said(text: words("whole", ["what": number]))
    }
    if left.kind == .name("outcome"), case .string(let end) = right.kind {
      let said = "\(words("outcome"))\(words("colon")) "
      switch comparison {
      case .equal: return Said(text: said + names.end(end))
      case .notEqual:
        return Said(text: said + words("other-than", ["value": names.end(end)]), binding: .values)
      default: return nil
      }
    }
    if right.kind == .null, !comparison.isOrdering, let first = term(left, in: source) {
      return Said(text: "\(first)\(words("colon")) \(words(comparison == .equal ? "unknown" : "known"))")
    }
    guard let first = term(left, in: source), let second = term(right, in: source) else { return nil }
    return Said(text: "\(first) \(sign(comparison)) \(second)")
  }

  /// What holds where a condition is false. Sums of conditions are denied part by part, as three-valued logic allows.
  private func denied(_ expression: Expression, in source: [UInt8]) -> Said {
    switch expression.kind {
    case .name:
      if let fact = fact(expression) { return value(fact, words("no")) }
    case .binary(.and, let left, let right):
      return joined([left, right].map { denied($0, in: source) }, .any)
    case .binary(.or, let left, let right):
      return joined([left, right].map { denied($0, in: source) }, .all)
    case .binary(.comparison(let comparison), let left, let right):
      if let said = compared(left, comparison.opposite, right, in: source) { return said }
    case .membership(let left, let tests):
      if let fact = fact(left), let said = member(fact, of: tests, isDenied: true) { return said }
    case .call(let function, .positional(let arguments)):
      if function.kind == .name("not"), arguments.count == 1 { return said(arguments[0], in: source) }
    default: break
    }
    return Said(text: "\(words("not")) (\(said(expression, in: source).text))")
  }

  /// A fact that is, or is not, one of some values.
  private func member(_ fact: Fact, of tests: [Expression], isDenied: Bool = false) -> Said? {
    guard let values = values(of: tests) else { return nil }
    var listed: [String] = []
    var hasUnknown = false
    for value in values {
      if value.kind == .null {
        hasUnknown = true
      } else if let words = names.value(value, of: fact) {
        listed.append(words)
      } else {
        return nil
      }
    }
    if listed.isEmpty { return hasUnknown ? self.value(fact, words(isDenied ? "known" : "unknown")) : nil }
    if isDenied {
      let others = listed.map { words("other-than", ["value": $0]) }.joined(separator: " \(words("and")) ")
      let said = value(fact, others, orUnknown: !hasUnknown)
      return Said(text: said.text, binding: .values)
    }
    if hasUnknown { listed.append(words("unknown")) }
    let all = listed.joined(separator: " \(words("or")) ")
    return Said(text: value(fact, all).text, binding: listed.count > 1 ? .values : .whole)
  }

  /// That the flow ends at one of some ends.
  private func ends(_ tests: [Expression]) -> Said? {
    let titles = values(of: tests)?.compactMap { value -> String? in
      if case .string(let end) = value.kind { names.end(end) } else { nil }
    }
    guard let titles, !titles.isEmpty else { return nil }
    let all = titles.joined(separator: " \(words("or")) ")
    return Said(
      text: "\(words("outcome"))\(words("colon")) \(all)", binding: titles.count > 1 ? .values : .whole)
  }

  /// `not(condition)` and `list contains(fact, value)`.
  private func called(_ function: Expression, _ arguments: [Expression], in source: [UInt8]) -> Said? {
    guard case .name(let name) = function.kind else { return nil }
    switch (name, arguments.count) {
    case ("not", 1): return denied(arguments[0], in: source)
    case ("list contains", 2):
      guard let fact = fact(arguments[0]), let word = names.value(arguments[1], of: fact) else { return nil }
      return value(fact, "\(words("among-others")) \(word)")
    case ("matches", 2):
      guard let text = term(arguments[0], in: source), case .string(let pattern) = arguments[1].kind else {
        return nil
      }
      return Said(text: words("matches", ["what": text, "pattern": pattern]))
    default: return nil
    }
  }

  /// The values of a list written out, or of several tests; `nil` where they are something else.
  private func values(of tests: [Expression]) -> [Expression]? {
    var values: [Expression] = []
    for test in tests {
      switch test.kind {
      case .string, .number, .boolean, .null: values.append(test)
      case .list(let items):
        guard let inside = self.values(of: items) else { return nil }
        values += inside
      default: return nil
      }
    }
    return values
  }

  func fact(_ expression: Expression) -> Fact? {
    guard case .name(let name) = expression.kind else { return nil }
    return flow.facts.first { $0.name == name }
  }

  /// `Danger: high`, perhaps with a word that it also holds where nothing is known.
  private func value(_ fact: Fact, _ value: String, orUnknown: Bool = false) -> Said {
    let said = Said(text: "\(names.fact(fact))\(words("colon")) \(value)")
    return orUnknown ? self.orUnknown(said, separator: value.contains(" ") ? ", " : " ") : said
  }

  private func orUnknown(_ said: Said, separator: String = ", ") -> Said {
    Said(text: "\(said.text)\(separator)\(words("or")) \(words("unknown"))", binding: .values)
  }

  func sign(_ comparison: ComparisonOperator) -> String {
    switch comparison {
    case .lessOrEqual: "≤"
    case .greaterOrEqual: "≥"
    case .notEqual: "≠"
    default: comparison.rawValue
    }
  }
}

extension ComparisonOperator {
  /// What holds where this comparison is false.
  fileprivate var opposite: ComparisonOperator {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }
}
