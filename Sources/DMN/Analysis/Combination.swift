import FEEL

/// A set of input combinations, written as the input entries of a rule that matches exactly these.
public struct Combination: Sendable, Hashable {
  /// What each input takes, in the order of the table's inputs.
  public let inputs: [ValueSet]

  /// The combination as FEEL unary tests, one for each input, as a trainer could write the row; `-` for anything.
  public var cells: [String] { inputs.map(\.description) }
}

extension Combination: CustomStringConvertible {
  /// The cells in a row.
  public var description: String { cells.joined(separator: " | ") }
}

/// A set of values of one input.
public struct ValueSet: Sendable, Hashable {
  /// Values that are listed, or lie between two ends.
  public enum Piece: Sendable, Hashable {
    case value(Value)
    /// An interval; an end of `.null` stands for no limit.
    case interval(Interval)
    case null
  }

  /// The pieces, along the line or scale; null last.
  public let pieces: [Piece]
  /// Whether the pieces are what is *not* in the set: "any other text".
  public let isComplement: Bool
  /// Whether these are all values that the input can take.
  public let isEverything: Bool
  /// One value of the set, as an example.
  public let example: Value
}

extension ValueSet: CustomStringConvertible {
  /// The set as FEEL unary tests: `-`, `"low", "medium"`, `[8..12)`, `not("a")`.
  public var description: String {
    if isEverything { return "-" }
    let texts = pieces.map(\.description).joined(separator: ", ")
    return isComplement ? "not(\(texts))" : texts
  }
}

extension ValueSet.Piece: CustomStringConvertible {
  /// The piece as a FEEL unary test.
  public var description: String {
    switch self {
    case .null: "null"
    case .value(let value): value.testText
    case .interval(let interval):
      switch (interval.low, interval.high) {
      case (.null, let high): (interval.includesHigh ? "<= " : "< ") + high.testText
      case (let low, .null): (interval.includesLow ? ">= " : "> ") + low.testText
      case (let low, let high):
        (interval.includesLow ? "[" : "(") + low.testText + ".." + high.testText
          + (interval.includesHigh ? "]" : ")")
      }
    }
  }
}

extension Value {
  /// The value as a literal of FEEL.
  var testText: String {
    switch self {
    case .date, .time, .dateTime, .daysDuration, .yearsDuration: "@\"\(description)\""
    default: description
    }
  }
}
