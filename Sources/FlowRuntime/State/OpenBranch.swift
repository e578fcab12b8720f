import FlowDSL

/// A branch of a `together` step that an open step stands in (grammar, section 8.10).
public struct OpenBranch: Sendable {
  /// Which `together` of the walk, and which of its branches.
  let place: BranchPlace
  /// The branch as the program has it.
  public let definition: Branch
}

extension OpenBranch: Equatable {
  /// The same branch of the same `together`, walked the same time.
  public static func == (left: OpenBranch, right: OpenBranch) -> Bool { left.place == right.place }
}

extension State {
  /// The branches that a token stands in, the outermost first.
  func branches(around token: Token) -> [OpenBranch] {
    if let place = token.branch {
      let caller = joins[place.join].caller
      guard case .together(let branches) = program.flows[frames[caller.frame].flow].steps[caller.step].kind
      else { return [] }
      return self.branches(around: caller)
        + [OpenBranch(place: place, definition: branches[place.branch])]
    }
    switch frames[token.frame].origin {
    case .call(let caller), .item(let caller, _, _): return branches(around: caller)
    case .main, .interrupt: return []
    }
  }
}
