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
    /// Nobody was asked yet whether it is one.
    case notAsked = "not-asked"
  }

  /// Path of the flow it stands in: `""` for the main one, `children-check[2]/`.
  public let prefix: String
  /// Index of that flow in the program.
  let flow: Int
  /// The need as declared.
  public let need: Need
  /// How far it is met.
  public let progress: Progress
  /// Whether it stood so before a correction, and the walk has not come there again.
  public var isBefore = false
}

extension State {
  /// The needs of all flows that the walk has begun, in the order in which these were begun.
  ///
  /// A need stands for those of the same name in the flows that its flow runs: the outermost flow knows most.
  public var needs: [NeedStanding] {
    withNeedsBefore(
      frames.indices.flatMap { index in
        let outer = namesOfNeeds(around: index)
        return program.flows[frames[index].flow].needs.filter { !outer.contains($0.name) }.map { need in
          NeedStanding(
            prefix: frames[index].prefix, flow: frames[index].flow, need: need,
            progress: progress(of: need, in: index))
        }
      })
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
    guard holds(need.when, in: frame) else { return isAsked(need, in: frame) ? .notNeeded : .notAsked }
    if holds(need.done, in: frame) { return isLeft(under: need, in: frame) ? .underWay : .done }
    if let begun = need.begun, holds(begun, in: frame) { return .underWay }
    return .toDo
  }

  /// Whether somebody was asked: as the need says, else where any fact that it hangs on has an answer.
  private func isAsked(_ need: Need, in frame: Int) -> Bool {
    if let asked = need.asked { return holds(asked, in: frame) }
    return need.when.slots.isEmpty || need.when.slots.contains { frames[frame].standings[$0] != .unset }
  }

  /// Whether something is left undone under a need: at the steps that it names, or on the facts that it hangs on.
  private func isLeft(under need: Need, in frame: Int) -> Bool {
    let paths = need.tasks.map { frames[frame].prefix + $0 }
    let slots = Set(need.when.slots + (need.begun?.slots ?? []) + need.done.slots)
    let isUnder = { (path: StepPath) in
      paths.contains { name in
        let rest = path.description.utf8.dropFirst(name.utf8.count).first
        return path.description.hasPrefix(name)
          && (rest == nil || rest == UInt8(ascii: "/") || rest == UInt8(ascii: "["))
      }
    }
    return leftUndone.contains { left in
      isOpen(left)
        && (isUnder(left.token.path)
          || left.token.frame == frame && !slots.isDisjoint(with: self.slots(of: left)))
    } || setAside.contains { isOpen($0) && isUnder($0.path) }
  }

  /// Slots of the facts that are not as they would be had this been done.
  private func slots(of left: LeftUndone) -> [Int] {
    switch (left.matter, kind(of: left.token)) {
    case (.item(let place), let kind): return [kind.ticks[place].slot].compactMap(\.self)
    case (.question, _): return question(of: left).map { [$0.slot] } ?? []
    case (.contact, .contact(let contact)):
      return [contact.result].compactMap(\.self) + contact.asks.map(\.slot)
    case (.referral, .refer(let referral)):
      return [referral.result].compactMap(\.self) + referral.asks.map(\.slot)
    default: return []
    }
  }
}
