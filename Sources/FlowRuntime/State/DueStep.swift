import FlowDSL

/// Something that a case is to have done by a moment: a step that is due, or the end of a wait.
public struct DueStep: Sendable, Hashable {
  /// Where the step stands in the walk.
  public let path: StepPath
  /// Index of the flow in the program.
  public let flow: Int
  /// Index of the step in the flow.
  public let step: Int
  /// The role it is for: of the step, else of its branch, else of what runs its flow.
  public let by: String?
  /// When the walk reached it.
  public let reached: Instant
  /// By when it is to be done, or when the wait ends.
  public let due: Instant
  /// Whether it is the end of a wait.
  public let isWait: Bool
}

extension State {
  /// What is due in a case that runs, the soonest first: open steps, those that stand still behind an interrupt, steps whose
  /// sub-flow or branches are walked, and the ends of waits.
  public var dueSteps: [DueStep] {
    guard status == .running else { return [] }
    return standingTokens.flatMap(dueSteps).sorted {
      ($0.due, $0.path.description) < ($1.due, $1.path.description)
    }
  }

  /// Every step that is not done: open ones, those that stand still, and those whose sub-flow or branches are walked.
  var standingTokens: [Token] {
    var standing = tokens + interruptions.flatMap(\.tokens)
    standing += joins.filter { $0.remaining > 0 }.map(\.caller)
    for frame in frames where frame.isOpen {
      switch frame.origin {
      case .call(let caller), .item(let caller, _, _): standing.append(caller)
      case .main, .interrupt: break
      }
    }
    return standing
  }

  /// Open steps that are due at no time, in the order of the flow: each waits for somebody all the same.
  public var waitingSteps: [OpenStep] {
    open.filter { step in
      if case .wait(_, .some, _) = step.asked { return false }
      return step.due == nil
    }
  }

  /// Whether something is still to be done in the case: it runs, or something was left undone in it.
  public var isLeftOpen: Bool { status == .running || !openTasks.isEmpty }

  private func dueSteps(at token: Token) -> [DueStep] {
    let flow = frames[token.frame].flow
    func step(_ due: Instant, isWait: Bool) -> DueStep {
      DueStep(
        path: token.path, flow: flow, step: token.step, by: role(at: token), reached: token.reached, due: due,
        isWait: isWait)
    }
    var steps = token.due.map { [step($0, isWait: false)] } ?? []
    if case .wait(let wait) = program.flows[flow].steps[token.step].kind, !token.isCarriedOut,
      let until = deadline(of: wait, reached: token.reached, in: token.frame)
    {
      steps.append(step(until, isWait: true))
    }
    if token.isWaiting, case .run(let call) = program.flows[flow].steps[token.step].kind,
      let next = call.repetition.flatMap({ nextRound(of: $0, at: token) })
    {
      steps.append(step(next, isWait: true))
    }
    return steps
  }
}
