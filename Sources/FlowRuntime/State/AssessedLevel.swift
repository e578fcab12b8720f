import FEEL
import FlowDSL

/// A level that a grid gave in a case, as it stands: what was decided, else what is recommended.
public struct AssessedLevel: Sendable {
  /// The step that assessed.
  public let path: StepPath
  /// The fact that takes the level.
  public let fact: Fact
  /// The level.
  public let value: Value

  /// Whether the level stands above the middle of its scale: high or extreme of low, medium, high, extreme.
  ///
  /// What a scale calls its levels is the trainer's choice; that they rise is the language's rule. So no name of a fact or
  /// a level is needed to see which cases weigh most. Source: choice.
  public var isInUpperHalf: Bool {
    guard case .choice(let scale) = fact.type, case .string(let level) = value,
      let place = scale.firstIndex(of: level)
    else { return false }
    return 2 * place > scale.count - 1
  }
}

extension AssessedLevel {
  /// How far it stands below the top of its scale: 0 for the highest; `nil` where it is on none.
  public var distanceFromTop: Int? {
    guard case .choice(let scale) = fact.type, case .string(let level) = value else { return nil }
    return scale.firstIndex(of: level).map { scale.count - 1 - $0 }
  }
}

extension State {
  /// How far the highest level of the case stands below the top of its scale, where it is above the middle; the less, the more
  /// the case weighs. `Int.max` where none is.
  public var weight: Int {
    assessedLevels.filter(\.isInUpperHalf).compactMap(\.distanceFromTop).min() ?? .max
  }

  /// Whether the case was abandoned while a level stood above the middle of its scale: nothing is due in it any more, and
  /// the danger is not over for that.
  public var isAbandonedAtHighLevel: Bool {
    status == .abandoned && assessedLevels.contains(where: \.isInUpperHalf)
  }

  /// The levels of the case, in order: of a grid that was gone through again, the last.
  public var assessedLevels: [AssessedLevel] {
    struct Grid: Hashable {
      let flow: Int
      let step: Int
      /// The child, say, that it was about.
      let items: [Value]
    }
    var grids: [Grid] = []
    var levels: [Grid: AssessedLevel] = [:]
    for explanation in explanations {
      guard let (flow, step) = place(of: explanation.step),
        case .assess(let assessment) = program.flows[flow].steps[step].kind,
        let bindings = explanation.decided ?? explanation.recommendation?.values
      else { continue }
      let fact = program.flows[flow].facts[assessment.slot]
      guard let level = bindings.first(where: { $0.fact == fact.name }) else { continue }
      let name = program.flows[flow].steps[step].name
      let frame = frames.last { $0.prefix + name == explanation.step.description }
      let grid = Grid(flow: flow, step: step, items: frame?.items ?? [])
      if levels[grid] == nil { grids.append(grid) }
      levels[grid] = AssessedLevel(path: explanation.step, fact: fact, value: level.value)
    }
    return grids.compactMap { levels[$0] }
  }
}
