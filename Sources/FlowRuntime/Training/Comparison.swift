import FEEL
import FlowDSL

/// A walk beside the walk that is held right.
public struct Comparison: Sendable {
  /// One thing that one of the walks asked.
  public struct Line: Sendable, Hashable {
    /// What was said in the walk; `nil` where it was not asked.
    public let walked: Reply?
    /// What the reference says; `nil` where it was not asked.
    public let reference: Reply?
    /// Whether the reference leaves it open: then it counts for nobody.
    public var isOpen = false

    /// Whether both were asked and said the same.
    public var isAgreed: Bool { walked?.category == reference?.category }
    /// Whether both were asked.
    public var isShared: Bool { walked != nil && reference != nil }
  }

  /// A level that was advised and decided.
  public struct Level: Sendable {
    /// The step that advised.
    public let step: StepPath
    /// The fact decided.
    public let fact: String
    /// What was decided in the walk; `nil` where it did not come so far.
    public let walked: Value?
    /// What the reference decides.
    public let reference: Value?
    /// How many factors count in the reference.
    public let counted: Int
    /// Factors that count in the reference and not in the walk.
    public let missed: [String]
    /// Factors that count in the walk and not in the reference.
    public let added: [String]
  }

  /// In the order of the walk; then what only the reference was asked, in its order.
  public let lines: [Line]
  /// In the order of the reference; then those of the walk alone.
  public let levels: [Level]
  /// How each ended; `nil` where it did not.
  public let outcomes: (walked: String?, reference: String?)

  /// Two walks of one program.
  ///
  /// - Parameter open: keys of what the reference leaves open; neither they nor the factors that count by them are compared.
  public init(_ walked: State, with reference: State, open: Set<String> = []) {
    let right = reference.replies
    let byKey = Dictionary(right.map { ($0.key, $0) }) { first, _ in first }
    let left = walked.replies
    let keys = Set(left.map(\.key))
    lines =
      left.map { Line(walked: $0, reference: byKey[$0.key], isOpen: open.contains($0.key)) }
      + right.filter { !keys.contains($0.key) }
      .map { Line(walked: nil, reference: $0, isOpen: open.contains($0.key)) }
    let openItems = Set(right.filter { open.contains($0.key) }.compactMap(\.item))
    levels = Comparison.levels(walked.explanations, reference.explanations, without: openItems)
    outcomes = (walked.outcome, reference.outcome)
  }

  /// What both were asked, and the reference does not leave open.
  public var shared: [Line] { lines.filter { $0.isShared && !$0.isOpen } }
  /// How many of these agree.
  public var agreed: Int { shared.filter(\.isAgreed).count }

  private static func levels(
    _ walked: [Explanation], _ reference: [Explanation], without open: Set<String>
  ) -> [Level] {
    var steps: [StepPath] = []
    for explanation in reference + walked
    where explanation.recommendation != nil && !steps.contains(explanation.step) {
      steps.append(explanation.step)
    }
    return steps.compactMap { step in
      let own = walked.first { $0.step == step }
      let other = reference.first { $0.step == step }
      guard let fact = (other ?? own)?.recommendation?.values.first?.fact else { return nil }
      let left = own?.recommendation?.counted.map(\.factor)
      let right = other?.recommendation?.counted.map(\.factor)
      return Level(
        step: step, fact: fact, walked: own?.decided?.first?.value, reference: other?.decided?.first?.value,
        counted: right?.count ?? 0,
        missed: left.map { left in (right ?? []).filter { !left.contains($0) && !open.contains($0) } } ?? [],
        added: right.map { right in (left ?? []).filter { !right.contains($0) && !open.contains($0) } } ?? [])
    }
  }
}

extension State {
  /// How the case ended; `nil` where it did not.
  public var outcome: String? {
    if case .ended(let outcome) = status { outcome } else { nil }
  }
}
