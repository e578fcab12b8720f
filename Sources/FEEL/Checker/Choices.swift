/// Comparisons with the values of a choice.
enum Choices {
  /// The string literals that an expression may give, with their places.
  static func literals(in resolved: Resolved) -> [(String, Range<Int>)] {
    switch resolved.node {
    case .constant(.string(let text)): [(text, resolved.range)]
    case .list(let items): items.flatMap(literals)
    case .conditional(_, let then, let otherwise): literals(in: then) + literals(in: otherwise)
    default: []
    }
  }

  /// The values that an ordering comparison would mean on the scale; empty when the end is not one of them.
  static func meant(_ operation: String, flipped: Bool, allowed: [String], end: Resolved) -> [String] {
    guard case .constant(.string(let text)) = end.node, let place = allowed.firstIndex(of: text) else {
      return []
    }
    let normal = flipped ? ["<": ">", "<=": ">=", ">": "<", ">=": "<="][operation] ?? operation : operation
    switch normal {
    case "<": return Array(allowed[..<place])
    case "<=": return Array(allowed[...place])
    case ">": return Array(allowed[(place + 1)...])
    default: return Array(allowed[place...])
    }
  }

  /// The values from `low` through `high`; empty when an end is not one of them.
  static func between(_ low: Resolved, _ high: Resolved, allowed: [String]) -> [String] {
    guard case .constant(.string(let low)) = low.node, case .constant(.string(let high)) = high.node,
      let first = allowed.firstIndex(of: low), let last = allowed.firstIndex(of: high), first <= last
    else { return [] }
    return Array(allowed[first...last])
  }
}
