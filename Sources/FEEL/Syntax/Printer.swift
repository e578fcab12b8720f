extension Expression: CustomStringConvertible {
  /// The expression as FEEL text, with as few parentheses as it takes; parsed again, it gives the same tree.
  public var description: String { Printer.text(self) }
}

extension UnaryTests: CustomStringConvertible {
  /// The tests as FEEL text.
  public var description: String {
    switch kind {
    case .any: "-"
    case .oneOf(let tests): tests.map(\.description).joined(separator: ", ")
    case .noneOf(let tests): "not(" + tests.map(\.description).joined(separator: ", ") + ")"
    }
  }
}

/// Writes syntax trees as text.
private enum Printer {
  static func text(_ expression: Expression) -> String {
    switch expression.kind {
    case .null: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .number(let number): return number.description
    case .string(let text): return quoted(text)
    case .temporal(let text, _): return "@" + quoted(text)
    case .name(let name): return name
    case .path(let base, let field): return operand(base, .unary) + "." + field
    case .negation(let inner): return "-" + (isNegation(inner) ? parenthesised(inner) : negated(inner))
    case .binary(let binary, let left, let right):
      return operand(left, binary.precedence) + " \(binary.text) " + operand(right, binary.precedence.tighter)
    case .between(let value, let low, let high):
      return operand(value, .comparison) + " between " + operand(low, .addition) + " and "
        + operand(high, .addition)
    case .membership(let value, let tests):
      return operand(value, .comparison) + " in (" + list(tests) + ")"
    case .comparison(let comparison, let end): return comparison.rawValue + " " + operand(end, .addition)
    case .instanceOf(let value, let type): return operand(value, .unary) + " instance of \(type.type)"
    case .conditional(let condition, let then, let otherwise):
      return "if \(text(condition)) then \(text(then)) else \(text(otherwise))"
    case .iteration(let bindings, let body): return "for \(text(bindings)) return \(text(body))"
    case .quantified(let quantifier, let bindings, let body):
      return "\(quantifier.rawValue) \(text(bindings)) satisfies \(text(body))"
    case .filter(let list, let condition): return operand(list, .unary) + "[" + text(condition) + "]"
    case .call(let function, let arguments): return operand(function, .unary) + "(" + text(arguments) + ")"
    case .list(let items): return "[" + list(items) + "]"
    case .context(let entries):
      return "{" + entries.map { quoted($0.name) + ": " + text($0.value) }.joined(separator: ", ") + "}"
    case .range(let low, let includesLow, let high, let includesHigh):
      return (includesLow ? "[" : "(") + text(low) + ".." + text(high) + (includesHigh ? "]" : ")")
    case .function(let parameters, let body):
      let list = parameters.map { $0.name + ($0.type.map { ": \($0.type)" } ?? "") }
      return "function(" + list.joined(separator: ", ") + ") " + text(body)
    }
  }

  private static func list(_ expressions: [Expression]) -> String {
    expressions.map(text).joined(separator: ", ")
  }

  private static func text(_ bindings: [Expression.Binding]) -> String {
    bindings.map { binding in
      "\(binding.name) in \(text(binding.list))" + (binding.end.map { "..\(text($0))" } ?? "")
    }.joined(separator: ", ")
  }

  private static func text(_ arguments: Expression.Arguments) -> String {
    switch arguments {
    case .positional(let arguments): list(arguments)
    case .named(let arguments): arguments.map { "\($0.name): \(text($0.value))" }.joined(separator: ", ")
    }
  }

  private static func operand(_ expression: Expression, _ lowest: Precedence) -> String {
    bindsAtLeast(expression, lowest) ? text(expression) : parenthesised(expression)
  }

  private static func negated(_ expression: Expression) -> String {
    if case .instanceOf = expression.kind { return text(expression) }
    return operand(expression, .unary)
  }

  private static func isNegation(_ expression: Expression) -> Bool {
    if case .negation = expression.kind { return true }
    return false
  }

  private static func parenthesised(_ expression: Expression) -> String { "(" + text(expression) + ")" }

  /// Whether it can stand without parentheses where operators of `lowest` or tighter are read.
  private static func bindsAtLeast(_ expression: Expression, _ lowest: Precedence) -> Bool {
    switch expression.kind {
    case .binary(let binary, _, _): binary.precedence >= lowest
    case .between, .membership: Precedence.comparison >= lowest
    case .negation, .instanceOf: lowest < .unary
    case .comparison, .conditional, .iteration, .quantified, .function: false
    default: true
    }
  }

  private static func quoted(_ text: String) -> String { "\"" + text.escapedForFEEL + "\"" }
}
