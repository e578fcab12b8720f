import FlowDSL

@testable import FlowRuntime

/// An answer function: what is said depends on what is asked, and on nothing else. What is asked is the step, the item,
/// how often it was tried, the items of `each` it is about, the recommendation put, and whether a referral is allowed.
struct KeyedAnswers {
  var seed: UInt64
  /// What is said instead, by what is asked.
  var instead: [String: Act] = [:]

  func key(of open: OpenStep, _ state: State) -> String {
    guard let token = state.tokens.first(where: { $0.path == open.path }) else {
      return open.path.description
    }
    var isAllowed = ""
    if case .referral(_, let allowed, _) = open.asked { isAllowed = "\(allowed)" }
    return [
      open.path.description, open.item ?? "tried \(open.attempts)", "\(state.frames[token.frame].items)",
      "\(token.advice?.values.map(\.value) ?? [])", isAllowed, "\(token.isToBeAgreed) \(token.agreed.count)",
    ].joined(separator: "|")
  }

  func act(at open: OpenStep, _ state: State) -> Act {
    let key = key(of: open, state)
    if let act = instead[key] { return act }
    return draw(at: open, state, seed: seed)
  }

  /// Another thing that may be said of the same; `nil` where there is none.
  func otherAct(at open: OpenStep, _ state: State) -> Act? {
    if case .wait = open.asked { return nil }
    let said = act(at: open, state)
    for salt in 1...8 {
      let other = draw(at: open, state, seed: seed &+ UInt64(salt))
      if other.event != said.event { return other }
    }
    return nil
  }

  private func draw(at open: OpenStep, _ state: State, seed: UInt64) -> Act {
    // FNV-1a, so that the key and the seed determine the act.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key(of: open, state).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var walker = RandomWalker(seed: hash ^ (seed &* 0x9E37_79B9_7F4A_7C15))
    guard var act = walker.act(at: open, of: state) else {
      preconditionFailure("nothing may be said of \(open.path)")
    }
    if case .wait(_, let until?, _) = open.asked {
      // Only the passing of time is said of a wait, so that time and answers cannot overtake each other.
      act.event = .clock
      act.after = until.milliseconds - state.now.milliseconds
    } else {
      act.after = 1000
    }
    return act
  }
}

/// A case walked by an answer function.
struct Case {
  let interpreter: Interpreter
  var state: State
  var entries: [Entry] = []

  init(of program: Program) throws {
    interpreter = Interpreter(program)
    state = interpreter.initial
    try say(
      .started(Start(program: program.hash, flow: program.flows[0].name, language: "en")), after: 1_000_000)
  }

  mutating func say(
    _ event: Event, role: String = "officer", after: Int64 = 1000, person: String? = nil
  ) throws {
    let now = state.sequence == 0 ? Instant(milliseconds: 0) : state.now
    entries += try interpreter.step(
      event, by: Person(identifier: person ?? "p1", role: role), at: now.advanced(by: after), state: &state)
  }

  /// Answers the first open step; `false` when nothing is open.
  mutating func goOn(_ answers: KeyedAnswers) throws -> Bool {
    guard let open = state.open.first else { return false }
    let act = answers.act(at: open, state)
    try say(act.event, role: act.role, after: act.after, person: act.person)
    return true
  }
}
