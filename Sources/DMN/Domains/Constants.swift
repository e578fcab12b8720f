import FEEL

extension CompiledExpression {
  /// The value, where it is the same for all slots and at all times.
  var constant: Value? {
    slots.isEmpty && !syntax.readsClock ? evaluate([]) : nil
  }
}

extension Expression {
  /// Whether it calls `now` or `today`.
  var readsClock: Bool {
    if case .name(let name) = kind, name == "now" || name == "today" { return true }
    return kind.children.contains(where: \.readsClock)
  }
}
