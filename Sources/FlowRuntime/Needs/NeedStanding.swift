import FlowDSL

/// A need as it stands in a case (grammar, section 4.1).
public struct NeedStanding: Sendable {
  /// How far a need is met.
  public enum Progress: String, Sendable, Hashable, CaseIterable {
    /// It is a need, and nothing is under way.
    case toDo = "to-do"
    /// Something is under way.
    case underWay = "under-way"
    /// It is met.
    case done
    /// It is no need of this case so far.
    case notNeeded = "not-needed"
  }

  /// Path of the flow it stands in: `""` for the main one, `children-check[2]/`.
  public let prefix: String
  /// The need as declared.
  public let need: Need
  /// How far it is met.
  public let progress: Progress
}

extension State {
  /// The needs of all flows that the walk has begun, in the order in which these were begun.
  ///
  /// A need stands for those of the same name in the flows that its flow runs: the outermost flow knows most.
  public var needs: [NeedStanding] {
    frames.indices.flatMap { index in
      let outer = namesOfNeeds(around: index)
      return program.flows[frames[index].flow].needs.filter { !outer.contains($0.name) }.map { need in
        NeedStanding(prefix: frames[index].prefix, need: need, progress: progress(of: need, in: index))
      }
    }
  }

  /// Names of the needs of the flows that a frame is inside of.
  private func namesOfNeeds(around frame: Int) -> Set<String> {
    var names: Set<String> = []
    var next = frames[frame].parent
    while let current = next {
      names.formUnion(program.flows[frames[current].flow].needs.map(\.name))
      next = frames[current].parent
    }
    return names
  }

  private func progress(of need: Need, in frame: Int) -> NeedStanding.Progress {
    guard holds(need.when, in: frame) else { return .notNeeded }
    if holds(need.done, in: frame) { return .done }
    if let begun = need.begun, holds(begun, in: frame) { return .underWay }
    return .toDo
  }
}
