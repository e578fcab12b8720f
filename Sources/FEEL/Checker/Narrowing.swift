/// What a condition says about nulls: which variables cannot be null when it is true, and when it is false.
struct Narrowing {
  struct Places {
    var slots: Set<Int> = []
    /// Whether `?` is known not to be null.
    var input = false

    func union(_ other: Places) -> Places {
      Places(slots: slots.union(other.slots), input: input || other.input)
    }
  }

  var whenTrue = Places()
  var whenFalse = Places()

  init(_ condition: Resolved) {
    switch condition.node {
    case .slot, .input:
      whenTrue = Narrowing.place(condition)
      whenFalse = whenTrue
    case .and(let left, let right): whenTrue = Narrowing(left).whenTrue.union(Narrowing(right).whenTrue)
    case .or(let left, let right): whenFalse = Narrowing(left).whenFalse.union(Narrowing(right).whenFalse)
    case .not(let operand):
      let inner = Narrowing(operand)
      (whenTrue, whenFalse) = (inner.whenFalse, inner.whenTrue)
    case .comparison(let comparison, let left, let right),
      .timeComparison(let comparison, let left, let right):
      compare(comparison, left, right)
    case .between(let value, _, _): whenTrue = Narrowing.place(value)
    case .membership(let value, let tests):
      if tests.allSatisfy(Narrowing.excludesNull) { whenTrue = Narrowing.place(value) }
    default: break
    }
  }

  private mutating func compare(_ comparison: ComparisonOperator, _ left: Resolved, _ right: Resolved) {
    let both = Narrowing.place(left).union(Narrowing.place(right))
    switch comparison {
    case .equal:
      // Equal to something that is not null; or different from null.
      if !left.nullness.isPossible || !right.nullness.isPossible { whenTrue = both }
      if Narrowing.isNull(left) || Narrowing.isNull(right) { whenFalse = both }
    case .notEqual:
      if Narrowing.isNull(left) || Narrowing.isNull(right) { whenTrue = both }
      if !left.nullness.isPossible || !right.nullness.isPossible { whenFalse = both }
    default:
      whenTrue = both
      whenFalse = both
    }
  }

  private static func place(_ operand: Resolved) -> Places {
    switch operand.node {
    case .slot(let slot): Places(slots: [slot])
    case .input: Places(input: true)
    default: Places()
    }
  }

  private static func isNull(_ operand: Resolved) -> Bool {
    if case .constant(.null) = operand.node { return true }
    return false
  }

  private static func excludesNull(_ test: Resolved.Test) -> Bool {
    switch test {
    case .comparison(let comparison, let end):
      comparison.isOrdering || (comparison == .equal && !end.nullness.isPossible)
    case .value(let value):
      if case .list(let items) = value.node {
        items.allSatisfy { !$0.nullness.isPossible }
      } else {
        value.type != .any && !value.nullness.isPossible && (!value.itemsMayBeNull || !value.type.isList)
      }
    case .condition, .either: false
    }
  }
}

extension ValueType {
  var isList: Bool { if case .list = self { true } else { false } }
}
