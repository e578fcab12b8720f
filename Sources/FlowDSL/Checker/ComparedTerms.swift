import FEEL

/// A condition in which what is no fact and is only compared with written-out values, such as `time(now())`, is taken for a fact
/// of its own: so that its cases can be tried too.
///
/// The terms are taken to vary independently of the facts they are made of: what holds in no case then, or in all, does so all the
/// more where they depend on one another.
struct ComparedTerms {
  let condition: CompiledExpression
  let variables: [Variable]

  /// `nil` where there is no such term, or where the condition is none without it.
  init?(_ compiled: CompiledExpression, in scope: Scope) {
    var collector = Collector()
    collector.visit(compiled.syntax)
    var terms: [String: Variable] = [:]
    var pieces: [(range: Range<Int>, name: String)] = []
    let bytes = Array(compiled.text.utf8)
    for term in collector.terms {
      let text = term.description
      if terms[text] == nil {
        guard let value = try? FEELCompiler.compile(expression: text, in: scope),
          value.type == .number || TimeCandidates.values(of: value.type, about: []) != nil
        else { continue }
        terms[text] = Variable(
          name: "term_\(terms.count + 1)", type: value.type, mayBeNull: value.mayBeNull)
      }
      guard let variable = terms[text], term.range.upperBound <= bytes.count else { continue }
      pieces.append((term.range, variable.name))
    }
    guard !pieces.isEmpty else { return nil }
    var text: [UInt8] = []
    var next = 0
    for (range, name) in pieces.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      text += bytes[next..<range.lowerBound] + Array(name.utf8)
      next = range.upperBound
    }
    text += bytes[next...]
    variables = scope.variables + terms.values.sorted { $0.name < $1.name }
    let widened = Scope(
      variables, functions: Array(scope.functions.values), unzoned: scope.unzoned)
    guard
      let condition = try? FEELCompiler.compile(
        expression: String(decoding: text, as: UTF8.self), in: widened, expecting: .boolean)
    else { return nil }
    self.condition = condition
  }

  private struct Collector {
    var terms: [Expression] = []

    mutating func visit(_ expression: Expression) {
      switch expression.kind {
      case .binary(.comparison, let left, let right):
        if !take(left, beside: [right]), !take(right, beside: [left]) { descend(expression) }
      case .between(let value, let low, let high):
        if !take(value, beside: [low, high]) { descend(expression) }
      case .membership(let value, let tests):
        if !take(value, beside: tests.flatMap(\.endsOfTest)) { descend(expression) }
      default: descend(expression)
      }
    }

    private mutating func descend(_ expression: Expression) {
      for child in expression.kind.children { visit(child) }
    }

    private mutating func take(_ term: Expression, beside ends: [Expression]) -> Bool {
      guard term.dottedName == nil, term.writtenOut == nil, ends.allSatisfy({ $0.writtenOut != nil }) else {
        return false
      }
      switch term.kind {
      case .call, .binary(.add, _, _), .binary(.subtract, _, _), .binary(.multiply, _, _),
        .binary(.divide, _, _):
        terms.append(term)
        return true
      default: return false
      }
    }
  }
}

extension Expression {
  /// What a test compares with.
  fileprivate var endsOfTest: [Expression] {
    switch kind {
    case .comparison(_, let end): [end]
    case .range(let low, _, let high, _): [low, high]
    case .list(let items): items.flatMap(\.endsOfTest)
    default: [self]
    }
  }
}
