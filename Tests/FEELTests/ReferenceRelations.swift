import FEEL

/// Allen's relations for the reference evaluator, one by one as the standard's table 78 writes them for two ranges; a
/// point is the range of itself.
enum ReferenceRelations {
  static func call(_ name: String, _ arguments: [Value]) -> Value {
    guard arguments.count == 2, let first = range(arguments[0]), let second = range(arguments[1]) else {
      return .null
    }
    guard let first = Ends(first, towards: second), let second = Ends(second, towards: first.range) else {
      return .null
    }
    return holds(name, first, second).map { .boolean($0) } ?? .null
  }

  private static func range(_ value: Value) -> Interval? {
    switch value {
    case .null, .list, .context, .boolean: nil
    case .range(let range): range
    default: Interval(low: value, includesLow: true, high: value, includesHigh: true)
    }
  }

  /// The ends of a range with their order against those of another.
  private struct Ends {
    let range: Interval
    /// This low end against the other's low and high ones, and this high end against the same.
    let lowLow: Int
    let lowHigh: Int
    let highLow: Int
    let highHigh: Int

    init?(_ range: Interval, towards other: Interval) {
      guard let lowLow = order(range.low, other.low), let lowHigh = order(range.low, other.high),
        let highLow = order(range.high, other.low), let highHigh = order(range.high, other.high)
      else { return nil }
      (self.range, self.lowLow, self.lowHigh) = (range, lowLow, lowHigh)
      (self.highLow, self.highHigh) = (highLow, highHigh)
    }

    var openLow: Bool { !range.includesLow }
    var openHigh: Bool { !range.includesHigh }
  }

  private static func holds(_ name: String, _ a: Ends, _ b: Ends) -> Bool? {
    switch name {
    case "before": a.highLow < 0 || (a.highLow == 0 && (a.openHigh || b.openLow))
    case "after": a.lowHigh > 0 || (a.lowHigh == 0 && (a.openLow || b.openHigh))
    case "meets": a.highLow == 0 && !a.openHigh && !b.openLow
    case "met by": a.lowHigh == 0 && !a.openLow && !b.openHigh
    case "overlaps":
      (a.highLow > 0 || (a.highLow == 0 && !a.openHigh && !b.openLow))
        && (a.lowHigh < 0 || (a.lowHigh == 0 && !a.openLow && !b.openHigh))
    case "finishes":
      a.highHigh == 0 && a.openHigh == b.openHigh
        && (a.lowLow > 0 || (a.lowLow == 0 && (a.openLow || !b.openLow)))
    case "includes":
      (a.lowLow < 0 || (a.lowLow == 0 && (!a.openLow || b.openLow)))
        && (a.highHigh > 0 || (a.highHigh == 0 && (!a.openHigh || b.openHigh)))
    case "during": holds("includes", b, a)
    case "starts":
      a.lowLow == 0 && a.openLow == b.openLow
        && (a.highHigh < 0 || (a.highHigh == 0 && (a.openHigh || !b.openHigh)))
    case "started by": holds("starts", b, a)
    case "finished by": holds("finishes", b, a)
    case "coincides": a.lowLow == 0 && a.highHigh == 0 && a.openLow == b.openLow && a.openHigh == b.openHigh
    default: nil
    }
  }
}
