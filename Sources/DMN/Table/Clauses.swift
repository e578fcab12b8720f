import FEEL

extension DecisionTable {
  /// What a column of tests looks at (DMN 1.5, 8.3.2, *input clause*).
  public struct Input: Sendable {
    /// The value that the tests of this column are put to.
    public let expression: CompiledExpression
    /// Shown above the column; without it, the expression itself.
    public let name: String?
    /// Its type, where more is known than the expression tells; decides which combinations there are to cover.
    public let type: ValueType
    /// Whether it may be null.
    public let mayBeNull: Bool
    /// What its values are limited to (DMN *input values*); other values are taken not to occur.
    public let allowed: CompiledUnaryTests?

    /// An input; type and whether it may be null are those of the expression unless they are given.
    public init(
      expression: CompiledExpression, name: String? = nil, type: ValueType? = nil, mayBeNull: Bool? = nil,
      allowed: CompiledUnaryTests? = nil
    ) {
      self.expression = expression
      self.name = name
      self.type = type ?? expression.type
      self.mayBeNull = mayBeNull ?? expression.mayBeNull
      self.allowed = allowed
    }
  }

  /// What a column of results gives (DMN 1.5, 8.3.2, *output clause*).
  public struct Output: Sendable {
    /// Its name; a table of one output needs none.
    public let name: String?
    /// The type of one rule's result.
    public let type: ValueType
    /// DMN *output values*: for the policies `priority` and `outputOrder` from the highest priority to the lowest.
    public let values: [Value]
    /// DMN *default output entry*: the result when no rule matches.
    public let defaultEntry: CompiledExpression?

    /// An output.
    public init(
      name: String? = nil, type: ValueType, values: [Value] = [], defaultEntry: CompiledExpression? = nil
    ) {
      self.name = name
      self.type = type
      self.values = values
      self.defaultEntry = defaultEntry
    }
  }

  /// A row: what must hold, and what then results (DMN 1.5, 8.3.3, *decision rule*).
  public struct Rule: Sendable {
    /// A test for each input; nil for `-`, which anything passes.
    public let tests: [CompiledUnaryTests?]
    /// A result for each output.
    public let outputs: [CompiledExpression]

    /// A rule.
    public init(tests: [CompiledUnaryTests?], outputs: [CompiledExpression]) {
      self.tests = tests
      self.outputs = outputs
    }
  }
}
