/// What a walker does besides answering: it corrects what was said earlier, and reports what happens meanwhile.
///
/// It also takes up what was left undone. A few times in a walk, early in some and late in others; and once more after the end, where the case begins again.
struct SecondThoughts: Sendable {
  private var corrections: Int
  private var reports: Int
  private var pursuits: Int
  /// Once in so many acts.
  private let pace: Int
  /// What else might have been said, by the number of the entry.
  private var others: [Int: Act] = [:]

  init(using generator: inout SeededGenerator) {
    corrections = Int.random(in: 1...3, using: &generator)
    reports = Int.random(in: 0...2, using: &generator)
    pursuits = Int.random(in: 0...4, using: &generator)
    pace = [5, 20, 80].randomElement(using: &generator) ?? 20
  }

  /// Something to do now instead of answering; `nil` most of the time.
  mutating func act(on state: State, using generator: inout SeededGenerator) -> Act? {
    let isEnded = state.outcome != nil
    let role = state.handler?.role ?? ""
    if corrections > 0, Int.random(in: 0..<(isEnded ? 2 : pace), using: &generator) == 0 {
      corrections -= 1
      let candidates = state.said.filter { !$0.isWithdrawn && others[$0.sequence] != nil }
      if let said = candidates.randomElement(using: &generator), let other = others[said.sequence] {
        let correction = Event.corrected(sequence: said.sequence, to: other.event, reason: "reason")
        return Act(event: correction, role: other.role, after: 60_000, person: other.person)
      }
    }
    if reports > 0, !isEnded, Int.random(in: 0..<pace, using: &generator) == 0,
      let report = state.reportable.randomElement(using: &generator)
    {
      reports -= 1
      others[state.sequence + 1] = Act(event: .noted("pressed by mistake"), role: role)
      return Act(event: report.event, role: role, after: 1_000)
    }
    return nil
  }

  /// Something left undone to be taken up now; `nil` most of the time.
  mutating func task(of state: State, using generator: inout SeededGenerator) -> CaseTask? {
    let isEnded = state.outcome != nil
    guard pursuits > 0, Int.random(in: 0..<(isEnded ? 2 : pace), using: &generator) == 0,
      let task = state.openTasks.randomElement(using: &generator)
    else { return nil }
    pursuits -= 1
    return task
  }

  /// Keeps what might have been said in the place of an entry.
  mutating func keep(_ other: Act, insteadOf entry: Entry) {
    if other.event != entry.event, other.event != .clock { others[entry.sequence] = other }
  }
}
