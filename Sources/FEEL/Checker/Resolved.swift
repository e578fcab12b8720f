/// An expression whose names are places, whose types are known as far as they can be, and whose faults are reported.
struct Resolved: Sendable {
  let node: Node
  let type: ValueType
  let nullness: Nullness
  /// Whether a list's items may be null.
  var itemsMayBeNull = true
  /// UTF-8 offsets into the text.
  let range: Range<Int>

  indirect enum Node: Sendable {
    case constant(Value)
    case slot(Int)
    case local(Int)
    /// `?`
    case input
    /// A name in a filter whose items are of unknown type: the item's entry of that name, or else what it means outside.
    case entry(String, item: Int, otherwise: Resolved?)
    case path(Resolved, String)
    case negation(Resolved)
    case not(Resolved)
    case and(Resolved, Resolved)
    case or(Resolved, Resolved)
    case comparison(ComparisonOperator, Resolved, Resolved)
    /// A comparison of times of which one may be without a zone (`Scope.Unzoned.comparable`).
    case timeComparison(ComparisonOperator, Resolved, Resolved)
    case arithmetic(BinaryOperator, Resolved, Resolved)
    case between(Resolved, Resolved, Resolved)
    case membership(Resolved, [Test])
    case instanceOf(Resolved, ValueType)
    case conditional(Resolved, Resolved, Resolved)
    /// The first local is `partial`, the next ones are the bindings.
    case iteration([Binding], Resolved, usesPartial: Bool)
    case quantified(Expression.Quantifier, [Binding], Resolved)
    case filter(Resolved, Resolved)
    case call(BuiltIn, BuiltIn.Overload, [Resolved])
    /// Calls a value; with names when the arguments are named.
    case invocation(Resolved, [Resolved], names: [String]?)
    case list([Resolved])
    case context([(String, Resolved)])
    case range(low: Resolved, includesLow: Bool, high: Resolved, includesHigh: Bool)
    /// A time or moment without fractions of a second; anything else as it is.
    case wholeSeconds(Resolved)
    /// A date and time without a zone as one in UTC; anything else as it is.
    case inUTC(Resolved)
    /// `(= x)`
    case equalRange(Resolved)
    case function([String], [ValueType], Resolved)
    /// Something faulty, or unknown in lenient checking: null with a warning.
    case missing(Warning.Kind)
  }

  struct Binding: Sendable {
    /// The local that it binds.
    let index: Int
    let list: Resolved
    let end: Resolved?
  }

  indirect enum Test: Sendable {
    /// `< x`
    case comparison(ComparisonOperator, Resolved)
    /// Equal to the value, in the range, in the list.
    case value(Resolved)
    /// A boolean expression about `?`.
    case condition(Resolved)
    /// An expression without `?`, where it is not known before whether its value is meant for the input's: true or false
    /// is a condition, unless the input is a boolean too.
    case either(Resolved)
  }
}

/// Whether a value may be null, and because of which variables.
struct Nullness: Sendable {
  var isPossible: Bool
  /// Slots whose null makes it null.
  var causes: Set<Int> = []

  static let never = Nullness(isPossible: false)
  static let possible = Nullness(isPossible: true)

  static func | (left: Nullness, right: Nullness) -> Nullness {
    Nullness(isPossible: left.isPossible || right.isPossible, causes: left.causes.union(right.causes))
  }
}
