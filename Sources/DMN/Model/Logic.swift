import FEEL

/// A compiled boxed expression.
struct Logic: Sendable {
  /// The type of its value, as far as it is known.
  let type: ValueType
  /// What else is known of its value.
  let shape: Shape
  /// Computes the value from those of the scope's variables.
  let run: @Sendable ([Value], inout Evaluation) -> Value

  /// Logic of which no more is known than the type, unless a shape is given.
  init(type: ValueType, shape: Shape? = nil, run: @escaping @Sendable ([Value], inout Evaluation) -> Value) {
    self.type = type
    self.shape = shape ?? Shape(type: type)
    self.run = run
  }

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
  func adding(_ name: String, _ type: ValueType, mayBeNull: Bool = true) -> LogicScope {
    LogicScope(variables + [Variable(name: name, type: type, mayBeNull: mayBeNull)])
  }

  /// The slot that the next variable gets.
  var count: Int { variables.count }
}
