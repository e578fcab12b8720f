import FlowDSL

/// A step as a guarantee names it, by the names of the steps that lead to it: `children-check/hurt` stands for
/// `children-check[1]/hurt`, `children-check[2]/hurt`; `!attack-now/call` for the step of every firing.
enum GuaranteedStep {
  /// Whether a path inside the walk of a flow is one of those that a name stands for.
  static func matches(_ name: String, _ path: Substring.UTF8View) -> Bool {
    var rest = name.utf8[...]
    var isNumber = false
    for byte in path {
      if isNumber {
        isNumber = byte != UInt8(ascii: "]")
      } else if byte == UInt8(ascii: "[") {
        isNumber = true
      } else {
        guard rest.popFirst() == byte else { return false }
      }
    }
    return rest.isEmpty
  }

  /// Whether two paths inside the walk of a flow are about the same items, as far as they go the same way: of two steps of the
  /// flow of an `each`, those of the same child.
  static func isSameItem(_ left: Substring, _ right: Substring) -> Bool {
    for (one, other) in zip(left.split(separator: "/"), right.split(separator: "/")) where one != other {
      return one.prefix { $0 != "[" } != other.prefix { $0 != "[" }
    }
    return true
  }
}
