/// A name that an expression may use.
public struct Variable: Sendable, Hashable {
  /// Any FEEL name, spaces allowed; a dotted path such as `flags.red` is found as a path in a text. A call without arguments is
  /// a name too: `now()` is a variable where the scope has one of that name.
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
  /// Functions that expressions may call besides FEEL's own, by name.
  public let functions: [String: NamedFunction]
  /// What times without a zone are beside times with one.
  public let unzoned: Unzoned
  private let slots: [String: Int]

  /// What times without a zone are beside times with one.
  public enum Unzoned: Sendable, Hashable {
    /// Not to be compared: null (DMN 1.5, table 43).
    case incomparable
    /// Compared all the same: a date and time as one in UTC, a time of day by the hands of the clock. So each comparison of two
    /// times that are there is decided.
    case comparable
  }

  /// A scope; of variables of the same name the last one counts.
  public init(
    _ variables: [Variable], types: [String: ValueType] = [:], functions: [NamedFunction] = [],
    unzoned: Unzoned = .incomparable
  ) {
    self.variables = variables
    self.types = types
    self.functions = Dictionary(functions.map { ($0.name, $0) }) { first, _ in first }
    self.unzoned = unzoned
    slots = Dictionary(variables.enumerated().map { ($1.name, $0) }) { $1 }
  }

  /// The slot of a name.
  public func slot(of name: String) -> Int? { slots[name] }
}
