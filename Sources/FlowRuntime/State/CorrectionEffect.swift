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

  /// A fact that somebody was told and that stands otherwise now.
  public struct OldFact: Sendable {
    /// As it was passed on.
    public let before: FactStanding
    /// As it stands now; `nil` where its flow is not walked any more.
    public let after: FactStanding?
  }

  /// Somebody who was told what is no longer so.
  public struct Told: Sendable {
    /// The contact or referral.
    public let step: StepPath
    /// A role or a category of the directory.
    public let to: String
    /// What was passed on and stands otherwise now, in the order of `shares`.
    public let facts: [OldFact]
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
  /// How many other entries of persons count as before.
  public let kept: Int
  /// The levels that change, in the order of the walk.
  public let levels: [LevelChange]
  /// The levels that stay as they are.
  public let sameLevels: [AssessedLevel]
  /// Who was told something that is no longer so, in the order in which they were told.
  public let told: [Told]
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
    // What is corrected is neither: it is said anew.
    kept = max(counted.count - withdrawn.count - 1, 0)
    let (old, new) = (before.assessedLevels, after.assessedLevels)
    let paths = old.map(\.path) + new.map(\.path).filter { path in !old.contains { $0.path == path } }
    levels = paths.compactMap { path in
      let (from, to) = (old.first { $0.path == path }, new.first { $0.path == path })
      guard let fact = from?.fact ?? to?.fact, from?.value != to?.value else { return nil }
      return LevelChange(path: path, fact: fact.name, before: from?.value, after: to?.value)
    }
    sameLevels = new.filter { level in old.contains { $0.path == level.path && $0.value == level.value } }
    told = before.outreach.compactMap { outreach in
      let facts = outreach.passedOn.compactMap { name in
        Self.change(of: name, in: outreach.step.flowPrefix, from: before, to: after)
      }
      return facts.isEmpty ? nil : Told(step: outreach.step, to: outreach.to, facts: facts)
    }
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

  /// A fact of the flow at a prefix that stands otherwise after than before; `nil` where it stands the same.
  private static func change(
    of name: String, in prefix: String, from before: State, to after: State
  ) -> OldFact? {
    guard let old = before.fact(name, in: prefix) else { return nil }
    let new = after.fact(name, in: prefix)
    return new?.value == old.value && new?.standing == old.standing ? nil : OldFact(before: old, after: new)
  }
}

extension StepPath {
  /// The path of the flow that the step stands in, with its `/`; empty for the main one.
  fileprivate var flowPrefix: String {
    description.lastIndex(of: "/").map { String(description[...$0]) } ?? ""
  }
}
