import FEEL

/// What was answered. "Unknown" and "declined" are answers (language rule 4).
public enum Answer: Sendable, Hashable {
  case value(Value)
  case unknown
  case declined
}

/// The place of a step in a walk: names from the main flow down, such as `danger-check/perpetrator-side`;
/// `children-check[2]/hurt` inside the second item of an `each`; `!attack-now[1]/call` inside the first firing of an interrupt.
public struct StepPath: Sendable, Hashable, CustomStringConvertible {
  /// The path as it is written.
  public let description: String

  /// A path as it is written.
  public init(_ text: String) { description = text }
}
