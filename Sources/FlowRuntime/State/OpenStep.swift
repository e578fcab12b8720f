import FEEL
import FlowDSL

/// An open step: all that a screen needs to ask what the walk asks for next.
public struct OpenStep: Sendable {
  /// What is asked for.
  public enum Asked: Sendable {
    case question(Question)
    /// An item of a `do` or `inform` step to mark.
    case tick(Tick)
    /// A recommendation to confirm, or to override where there is a rule for it.
    case recommendation(Recommendation, Override?)
    /// A contact to make; what may be passed on.
    case contact(Contact, passesOn: [Fact])
    /// A referral to make; whether it may be made, since consent is given or the law allows it, and what may be passed on.
    case referral(Referral, isAllowed: Bool, passesOn: [Fact])
    /// A time to pass, with its end where it is known, and a question that may be answered meanwhile.
    case wait(Wait, until: Instant?, Question?)
    /// What persons in several roles have to agree with, and who did so far.
    case concurrence(Concurrence, agreed: [Person])
  }

  /// One round of a sub-flow that is walked again.
  public struct Round: Sendable, Hashable {
    /// From 1.
    public let number: Int
    /// How many there may be.
    public let most: Int
  }

  /// Where the step stands in the walk.
  public let path: StepPath
  /// Index of the flow in the program.
  public let flow: Int
  /// Index of the step in the flow.
  public let step: Int
  /// The step as the program has it.
  public internal(set) var definition: Step
  /// What is asked for.
  public internal(set) var asked: Asked
  /// The facts of its flow.
  public let facts: [Fact]
  /// When the walk reached it.
  public let reached: Instant
  /// When it is due.
  public let due: Instant?
  /// It was open at an entry after its due time.
  public let isOverdue: Bool
  /// Calls that were not answered.
  public let attempts: Int
  /// The role it is for: of the step, else of its branch, else of what runs its flow.
  public let by: String?
  /// The branches of `together` it stands in, the outermost first.
  public let branches: [OpenBranch]
  /// Indices of the flows it is inside of, the main one first, its own last.
  public let flows: [Int]
  /// The round it stands in, the innermost; `nil` where none is walked again.
  public let round: Round?
  /// Which child, say, it is about: the items of the `each` steps it is inside of, the outermost first.
  public let items: [WalkedItem]

  /// The name of the question's fact or of the item asked for; `nil` where the step asks for no item.
  public var item: String? {
    switch asked {
    case .question(let question), .wait(_, _, let question?): facts[question.slot].name
    case .tick(let tick): tick.name
    default: nil
    }
  }

  /// The fact that takes the answer.
  public var fact: Fact? {
    switch asked {
    case .question(let question), .wait(_, _, let question?): facts[question.slot]
    case .recommendation: definition.kind.outputs.first.map { facts[$0] }
    default: nil
    }
  }

  /// The moment that people set for it: where it is due at the time of a fact, with nothing added (grammar, section 7).
  public var appointment: Instant? {
    guard let due = definition.due, due.within == 0, case .fact = due.from else { return nil }
    return self.due
  }

  /// The event that answers the question asked for; `nil` where none is.
  public func answered(_ answer: Answer) -> Event? {
    switch asked {
    case .question(let question), .wait(_, _, let question?):
      .answered(step: path, fact: facts[question.slot].name, answer)
    default: nil
    }
  }
}

/// Something that may be reported at any step.
public struct Report: Sendable {
  /// The interrupt, with the path of the flow that declares it: `attack-now`, `danger-check/attack-now`.
  public let interrupt: String
  /// The boolean fact that becomes true.
  public let fact: Fact
  /// The words offered.
  public let words: Words
  /// The title of the interrupt.
  public let title: Words?

  /// The event that reports it.
  public var event: Event { .reported(interrupt: interrupt, fact: fact.name) }
}

extension State {
  /// The open steps, in the order of the flow; those that stand still behind an interrupt are left out. None while the
  /// case is abandoned.
  public var open: [OpenStep] {
    guard status == .running else { return [] }
    var steps: [OpenStep] = []
    steps.reserveCapacity(tokens.count)
    // Not `map`: a closure over the state would copy it for every look at what is open.
    for index in tokens.indices { steps.append(openStep(index)) }
    return steps
  }

  /// The steps that stand still until the interrupt under way is over.
  public var standingStill: [StepPath] { interruptions.flatMap { $0.tokens.map(\.path) } }

  /// What may be reported now. Of interrupts of one name, that of the outermost flow stands for the others.
  public var reportable: [Report] {
    guard status == .running else { return [] }
    var offered: Set<String> = []
    return watching.flatMap { frame in
      let flow = program.flows[frames[frame].flow]
      return flow.interrupts.filter { offered.insert($0.name).inserted }.flatMap { interrupt in
        interrupt.reports.map { report in
          Report(
            interrupt: frames[frame].prefix + interrupt.name, fact: flow.facts[report.slot],
            words: report.words,
            title: interrupt.title)
        }
      }
    }
  }

  private func openStep(_ index: Int) -> OpenStep {
    let token = tokens[index]
    let flow = frames[token.frame].flow
    return OpenStep(
      path: token.path, flow: flow, step: token.step, definition: program.flows[flow].steps[token.step],
      asked: asked(at: token), facts: program.flows[flow].facts, reached: token.reached, due: token.due,
      isOverdue: token.isOverdue, attempts: token.attempts, by: role(at: token),
      branches: branches(around: token),
      flows: flows(around: token.frame), round: round(around: token.frame),
      items: items(around: token.frame))
  }

  func round(around frame: Int) -> OpenStep.Round? {
    switch frames[frame].origin {
    case .call(let caller):
      if case .run(let call) = program.flows[frames[caller.frame].flow].steps[caller.step].kind,
        let repetition = call.repetition
      {
        return OpenStep.Round(number: caller.rounds, most: repetition.most)
      }
      return round(around: caller.frame)
    case .item(let caller, _, _): return round(around: caller.frame)
    case .main, .interrupt: return nil
    }
  }

  private func asked(at token: Token) -> OpenStep.Asked {
    let flow = frames[token.frame].flow
    if token.isToBeAgreed, let concurrence = program.flows[flow].steps[token.step].concurrence {
      return .concurrence(concurrence, agreed: token.agreed)
    }
    let kind = program.flows[flow].steps[token.step].kind
    let questions = kind.questions(isCarriedOut: token.isCarriedOut)
    let question = token.item < questions.count ? questions[token.item] : nil
    switch kind {
    case .wait(let wait):
      return .wait(
        wait, until: deadline(of: wait, reached: token.reached, in: token.frame), question)
    case .run(let call) where call.repetition != nil:
      let next = call.repetition.flatMap { nextRound(of: $0, at: token) }
      return .wait(Wait(on: call.repetition?.until), until: next, nil)
    case .contact(let contact) where question == nil:
      return .contact(contact, passesOn: passesOn(contact.sharing, in: token.frame, of: flow))
    case .refer(let referral) where question == nil:
      return .referral(
        referral, isAllowed: mayPassOn(referral.sharing, in: token.frame),
        passesOn: passesOn(referral.sharing, in: token.frame, of: flow))
    case .do(let ticks) where token.item < ticks.count: return .tick(ticks[token.item])
    case .inform(let information) where token.item < information.tell.count:
      return .tick(information.tell[token.item])
    default:
      if let question { return .question(question) }
      // INVARIANT: a token that rests and asks for nothing else stands at a recommendation.
      return .recommendation(token.advice ?? Recommendation(values: []), kind.override)
    }
  }

  func passesOn(_ sharing: Sharing?, in frame: Int, of flow: Int) -> [Fact] {
    guard let sharing, mayPassOn(sharing, in: frame) else { return [] }
    let facts = program.flows[flow].facts
    return sharing.facts.map { facts[$0] }
  }

  /// The role that a step is for: its own, else that of its branch, else that of what runs its flow.
  func role(at token: Token) -> String? {
    let flow = frames[token.frame].flow
    if let role = program.flows[flow].steps[token.step].by { return role }
    if let place = token.branch {
      let caller = joins[place.join].caller
      if case .together(let branches) = program.flows[flow].steps[caller.step].kind,
        let role = branches[place.branch].by
      {
        return role
      }
      return role(at: caller)
    }
    switch frames[token.frame].origin {
    case .call(let caller), .item(let caller, _, _): return role(at: caller)
    case .main, .interrupt: return nil
    }
  }

  func flows(around frame: Int) -> [Int] {
    var flows: [Int] = []
    var next: Int? = frame
    while let current = next {
      flows.append(frames[current].flow)
      next = frames[current].parent
    }
    return flows.reversed()
  }
}
