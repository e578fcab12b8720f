import FEEL
import FlowDSL

/// One walk of a flow in a case, as it stands: the main one, or one that a step or an interrupt began.
public struct FlowWalk: Sendable {
  /// Index of the flow in the program.
  public let flow: Int
  /// Path of the flow: `""` for the main one, `danger-check/`, `children-check[2]/`.
  public let prefix: String
  /// The end it came to; `nil` while it is walked.
  public let outcome: String?
  /// The values of its facts by slot; `null` unless known.
  private let values: [Value]

  fileprivate init(_ frame: Frame) {
    flow = frame.flow
    prefix = frame.prefix
    outcome = frame.outcome
    values = frame.slots
  }

  /// Whether a condition over the flow's facts holds; one that is `null` does not.
  public func holds(_ condition: CompiledExpression) -> Bool { condition.holds(values) == true }
}

extension State {
  /// The walks of all flows, in the order in which they were begun; a correction leaves those that still hold.
  public var walks: [FlowWalk] { frames.map(FlowWalk.init) }
}
