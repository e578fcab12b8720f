/// A name that an expression may use.
public struct Variable: Sendable, Hashable {
  /// Any FEEL name, spaces allowed; a dotted path such as `flags.red` is found as a path in a text.
  public let name: String
  /// The type of its value.
  public let type: ValueType
  /// Whether its value may be null (not yet answered, unknown …).
  public let mayBeNull: Bool

  /// A variable.
  public init(name: String, type: ValueType, mayBeNull: Bool) {
    self.name = name
    self.type = type
    self.mayBeNull = mayBeNull
  }
}

/// The names an expression may use; the slot of a variable is its index.
public struct Scope: Sendable {
  /// The variables by slot.
  public let variables: [Variable]
  /// Types that expressions may name besides FEEL's own: a model's item definitions.
  public let types: [String: ValueType]
  private let slots: [String: Int]

  /// A scope; of variables of the same name the last one counts.
  public init(_ variables: [Variable], types: [String: ValueType] = [:]) {
    self.variables = variables
    self.types = types
    slots = Dictionary(variables.enumerated().map { ($1.name, $0) }) { $1 }
  }

  /// The slot of a name.
  public func slot(of name: String) -> Int? { slots[name] }
}
