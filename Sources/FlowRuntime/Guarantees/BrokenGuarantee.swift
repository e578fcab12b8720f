import FlowDSL

/// A guarantee that a walk did not keep: which, in which walk of its flow, and where.
///
/// It is no entry of the journal: it follows from the program and from what was said.
public struct BrokenGuarantee: Sendable, Hashable {
  /// Index of the flow that promises it.
  public let flow: Int
  /// Index of the guarantee in that flow.
  public let guarantee: Int
  /// Path of the walk of that flow: `""` for the main one, `danger-check/`, `children-check[2]/`.
  public let prefix: String
  /// The step at which it was not kept.
  public let step: StepPath
  /// The entry of a person at which it was not kept.
  public let entry: Int
  /// The instant of that entry.
  public let at: Instant
  /// Of a time between two steps: how long it took, in milliseconds.
  public let elapsed: Int64?
  /// The steps on the way that were done late, or are: but for their lateness the time would have been kept. None where the
  /// flow itself does not keep what it promises.
  public let late: [StepPath]

  /// Whether the flow keeps the promise, and people were late.
  public var isByLateness: Bool { !late.isEmpty }

  /// The guarantee as declared.
  public func definition(in program: Program) -> Guarantee { program.flows[flow].guarantees[guarantee] }
}

extension State {
  /// The guarantees that the walk did not keep up to its last entry, in the order in which they were broken; after a
  /// correction, those of the walk that stands (grammar, section 10).
  public var brokenGuarantees: [BrokenGuarantee] { broken }

  /// The same at a moment after the last entry: then also the times that ran out since, between a step that was done and one
  /// that is open, or a call at which nobody was reached so far.
  public func brokenGuarantees(at moment: Instant) -> [BrokenGuarantee] {
    guard status != .abandoned, status != .notStarted else { return broken }
    var all = broken
    let calls = program.edition >= .second ? callsToBeMade : []
    let standing = tokens + interruptions.flatMap(\.tokens) + calls
    for token in standing {
      for frame in frameAndThoseAround(token.frame) {
        all += timesRunOut(at: token.path, in: frame, moment: moment, notAmong: all)
      }
    }
    return all
  }
}
