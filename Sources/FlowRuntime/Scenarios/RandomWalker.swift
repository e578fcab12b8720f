import FEEL
import FlowDSL

/// Answers whatever is asked with anything that is allowed: every value of a choice, unknown, declined, overrides,
/// calls that nobody answers, items not done. What it does follows from its seed.
///
/// A walker may have second thoughts: then it also corrects what it said, takes up what was left undone, and reports what happens
/// meanwhile.
public struct RandomWalker: Sendable {
  private var generator: SeededGenerator
  private var thoughts: SecondThoughts?
  /// To when calls are put off: 2100-01-01T00:00:00Z, after all that walks say.
  static let later = Instant(milliseconds: 4_102_444_800_000)

  /// Calls that are not answered at one step before it gives up or gets through.
  private let tries = 3
  /// Values are drawn until one is admitted: a fact may limit what it takes in ways that only it can judge.
  private let draws = 100

  /// A walker whose acts a seed determines.
  public init(seed: UInt64, hasSecondThoughts: Bool = false) {
    generator = SeededGenerator(seed: seed)
    if hasSecondThoughts { thoughts = SecondThoughts(using: &generator) }
  }

  /// Something that may be said of a step that is open; `nil` where nothing was found.
  public mutating func act(at open: OpenStep, of state: State) -> Act? {
    for _ in 0..<draws {
      let act = draw(at: open, of: state)
      if (try? state.admit(act.event, by: Person(identifier: act.person ?? "", role: act.role))) != nil {
        return act
      }
    }
    return nil
  }

  /// Walks a case on from any open step until it ends, or so many acts were done.
  ///
  /// - Returns: the entries made.
  public mutating func walk(
    _ state: inout State, with interpreter: Interpreter, from start: Instant, atMost acts: Int = 2_000
  ) -> [Entry] {
    var entries: [Entry] = []
    for _ in 0..<acts {
      guard let made = goOn(&state, with: interpreter, from: start) else { break }
      entries += made
    }
    return entries
  }

  /// The entries of the next act; `nil` where the walk is over.
  private mutating func goOn(
    _ state: inout State, with interpreter: Interpreter, from start: Instant
  ) -> [Entry]? {
    func take(_ act: Act) -> [Entry]? {
      try? interpreter.step(
        act.event, by: Person(identifier: act.person ?? "walker", role: act.role),
        at: max(state.now, start).advanced(by: act.after), state: &state)
    }
    // A correction that is refused, since nothing of its kind is asked there now, is not made.
    if let act = thoughts?.act(on: state, using: &generator), let made = take(act) { return made }
    if let task = thoughts?.task(of: state, using: &generator), let made = pursue(task, of: state, take) {
      return made
    }
    guard state.status == .running, let open = state.open.randomElement(using: &generator) else { return nil }
    let other = thoughts == nil ? nil : self.act(at: open, of: state)
    for _ in 0..<draws {
      guard let made = take(draw(at: open, of: state)) else { continue }
      if let other { thoughts?.keep(other, insteadOf: made[0]) }
      return made
    }
    return nil
  }

  /// Takes up what was left undone, or says that it is not to be done.
  private mutating func pursue(
    _ task: CaseTask, of state: State, _ take: (Act) -> [Entry]?
  ) -> [Entry]? {
    let isDone = Bool.random(using: &generator)
    let settling = Act(
      event: task.settled(done: isDone, reason: "reason"), role: task.by ?? state.handler?.role ?? "")
    guard let again = task.again, Bool.random(using: &generator) else { return take(settling) }
    for _ in 0..<draws {
      if let made = take(draw(at: again, of: state)) { return made }
    }
    return take(settling)
  }

  private mutating func draw(at open: OpenStep, of state: State) -> Act {
    let role = open.by ?? state.handler?.role ?? ""
    let after = Int64.random(in: 0...600_000, using: &generator)
    return switch open.asked {
    case .question(let question):
      Act(event: answer(question, at: open, now: state.now), role: role, after: after)
    case .tick(let tick): Act(event: mark(tick, at: open), role: role, after: after)
    case .recommendation(_, let rule): decide(rule, at: open, role: role, after: after)
    case .contact: Act(event: .contacted(step: open.path, contact(open)), role: role, after: after)
    case .referral(let referral, let isAllowed, _):
      Act(
        event: .referred(step: open.path, refer(referral, isAllowed, state.program.directory)), role: role,
        after: after)
    case .concurrence(let concurrence, let agreed): concur(concurrence, agreed, at: open, after: after)
    case .wait(_, let until, let question):
      if let question, Bool.random(using: &generator) {
        Act(event: answer(question, at: open, now: state.now), role: role, after: after)
      } else {
        Act(
          event: .clock, role: role,
          after: until.map { max(0, $0.milliseconds - state.now.milliseconds) } ?? after)
      }
    }
  }

  private mutating func answer(_ question: Question, at open: OpenStep, now: Instant) -> Event {
    let fact = open.facts[question.slot]
    let answer: Answer =
      switch Int.random(in: 0..<8, using: &generator) {
      case 0 where question.acceptsUnknown: .unknown
      case 1 where question.acceptsDeclined: .declined
      default: .value(value(of: fact, now: now))
      }
    return .answered(step: open.path, fact: fact.name, answer)
  }

  /// Any value; where other facts or the moment bound it, a day or moment within three days of now, so that some are admitted.
  private mutating func value(of fact: Fact, now: Instant) -> Value {
    guard !fact.bounds.isEmpty else { return fact.type.randomValue(using: &generator) }
    let minutes = Int64.random(in: -4_320...4_320, using: &generator)
    guard let moment = DateTime(now.advanced(by: minutes * 60_000)) else { return .null }
    switch fact.type {
    case .dateTime: return .dateTime(moment)
    case .date: return .date(moment.date)
    default: return fact.type.randomValue(using: &generator)
    }
  }

  private mutating func mark(_ tick: Tick, at open: OpenStep) -> Event {
    let done = Bool.random(using: &generator)
    return .ticked(step: open.path, item: tick.name, done: done, reason: done ? nil : "reason")
  }

  private mutating func decide(_ rule: Override?, at open: OpenStep, role: String, after: Int64) -> Act {
    guard let rule, let other = rule.roles.randomElement(using: &generator), let fact = open.fact,
      Bool.random(using: &generator)
    else { return Act(event: .confirmed(step: open.path), role: role, after: after) }
    return Act(
      event: .overridden(step: open.path, to: fact.type.randomValue(using: &generator), reason: "reason"),
      role: other, after: after)
  }

  private mutating func concur(
    _ concurrence: Concurrence, _ agreed: [Person], at open: OpenStep, after: Int64
  ) -> Act {
    let role = concurrence.missing(agreed).randomElement(using: &generator) ?? ""
    let agrees = Int.random(in: 0..<4, using: &generator) > 0
    return Act(
      event: .concurred(step: open.path, agrees: agrees, reason: agrees ? nil : "reason"), role: role,
      after: after, person: "walker in role \(role)")
  }

  private mutating func contact(_ open: OpenStep) -> ContactOutcome {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0 where open.attempts < tries: .noAnswer
    case 1: .unreached(reason: "reason")
    case 2: .putOff(until: RandomWalker.later)
    default: .reached
    }
  }

  private mutating func refer(_ referral: Referral, _ isAllowed: Bool, _ directory: Directory)
    -> ReferralOutcome
  {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return .impossible(reason: "reason")
    case 1, 2:
      guard isAllowed else { return .numberGiven }
      let services = directory.services.filter { $0.categories.contains(referral.to) }
      return .referred(service: services.randomElement(using: &generator)?.name)
    default: return .numberGiven
    }
  }
}
