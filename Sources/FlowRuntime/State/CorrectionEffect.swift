import FEEL
import FlowDSL

/// What a correction changes: the case before it and after it, side by side.
public struct CorrectionEffect: Sendable {
  /// A level that a grid gave.
  public struct LevelChange: Sendable, Hashable {
    /// The step that assesses.
    public let path: StepPath
    /// The fact that takes the level.
    public let fact: String
    /// What it was; `nil` where there was none.
    public let before: Value?
    /// What it is now; `nil` where there is none.
    public let after: Value?
  }

  /// A step that was to be done by a moment and is not open any more.
  public struct Deadline: Sendable, Hashable {
    /// The step.
    public let path: StepPath
    /// The moment.
    public let due: Instant
  }

  /// What persons said that no longer counts. It is kept, and counts again where it is asked for.
  public let withdrawn: [Said]
  /// What persons said before that counts again.
  public let reinstated: [Said]
  /// How many other answers count as before: what was said at a step.
  public let kept: Int
  /// The levels that change, in the order of the walk.
  public let levels: [LevelChange]
  /// The levels that stay as they are.
  public let sameLevels: [AssessedLevel]
  /// Who is then to be told what stands otherwise than they were told, in the order in which they were.
  public let told: [StillToTell]
  /// Roles to which the case is closed no more.
  public let opensTo: Set<String>
  /// Roles to which it is closed now.
  public let closesTo: Set<String>
  /// Names of documents that could be made before and say something that is no longer so.
  public let documents: [String]
  /// What was to be done by a moment and is open no longer.
  public let deadlines: [Deadline]

  /// The effect of a correction that led from one state of a case to another.
  public init(from before: State, to after: State) {
    let isWithdrawn = Dictionary(after.answers.map { ($0.sequence, $0.isWithdrawn) }) { first, _ in first }
    let counted = before.answers.filter { !$0.isWithdrawn }
    withdrawn = counted.filter { isWithdrawn[$0.sequence] == true }
    reinstated = before.answers.filter { $0.isWithdrawn && isWithdrawn[$0.sequence] == false }
    let answers = counted.count { $0.event.step != nil && isWithdrawn[$0.sequence] != true }
    // What is corrected is said anew.
    kept = max(answers - 1, 0)
    let (old, new) = (before.assessedLevels, after.assessedLevels)
    let paths = old.map(\.path) + new.map(\.path).filter { path in !old.contains { $0.path == path } }
    levels = paths.compactMap { path in
      let (from, to) = (old.first { $0.path == path }, new.first { $0.path == path })
      guard let fact = from?.fact ?? to?.fact, from?.value != to?.value else { return nil }
      return LevelChange(path: path, fact: fact.name, before: from?.value, after: to?.value)
    }
    sameLevels = new.filter { level in old.contains { $0.path == level.path && $0.value == level.value } }
    told = after.stillToTell
    opensTo = before.closedTo.subtracting(after.closedTo)
    closesTo = after.closedTo.subtracting(before.closedTo)
    documents = before.documents.filter { document in
      document.obstacle == nil
        && document.document.facts.contains { slot in
          let fact = document.fact(slot, of: before.program)
          return fact.standing != .unset
            && Self.change(of: fact.fact.name, in: document.prefix, from: before, to: after) != nil
        }
    }.map(\.name)
    let open = Set(after.open.map(\.path) + after.standingStill)
    deadlines = before.open.compactMap { step in
      guard let due = step.due, !open.contains(step.path) else { return nil }
      return Deadline(path: step.path, due: due)
    }
  }

  /// A fact of the flow at a prefix that stands otherwise after than before; `nil` where it stands the same, or is not settled
  /// yet.
  private static func change(
    of name: String, in prefix: String, from before: State, to after: State
  ) -> StillToTell.OldFact? {
    guard let old = before.fact(name, in: prefix) else { return nil }
    guard let new = after.fact(name, in: prefix), new.standing != .unset else { return nil }
    return new.value == old.value && new.standing == old.standing
      ? nil : StillToTell.OldFact(before: old, after: new)
  }
}

extension Interpreter {
  /// The case as it goes on from a state by itself where everything that is advised is confirmed: answers that are held count
  /// again as far as they are asked for. It stands where something else is asked.
  public func confirmingAdvice(_ state: State, by person: Person, at instant: Instant) -> State {
    var state = state
    var confirmed: Set<StepPath> = []
    while let path = state.open.first(where: { open in
      if case .recommendation = open.asked { !confirmed.contains(open.path) } else { false }
    })?.path {
      confirmed.insert(path)
      do throws(Refusal) { try step(.confirmed(step: path), by: person, at: instant, state: &state) } catch {
        return state
      }
    }
    return state
  }
}
