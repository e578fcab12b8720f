import FEEL
import FlowDSL

extension Refusal {
  /// A value on the wrong side of an end that another fact or the moment gives.
  public struct Bounds: Sendable, Hashable {
    /// On which side of the end it is.
    public enum Side: String, Sendable, Hashable {
      case tooLate = "too-late"
      case tooEarly = "too-early"
      case tooMuch = "too-much"
      case tooLittle = "too-little"
    }

    /// What gives the end.
    public enum Source: Sendable, Hashable {
      /// The moment of the entry, or its day.
      case now
      /// Another fact, with its title where it has one.
      case fact(String, title: Words?)
      case limit
    }

    /// The fact that cannot take it.
    public let fact: String
    /// What was said.
    public let value: Value
    /// On which side of the end it is.
    public let side: Side
    /// What gives the end.
    public let source: Source
    /// The end.
    public let end: Value
  }
}

extension Refusal.Bounds {
  /// A value that a bound does not admit beside these facts.
  init(fact: String, value: Value, _ bound: Bound, _ slots: [Value], _ facts: [Fact]) {
    self.fact = fact
    self.value = value
    end = bound.end.evaluate(slots)
    let isAbove = [.less, .lessOrEqual].contains(bound.comparison)
    switch value {
    case .date, .time, .dateTime: side = isAbove ? .tooLate : .tooEarly
    default: side = isAbove ? .tooMuch : .tooLittle
    }
    switch bound.source {
    case .moment: source = .now
    case .fact(let slot): source = .fact(facts[slot].name, title: facts[slot].title)
    case .expression: source = .limit
    }
  }

  var identifier: String {
    switch source {
    case .now: side.rawValue + "-now"
    case .fact: side.rawValue + "-fact"
    case .limit: side.rawValue + "-limit"
    }
  }

  var arguments: [(String, String)] {
    var arguments = [("fact", fact), ("value", value.text), ("limit", end.text)]
    if case .fact(let name, _) = source { arguments.append(("other", name)) }
    return arguments
  }
}
