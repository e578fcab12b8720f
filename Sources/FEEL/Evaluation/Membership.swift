extension Interval {
  /// Whether a value lies inside; nil where it cannot be compared with the ends.
  func contains(_ value: Value) -> Bool? {
    if value == .null { return nil }
    if low == .null, high == .null { return nil }
    var above: Bool? = true
    if low != .null { above = value.satisfies(includesLow ? .greaterOrEqual : .greater, low) }
    var below: Bool? = true
    if high != .null { below = value.satisfies(includesHigh ? .lessOrEqual : .less, high) }
    return Ternary.and(above, below)
  }
}

extension Value {
  /// Whether a value meets this one as a test: equal to it, inside it when it is a range, or in it when it is a list.
  func admits(_ value: Value) -> Bool? {
    switch self {
    case .range(let range):
      if case .range = value { return equals(value) }
      return range.contains(value)
    case .list(let items):
      if case .list = value, equals(value) == true { return true }
      // A test of another kind among several does not make the answer unknown: it just does not match.
      return items.contains { item in
        if case .range(let range) = item, range.contains(value) == true { return true }
        return item.equals(value) == true
      }
    default: return value.equals(self)
    }
  }
}

/// Three-valued logic; nil is null (DMN 1.5, table 40).
enum Ternary {
  static func and(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == false || right == false { return false }
    return left == nil || right == nil ? nil : true
  }

  static func or(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == true || right == true { return true }
    return left == nil || right == nil ? nil : false
  }
}

extension Value {
  /// True or false, or nil for anything else.
  @inline(__always)
  var truth: Bool? {
    if case .boolean(let value) = self { return value }
    return nil
  }

  /// The value of a truth, null for nil.
  @inline(__always)
  init(_ truth: Bool?) {
    self = truth.map { .boolean($0) } ?? .null
  }
}
