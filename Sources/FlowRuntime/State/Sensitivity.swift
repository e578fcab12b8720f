import FEEL
import FlowDSL

/// What could change the level of a grid: the answers that nobody has given (grammar, section 8.2).
public struct Sensitivity: Sendable {
  /// An answer that is missing, and the levels that it could give.
  public struct Missing: Sendable {
    /// A value that the fact may take, and the level of the grid then.
    public struct Case: Sendable, Hashable {
      /// The value of the fact.
      public let value: Value
      /// The level.
      public let level: Value
    }

    /// The fact.
    public let fact: Fact
    /// Why it is not known.
    public let absence: Absence
    /// The values of the fact that give another level, with that level.
    public let cases: [Case]
  }

  /// The level as the grid gives it now.
  public let level: Value
  /// The missing answers of which one alone could change the level, in the order of the flow's facts.
  public let missing: [Missing]
  /// The level where nothing counted by precaution: all that is not known were known to be absent.
  public let withoutPrecautions: Value
}

extension State {
  /// What could change the level that a grid gives, over the facts as they stand; `nil` where the path is that of no grid that
  /// the walk has come to.
  ///
  /// Facts with finitely many values are tried one by one, those of yes and no and those of a choice: what the flow decided
  /// from them before the grid is decided again.
  public func sensitivity(at path: StepPath) -> Sensitivity? {
    let (lead, name) = path.parted
    guard let frame = frames.lastIndex(where: { $0.prefix == lead }),
      case let flow = program.flows[frames[frame].flow],
      let step = flow.steps.firstIndex(where: { $0.name == name }),
      case .assess(let assessment) = flow.steps[step].kind
    else { return nil }
    let grid = Grid(
      assessment: assessment, facts: flow.facts, edition: program.edition, moment: momentOfModels,
      decisions: decisions(before: step, in: frame))
    let slots = frames[frame].slots
    let standings = frames[frame].standings
    let level = grid.level(slots, standings)
    let answerable = answerable(in: flow)
    var missing: [Sensitivity.Missing] = []
    var settled = (slots: slots, standings: standings)
    for slot in grid.slotsRead where slots[slot] == .null {
      guard let absence = standings[slot].absence, absence != .unasked || answerable.contains(slot) else {
        continue
      }
      let values = flow.facts[slot].type.fewValues
      if flow.facts[slot].type == .boolean {
        (settled.slots[slot], settled.standings[slot]) = (.boolean(false), .known)
      }
      let cases = values.compactMap { value -> Sensitivity.Missing.Case? in
        var (slots, standings) = (slots, standings)
        (slots[slot], standings[slot]) = (value, .known)
        let other = grid.level(slots, standings)
        return other == level ? nil : .init(value: value, level: other)
      }
      if !cases.isEmpty { missing.append(.init(fact: flow.facts[slot], absence: absence, cases: cases)) }
    }
    return Sensitivity(
      level: level, missing: missing,
      withoutPrecautions: grid.level(settled.slots, settled.standings, countsPrecautions: false))
  }

  /// The decisions of a flow that were taken before a step, and that nobody may take otherwise.
  private func decisions(before step: Int, in frame: Int) -> [Decision] {
    program.flows[frames[frame].flow].steps.indices.prefix(step).compactMap { index in
      guard case .decide(let decision) = program.flows[frames[frame].flow].steps[index].kind,
        decision.override == nil, frames[frame].done[index] != nil
      else { return nil }
      return decision
    }
  }

  /// The facts that a question of a flow asks for: of those only, an answer can be missing that was never asked for.
  private func answerable(in flow: Flow) -> Set<Int> {
    Set(flow.steps.flatMap { $0.kind.allQuestions.map(\.slot) })
  }
}

/// A grid, with what is decided from the same facts before it.
private struct Grid {
  let assessment: Assessment
  let facts: [Fact]
  let edition: Edition
  let moment: DateTime?
  let decisions: [Decision]

  /// The facts that the level depends on, and that no decision before it gives, in order.
  var slotsRead: [Int] {
    let conditions = (assessment.risk + assessment.safety).map(\.when) + assessment.levels.compactMap(\.when)
    let read = conditions.flatMap(\.slots) + decisions.flatMap(\.slotsRead)
    let decided = decisions.flatMap(\.outputs)
    return Set(read.filter { $0 < facts.count }).subtracting(decided).sorted()
  }

  /// The level over some facts.
  func level(_ slots: [Value], _ standings: [Standing], countsPrecautions: Bool = true) -> Value {
    var (slots, standings) = (slots, standings)
    for decision in decisions {
      for (slot, binding) in zip(
        decision.outputs, decision.recommendation(over: slots, of: facts, at: moment).values)
      {
        slots[slot] = binding.value
        standings[slot] = binding.value == .null ? .unset : .known
      }
    }
    var assessment = assessment
    if !countsPrecautions {
      assessment.unknownCounts = false
      for index in assessment.risk.indices { assessment.risk[index].unaskedCounts = false }
    }
    return assessment.recommendation(over: slots, standing: standings, of: facts, edition: edition)
      .values.first?.value ?? .null
  }
}

extension Standing {
  /// Why there is no value; `nil` where there is one.
  public var absence: Absence? {
    switch self {
    case .known: nil
    case .unknown: .unknown
    case .declined: .declined
    case .unset: .unasked
    }
  }
}

extension ValueType {
  /// The values of a fact that has few of them: yes and no, or a choice.
  fileprivate var fewValues: [Value] {
    switch self {
    case .boolean: [.boolean(false), .boolean(true)]
    case .choice(let values): values.map { .string($0) }
    default: []
    }
  }
}
