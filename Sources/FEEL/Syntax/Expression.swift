/// A FEEL expression as it was written, with its place in the text (DMN 1.5, 10.3.1.2).
public struct Expression: Sendable, Hashable {
  /// What it is, with the expressions inside.
  public let kind: Kind
  /// UTF-8 offsets into the text.
  public let range: Range<Int>
  /// How deep the tree is: 1 for a leaf. Bounded by the parser, so that passes may recurse.
  public let height: Int

  /// An expression made of parts.
  public init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
    height = 1 + (kind.children.map(\.height).max() ?? 0)
  }

  /// The forms of expressions.
  public indirect enum Kind: Sendable, Hashable {
    case null
    case boolean(Bool)
    case number(Number)
    case string(String)
    /// `@"2026-05-01"`: its text, and the value it stands for; null when it stands for none.
    case temporal(String, Value)
    /// A variable; `?` is the input of unary tests, `item` that of a filter.
    case name(String)
    /// `base.field`
    case path(Expression, String)
    /// `-x`
    case negation(Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `value between low and high`
    case between(Expression, Expression, Expression)
    /// `value in test` or `value in (test, test)`
    case membership(Expression, [Expression])
    /// `< 3`, only as a test: what it is compared with is the value tested.
    case comparison(ComparisonOperator, Expression)
    case instanceOf(Expression, TypeExpression)
    case conditional(Expression, then: Expression, else: Expression)
    /// `for x in list, … return body`
    case iteration([Binding], Expression)
    /// `some x in list, … satisfies condition`
    case quantified(Quantifier, [Binding], Expression)
    /// `list[condition]`
    case filter(Expression, Expression)
    case call(Expression, Arguments)
    case list([Expression])
    case context([ContextEntry])
    /// `[low..high]`
    case range(low: Expression, includesLow: Bool, high: Expression, includesHigh: Bool)
    case function([Parameter], Expression)
  }

  /// Whether one item or all must meet a condition.
  public enum Quantifier: String, Sendable, Hashable { case some, every }

  /// `name in list`; with `end`, `name in start..end`.
  public struct Binding: Sendable, Hashable {
    /// The name that is bound.
    public let name: String
    /// What it goes through, or where it starts.
    public let list: Expression
    /// The last value, when it counts.
    public let end: Expression?

    /// A binding.
    public init(name: String, list: Expression, end: Expression? = nil) {
      self.name = name
      self.list = list
      self.end = end
    }
  }

  /// An entry of a context literal.
  public struct ContextEntry: Sendable, Hashable {
    /// The entry's name.
    public let name: String
    /// Where the name stands.
    public let nameRange: Range<Int>
    /// The entry's value.
    public let value: Expression
  }

  /// A parameter of a function.
  public struct Parameter: Sendable, Hashable {
    /// The parameter's name.
    public let name: String
    /// Its type, when one is given.
    public let type: TypeExpression?
  }

  /// What a function is called with.
  public enum Arguments: Sendable, Hashable {
    case positional([Expression])
    case named([NamedArgument])
  }

  /// An argument given by name.
  public struct NamedArgument: Sendable, Hashable {
    /// The parameter's name.
    public let name: String
    /// Where the name stands.
    public let nameRange: Range<Int>
    /// The argument.
    public let value: Expression

    /// An argument.
    public init(name: String, nameRange: Range<Int>, value: Expression) {
      self.name = name
      self.nameRange = nameRange
      self.value = value
    }
  }
}

/// How two values are compared.
public enum ComparisonOperator: String, Sendable, Hashable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether it compares by order, not by equality.
  public var isOrdering: Bool { self != .equal && self != .notEqual }
}

/// An operator between two expressions.
public enum BinaryOperator: Sendable, Hashable {
  case or, and
  case comparison(ComparisonOperator)
  case add, subtract, multiply, divide, power

  /// As it is written.
  public var text: String {
    switch self {
    case .or: "or"
    case .and: "and"
    case .comparison(let comparison): comparison.rawValue
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .power: "**"
    }
  }
}

/// A type as it was written: `number`, `list<string>`, `context<a: number>`, `function<number> -> string`.
public struct TypeExpression: Sendable, Hashable {
  /// The type that it names.
  public let type: ValueType
  /// UTF-8 offsets into the text.
  public let range: Range<Int>

  /// A type at a place.
  public init(type: ValueType, range: Range<Int>) {
    self.type = type
    self.range = range
  }
}

extension Expression {
  /// Whether it holds a function with an `external` body, which only a Java machine could run.
  public var isExternal: Bool {
    if case .function(_, let body) = kind, case .call(let callee, _) = body.kind,
      callee.kind == .name("external")
    {
      return true
    }
    return kind.children.contains(where: \.isExternal)
  }
}

extension Expression.Kind {
  /// The expressions directly inside, in the order of the text.
  public var children: [Expression] {
    switch self {
    case .null, .boolean, .number, .string, .temporal, .name: []
    case .path(let base, _): [base]
    case .negation(let operand), .comparison(_, let operand), .instanceOf(let operand, _): [operand]
    case .binary(_, let left, let right): [left, right]
    case .between(let value, let low, let high): [value, low, high]
    case .membership(let value, let tests): [value] + tests
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .iteration(let bindings, let body), .quantified(_, let bindings, let body):
      bindings.flatMap { [$0.list] + ($0.end.map { [$0] } ?? []) } + [body]
    case .filter(let list, let condition): [list, condition]
    case .call(let function, .positional(let arguments)): [function] + arguments
    case .call(let function, .named(let arguments)): [function] + arguments.map(\.value)
    case .list(let items): items
    case .context(let entries): entries.map(\.value)
    case .range(let low, _, let high, _): [low, high]
    case .function(_, let body): [body]
    }
  }
}
