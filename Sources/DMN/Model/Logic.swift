import FEEL

/// A compiled boxed expression.
struct Logic: Sendable {
  /// The type of its value, as far as it is known.
  let type: ValueType
  /// Computes the value from those of the scope's variables.
  let run: @Sendable ([Value], inout Evaluation) -> Value

  /// What stands for something faulty.
  static let missing = Logic(type: .any) { _, _ in .null }
}

/// The variables that an expression may name, and where their values are: at the same index.
struct LogicScope: Sendable {
  private(set) var variables: [Variable]

  init(_ variables: [Variable] = []) {
    self.variables = variables
  }

  /// With one variable more, at the end.
  func adding(_ name: String, _ type: ValueType) -> LogicScope {
    LogicScope(variables + [Variable(name: name, type: type, mayBeNull: true)])
  }

  /// The slot that the next variable gets.
  var count: Int { variables.count }
}
