import FlowRuntime

/// Which of several open steps is at hand: the walk goes on in a branch while there is something to do in it.
struct Focus {
  /// The step at hand when it was last looked for.
  private var held: Held?

  private struct Held {
    var path: StepPath
    var branches: [OpenBranch]
    var role: String?
  }

  /// Takes a step in hand.
  mutating func take(_ open: OpenStep) {
    held = Held(path: open.path, branches: open.branches, role: open.by)
  }

  /// Lets go of it: the next step is chosen.
  mutating func forget() { held = nil }

  /// The step to go on with; `nil` where a person chooses.
  ///
  /// It is the step at hand while it is open; else what follows it in its branch. Where the branch is over, the branch around
  /// it goes on. A person chooses where several steps follow, or one that waits or is set for a later day, or one for another
  /// role.
  func next(among open: [OpenStep], for role: String, now: Instant) -> OpenStep? {
    if open.count == 1 { return open[0] }
    guard let held else { return nil }
    if let same = open.first(where: { $0.path == held.path }) { return same }
    var branches = held.branches
    var following = open.filter { $0.branches.starts(with: branches) }
    while following.isEmpty, !branches.isEmpty {
      branches.removeLast()
      following = open.filter { $0.branches == branches }
    }
    guard !branches.isEmpty, following.count == 1, !following[0].waits,
      following[0].laterDay(now) == nil
    else { return nil }
    return following[0].by.map { $0 == role || $0 == held.role } ?? true ? following[0] : nil
  }
}

extension OpenStep {
  /// Whether it asks for nothing but time.
  var waits: Bool {
    if case .wait = asked { true } else { false }
  }

  /// The day, such as `24/11/2026`, that was set for it, where that is a later one.
  func laterDay(_ now: Instant) -> String? {
    guard let appointment, appointment > now else { return nil }
    let day = LocalTime(appointment)
    return day.isSameDay(as: LocalTime(now)) ? nil : day.date
  }
}
